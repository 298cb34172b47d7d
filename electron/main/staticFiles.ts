import { readFileSync, realpathSync } from 'node:fs';
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
  readonly bytes: Buffer<ArrayBuffer>;
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

/**
 * Reads the file a URL's path names inside `root`; null when there is none or it lies outside, be it through a link. In one go: each
 * step that waited for another thread would stand in line behind everything else that a start reads.
 */
export function readStaticFile(root: string, urlPath: string): StaticFile | null {
  const path = pathInside(root, urlPath);
  const type = path === null ? undefined : TYPES[extname(path)];
  if (path === null || type === undefined) return null;
  try {
    const realPath = realpathSync(path);
    return contains(realRootOf(root), realPath) ? { bytes: readFileSync(realPath), type } : null;
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

const realRoots = new Map<string, string>();

function realRootOf(root: string): string {
  const known = realRoots.get(root) ?? realpathSync(root);
  realRoots.set(root, known);
  return known;
}
