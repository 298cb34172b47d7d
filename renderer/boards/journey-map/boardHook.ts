import type { JourneyController } from './controller';

declare global {
  interface Window {
    /** The journey on screen, for tests that press where something is drawn; absent from release builds. */
    __board?: JourneyController;
  }
}

/** Lets end-to-end tests find where things are. Called behind a constant of the build only. */
export function exposeBoard(controller: JourneyController): void {
  window.__board = controller;
}
