/** What a run of `export` did, for programs: gathered while it goes on, told in one piece at its end. */
export interface RunReport {
  readonly file: (path: string) => void;
  /** A line of standard error; how far the run is, is no message. */
  readonly line: (line: string) => void;
  /** JSON text. */
  readonly text: (exitCode: number) => string;
}

/** What the lines of standard error begin with that tell of something. */
const MESSAGE = /^personarium: /;

export function createRunReport(): RunReport {
  const files: string[] = [];
  const messages: string[] = [];
  return {
    file: (path) => void files.push(path),
    line: (line) => {
      if (MESSAGE.test(line)) messages.push(line.trimEnd().replace(MESSAGE, ''));
    },
    text: (exitCode) => JSON.stringify({ exitCode, files, messages }, null, 2),
  };
}
