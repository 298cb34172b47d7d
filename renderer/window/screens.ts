import type { SheetKindId } from '@shared/model/document';
import { onBoardScreenNeeded, preloadBoard } from '@/app/preloadBoard';
import { onDemand } from '@/ui/onDemand';

// The home screen is in the first load; the rest comes when it is asked for.
export const BoardScreen = onDemand(async () => (await import('@/screens/board/BoardScreen')).BoardScreen);
export const ExportScreen = onDemand(async () => (await import('@/screens/export/ExportScreen')).ExportScreen);
export const VersionsScreen = onDemand(async () => (await import('@/screens/versions/VersionsScreen')).VersionsScreen);
export const TableScreen = onDemand(async () => (await import('@/screens/table/TableScreen')).TableScreen);
export const FrictionScreen = onDemand(async () => (await import('@/screens/analysis/FrictionScreen')).FrictionScreen);
export const TouchpointScreen = onDemand(
  async () => (await import('@/screens/analysis/TouchpointScreen')).TouchpointScreen,
);
export const PresentScreen = onDemand(async () => (await import('@/screens/present/PresentScreen')).PresentScreen);
export const OpinionScreen = onDemand(async () => (await import('@/screens/analysis/OpinionScreen')).OpinionScreen);
export const ComparisonScreen = onDemand(
  async () => (await import('@/screens/analysis/comparison/ComparisonScreen')).ComparisonScreen,
);
onBoardScreenNeeded(BoardScreen.preload);

/** For a start that goes straight to a board: its code is fetched before anything is known of it. */
export const preloadFirstBoard = (kind: SheetKindId): Promise<void> => preloadBoard(kind);
