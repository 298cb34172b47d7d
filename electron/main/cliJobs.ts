import { basename, extname, join, resolve } from 'node:path';
import type { AppError } from '@shared/base/appError';
import { CLI_EXIT } from '@shared/cliExit';
import type { CliJob } from '@shared/ipc';
import { type CliOutput, createCliOutput } from './cliOutput';
import { readUserFile } from './openFiles';

/** The jobs of one run of the command line: one for each file, read when its turn comes. */
export interface CliJobs {
  /** The next job; null once there is none left. A file that cannot be read is told and passed over. */
  readonly next: () => Promise<CliJob | null>;
  /** Where the posters of the present job go. */
  readonly output: () => CliOutput;
  /** The exit code of files that could not be read: 0 for none. */
  readonly code: () => number;
}

export interface CliJobsOptions {
  /** Names of files; null for the sample workshop. */
  readonly files: readonly string[] | null;
  readonly options: Omit<CliJob, 'command' | 'file'>;
  /** What `--out` says. Of several files each gets a folder in it, called like the file. */
  readonly out: string;
  readonly written: (path: string) => void;
  readonly severalForOne: AppError;
  readonly toStandardOutput: (bytes: Uint8Array) => Promise<void>;
  /** Tells it; resolves once that is told. */
  readonly unreadable: (file: string, error: AppError) => Promise<void>;
}

export async function createCliJobs(options: CliJobsOptions): Promise<CliJobs> {
  const { files, out, written, severalForOne, toStandardOutput, unreadable } = options;
  const outputAt = (place: string) => createCliOutput({ out: place, written, severalForOne, toStandardOutput });
  const folders = files && files.length > 1 ? foldersOf(files) : null;
  const waiting: (string | null)[] = files ? [...files] : [null];
  let output = await outputAt(out);
  let code: number = CLI_EXIT.done;

  const next = async (): Promise<CliJob | null> => {
    const file = waiting.shift();
    if (file === undefined) return null;
    if (file === null) return { command: 'export', file: null, ...options.options };
    const read = await readUserFile(resolve(file));
    if (!read.ok) {
      await unreadable(file, read.error);
      code = CLI_EXIT.unreadable;
      return next();
    }
    const folder = folders?.get(file);
    if (folder !== undefined) output = await outputAt(`${join(out, folder)}/`);
    return { command: 'export', file: read.value, ...options.options };
  };

  return { next, output: () => output, code: () => code };
}

/** A folder for each file, called like it; two of one name in different places get different ones. */
function foldersOf(files: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((file) => {
      const stem = basename(file, extname(file));
      let name = stem;
      for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem}-${number}`;
      taken.add(name.toLowerCase());
      return [file, name] as const;
    }),
  );
}
