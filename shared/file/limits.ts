const MB = 1024 * 1024;

/** What a `.personarium` file may hold; a file beyond any of these is refused before it can do harm. */
export const FILE_LIMITS = {
  entries: 2_000,
  /** Sum of all entries, unpacked. */
  totalBytes: 256 * MB,
  /** One entry, unpacked. */
  entryBytes: 50 * MB,
  /** `workshop.json`, unpacked. */
  jsonBytes: 64 * MB,
  /** Nesting of `workshop.json`. */
  jsonDepth: 64,
  /** Unpacked to packed size of one entry … */
  ratio: 100,
  /** … once it is this large: small entries cannot hurt. */
  ratioFromBytes: MB,
} as const;

/** A limit as people read it. */
export const inMb = (bytes: number): number => Math.round(bytes / MB);

export const MIMETYPE_NAME = 'mimetype';
export const MIMETYPE = 'application/vnd.personarium+zip';
export const JSON_NAME = 'workshop.json';
