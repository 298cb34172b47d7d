import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { idsOf } from '../../../../tests/support/journeyCommands';
import { richPersona } from '../../../../tests/support/personaCommands';
import { personaProblems } from '../../../../tests/support/personaInvariants';
import type { BlockId, EntryId, EvidenceId } from '../../../base/ids';
import type { Command } from '../../../document/command';
import { translator } from '../../../i18n/translate';
import type { PinnedFact } from '../../../table/pinnedFact';
import type { Entry, PersonaDoc } from '../model';
import { entriesOf, slotOf } from '../order';
import { guessPinField } from '../pinField';
import { factText, figureEntry } from '../pinnedWords';
import { setBlockFields, setFact } from './blocks';
import { type PinField, type PinnedFigure, pinFigures, pinnedTrace, unpinFigures } from './figures';
import { setPersonaFields } from './info';

const run = <Args>(doc: PersonaDoc, command: Command<PersonaDoc, Args>, args: Args): PersonaDoc =>
  create(doc, (draft) => command(draft as never, args));

const newId = idsOf('pin');
const figure = (value: string): PinnedFigure => ({
  evidence: newId<EvidenceId>(),
  entry: newId<EntryId>(),
  source: {
    title: `age : ${value} ans (médiane), clients.csv, genre : femme`,
    date: '27/11/2026',
    sample: 312,
    note: '',
  },
  value,
  says: { text: `age : ${value} ans` },
});
const AGE: PinField = { kind: 'fact', id: 'age' };
const PURCHASE: PinField = { kind: 'block', id: 'purchase' as BlockId };
/** A persona whose age is nothing or a text, with nothing behind it. */
const aged = (age: string, evidence: 'observation' | null = null): PersonaDoc =>
  run(run(richPersona(), setPersonaFields, { fields: { age } }), setFact, {
    id: 'age',
    fields: { evidence, cites: [] },
  });

describe('pinned figures', () => {
  it('are data that a fact cites; an empty one says the first of them', () => {
    const [first, second] = [figure('36'), figure('38')];
    const doc = run(aged(''), pinFigures, { field: AGE, figures: [first, second] });
    expect(doc.info.age).toBe('36');
    expect(slotOf(doc, 'age')).toMatchObject({ evidence: 'data', cites: [first.evidence, second.evidence] });
    expect(doc.evidence[first.evidence]).toMatchObject({ kind: 'data', sample: 312, date: '27/11/2026' });
    expect(doc.evidence[first.evidence]?.title).toBe(first.source.title);
    expect(personaProblems(doc)).toEqual([]);
  });

  it('leave what a fact says, and the proof that it has', () => {
    const doc = run(aged('45', 'observation'), pinFigures, { field: AGE, figures: [figure('36')] });
    expect(doc.info.age).toBe('45');
    expect(slotOf(doc, 'age').evidence).toBe('observation');
    expect(slotOf(doc, 'age').cites).toHaveLength(1);
  });

  it('are new entries of a block, each with its source', () => {
    const before = richPersona();
    const [first, second] = [figure('36'), figure('38')];
    const doc = run(before, pinFigures, { field: PURCHASE, figures: [first, second] });
    const entries = entriesOf(doc, PURCHASE.id as BlockId).slice(-2);
    expect(entries.map(({ text, evidence, cites }) => [text, evidence, cites])).toEqual([
      ['age : 36 ans', 'data', [first.evidence]],
      ['age : 38 ans', 'data', [second.evidence]],
    ]);
    expect(run(before, pinFigures, { field: { kind: 'block', id: 'gone' as BlockId }, figures: [first] })).toBe(before);
  });

  it('are pinned once: the same figure again changes nothing', () => {
    const doc = run(aged(''), pinFigures, { field: AGE, figures: [figure('36')] });
    expect(run(doc, pinFigures, { field: AGE, figures: [figure('36')] })).toBe(doc);
  });

  it.each([
    ['an empty fact', aged(''), AGE],
    ['a fact that nobody touched', { ...aged(''), factSlots: {} }, AGE],
    ['a fact with a text', aged('45', 'observation'), AGE],
    ['a block', richPersona(), PURCHASE],
  ] as const)('are taken back from %s without a history', (_, before, field) => {
    const after = run(before, pinFigures, { field, figures: [figure('36')] });
    expect(after).not.toEqual(before);
    expect(run(after, unpinFigures, pinnedTrace(before, after, field))).toEqual(before);
  });

  it('leave what was written since when they are taken back', () => {
    const before = aged('');
    const after = run(before, pinFigures, { field: AGE, figures: [figure('36')] });
    const edited = run(after, setPersonaFields, { fields: { age: '37' } });
    expect(run(edited, unpinFigures, pinnedTrace(before, after, AGE)).info.age).toBe('37');
  });
});

