import { expect, it } from 'vitest';
import { quadrantOf } from './priority';

it('knows four quadrants', () => {
  const of = (impact: number, effort: number) => quadrantOf({ impact, effort });
  expect([of(5, 1), of(4, 3), of(4, 4), of(3, 3), of(1, 5)]).toEqual(['first', 'first', 'prepare', 'later', 'drop']);
});
