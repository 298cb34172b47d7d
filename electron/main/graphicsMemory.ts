/** After this long the engine may try again: a driver may have been installed. */
const TRUSTED_MS = 7 * 24 * 3_600_000;

/**
 * Whether a stored note says that this engine has to draw without graphics; `stored` may be anything. A note of another engine, an old
 * one, or one from the future (a clock set back) says nothing.
 */
export function knowsSoftwareDrawing(stored: unknown, now: number, chromium: string): boolean {
  if (typeof stored !== 'object' || stored === null) return false;
  const note: { software?: unknown; at?: unknown; chromium?: unknown } = stored;
  if (note.software !== true || note.chromium !== chromium || typeof note.at !== 'number') return false;
  return note.at <= now && now - note.at < TRUSTED_MS;
}
