import type { BoardId, LaneId } from '@shared/base/ids';
import { takeLane } from '@shared/boards/journey-map/commands/takeLane';
import { laneCopy } from '@shared/boards/journey-map/copyLane';
import type { JourneyMapDoc, Lane } from '@shared/boards/journey-map/model';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { newId } from '@/editor/newId';
import type { Session } from '@/session/session';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { laneTitle } from './selectionWords';

/** Takes in a row of another map, with its content. */
export function takeRow(session: Session<JourneyMapDoc>, from: JourneyMapDoc, row: Target): readonly Target[] {
  const copy = laneCopy(from, session.store.getState().doc, row.id as LaneId, newId);
  if (!copy) return [];
  session.run(takeLane, { copy });
  return [{ kind: 'lane', id: copy.lane.id }];
}

/** Copies a row of this map to another one, says so, and offers to take it back or to go there. */
export async function copyRowTo(controller: BoardController<JourneyMapDoc>, lane: Lane, to: BoardId): Promise<void> {
  const t = currentT();
  const others = controller.others();
  const { doc } = controller.session.store.getState();
  const done = await others.copyRow(to, doc, { kind: 'lane', id: lane.id });
  const board = others.list().find(({ id }) => id === to)?.title || t('board.untitled');
  if (!done) return;
  const text = t('editing.lane.copied', { title: laneTitle(lane, t), board });
  showToast({ text, icon: 'copy', action: { label: t('common.undo'), run: done.undo } });
}
