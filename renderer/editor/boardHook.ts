import type { AnyDoc } from '@shared/model/document';
import type { BoardController } from './boardController';

declare global {
  interface Window {
    /** The board on screen, for tests that press where something is drawn; absent from release builds. */
    __board?: BoardController<AnyDoc>;
  }
}

/** Lets end-to-end tests find where things are. Called behind a constant of the build only. */
export function exposeBoard<Doc extends AnyDoc>(controller: BoardController<Doc>): void {
  // Tests look at boards of any kind; they know which one they opened.
  window.__board = controller as unknown as BoardController<AnyDoc>;
}
