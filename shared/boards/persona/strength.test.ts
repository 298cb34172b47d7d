import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { arbitraryPersona } from '../../../tests/support/arbitraryPersona';
import { richPersona } from '../../../tests/support/personaCommands';
import type { BlockId, EntryId, EvidenceId } from '../../base/ids';
import { setFact } from './commands/blocks';
import { addEntry, deleteEntries, setEntryFields } from './commands/entries';
import { addEvidence, cite, deleteEvidence } from './commands/evidence';
import type { PersonaDoc } from './model';
import { entriesOf, evidenceInOrder, shownBlocks, shownFacts, slotOf } from './order';
import { blockStrength, claimsOf, factStrength, personaStrength, toVerify } from './strength';

const id = <T extends string>(value: string): T => value as T;

describe('strength', () => {
  it('of the sample reads as its page says', () => {
    const doc = richPersona();
    expect(blockStrength(doc, id<BlockId>('needs'))).toEqual({ squares: 3, score: 4 / 5, sourced: 4, all: 5 });
    expect(blockStrength(doc, id<BlockId>('barriers'))).toMatchObject({ squares: 3, sourced: 4, all: 4 });
    expect(blockStrength(doc, id<BlockId>('purchase'))).toMatchObject({ squares: 3, score: 3 / 4 });
    expect(factStrength(doc, 'income')).toMatchObject({ squares: 1, sourced: 0, all: 1 });
    expect(factStrength(doc, 'sector')).toEqual({ squares: null, score: 0, sourced: 0, all: 0 });
    expect(personaStrength(doc).squares).toBe(3);
    expect(toVerify(doc).map(({ text }) => text)).toEqual([doc.info.income, 'Finir un semi en 2027']);
  });

  it('agrees with a count by hand, on any persona', () => {
    fc.assert(
      fc.property(arbitraryPersona({ entries: 40 }), (doc) => {
        const proofs = [
          ...shownFacts(doc).map((fact) => slotOf(doc, fact)),
          ...shownBlocks(doc).flatMap((block) => entriesOf(doc, block.id)),
        ];
        const sourced = proofs.filter(({ evidence }) => evidence && evidence !== 'hypothesis');
        const points = sourced.reduce((sum, { cites }) => sum + (cites.length > 0 ? 1 : 0.5), 0);
        const { score, all, squares, ...rest } = personaStrength(doc);
        expect(rest.sourced).toBe(sourced.length);
        expect(all).toBe(proofs.length);
        expect(score).toBeCloseTo(all === 0 ? 0 : points / all, 12);
        expect(toVerify(doc)).toHaveLength(all - sourced.length);
        expect(claimsOf(doc)).toHaveLength(all);
        const items = new Set(sourced.flatMap(({ cites }) => cites)).size;
        if (all === 0) expect(squares).toBeNull();
        else if (points / all < 1 / 3) expect(squares).toBe(1);
        else expect(squares).toBe(points / all >= 0.75 && items >= 2 ? 3 : 2);
      }),
      { numRuns: 300 },
    );
  });

  it('never falls when a claim cites an item more, never rises with a hypothesis more', () => {
    fc.assert(
      fc.property(arbitraryPersona({ entries: 30 }), fc.nat(), (doc, n) => {
        const entries = Object.values(doc.entries);
        const source = id<EvidenceId>('fresh');
        const withSource = create(doc, (draft) =>
          addEvidence(draft, { id: source, at: null, fields: {} }),
        ) as PersonaDoc;
        const entry = entries[n % Math.max(1, entries.length)];
        if (!entry) return;
        const cited = create(withSource, (draft) =>
          cite(draft, { claim: { kind: 'entry', id: entry.id }, evidence: source, cited: true }),
        ) as PersonaDoc;
        const squares = (one: PersonaDoc) => personaStrength(one).squares ?? 0;
        expect(personaStrength(cited).score).toBeGreaterThanOrEqual(personaStrength(doc).score);
        expect(squares(cited)).toBeGreaterThanOrEqual(squares(doc));
        const more = create(doc, (draft) =>
          addEntry(draft, {
            id: id<EntryId>('fresh'),
            block: entry.block,
            at: null,
            fields: { evidence: 'hypothesis' },
          }),
        ) as PersonaDoc;
        expect(personaStrength(more).score).toBeLessThanOrEqual(personaStrength(doc).score);
      }),
      { numRuns: 300 },
    );
  });

  it('is no more than partial on one source, and falls when the sources go', () => {
    let doc = richPersona();
    const [first, ...others] = evidenceInOrder(doc).map((item) => item.id);
    doc = create(doc, (draft) => {
      for (const { id: entry } of Object.values(doc.entries))
        setEntryFields(draft, { id: entry, fields: { evidence: 'verbatim', cites: [first!] } });
      for (const fact of shownFacts(doc))
        setFact(draft, { id: fact, fields: { evidence: 'verbatim', cites: [first!] } });
    }) as PersonaDoc;
    expect(personaStrength(doc)).toMatchObject({ squares: 2, score: 1 });
    doc = create(doc, (draft) =>
      cite(draft, { claim: { kind: 'fact', id: 'age' }, evidence: others[0]!, cited: true }),
    ) as PersonaDoc;
    expect(personaStrength(doc).squares).toBe(3);
    doc = create(doc, (draft) => deleteEvidence(draft, { ids: [first!, ...others] })) as PersonaDoc;
    expect(personaStrength(doc)).toMatchObject({ squares: 2, score: 0.5 });
    doc = create(doc, (draft) => deleteEntries(draft, { ids: Object.keys(doc.entries) as EntryId[] })) as PersonaDoc;
    expect(claimsOf(doc).every(({ kind }) => kind === 'fact')).toBe(true);
  });
});
