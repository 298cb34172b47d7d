import { lstat, readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, parse, resolve, sep } from 'node:path';

/** More files than this at once are a mistake. */
export const MOST_PATTERN_FILES = 1_000;

/** What the words of a command name. */
export interface NamedFiles {
  /** As written for plain names; each once, those of a pattern sorted. */
  readonly files: readonly string[];
  /** Patterns that no file matches. */
  readonly unmatched: readonly string[];
}

/**
 * The files that names and patterns mean. A name that exists is a name, whatever signs it holds; a pattern knows `*`, `?`, `[abc]` and
 * `**` (folders, however deep; hidden ones only where the pattern says so). Shells do the same, but not all, and not in quotes.
 */
export async function namedFiles(words: readonly string[], folder: string): Promise<NamedFiles> {
  const files = new Set<string>();
  const unmatched: string[] = [];
  for (const word of words) {
    if (!isPattern(word) || (await exists(resolve(folder, word)))) {
      files.add(word);
      continue;
    }
    const found = await matching(word, folder);
    for (const file of found) files.add(file);
    if (found.length === 0) unmatched.push(word);
  }
  return { files: [...files], unmatched };
}

const isPattern = (word: string): boolean => /[*?[]/.test(word);

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function matching(pattern: string, folder: string): Promise<readonly string[]> {
  const root = isAbsolute(pattern) ? parse(pattern).root : '';
  // On Windows a backslash parts folders; elsewhere it may be part of a name.
  const parts = pattern
    .slice(root.length)
    .split(sep === '\\' ? /[\\/]/ : '/')
    .filter((part) => part !== '' && part !== '.');
  const found = new Set<string>();
  await walk(root, parts, folder, found);
  return [...found].sort();
}

/** Collects in `found` the files below `at` that the parts lead to. */
async function walk(at: string, parts: readonly string[], folder: string, found: Set<string>): Promise<void> {
  const [part, ...rest] = parts;
  if (part === undefined || found.size > MOST_PATTERN_FILES) return;
  if (part === '**') {
    await walk(at, rest, folder, found);
    for (const { name, isFolder } of await entriesOf(resolve(folder, at)))
      if (isFolder && !name.startsWith('.')) await walk(join(at, name), parts, folder, found);
    return;
  }
  if (!isPattern(part)) {
    const path = join(at, part);
    if (rest.length > 0) return walk(path, rest, folder, found);
    if (await exists(resolve(folder, path))) found.add(path);
    return;
  }
  const matches = partPattern(part);
  for (const { name, isFolder } of await entriesOf(resolve(folder, at))) {
    if (!matches.test(name) || (name.startsWith('.') && !part.startsWith('.'))) continue;
    if (rest.length > 0) await walk(join(at, name), rest, folder, found);
    else if (!isFolder) found.add(join(at, name));
  }
}

/** Folders that links lead to are entered by name, never by `**`: links may go round in a circle. */
async function entriesOf(path: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]> {
  const names = await readdir(path).catch(() => []);
  return Promise.all(
    names.map(async (name) => ({
      name,
      isFolder: await lstat(join(path, name)).then(
        (stats) => stats.isDirectory(),
        () => false,
      ),
    })),
  );
}

/** One part of a pattern between two slashes. */
function partPattern(part: string): RegExp {
  const source = part.replace(/\*+|\?|\[(!?)([^\]]+)\]|[\\^$.|+(){}[\]]/g, (sign, not: string, set: string) => {
    if (sign.startsWith('*')) return '[^/]*';
    if (sign === '?') return '[^/]';
    if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`;
    return `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
