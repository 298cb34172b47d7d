import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionPlan, type PlanLine, planInOrder, whoDoes } from './actionPlan';
import { type MapFacts, NO_FACTS, type OpportunityFact } from './mapFacts';

const TODAY = '2026-11-27';

const idea = (id: string, more: Partial<OpportunityFact> = {}): OpportunityFact => ({
  ref: { kind: 'note', id },
  stageId: 's',
  stepId: null,
  words: id,
  impact: null,
  effort: null,
  evidence: null,
  author: '',
  votes: 0,
  owner: '',
  due: '',
  decision: null,
  ...more,
});

const plan = (opportunities: readonly OpportunityFact[], more: Partial<MapFacts> = {}): readonly PlanLine[] =>
  actionPlan({ ...NO_FACTS, stages: [{ id: 's', title: 'Achat' }], opportunities, ...more }, TODAY);
const words = (lines: readonly PlanLine[]) => lines.map((line) => line.words);

describe('an action plan', () => {
  it('takes up what brings most for least, and lets votes decide', () => {
    const lines = plan([
      idea('leave', { impact: 1, effort: 5 }),
      idea('b', { impact: 4, effort: 2 }),
      idea('voted', { impact: 4, effort: 2, votes: 3 }),
      idea('a', { impact: 5, effort: 1 }),
    ]);
    expect(words(lines)).toEqual(['a', 'voted', 'b', 'leave']);
    expect(lines.map(({ stageTitle }) => stageTitle)).toEqual(['Achat', 'Achat', 'Achat', 'Achat']);
  });

  it('leaves out what is neither rated nor organised; what somebody has begun to organise comes last', () => {
    const lines = plan([
      idea('rated once', { impact: 5 }),
      idea('owned', { owner: 'Digital' }),
      idea('dated', { due: '2026-12-15' }),
      idea('decided', { decision: 'maybe' }),
      idea('rated', { impact: 1, effort: 5 }),
    ]);
    expect(words(lines)).toEqual(['rated', 'owned', 'dated', 'decided']);
    expect(lines.map(({ quadrant }) => quadrant)).toEqual(['drop', null, null, null]);
  });

  it('counts the days that are left by the calendar, across months and leap days', () => {
    const left = (due: string) => plan([idea('one', { due, owner: 'x' })])[0]?.daysLeft;
    expect([TODAY, '2026-11-26', '2026-12-01', '2028-03-01'].map(left)).toEqual([0, -1, 4, 460]);
    expect(['', '2026-02-31', '0000-00-00'].map(left)).toEqual([null, null, null]);
  });

  it('is late only where it was not decided against', () => {
    const late = (decision: OpportunityFact['decision']) => plan([idea('one', { due: '2026-11-20', decision })])[0];
    expect([late(null), late('yes'), late('no')].map((line) => line?.isLate)).toEqual([true, true, false]);
    expect(plan([idea('one', { due: TODAY })])[0]?.isLate).toBe(false);
  });

  it('names who looks after the stage where it has no owner of its own', () => {
    const owner = (stageId: string, text: string) => ({
      ref: { kind: 'note', id: text },
      stageId,
      stepId: null,
      lane: 'owner',
      words: text,
    });
    const lines = plan(
      [
        idea('of the stage', { decision: 'yes' }),
        idea('own', { owner: ' Marque ' }),
        idea('b', { stageId: 't', decision: 'no' }),
      ],
      { notes: [owner('s', 'Digital'), owner('s', ' '), owner('s', 'Boutiques')] },
    );
    expect(lines.map(whoDoes)).toEqual(['Digital, Boutiques', 'Marque', '']);
  });
});

describe('its orders', () => {
  const lines = plan([
    idea('later', { due: '2027-01-05', owner: 'Élodie', impact: 5, effort: 1 }),
    idea('none', { impact: 5, effort: 2 }),
    idea('sooner', { due: '2026-12-15', owner: 'Zoé', impact: 1, effort: 5 }),
    idea('same day', { due: '2026-12-15', owner: 'Fatou', impact: 4, effort: 3 }),
  ]);
  const by = (order: 'owner' | 'due' | 'priority', isTurned = false) =>
    words(planInOrder(lines, order, isTurned, 'fr'));

  it('puts days and names in their order, accents where they belong, and what is missing last both ways', () => {
    expect(by('due')).toEqual(['same day', 'sooner', 'later', 'none']);
    expect(by('due', true)).toEqual(['later', 'same day', 'sooner', 'none']);
    expect(by('owner')).toEqual(['later', 'same day', 'sooner', 'none']);
    expect(by('owner', true)).toEqual(['sooner', 'same day', 'later', 'none']);
    expect(by('priority')).toEqual(['later', 'none', 'same day', 'sooner']);
    expect(by('priority', true)).toEqual(['sooner', 'same day', 'none', 'later']);
  });

  it('loses and doubles no line, whatever a plan holds', () => {
    const rating = fc.option(fc.integer({ min: 1, max: 5 }));
    const anyIdea = fc
      .record({
        impact: rating,
        effort: rating,
        owner: fc.constantFrom('', 'A', 'É', 'b'),
        due: fc.constantFrom('', '2026-01-01', '2027-02-03'),
        decision: fc.constantFrom(null, 'yes', 'no' as const),
        votes: fc.nat(3),
      })
      .map((more) => more as Partial<OpportunityFact>);
    fc.assert(
      fc.property(
        fc.array(anyIdea, { maxLength: 12 }),
        fc.constantFrom('priority', 'owner', 'due'),
        fc.boolean(),
        (all, order, turned) => {
          const own = plan(all.map((more, at) => idea(`${at}`, more)));
          expect(words(planInOrder(own, order, turned, 'fr')).sort()).toEqual(words(own).sort());
        },
      ),
    );
  });
});
