import type { BoardKindId } from '@shared/model/document';
import { boardFace } from '@/boards/registry';
import { onDemand } from '@/ui/onDemand';

// The home screen is in the first load; the rest comes when it is asked for.
export const BoardScreen = onDemand(async () => (await import('@/screens/board/BoardScreen')).BoardScreen);
export const ExportScreen = onDemand(async () => (await import('@/screens/export/ExportScreen')).ExportScreen);

/** Fetches everything that a board of this kind is shown with, so that it comes up in one piece. */
export async function preloadBoard(kind: BoardKindId): Promise<void> {
  await Promise.all([boardFace(kind).Canvas.preload(), BoardScreen.preload()]);
}
