import type { SheetKindId } from '@shared/model/document';
import { boardFace } from '@/boards/registry';

let fetchScreen = async (): Promise<void> => undefined;

/** The window says how the screen around boards is fetched; what goes to a board only asks for it. */
export function onBoardScreenNeeded(fetch: () => Promise<void>): void {
  fetchScreen = fetch;
}

/** Fetches everything that a board of this kind is shown with, so that it comes up in one piece. */
export async function preloadBoard(kind: SheetKindId): Promise<void> {
  await Promise.all([boardFace(kind).Canvas.preload(), fetchScreen()]);
}
