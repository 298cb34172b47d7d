import type { BoardId } from '../base/ids';
import type { JourneyMapDoc, LaneKind, Note } from '../boards/journey-map/model';
import { lanesInOrder, stagesInOrder, stepsOf, touchpointsIn } from '../boards/journey-map/order';
import type { NoteLink } from '../model/note';

/** Each opportunity rests on the pain point of its stage, and that on the touchpoint where it hurts most. */
export function withLinks(doc: JourneyMapDoc, board: BoardId): JourneyMapDoc {
  const laneOf = (kind: LaneKind) => lanesInOrder(doc).find((lane) => lane.kind === kind)?.id;
  const [pains, ideas, contacts] = [laneOf('pain-points'), laneOf('opportunities'), laneOf('touchpoints')];
  const notes = { ...doc.notes };
  const link = (note: Note | undefined, to: Omit<NoteLink, 'board'> | undefined): void => {
    if (note && to) notes[note.id] = { ...note, links: [{ board, ...to }] };
  };
  for (const { id: stageId } of stagesInOrder(doc)) {
    const own = Object.values<Note>(doc.notes).filter((note) => note.stageId === stageId);
    const pain = own.find(({ laneId }) => laneId === pains);
    const valence = (stepId: string) =>
      Object.values(doc.emotionPoints).find((point) => point.stepId === stepId && point.state === 'current')?.valence ??
      0;
    const [worst] = [...stepsOf(doc, stageId)].sort((a, b) => valence(a.id) - valence(b.id));
    const [contact] = worst && contacts ? touchpointsIn(doc, { laneId: contacts, stepId: worst.id }) : [];
    link(pain, contact && { kind: 'touchpoint', id: contact.id });
    link(
      own.find(({ laneId }) => laneId === ideas),
      pain && { kind: 'note', id: pain.id },
    );
  }
  return { ...doc, notes };
}
