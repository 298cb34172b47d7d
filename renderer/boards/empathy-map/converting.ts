import type { BoardId, StageId } from '@shared/base/ids';
import { opportunityFrom, painPointFrom } from '@shared/boards/empathy-map/conversion';
import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { askAtSelection } from '@/editor/keys';
import { noteTargets } from '@/editor/noteActions';
import type { CarriedTo, OtherBoard } from '@/session/otherBoards';
import { showToast } from '@/ui/notices';
import { currentT } from '@/ui/useT';
import { noteAt, stageOf } from './entities';

type Controller = BoardController<EmpathyMapDoc>;

/** The journey that notes are carried on into: the linked one, else the only one of the workshop. */
async function journeyFor(controller: Controller): Promise<OtherBoard | readonly OtherBoard[]> {
  const others = controller.others();
  const { journeyId } = controller.session.store.getState().doc.info;
  const linked = journeyId ? await others.read(journeyId) : null;
  if (linked?.stages) return linked;
  const all = await Promise.all(others.list().map(({ id }) => others.read(id)));
  const journeys = all.flatMap((board) => (board?.stages ? [board] : []));
  const [only, second] = journeys;
  return only && !second ? only : journeys;
}

/** The stage of a journey that a note belongs to; null when nobody said. */
function stageFor(doc: EmpathyMapDoc, note: EmpathyNote, journey: OtherBoard): StageId | null {
  const stage = note.stageId ? stageOf(doc, note.stageId) : null;
  const known = journey.stages?.find(({ id }) => id === stage?.source?.stageId);
  return known?.id ?? null;
}

function stageNameOf(journey: OtherBoard, stageId: StageId): string {
  const t = currentT();
  const at = journey.stages?.findIndex(({ id }) => id === stageId) ?? -1;
  const title = journey.stages?.[at]?.title ?? '';
  const stage = t('editing.select.stage', { number: at + 1 });
  return title ? t('editing.select.stageTitled', { stage, title }) : stage;
}

function tell(journey: OtherBoard, to: CarriedTo, count: number, stageId: StageId | null, undo: () => void): void {
  const t = currentT();
  const board = journey.title || t('board.untitled');
  const where = stageId ? stageNameOf(journey, stageId) : '';
  const key = to === 'opportunities' ? 'empathy.carry.opportunity' : 'empathy.carry.painPoint';
  showToast({
    icon: to === 'opportunities' ? 'lightbulb' : 'warning',
    text: t(key, { count, board, where }),
    action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: undo },
  });
}

function carryInto(controller: Controller, journey: OtherBoard, targets: readonly Target[], to: CarriedTo): void {
  const { doc } = controller.session.store.getState();
  const notes = targets.flatMap((target) => noteAt(doc, target) ?? []);
  const made = to === 'opportunities' ? opportunityFrom : painPointFrom;
  const run = async (unknown: StageId | null): Promise<void> => {
    const others = controller.others();
    const carried = notes.flatMap((note) => {
      const stageId = stageFor(doc, note, journey) ?? unknown;
      return stageId ? { to, stageId, fields: made(note, others.self) } : [];
    });
    const done = await others.carryOn(journey.id, carried);
    const stages = new Set(carried.map(({ stageId }) => stageId));
    const [only] = stages;
    if (!done) controller.refuse(currentT()('empathy.carry.failed'));
    else tell(journey, to, done.targets.length, stages.size === 1 ? (only ?? null) : null, done.undo);
  };
  const isKnown = notes.every((note) => stageFor(doc, note, journey) !== null);
  const stages = journey.stages ?? [];
  if (isKnown || stages.length < 2) {
    void run(stages[0]?.id ?? null);
    return;
  }
  askAtSelection(
    controller,
    currentT()('empathy.carry.whichStage'),
    stages.map(({ id }) => ({ id, label: stageNameOf(journey, id), icon: 'path', run: () => void run(id) })),
  );
}

/**
 * Makes opportunities (or pain points) of the chosen notes in the linked journey, in the stage each belongs to; asks which stage
 * where nobody said, and which journey where several could be meant.
 */
export function convertNotes(controller: Controller, to: CarriedTo): boolean {
  const targets = noteTargets(controller);
  if (targets.length === 0) return false;
  controller.editing.finish();
  void journeyFor(controller).then((found) => {
    if ('id' in found) carryInto(controller, found, targets, to);
    else if (found.length === 0) controller.refuse(currentT()('empathy.carry.noJourney'));
    else
      askAtSelection(
        controller,
        currentT()('empathy.carry.whichJourney'),
        found.map((journey) => ({
          id: journey.id as BoardId,
          label: journey.title || currentT()('board.untitled'),
          icon: 'path',
          run: () => carryInto(controller, journey, targets, to),
        })),
      );
  });
  return true;
}
