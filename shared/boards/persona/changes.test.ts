import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { arbitraryPersona } from '../../../tests/support/arbitraryPersona';
import { richPersona } from '../../../tests/support/personaCommands';
import type { BlockId, EntryId } from '../../base/ids';
import type { Command } from '../../document/command';
import { type PersonaChange, personaChanges } from './changes';
import { moveBlock, setBlockFields, setFact } from './commands/blocks';
import { addEntry, deleteEntries, moveEntry, setEntryText } from './commands/entries';
import { deleteEvidence } from './commands/evidence';
import { setPersonaFields } from './commands/info';
import type { PersonaDoc } from './model';
import { entriesOf, evidenceInOrder } from './order';
import { diffWords } from './wordDiff';

const run = <Args>(doc: PersonaDoc, command: Command<PersonaDoc, Args>, args: Args): PersonaDoc =>
  create(doc, (draft) => command(draft as never, args));
const BARRIERS = 'barriers' as BlockId;
const joined = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');
const fieldsOf = (changes: readonly PersonaChange[]) =>
  changes.map(
    ({ field, kind }) => `${field.kind} ${'name' in field ? field.name : 'id' in field ? field.id : ''} ${kind}`,
  );

describe('diffWords', () => {
  it('shows the words that differ while less than half changes', () => {
    const { before, after, byWord } = diffWords('200 € par an, 150 € la paire', '350 € par an, 150 € la paire');
    expect(byWord).toBe(true);
    expect(before.map(({ text, same }) => [text.trim(), same])).toEqual([
      ['200', false],
      ['€ par an, 150 € la paire', true],
    ]);
    expect(after[0]).toMatchObject({ text: expect.stringContaining('350'), same: false });
  });

  it('marks words without the space before them', () => {
    expect(diffWords('Elle veut courir sans y penser', 'Elle veut marcher sans y penser').before).toEqual([
      { text: 'Elle veut ', same: true },
      { text: 'courir', same: false },
      { text: ' sans y penser', same: true },
    ]);
  });

  it('shows the whole of both when half or more changes, and when one is empty', () => {
    expect(diffWords('un deux trois quatre', 'un deux cinq six')).toMatchObject({ byWord: false });
    expect(diffWords('un deux trois quatre', 'un deux trois six').byWord).toBe(true);
    expect(diffWords('', 'bonjour')).toEqual({ before: [], after: [{ text: 'bonjour', same: false }], byWord: false });
  });

  it('loses no letter; what is the same is the same on both sides', () => {
    const text = fc.array(fc.constantFrom('a', 'bé', 'c', ' ', '\n', '\u00A0!', 'd', '👟')).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (one, two) => {
        const { before, after } = diffWords(one, two);
        expect(joined(before)).toBe(one);
        expect(joined(after)).toBe(two);
        const kept = (parts: typeof before) =>
          joined(parts.filter(({ same }) => same))
            .split(/\s+/u)
            .filter(Boolean)
            .join(' ');
        expect(kept(before)).toBe(kept(after));
      }),
      { numRuns: 500 },
    );
  });
});

describe('personaChanges', () => {
  it('tells fields, entries and sources that were added, removed and changed', () => {
    const before = richPersona();
    const [first, second] = entriesOf(before, BARRIERS);
    let after = run(before, setPersonaFields, {
      fields: { tagline: '', sector: 'Industrie', budget: '300 € par an, 150 € la paire' },
    });
    after = run(after, deleteEntries, { ids: [first!.id] });
    after = run(after, setEntryText, { id: second!.id, text: 'La peur d’une grosse erreur à 150 €' });
    after = run(after, addEntry, { id: 'new' as EntryId, block: BARRIERS, at: null, fields: { text: 'Le prix' } });
    after = run(after, deleteEvidence, { ids: [evidenceInOrder(before)[1]!.id] });
    const { changes, same } = personaChanges(before, after);
    expect(fieldsOf(changes)).toEqual(
      expect.arrayContaining([
        'info tagline removed',
        'fact sector added',
        'fact budget changed',
        'block barriers changed',
        'evidence  changed',
      ]),
    );
    const barriers = changes.find(({ field }) => field.kind === 'block' && field.id === BARRIERS);
    if (!barriers || !('entries' in barriers)) throw new Error('no change of the barriers');
    expect(barriers.entries.map(({ kind }) => kind)).toEqual(['removed', 'changed', 'same', 'same', 'added']);
    expect(barriers.entries[1]?.words?.byWord).toBe(true);
    expect(same).toContainEqual({ kind: 'info', name: 'name' });
    expect(same).toContainEqual({ kind: 'block', id: 'tastes' });
  });

  it('tells a move from a change, and only of what moved', () => {
    const before = richPersona();
    const entries = entriesOf(before, BARRIERS);
    const moved = run(before, moveEntry, { id: entries[3]!.id, block: BARRIERS, at: 0 });
    const [change] = personaChanges(before, moved).changes;
    if (!change || !('entries' in change)) throw new Error('no change');
    expect(change.entries.map(({ kind }) => kind)).toEqual(['moved', 'same', 'same', 'same']);
    const blocks = run(before, moveBlock, { id: BARRIERS, to: 0 });
    expect(fieldsOf(personaChanges(before, blocks).changes)).toEqual(['block barriers changed']);
  });

  it('reads a block that is hidden or emptied as removed, and the proof of a fact as a change', () => {
    const before = richPersona();
    const hidden = run(before, setBlockFields, { id: BARRIERS, fields: { visible: false } });
    expect(fieldsOf(personaChanges(before, hidden).changes)).toEqual(['block barriers removed']);
    expect(fieldsOf(personaChanges(hidden, before).changes)).toEqual(['block barriers added']);
    const proven = run(before, setFact, { id: 'income', fields: { evidence: 'data' } });
    expect(fieldsOf(personaChanges(before, proven).changes)).toEqual(['fact income changed']);
  });

  it('finds nothing between a persona and itself, and everything somewhere between any two', () => {
    fc.assert(
      fc.property(arbitraryPersona({ entries: 20 }), arbitraryPersona({ entries: 20 }), (one, two) => {
        expect(personaChanges(one, structuredClone(one)).changes).toEqual([]);
        const { changes } = personaChanges(one, two);
        const sides = changes.flatMap((change) => ('entries' in change ? change.entries : []));
        const before = sides.flatMap((side) => side.before?.id ?? []);
        const untouched = new Set(
          Object.keys(one.blocks).filter(
            (id) => !changes.some(({ field }) => field.kind === 'block' && field.id === id),
          ),
        );
        for (const entry of Object.values(one.entries))
          if (!untouched.has(entry.block)) expect(before.filter((id) => id === entry.id)).toHaveLength(1);
        for (const id of untouched)
          expect(entriesOf(two, id as BlockId)).toHaveLength(entriesOf(one, id as BlockId).length);
      }),
      { numRuns: 200 },
    );
  });
});
