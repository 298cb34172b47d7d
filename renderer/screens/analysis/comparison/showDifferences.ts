import type { Shown } from '@shared/analysis/differenceSigns';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { appStore } from '@/app/appStore';
import { controllerOf } from '@/editor/boardController';
import { whenDrivable } from '../showOnMap';
import { ComparisonBar } from './ComparisonBar';
import type { ComparedSource } from './comparedSides';
import { goToDifference, lookAt } from './layerMoves';

/** Shows the differences on the board; `wanted`, the key of one of them, is looked at first. */
export async function showDifferences(args: {
  readonly boardId: string;
  readonly source: ComparedSource;
  readonly shown: Shown;
  readonly wanted: string | null;
}): Promise<void> {
  const { wanted, ...state } = args;
  appStore.setState({ screen: 'board' });
  const controller = controllerOf<JourneyMapDoc>(await whenDrivable());
  if (!controller) return;
  lookAt(controller, { ...state, current: null, Bar: ComparisonBar });
  if (wanted) goToDifference(controller, wanted);
  controller.focusBoard();
}
