import { describe, expect, it } from 'vitest';
import { personaProblems } from '../../tests/support/personaInvariants';
import type { BlockId, Id } from '../base/ids';
import type { PersonaDoc } from '../boards/persona/model';
import { personaStrength } from '../boards/persona/strength';
import { personaNamed } from '../sample/samplePersonas';
import { renumber } from './renumber';

describe('renumber', () => {
  it('keeps the standard blocks and facts of a persona; its own blocks and what it cites follow', () => {
    let next = 0;
    const newId = <T extends Id<string>>(): T => `made-${++next}` as T;
    const doc = personaNamed('runner', 'fr', newId);
    const mine = { ...doc.blocks['needs' as BlockId]!, id: 'mine' as BlockId, order: 'a9' };
    const [entry] = Object.values(doc.entries);
    const entries = { ...doc.entries, [entry!.id]: { ...entry!, block: mine.id } };
    const before: PersonaDoc = { ...doc, blocks: { ...doc.blocks, [mine.id]: mine }, entries };
    const { docs, ids } = renumber({ p: before }, newId);
    const copy = docs[ids.get('p') ?? ''] as PersonaDoc;
    expect(personaProblems(copy)).toEqual([]);
    expect(Object.keys(copy.factSlots)).toEqual(Object.keys(doc.factSlots));
    expect(Object.keys(copy.blocks)).toEqual([...Object.keys(doc.blocks), ids.get('mine')]);
    expect(personaStrength(copy)).toEqual(personaStrength(before));
    for (const name of ['entries', 'evidence'] as const)
      expect(Object.keys(copy[name]).filter((id) => id in doc[name])).toEqual([]);
  });
});
