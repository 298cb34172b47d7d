import { describe, expect, it } from 'vitest';
import type { OpportunityFact } from './mapFacts';
import { actionPlan, quadrantOf } from './priority';

const idea = (id: string, impact: number | null, effort: number | null, votes = 0): OpportunityFact => ({
  ref: { kind: 'note', id },
  stageId: 's',
  stepId: null,
  words: id,
  impact,
  effort,
  evidence: null,
  author: '',
  votes,
  owner: '',
  due: '',
  decision: null,
});

describe('action plan', () => {
  it('knows four quadrants', () => {
    const of = (impact: number, effort: number) => quadrantOf({ impact, effort });
    expect([of(5, 1), of(4, 3), of(4, 4), of(3, 3), of(1, 5)]).toEqual(['first', 'first', 'prepare', 'later', 'drop']);
  });

  it('takes up what brings most for least, leaves out what is not rated, and lets votes decide', () => {
    const all = [
      idea('leave', 1, 5),
      idea('b', 4, 2),
      idea('unrated', 5, null),
      idea('voted', 4, 2, 3),
      idea('a', 5, 1),
    ];
    expect(actionPlan(all).map(({ words }) => words)).toEqual(['a', 'voted', 'b', 'leave']);
  });
});
