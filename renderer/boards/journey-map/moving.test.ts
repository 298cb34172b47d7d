import type { EmotionPointId, Id } from '@shared/base/ids';
import { createJourneyMap } from '@shared/boards/journey-map/create';
import type { JourneyMapDoc, LaneKind } from '@shared/boards/journey-map/model';
import { columnsInOrder, lanesInOrder, notesIn, stagesInOrder } from '@shared/boards/journey-map/order';
import { translator } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { beforeEach, describe, expect, it } from 'vitest';
import { memorySession } from '../../../tests/support/memorySession';
import { addAnyNote, addPointTo, addToCell, addToLane } from './adding';
import { moveTarget, nudgeOffset, nudgeValence } from './moving';
import { cellAt, cellsOf, contentsOf } from './places';

let ids = 0;
const newId = <T extends Id<string>>() => `id${++ids}` as T;
const blank = (): JourneyMapDoc =>
  createJourneyMap({ newId, title: 'Essai', lang: 'fr', t: translator('fr'), date: '2026-11-22', preset: 'full' });

let session: ReturnType<typeof memorySession<JourneyMapDoc>>;
const doc = () => session.store.getState().doc;
const lane = (kind: LaneKind) => lanesInOrder(doc()).find((one) => one.kind === kind)!;
const cell = (kind: LaneKind, at: number) => cellsOf(doc(), lane(kind))[at]!;
const add = (kind: LaneKind, at: number): Target => addToCell(session, cell(kind, at), null, {})!;

beforeEach(() => {
  session = memorySession(blank());
});

describe('adding', () => {
  it('adds what a row holds', () => {
    expect(add('actions', 0).kind).toBe('note');
    expect(add('touchpoints', 0).kind).toBe('touchpoint');
    expect(add('indicators', 1).kind).toBe('indicator');
    expect(add('emotion', 1).kind).toBe('emotion-point');
    expect(session.steps()).toBe(4);
  });

  it('adds beside the selection, in its stage, behind it', () => {
    const first = add('pain-points', 2);
    add('pain-points', 2);
    const between = addAnyNote(session, first, {})!;
    expect(
      contentsOf(doc(), cell('pain-points', 2))
        .map(({ id }) => id)
        .indexOf(between.id),
    ).toBe(1);
    const opportunity = addToLane(session, 'opportunities', first, {})!;
    expect(contentsOf(doc(), cell('opportunities', 2))).toEqual([opportunity]);
  });

  it('opens what is hidden or folded, and adds the row when there is none', () => {
    const { lanes } = doc();
    const without = Object.fromEntries(Object.entries(lanes).filter(([, one]) => one.kind !== 'opportunities'));
    session = memorySession({ ...doc(), lanes: without as JourneyMapDoc['lanes'] });
    expect(addToLane(session, 'opportunities', null, { mergeKey: 'a' })?.kind).toBe('note');
    expect(session.steps()).toBe(1);
    const hidden = { ...lane('thoughts'), hidden: true, folded: true };
    session = memorySession({ ...doc(), lanes: { ...doc().lanes, [hidden.id]: hidden } });
    addToLane(session, 'thoughts', null, {});
    expect(lane('thoughts')).toMatchObject({ hidden: false, folded: false });
  });
});

describe('moving', () => {
  it('takes a note across its row and keeps to it', () => {
    const note = add('pain-points', 0);
    expect(moveTarget(session, note, 'left')).toBe(false);
    expect(moveTarget(session, note, 'right')).toBe(true);
    expect(contentsOf(doc(), cell('pain-points', 1))).toEqual([note]);
  });

  it('takes a note up and down its cell, then to the next row of notes', () => {
    const [a, b] = [add('pain-points', 0), add('pain-points', 0)];
    moveTarget(session, b, 'up');
    expect(contentsOf(doc(), cell('pain-points', 0))).toEqual([b, a]);
    moveTarget(session, a, 'down');
    expect(contentsOf(doc(), cell('opportunities', 0))).toEqual([a]);
    moveTarget(session, b, 'up');
    // Indicators and the curve take no notes: thoughts are next above.
    expect(contentsOf(doc(), cell('thoughts', 0))).toEqual([b]);
  });

  it('puts a note that comes into a row of steps on the first step of its stage', () => {
    const note = add('thoughts', 1);
    moveTarget(session, note, 'up');
    expect(notesIn(doc(), cellAt(doc(), lane('actions'), stagesInOrder(doc())[1]!.id, null)!)).toHaveLength(1);
  });

  it('leaves a locked note where it is', () => {
    const note = add('pain-points', 0);
    const locked = { ...doc().notes[note.id as never]!, locked: true };
    session = memorySession({ ...doc(), notes: { [note.id]: locked } as JourneyMapDoc['notes'] });
    expect(moveTarget(session, note, 'right')).toBe(false);
  });

  it('moves stages, steps over the edge of their stage, rows past hidden ones', () => {
    const [first, second] = stagesInOrder(doc());
    expect(moveTarget(session, { kind: 'stage', id: first!.id }, 'left')).toBe(false);
    moveTarget(session, { kind: 'stage', id: first!.id }, 'right');
    expect(
      stagesInOrder(doc())
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([second!.id, first!.id]);

    const step = columnsInOrder(doc())[1]!;
    moveTarget(session, { kind: 'step', id: step.id }, 'right');
    expect(doc().steps[step.id]!.stageId).toBe(first!.id);
    expect(columnsInOrder(doc())[1]!.id).toBe(step.id);

    const [top, next, third] = lanesInOrder(doc());
    session = memorySession({ ...doc(), lanes: { ...doc().lanes, [next!.id]: { ...next!, hidden: true } } });
    moveTarget(session, { kind: 'lane', id: top!.id }, 'down');
    expect(
      lanesInOrder(doc())
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual([next!.id, third!.id, top!.id]);
  });

  it('nudges faces in tenths between −2 and +2, and inside their step', () => {
    const place = { laneId: lane('emotion').id, stepId: columnsInOrder(doc())[0]!.id, offset: 0.5, valence: 1.9 };
    const id = addPointTo(session, place, {}).id as EmotionPointId;
    expect(nudgeValence(session, id, true, false)).toBe(true);
    expect(nudgeValence(session, id, true, false)).toBe(false);
    expect(doc().emotionPoints[id]!.valence).toBe(2);
    nudgeValence(session, id, false, true);
    expect(doc().emotionPoints[id]!.valence).toBe(1.5);
    for (let i = 0; i < 15; i++) nudgeOffset(session, id, true);
    expect(doc().emotionPoints[id]!.offset).toBe(1);
  });
});
