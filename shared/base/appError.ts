/** What is wrong with a part of a file; each has its words in `common.fileFault`. */
export const FILE_FAULTS = [
  'archive',
  'too-many',
  'encrypted',
  'checksum',
  'missing',
  'json',
  'too-deep',
  'forbidden-key',
  'schema',
  'unknown-schema',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/**
 * Every failure a user can meet, as one closed union. Each code has a sentence in `errors.ts` of each language:
 * what happened, what is safe, what to do. `detail` is for the log and the "Details" button, never the message itself.
 */
export type AppError =
  | { readonly code: 'file-not-ours'; readonly name: string }
  /** `kind`: the format of a poster, in capitals. */
  | { readonly code: 'no-workshop-inside'; readonly name: string; readonly kind: string }
  | { readonly code: 'no-personas'; readonly name: string }
  | { readonly code: 'no-journey'; readonly name: string }
  | { readonly code: 'file-truncated'; readonly name: string }
  | { readonly code: 'file-newer'; readonly name: string; readonly fileVersion: number; readonly appVersion: number }
  | { readonly code: 'file-too-large'; readonly name: string; readonly limitMb: number }
  | { readonly code: 'file-unsafe'; readonly name: string; readonly entry: string }
  | { readonly code: 'file-invalid'; readonly name: string; readonly where: string; readonly reason: FileFault }
  | { readonly code: 'file-unreadable'; readonly name: string; readonly detail: string }
  | { readonly code: 'file-write-failed'; readonly name: string; readonly detail: string }
  | { readonly code: 'target-full'; readonly name: string }
  | { readonly code: 'target-read-only'; readonly name: string; readonly detail: string }
  | { readonly code: 'target-busy'; readonly name: string; readonly detail: string }
  | { readonly code: 'disk-full'; readonly name: string }
  | { readonly code: 'storage-write-failed'; readonly detail: string }
  | { readonly code: 'storage-unopenable'; readonly detail: string }
  | { readonly code: 'storage-newer'; readonly appVersion: string }
  | { readonly code: 'document-missing'; readonly id: string }
  | {
      readonly code: 'export-too-large';
      readonly widthPx: number;
      readonly heightPx: number;
      readonly limitMegapixels: number;
    }
  /** Letters below the least that a sheet asks for, and nobody insisted on them. */
  | { readonly code: 'text-too-small' }
  | { readonly code: 'export-failed'; readonly detail: string }
  | { readonly code: 'export-cancelled' }
  | { readonly code: 'usage'; readonly detail: string }
  | { readonly code: 'bad-request'; readonly channel: string; readonly detail: string };
