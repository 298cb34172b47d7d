import fc from 'fast-check';
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

  it('follows changes as if it had read everything anew, and keeps the lists of the cells that do not change', () => {
    const laneId = laneOf(doc, 'actions');
    const all = (map: JourneyMapDoc) =>
      columnsInOrder(map).map(({ id: stepId, stageId }) => notesIn(map, { laneId, stageId, stepId }));
    const ids = Object.keys(doc.notes) as NoteId[];
    const change = fc.tuple(
      fc.nat(ids.length - 1),
      fc.nat(columnsInOrder(doc).length - 1),
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('move', 'delete', 'text', 'add'),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const seen: [JourneyMapDoc, ReturnType<typeof all>][] = [];
        let map = structuredClone(doc);
        for (const [which, column, order, how] of changes) {
          const before = all(map);
          const id = ids[which]!;
          const step = columnsInOrder(doc)[column]!;
          map = create(map, (draft) => {
            const note = draft.notes[id];
            if (how === 'delete') delete draft.notes[id];
            else if (how === 'text' && note) note.text += '!';
            else if (how === 'move' && note)
              Object.assign(note, { laneId, stageId: step.stageId, stepId: step.id, order });
            else if (how === 'add')
              draft.notes[`new${order}` as NoteId] = {
                ...doc.notes[ids[0]!]!,
                id: `new${order}` as NoteId,
                laneId,
                stageId: step.stageId,
                stepId: step.id,
                order,
              };
          });
          const after = all(map);
          seen.push([map, after]);
          after.forEach((list, at) => {
            const was = before[at]!;
            if (list.length > 0 && list.length === was.length && list.every((note, place) => note === was[place]))
              expect(list).toBe(was);
          });
        }
        // A copy of a collection has never been seen: its lists are made from nothing.
        for (const [each, lists] of seen) expect(lists).toEqual(all(structuredClone(each)));
      }),
      { numRuns: 50 },
    );
  });
});
