import type { JourneyMapDoc } from '../model';

/** What draws a path, read when a map first asks for it: a start with the grid reads none of it. */
type PathParts = typeof import('./path/pathParts');

let parts: PathParts | null = null;
let reading: Promise<void> | null = null;

/** What draws a path; null until it has been read. */
export const pathParts = (): PathParts | null => parts;

/** Reads what draws a path. Rejects where its code cannot be read; the next call then tries again. */
export function readPath(): Promise<void> {
  reading ??= import('./path/pathParts').then(
    (read) => {
      parts = read;
    },
    (error: unknown) => {
      reading = null;
      throw error;
    },
  );
  return reading;
}

/** The same for a map that is drawn as a path; null where there is nothing to wait for. */
export const preparePath = ({ info }: JourneyMapDoc): Promise<void> | null =>
  info.form === 'path' && !parts ? readPath() : null;
