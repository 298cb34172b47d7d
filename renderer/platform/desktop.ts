import type { DesktopApi } from '@shared/ipc';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly desktop?: DesktopApi;
  }
}

/** What the main process offers; only this file reads `window.desktop`. Throws outside the app. */
export function desktop(): DesktopApi {
  const api = window.desktop;
  if (!api) throw new Error('window.desktop is missing: the preload script did not run');
  return api;
}
