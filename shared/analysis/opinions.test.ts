import { describe, expect, it } from 'vitest';
import type { Id, NewId, ParticipantId, PersonaId, RatingId, StepId } from '../base/ids';
import type { EmotionPoint, JourneyMapDoc, Participant, Rating } from '../boards/journey-map/model';
import { columnsInOrder } from '../boards/journey-map/order';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { opinionFacts, ratingOf } from './journeyFacts';
import { opinions as compute, personaPair } from './opinions';

function counter(): NewId {
  let count = 0;
  return <T extends Id<string>>() => `id${++count}` as T;
}

function sample(): JourneyMapDoc {
  const { docs } = sampleWorkshop({ lang: 'fr', newId: counter(), date: '2026-11-22' });
  const maps = Object.values(docs).filter((doc): doc is JourneyMapDoc => doc.kind === 'journey-map');
  const map = maps.find(({ info }) => info.state === 'current');
  if (!map) throw new Error('the sample has a journey map');
  return { ...map, participants: {}, ratings: {} };
}

const opinions = (doc: JourneyMapDoc, personaId: PersonaId | null) => compute(opinionFacts(doc, personaId));

/** Rows of ratings by moment, one participant per rating of the longest row. */
function rated(rows: readonly (readonly number[])[], personaId: PersonaId | null = null): JourneyMapDoc {
  const map = sample();
  const participants: Record<string, Participant> = {};
  const ratings: Record<string, Rating> = {};
  for (const [at, row] of rows.entries())
    for (const [who, valence] of row.entries()) {
      const participantId = `p${who}` as ParticipantId;
      participants[participantId] = { id: participantId, order: `a${who}`, name: `N${who}` };
      const id = `r${at}-${who}` as RatingId;
      ratings[id] = { id, participantId, stepId: columnsInOrder(map)[at]?.id as StepId, personaId, valence };
    }
  return { ...map, participants, ratings } as JourneyMapDoc;
}

const ROWS = [
  [1, 1.2, 1, 1.1, 1],
  [1.5, 1.5, 1.5, -1.5, -1.5],
  [-2, -1.9, -1.7, -2, -1.6],
  [0.5, 0.6],
];

describe('opinions on a journey', () => {
  it('tell every moment, rated or not, in order', () => {
    const view = opinions(rated(ROWS), null);
    expect(view.moments).toHaveLength(view.facts.steps.length);
    expect(view.moments.map(({ of }) => of?.n ?? 0).slice(0, 5)).toEqual([5, 5, 5, 2, 0]);
    expect(view.participants.map(({ name }) => name)).toEqual(['N0', 'N1', 'N2', 'N3', 'N4']);
  });

  it('find the split moment, the strongest agreement of those with a band, and what is remembered', () => {
    const view = opinions(rated(ROWS), null);
    const [first, second, third, fourth] = view.moments;
    expect(view.split).toEqual([second]);
    expect(view.agreed).toBe(first);
    expect(view.remembered?.peak).toBe(third);
    expect(view.remembered?.end).toBe(fourth);
    expect(view.remembered?.score).toBeCloseTo((-1.9 + 0.55) / 2);
  });

  it('count ratings of nobody for the first persona, and those of another persona for that one alone', () => {
    const map = sample();
    const [first] = map.info.personaIds;
    if (!first) throw new Error('the sample has a persona');
    for (const owner of [null, first])
      for (const asked of [null, first]) expect(opinions(rated(ROWS, owner), asked).moments[0]?.of?.n).toBe(5);
    const other = 'someone-else' as PersonaId;
    expect(opinions(rated(ROWS, other), first).moments[0]?.of).toBeNull();
    expect(opinions(rated(ROWS, other), other).moments[0]?.of?.n).toBe(5);
  });

  it('leave out ratings of somebody who is gone', () => {
    const map = rated(ROWS);
    const { p0: _, ...participants } = map.participants as Record<string, Participant>;
    const view = opinions({ ...map, participants } as JourneyMapDoc, null);
    expect(view.moments.map(({ of }) => of?.n ?? 0).slice(0, 4)).toEqual([4, 4, 4, 1]);
    expect(view.moments[0]?.of?.band).toBeNull();
  });

  it('find the rating that a participant gave', () => {
    const map = rated(ROWS);
    const stepId = columnsInOrder(map)[1]?.id as StepId;
    const at = { participantId: 'p3' as ParticipantId, stepId, personaId: null };
    expect(ratingOf(map, at)?.valence).toBe(-1.5);
    expect(ratingOf(map, { ...at, participantId: 'p9' as ParticipantId })).toBeNull();
  });

  it('say nothing of aims where nothing is aimed at, and the widest gap first where something is', () => {
    const map = sample();
    const points = Object.values<EmotionPoint>(map.emotionPoints).filter(({ state }) => state === 'current');
    const felt = { ...map, emotionPoints: Object.fromEntries(points.map((one) => [one.id, one])) } as JourneyMapDoc;
    expect(opinions(felt, null).aims).toBeNull();
    const aimed = points.map(
      (one): EmotionPoint => ({
        ...one,
        id: `${one.id}t` as EmotionPoint['id'],
        state: 'target',
        valence: Math.max(one.valence, 0.5),
      }),
    );
    const both = Object.fromEntries([...points, ...aimed].map((one) => [one.id, one]));
    const { aims } = opinions({ ...map, emotionPoints: both } as JourneyMapDoc, null);
    const lowest = Math.min(...points.map(({ valence }) => valence));
    expect(aims?.gaps[0]?.gap).toBeCloseTo(0.5 - lowest, 5);
    const gaps = aims?.gaps.map(({ gap }) => gap) ?? [];
    expect([...gaps].sort((a, b) => b - a)).toEqual(gaps);
  });

  it('compare no curve with one that is not there', () => {
    const { facts } = opinions(sample(), null);
    expect(personaPair(facts, facts.emotions[0]?.curve ?? '', 'someone-else')).toBeNull();
  });
});
