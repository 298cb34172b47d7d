import { describe, expect, it } from 'vitest';
import { EMPTY_NOTE } from '../../model/note';
import { filters, meets, shownNotes } from './noteFilter';

const note = { id: 'n1', ...EMPTY_NOTE, evidence: 'observation' as const, author: 'PL ', tags: ['prix', 'site'] };

describe('a note filter', () => {
  it('asks for nothing when it is empty', () => {
    expect(filters(undefined)).toBe(false);
    expect(filters({ evidence: [], tags: [], evidenceOnly: false })).toBe(false);
    expect(filters({ authors: ['PL'] })).toBe(true);
    const list = [note];
    expect(shownNotes(list, { colors: [] }, () => null)).toBe(list);
  });

  it('wants everything it asks for, any one of each list', () => {
    expect(meets(note, { evidence: ['verbatim', 'observation'], authors: ['AB', 'PL'], tags: ['site'] }, null)).toBe(
      true,
    );
    expect(meets(note, { evidence: ['observation'], authors: ['AB'] }, null)).toBe(false);
    expect(meets(note, { tags: ['rayon'] }, null)).toBe(false);
    expect(meets({ ...note, evidence: null }, { evidence: ['none'] }, null)).toBe(true);
  });

  it('looks at the paper that is seen: its own, else that of its place', () => {
    expect(meets(note, { colors: ['ciel'] }, 'ciel')).toBe(true);
    expect(meets({ ...note, color: 'corail' }, { colors: ['ciel'] }, 'ciel')).toBe(false);
    expect(meets(note, { colors: ['ciel'] }, null)).toBe(false);
  });

  it('shows what was written while it was on, whatever it says', () => {
    expect(meets(note, { tags: ['rayon'], also: ['n1'] }, null)).toBe(true);
    expect(meets(note, { tags: ['rayon'], also: ['n2'] }, null)).toBe(false);
    expect(filters({ also: ['n1'] })).toBe(false);
  });

  it('keeps only what is more than supposed, on demand', () => {
    expect(meets(note, { evidenceOnly: true }, null)).toBe(true);
    expect(meets({ ...note, evidence: 'hypothesis' }, { evidenceOnly: true }, null)).toBe(false);
    expect(meets({ ...note, evidence: null }, { evidenceOnly: true }, null)).toBe(false);
  });

  it('gives the same list for the same notes, so that nothing is laid out again', () => {
    const list = [note, { ...note, evidence: 'hypothesis' as const }];
    const first = shownNotes(list, { evidenceOnly: true }, () => null);
    expect(first).toEqual([note]);
    expect(shownNotes(list, { evidenceOnly: true }, () => null)).toBe(first);
  });
});
