/** Where a command reads and writes: a process, or a test. */
export interface VerbIo {
  /** Folder that relative names start from. */
  readonly folder: string;
  /** Today, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Resolves once the text has been taken: ending the process earlier could lose it. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
}

/** Those of this process. */
export const processIo = (): VerbIo => ({
  folder: process.cwd(),
  today: () => new Date().toISOString().slice(0, 10),
  out: (text) => written(process.stdout, text),
  err: (text) => written(process.stderr, text),
});

/** Whoever reads may have seen enough (`… | head`): that is no failure. */
function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('error', done);
      resolve();
    };
    stream.on('error', done);
    stream.write(text, done);
  });
}
