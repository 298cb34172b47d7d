import type { FindingId } from '@shared/base/ids';
import { addFinding } from '@shared/boards/empathy-map/commands/findings';
import type { EmpathyMapDoc, EmpathyNote, Finding } from '@shared/boards/empathy-map/model';
import type { Target } from '@shared/scene/primitives';
import { openAdded } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { newId } from '@/editor/newId';
import { editKey } from '@/editor/textEditing';
import { currentT } from '@/ui/useT';
import { findingOf, noteAt } from './entities';

export interface Pair {
  readonly say: EmpathyNote;
  readonly does: EmpathyNote;
}

/** One note of what they say and one of what they do, when exactly these two are chosen. */
export function pairIn(doc: EmpathyMapDoc, selection: readonly Target[]): Pair | null {
  if (selection.length !== 2) return null;
  const notes = selection.flatMap((target) => noteAt(doc, target) ?? []);
  const say = notes.find(({ zone }) => zone === 'say');
  const does = notes.find(({ zone }) => zone === 'do');
  return say && does ? { say, does } : null;
}

/** The finding that a pair was marked with already. */
export const findingOfPair = (doc: EmpathyMapDoc, { say, does }: Pair): Finding | null =>
  Object.values<Finding>(doc.findings).find(({ sayId, doId }) => sayId === say.id && doId === does.id) ?? null;

/** Marks the chosen pair as a contradiction and opens its words; a pair that is marked already is gone to. */
export function markContradiction(controller: BoardController<EmpathyMapDoc>): boolean {
  const { session } = controller;
  const { doc } = session.store.getState();
  const pair = pairIn(doc, controller.selection());
  if (!pair) {
    controller.refuse(currentT()('empathy.finding.choose'));
    return true;
  }
  const known = findingOfPair(doc, pair);
  if (known) {
    controller.reveal({ kind: 'finding', id: known.id });
    return true;
  }
  const id = newId<FindingId>();
  const mergeKey = editKey();
  session.run(addFinding, { id, sayId: pair.say.id, doId: pair.does.id, text: '' }, { mergeKey });
  if (findingOf(session.store.getState().doc, id)) openAdded(controller, { target: { kind: 'finding', id }, mergeKey });
  return true;
}
