import type { Shown } from '@shared/analysis/differenceSigns';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { appStore } from '@/app/appStore';
import { showBoard } from '@/app/navigate';
import { controllerOf } from '@/editor/boardController';
import type { BoardLayer } from '@/editor/boardLayer';
import { whenDrivable } from '../showOnMap';
import { type ComparedWith, otherBoard, turned } from './comparedWith';
import { chooseCompared, lookAtComparison } from './comparisonLooked';
import { goToDifference, type JourneyController, layerOn, lookAt } from './layerMoves';

/** Shows the differences on the board; `wanted`, the key of one of them, is looked at first. */
export async function showDifferences(args: {
  readonly chosen: ComparedWith;
  readonly shown: Shown;
  readonly Bar: BoardLayer['Bar'];
  readonly wanted: string | null;
}): Promise<void> {
  const { wanted, ...state } = args;
  appStore.setState({ screen: 'board' });
  const controller = controllerOf<JourneyMapDoc>(await whenDrivable(state.chosen.boardId));
  if (!controller) return;
  lookAt(controller, { ...state, current: null });
  if (wanted) goToDifference(controller, wanted);
  controller.focusBoard();
}

/** Goes to the other map of the comparison, with the same differences on it. */
export async function showOnOther(controller: JourneyController): Promise<void> {
  const layer = layerOn(controller);
  if (!layer) return;
  const { chosen, shown, current, Bar } = layer.state;
  const { store } = controller.session;
  const back = turned(chosen, () => store.getState().doc);
  const other = otherBoard(chosen);
  if (!back || !other) return;
  chooseCompared(other, { choice: back.choice, other: back.other, isAbsent: false });
  lookAtComparison(other, { shown });
  await showBoard(other);
  await showDifferences({ chosen: back, shown, Bar, wanted: current });
}
