import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { changeOf, idsOf, seeds, smallJourney } from '../../../tests/support/journeyCommands';
import type { JourneyMapDoc, Phase } from './model';
import { columnsInOrder, stagesInOrder } from './order';
import { autonomousShare, lastOfPurchase, leavesOut, shownStages, shownSteps, shownTouchpoints } from './shown';

const withInfo = (doc: JourneyMapDoc, info: Partial<JourneyMapDoc['info']>): JourneyMapDoc => ({
  ...doc,
  info: { ...doc.info, ...info },
});

const phased = (doc: JourneyMapDoc, ...phases: readonly Phase[]): JourneyMapDoc => {
  const stages = stagesInOrder(doc).map((stage, at) => ({ ...stage, phase: phases[at] ?? 'pre' }));
  return { ...doc, stages: Object.fromEntries(stages.map((stage) => [stage.id, stage])) as JourneyMapDoc['stages'] };
};

describe('what a map shows', () => {
  it('ends with the purchase in the scope of the buyer', () => {
    const doc = phased(smallJourney(), 'pre', 'purchase', 'post');
    expect(shownStages(doc)).toHaveLength(3);
    const buyer = withInfo(doc, { scope: 'buyer' });
    expect(shownStages(buyer).map(({ phase }) => phase)).toEqual(['pre', 'purchase']);
    expect(leavesOut(buyer)).toBe(true);
  });

  it('knows the end of the purchase where no stage is called so', () => {
    expect(lastOfPurchase(stagesInOrder(phased(smallJourney(), 'pre', 'post', 'post')))).toBe(0);
    expect(lastOfPurchase(stagesInOrder(phased(smallJourney(), 'pre', 'pre', 'pre')))).toBe(2);
  });

  it('leaves out moments of the other medium alone', () => {
    const doc = smallJourney();
    const [first] = columnsInOrder(doc);
    if (!first) throw new Error('no step');
    const touchpoints = Object.fromEntries(
      Object.values(doc.touchpoints).map((one) => [
        one.id,
        one.stepId === first.id ? { ...one, medium: 'online' } : one,
      ]),
    ) as JourneyMapDoc['touchpoints'];
    const online = withInfo({ ...doc, touchpoints }, { medium: 'online' });
    expect(shownStages(online).flatMap(({ id }) => shownSteps(online, id))).toEqual([first]);
    expect(shownTouchpoints(online, Object.values(touchpoints)).every(({ medium }) => medium === 'online')).toBe(true);
    // A map without any such moment stays whole.
    expect(shownStages(withInfo(doc, { medium: 'online' }))).toHaveLength(3);
  });

  it('counts the moments before the first salesperson', () => {
    const doc = phased(smallJourney(), 'pre', 'purchase', 'post');
    const columns = columnsInOrder(doc);
    expect(autonomousShare(doc)).toBeNull();
    expect(autonomousShare(withInfo(doc, { firstContactStepId: columns[3]?.id ?? null }))).toBe(0.5);
    expect(autonomousShare(withInfo(doc, { firstContactStepId: columns[3]?.id ?? null, scope: 'buyer' }))).toBe(0.75);
    expect(autonomousShare(withInfo(doc, { firstContactStepId: columns[0]?.id ?? null }))).toBe(0);
  });

  it('is never nothing, and a share between none and all, after any edits', () => {
    fc.assert(
      fc.property(seeds(25), fc.constantFrom('all' as const, 'online' as const, 'offline' as const), (all, medium) => {
        const newId = idsOf('w');
        let doc = smallJourney();
        for (const seed of all) {
          const { command, args } = changeOf(doc, seed, newId);
          doc = create(doc, (draft) => command(draft as never, args)) as JourneyMapDoc;
        }
        for (const scope of ['buyer', 'customer'] as const) {
          const seen = withInfo(doc, { scope, medium });
          expect(shownStages(seen).length).toBeGreaterThan(0);
          for (const { id } of shownStages(seen)) expect(shownSteps(seen, id).length).toBeGreaterThan(0);
          const share = autonomousShare(seen);
          if (share !== null) expect(share >= 0 && share < 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
