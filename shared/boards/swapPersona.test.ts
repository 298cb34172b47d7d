import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id, NewId, PersonaId } from '../base/ids';
import { swapped } from '../base/swapPersona';
import { applyCommand } from '../document/applyCommand';
import { createYDoc, snapshotOf } from '../document/yDocument';
import type { AnyDoc } from '../model/document';
import { sampleWorkshop } from '../sample/sampleWorkshop';
import { docType, swapOf } from './docTypes';

let made = 0;
const newId: NewId = <T extends Id<string>>() => {
  made += 1;
  return `made-${made}` as T;
};

describe('another persona in the place of one', () => {
  const sample = sampleWorkshop({ lang: 'fr', newId, date: '2026-05-04' });
  const docs: readonly AnyDoc[] = [sample.workshop, ...Object.values(sample.docs)];
  const [id] = Object.keys(sample.workshop.personas) as PersonaId[];
  const after = (doc: AnyDoc, by: PersonaId | null): AnyDoc => {
    const swap = swapOf(doc.kind);
    if (!swap || !id) return doc;
    const type = docType<AnyDoc>(doc.kind);
    const ydoc = createYDoc(type, doc);
    applyCommand(ydoc, type, snapshotOf(ydoc, type), swap, { id, by });
    return snapshotOf(ydoc, type);
  };
  const names = (all: readonly AnyDoc[], wanted: string): number => JSON.stringify(all).split(`"${wanted}"`).length - 1;

  it('leaves no reference to it in any kind of document, and the documents valid', () => {
    expect(names(docs, id ?? '')).toBeGreaterThan(3);
    for (const by of ['other' as PersonaId, null]) {
      const changed = docs.map((doc) => after(doc, by));
      expect(names(changed, id ?? '')).toBe(0);
      for (const doc of changed) expect(docType(doc.kind).schema.safeParse(doc).success).toBe(true);
      if (by) expect(names(changed, by)).toBe(names(docs, id ?? ''));
    }
  });

  it('never doubles one in a list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), fc.constantFrom('a', 'b', null), (all, by) => {
        const list = swapped<string>(all, 'c', by);
        expect(new Set(list).size).toBe(list.length);
        expect(list).not.toContain('c');
        expect(list.length).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
