import { mkdir, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { AppError } from '@shared/base/appError';
import { fail, ok, type Result } from '@shared/base/result';
import type { IpcArgs, Target } from '@shared/ipc';
import { codeOf } from './durableFiles';
import { isPlainFileName } from './fileNames';
import { writeUserFile } from './targets';

/** What `--out` says for standard output. */
export const STANDARD_OUTPUT = '-';

/** Where the posters of a run go. */
export interface CliOutput {
  readonly write: (...args: IpcArgs<'cliWrite'>) => Promise<Result<Target>>;
  /** Ends the run: what could only be written now, and whether that worked. */
  readonly finish: () => Promise<Result<null>>;
}

export interface CliOutputOptions {
  /** What `--out` says: the path of one poster, or a folder. */
  readonly out: string;
  /** Takes the bytes of the one poster that goes to standard output. */
  readonly toStandardOutput: (bytes: Uint8Array) => Promise<void>;
  /** Called with the path of each file that is written. */
  readonly written: (path: string) => void;
  /** The failure of several posters for one file name. */
  readonly severalForOne: AppError;
}

/** A path that ends in a poster's extension names a file, unless a folder has that name; everything else is a folder. */
export async function createCliOutput(options: CliOutputOptions): Promise<CliOutput> {
  const { out, written, toStandardOutput } = options;
  if (out === STANDARD_OUTPUT) return oneAtTheEnd(options, null, async (bytes) => ok(await toStandardOutput(bytes)));
  const isFolder = await stat(out).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return namesFile(out) && !isFolder
    ? oneAtTheEnd(options, out, (bytes, path) => writeInFolder(path, bytes, written))
    : intoFolder(options);
}

/** True for a path that ends in the extension of something that is exported. */
export const namesFile = (out: string): boolean =>
  !/[\\/]$/.test(out) &&
  ['.pdf', '.png', '.svg', '.docx', '.md', '.pptx', '.xlsx', '.csv'].includes(extname(out).toLowerCase());

/** One poster is kept back until the run ends: only then is it certain that there is no second one. Its sheets, where each is a file, are numbered after `path`; without one there is no place for them. */
function oneAtTheEnd(
  { out, severalForOne }: CliOutputOptions,
  path: string | null,
  deliver: (bytes: Uint8Array, path: string) => Promise<Result<unknown>>,
): CliOutput {
  const held: Uint8Array[] = [];
  let several = false;
  return {
    write: async ({ bytes, part }) => {
      const isNextSheet = path !== null && part === held.length + 1;
      several ||= held.length > 0 && !isNextSheet;
      held.push(bytes);
      return several ? fail(severalForOne) : ok({ token: 'one', name: out });
    },
    finish: async () => {
      if (several) return fail(severalForOne);
      for (const [at, bytes] of held.entries()) {
        const done = await deliver(bytes, held.length > 1 ? numbered(out, at + 1) : out);
        if (!done.ok) return done;
      }
      return ok(null);
    },
  };
}

/** `map-2.png` for `map.png`. */
function numbered(path: string, number: number): string {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${number}${extension}`;
}

function intoFolder({ out, written }: CliOutputOptions): CliOutput {
  const names = new Set<string>();
  return {
    write: async ({ name, bytes }) => {
      if (!isPlainFileName(name)) return fail({ code: 'file-write-failed', name, detail: 'not a file name' });
      const unique = uniqueName(name, names);
      names.add(unique.toLowerCase());
      const done = await writeInFolder(join(out, unique), bytes, written);
      return done.ok ? ok({ token: String(names.size), name: unique }) : done;
    },
    finish: async () => ok(null),
  };
}

async function writeInFolder(path: string, bytes: Uint8Array, written: (path: string) => void): Promise<Result<null>> {
  try {
    await makeFolder(dirname(path));
  } catch (error) {
    return fail({ code: 'file-write-failed', name: dirname(path), detail: codeOf(error) });
  }
  const done = await writeUserFile(path, bytes);
  if (done.ok) written(path);
  return done;
}

/** Makes a folder and those above it. Node's own recursive way never ends on file systems that answer in unexpected ways. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    // Whatever else is wrong, the write that follows says so.
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) return;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

/** Two boards of the same title must not overwrite each other. */
function uniqueName(name: string, taken: ReadonlySet<string>): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem}-${number}${extension}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