describe('the field that a column is about', () => {
  it.each([
    ['age', 'age'],
    ['Âge du client', 'age'],
    ['revenu_mensuel', 'income'],
    ['canal', 'channels'],
    ['Sales channel', 'channels'],
    ['Ville', 'place'],
    ['depense', 'purchase'],
    ['NPS', 'purchase'],
    // No age.
    ['pages vues', 'purchase'],
  ])('%s: %s', (column, field) => {
    expect(guessPinField(richPersona(), [column])?.id).toBe(field);
  });

  it('is what people do where the columns are about several', () => {
    expect(guessPinField(richPersona(), ['age', 'age_client'])).toEqual(AGE);
    expect(guessPinField(richPersona(), ['age', 'canal'])).toEqual(PURCHASE);
  });

  it('is one that the persona shows', () => {
    const withoutAge = run(richPersona(), setFact, { id: 'age', fields: { visible: false } });
    expect(guessPinField(withoutAge, ['age'])).toEqual(PURCHASE);
    const withoutHabits = run(withoutAge, setBlockFields, { id: 'purchase' as BlockId, fields: { visible: false } });
    expect(guessPinField(withoutHabits, ['age'])).toMatchObject({ kind: 'block' });
    expect(guessPinField({ ...withoutHabits, blocks: {} }, ['age'])).toBeNull();
  });
});

describe('the words of a pinned figure', () => {
  const FR = { t: translator('fr'), lang: 'fr' } as const;
  const CHANNELS = 'channels' as BlockId;
  const share: PinnedFact = {
    text: 'canal : 71 % boutique (151 sur 212)',
    headline: '71 % boutique',
    column: 'canal',
    statistic: 'share',
    value: 71,
    unit: '%',
    label: 'boutique',
    n: 212,
    hits: 151,
    interval: null,
    indicative: false,
    file: 'clients.csv',
    date: '2026-11-27',
    filter: 'tout le fichier',
  };
  const median: PinnedFact = {
    ...share,
    text: 'age : 36 ans',
    headline: '36 ans',
    column: 'age',
    statistic: 'median',
    value: 36,
    unit: 'years',
    label: '',
    hits: 0,
  };
  const channelsOf = (sample: number | null): PersonaDoc => {
    const doc = richPersona();
    const entries = Object.values<Entry>(doc.entries).map((entry) => [
      entry.id,
      entry.block === CHANNELS ? { ...entry, value: 7, sample } : entry,
    ]);
    return { ...doc, entries: Object.fromEntries(entries) };
  };

  it('are a weight among channels that are counted out of as many people, and a sentence among others', () => {
    expect(figureEntry(channelsOf(212), CHANNELS, share, FR)).toEqual({ text: 'boutique', value: 151, sample: 212 });
    expect(figureEntry(channelsOf(9), CHANNELS, share, FR)).toEqual({ text: share.text });
    expect(figureEntry(channelsOf(null), CHANNELS, share, FR)).toEqual({ text: share.text });
    expect(figureEntry(channelsOf(212), CHANNELS, median, FR)).toEqual({ text: median.text });
  });

  it('are the number and what it counts in a block of figures', () => {
    const doc = richPersona();
    const figures: PersonaDoc = {
      ...doc,
      blocks: { ...doc.blocks, [CHANNELS]: { ...doc.blocks[CHANNELS]!, kind: 'number' } },
    };
    expect(figureEntry(figures, CHANNELS, median, FR)).toEqual({ text: 'age\u00A0: médiane', value: 36, unit: 'ans' });
    expect(figureEntry(figures, CHANNELS, share, FR)).toEqual({ text: 'boutique', value: 71, unit: '%' });
    const first: PinnedFact = { ...median, statistic: 'from', text: 'achat : 12/10/2026' };
    expect(figureEntry(figures, CHANNELS, first, FR)).toEqual({ text: first.text });
  });

  it('are an age as people type it', () => {
    expect(factText(median)).toBe('36');
    expect(factText({ ...median, value: 36.5, headline: '36,5 ans' })).toBe('36,5 ans');
    expect(factText(share)).toBe('71 % boutique');
  });
});
