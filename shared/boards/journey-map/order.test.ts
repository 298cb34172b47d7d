import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { smallJourney } from '../../../tests/support/journeyCommands';
import type { LaneId, NoteId, StepId } from '../../base/ids';
import { addEmotionPoint } from './commands/emotionPoints';
import { setNoteText } from './commands/notes';
import { moveStage } from './commands/stages';
import type { JourneyMapDoc, LaneKind } from './model';
import {
  columnOf,
  columnsInOrder,
  emotionPointsIn,
  lanesInOrder,
  notesIn,
  stagesInOrder,
  stepsOf,
  touchpointsIn,
} from './order';

const laneOf = (doc: JourneyMapDoc, kind: LaneKind) =>
  lanesInOrder(doc).find((lane) => lane.kind === kind)?.id as LaneId;

describe('reading order', () => {
  const doc = smallJourney();

  it('puts columns under their stages and follows them when they move', () => {
    expect(columnsInOrder(doc)).toEqual(stagesInOrder(doc).flatMap((stage) => stepsOf(doc, stage.id)));
    const [first, second] = stagesInOrder(doc);
    const moved = create(doc, (draft) => moveStage(draft, { id: first!.id, to: 1 }));
    expect(stagesInOrder(moved)[0]!.id).toBe(second!.id);
    expect(columnOf(moved, stepsOf(doc, second!.id)[0]!.id)).toBe(0);
    expect(columnOf(moved, 'gone' as StepId)).toBe(-1);
    const points = emotionPointsIn(moved, laneOf(moved, 'emotion'));
    expect(points.map((point) => columnOf(moved, point.stepId))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('breaks ties by id', () => {
    const tied = structuredClone(doc);
    for (const note of Object.values(tied.notes)) note.order = 'a0';
    const { id: stepId, stageId } = columnsInOrder(tied)[0]!;
    const ids = notesIn(tied, { laneId: laneOf(tied, 'actions'), stageId, stepId }).map((note) => note.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(2);
  });

  it('sorts points inside a step by their place, and leaves out those of a step that is gone', () => {
    const laneId = laneOf(doc, 'emotion');
    const stepId = columnsInOrder(doc)[2]!.id;
    const more = create(doc, (draft) =>
      addEmotionPoint(draft, { id: 'early' as never, laneId, stepId, offset: 0.2, valence: 1, fields: {} }),
    );
    expect(emotionPointsIn(more, laneId).map((point) => point.id)[2]).toBe('early');
    const orphaned = create(more, (draft) => {
      delete draft.steps[stepId];
    });
    expect(emotionPointsIn(orphaned, laneId)).toHaveLength(5);
  });

  it('gives the same list while its collection stays the same', () => {
    const { id: stepId, stageId } = columnsInOrder(doc)[0]!;
    const place = { laneId: laneOf(doc, 'touchpoints'), stageId, stepId };
    const edited = create(doc, (draft) =>
      setNoteText(draft, { id: Object.keys(doc.notes)[0] as NoteId, text: 'autre' }),
    );
    expect(touchpointsIn(edited, place)).toBe(touchpointsIn(doc, place));
    expect(touchpointsIn(doc, place)).toHaveLength(1);
    expect(touchpointsIn(doc, { ...place, stepId: 'gone' as StepId })).toEqual([]);
  });
});
