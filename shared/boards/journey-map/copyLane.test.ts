import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { changeOf, idsOf, type Seed, seeds, smallJourney } from '../../../tests/support/journeyCommands';
import { journeyProblems } from '../../../tests/support/journeyInvariants';
import type { LaneId } from '../../base/ids';
import { takeLane } from './commands/takeLane';
import { laneCopy } from './copyLane';
import type { JourneyMapDoc } from './model';
import { lanesInOrder, notesIn, stagesInOrder } from './order';

function played(all: readonly Seed[], writer: string): JourneyMapDoc {
  const newId = idsOf(writer);
  return all.reduce((doc, seed) => {
    const { command, args } = changeOf(doc, seed, newId);
    return create(doc, (draft) => command(draft as never, args)) as JourneyMapDoc;
  }, smallJourney());
}

function copied(from: JourneyMapDoc, to: JourneyMapDoc, laneId: LaneId): JourneyMapDoc {
  const copy = laneCopy(from, to, laneId, idsOf('copy'));
  if (!copy) throw new Error('no such row');
  return create(to, (draft) => takeLane(draft as never, { copy })) as JourneyMapDoc;
}

const sizes = (doc: JourneyMapDoc, laneId: string) =>
  [doc.notes, doc.touchpoints, doc.emotionPoints, doc.indicators].map(
    (all) => Object.values<{ laneId: string }>(all).filter((item) => item.laneId === laneId).length,
  );

describe('a row copied to another map', () => {
  it('brings all its content, leaves both maps sound, and the other rows as they were', () => {
    fc.assert(
      fc.property(seeds(30), seeds(30), fc.nat(30), (mine, yours, at) => {
        const [from, to] = [played(mine, 'a'), played(yours, 'b')];
        const lanes = lanesInOrder(from);
        const lane = lanes[at % lanes.length];
        fc.pre(lane !== undefined);
        const after = copied(from, to, lane?.id as LaneId);
        expect(journeyProblems(after)).toEqual([]);
        const made = lanesInOrder(after).at(-1);
        expect(made).toMatchObject({ kind: lane?.kind, title: lane?.title, hidden: false });
        expect(sizes(after, made?.id ?? '')).toEqual(sizes(from, lane?.id ?? ''));
        for (const other of lanesInOrder(to)) expect(sizes(after, other.id)).toEqual(sizes(to, other.id));
      }),
      { numRuns: 100 },
    );
  });

  it('puts notes into the stage of the same name', () => {
    const from = smallJourney();
    const to = smallJourney();
    const stages = stagesInOrder(to);
    const turned = stages.map((stage, index) => ({ ...stage, order: `a${9 - index}` }));
    const other = {
      ...to,
      stages: Object.fromEntries(turned.map((stage) => [stage.id, stage])) as JourneyMapDoc['stages'],
    };
    const lane = lanesInOrder(from).find(({ kind }) => kind === 'pain-points');
    const after = copied(from, other, lane?.id as LaneId);
    const made = lanesInOrder(after).at(-1);
    for (const { id } of stages) {
      const place = { stageId: id, stepId: null };
      const texts = (doc: JourneyMapDoc, laneId: LaneId) => notesIn(doc, { laneId, ...place }).map(({ text }) => text);
      expect(texts(after, made?.id as LaneId)).toEqual(texts(from, lane?.id as LaneId));
    }
  });
});
