import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageColumns, type TouchpointUse, touchpointRegister, usesIn } from './register';

const use = (id: string, label: string, more: Partial<TouchpointUse> = {}): TouchpointUse => ({
  board: 'b1',
  id,
  stageId: 's1',
  label,
  channel: 'store',
  medium: 'offline',
  owner: '',
  controlled: null,
  measure: '',
  indicators: 0,
  ...more,
});

describe('register of touchpoints', () => {
  it('has every touchpoint once, whatever its capitals and spaces, with all its uses', () => {
    const found = touchpointRegister([use('a', 'Caisse'), use('b', 'Site'), use('c', ' caisse ', { board: 'b2' })]);
    expect(found.map(({ label, uses }) => [label, uses.map(({ id }) => id)])).toEqual([
      ['Caisse', ['a', 'c']],
      ['Site', ['b']],
    ]);
  });

  it('says what all uses agree on, and nothing where they do not', () => {
    const [one] = touchpointRegister([
      use('a', 'x', { owner: 'Ana', channel: 'app' }),
      use('b', 'x', { owner: 'Ana' }),
    ]);
    expect(one).toMatchObject({ owner: 'Ana', channel: undefined, medium: 'offline' });
  });

  it('takes one as measured by words or by an indicator beside it', () => {
    const measured = (more: Partial<TouchpointUse>) => touchpointRegister([use('a', 'x', more)])[0]?.isMeasured;
    expect([
      measured({}),
      measured({ measure: ' ' }),
      measured({ measure: 'NPS' }),
      measured({ indicators: 1 }),
    ]).toEqual([false, false, true, true]);
  });

  it('joins stages of the same title into one column', () => {
    const columns = stageColumns([
      { board: 'b1', id: 's1', title: 'Achat' },
      { board: 'b2', id: 's9', title: 'achat' },
      { board: 'b2', id: 's8', title: '' },
    ]);
    expect(columns.map(({ title, stages }) => [title, stages.size])).toEqual([
      ['Achat', 2],
      ['', 1],
    ]);
    const [one] = touchpointRegister([
      use('a', 'x'),
      use('b', 'x', { board: 'b2', stageId: 's9' }),
      use('c', 'x', { stageId: 'z' }),
    ]);
    const [first] = columns;
    expect(one && first && usesIn(one, first).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('loses no use and counts none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', ' ', 'A', 'a', 'b', 'B '), { maxLength: 12 }), (labels) => {
        const uses = labels.map((label, at) => use(`u${at}`, label));
        const found = touchpointRegister(uses).flatMap((one) => one.uses.map(({ id }) => id));
        expect([...found].sort()).toEqual(uses.map(({ id }) => id).sort());
      }),
    );
  });
});
