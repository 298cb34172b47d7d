/**
 * The app's one origin. IndexedDB is keyed by it: another scheme or host would strand everything users have stored,
 * so these values never change (a test compares them with literals).
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'board';
export const APP_ORIGIN = 'app://board';
/** Where posters are loaded for printing, in a session of their own. */
export const PRINT_HOST = 'print';

/** The parts of a URL, or null when it is none. */
export function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** True for a URL of exactly the app's scheme and host; compares parsed parts, never prefixes. */
export function isAppUrl(url: string): boolean {
  const parts = parseUrl(url);
  return parts !== null && parts.protocol === `${APP_SCHEME}:` && parts.host === APP_HOST && parts.username === '';
}
