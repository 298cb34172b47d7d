import type { StageId } from '@shared/base/ids';
import { splitStage } from '@shared/boards/empathy-map/commands/stages';
import type { EmpathyMapDoc, EmpathyStage } from '@shared/boards/empathy-map/model';
import type { BoardController } from '@/editor/boardController';
import { newId } from '@/editor/newId';
import { currentT } from '@/ui/useT';
import { stageName } from './words';

/** Only what has several moments can be told apart. */
export const canSplit = ({ moments }: EmpathyStage): boolean => moments.length > 1;

/** Splits a stage where its mood jumps most; both halves are numbered until somebody names them. */
export function splitAt(controller: BoardController<EmpathyMapDoc>, id: StageId): void {
  const { session } = controller;
  const t = currentT();
  const title = stageName(session.store.getState().doc, id, t);
  const titles = [
    t('empathy.splitTitle', { title, number: 1 }),
    t('empathy.splitTitle', { title, number: 2 }),
  ] as const;
  session.run(splitStage, { id, newId: newId<StageId>(), titles });
  controller.reveal({ kind: 'stage', id });
}
