import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.bin': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The path inside `root` that a URL's path names, or null when it names anything else. */
export function pathInside(root: string, urlPath: string): string | null {
  const decoded = decodedPath(urlPath);
  // Backslashes, colons and NUL have no business in our file names: they only serve drive letters, streams and escapes.
  if (decoded === null || /[\\:\0]/.test(decoded)) return null;
  const path = join(root, decoded);
  return contains(root, path) ? path : null;
}

/** Reads the file a URL's path names inside `root`; null when there is none or it lies outside, be it through a link. */
export async function readStaticFile(root: string, urlPath: string): Promise<StaticFile | null> {
  const path = pathInside(root, urlPath);
  const type = path === null ? undefined : TYPES[extname(path)];
  if (path === null || type === undefined) return null;
  try {
    const [realRoot, realPath] = await Promise.all([realRootOf(root), realpath(path)]);
    return contains(realRoot, realPath) ? { bytes: new Uint8Array(await readFile(realPath)), type } : null;
  } catch {
    return null;
  }
}

function decodedPath(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}

function contains(root: string, path: string): boolean {
  const rest = relative(root, path);
  return rest !== '' && rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest);
}

const realRoots = new Map<string, Promise<string>>();

function realRootOf(root: string): Promise<string> {
  const known = realRoots.get(root) ?? realpath(root);
  realRoots.set(root, known);
  return known;
}
