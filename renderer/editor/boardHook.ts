import type { AnyDoc } from '@shared/model/document';
import type { BoardController } from './boardController';

declare global {
  interface Window {
    /** The board on screen, for tests that press where something is drawn; absent from release builds. */
    __board?: BoardController<AnyDoc>;
    /**
     * Resolves when what a menu or the palette leaves to the next turn of the page has been done, and the board knows the room that
     * panels leave it: what is read of the board from then on stays.
     */
    __settled?: () => Promise<void>;
  }
}

/** Lets end-to-end tests find where things are. Called behind a constant of the build only. */
export function exposeBoard<Doc extends AnyDoc>(controller: BoardController<Doc>): void {
  // Tests look at boards of any kind; they know which one they opened.
  window.__board = controller as unknown as BoardController<AnyDoc>;
  window.__settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    // A board that was left stays here until another one comes.
    if (window.__board?.surface.isConnected) window.__board.view.measure();
  };
}
