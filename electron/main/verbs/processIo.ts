/** Where a command reads and writes: a process, or a test. */
export interface VerbIo {
  /** Folder that relative names start from. */
  readonly folder: string;
  /** Now, ISO 8601. */
  readonly now: () => string;
  /** Resolves once the text has been taken: ending the process earlier could lose it. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
}

/** Those of this process. */
export const processIo = (): VerbIo => ({
  folder: process.cwd(),
  now: () => new Date().toISOString(),
  out: (text) => written(process.stdout, text),
  err: (text) => written(process.stderr, text),
});

/** Whoever reads may have seen enough (`… | head`): that is no failure. It is told after the write has been answered, so somebody listens for good. */
function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (stream.listenerCount('error', ignore) === 0) stream.on('error', ignore);
  return new Promise((resolve) => stream.write(text, () => resolve()));
}

const ignore = (): void => undefined;
