import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { z } from '../base/schema';
import type { AnyDoc, DocType, Json } from '../model/document';
import { migrateJson, migrateYDoc } from './migrate';
import { createYDoc, encodeState, loadYDoc, snapshotOf } from './yDocument';

type Named = AnyDoc & { readonly items: Record<string, { readonly id: string }> };

const typeAt = (schemaVersion: number, item: z.ZodType, migrations: DocType<Named>['migrations']): DocType<Named> =>
  ({
    kind: 'persona',
    schemaVersion,
    collections: ['items'],
    schema: z.strictObject({
      kind: z.literal('persona'),
      schema: z.literal(schemaVersion),
      info: z.strictObject({ title: z.string() }),
      items: z.record(z.string(), item),
    }),
    migrations,
  }) as unknown as DocType<Named>;

const first = typeAt(1, z.strictObject({ id: z.string(), name: z.string() }), []);
const splitNames = (doc: Record<string, Json>): Record<string, Json> => {
  const items = doc.items as Record<string, { id: string; name: string }>;
  const split = Object.values(items).map(({ id, name }) => [id, { id, given: name, family: '' }] as const);
  return { ...doc, items: Object.fromEntries(split) };
};
const second = typeAt(2, z.strictObject({ id: z.string(), given: z.string(), family: z.string() }), [
  { to: 2, up: splitNames },
]);

const old = {
  kind: 'persona' as const,
  schema: 1,
  info: { title: 'Équipe' },
  items: { a: { id: 'a', name: 'Zoé' }, b: { id: 'b', name: 'Ali' } },
};

describe('migrations', () => {
  it('bring a stored document up in place, once', () => {
    const ydoc = createYDoc(first, old as unknown as Named);
    expect(migrateYDoc(ydoc, second)).toEqual({ ok: true, value: true });
    expect(migrateYDoc(ydoc, second)).toEqual({ ok: true, value: false });
    expect(snapshotOf(loadYDoc([encodeState(ydoc)]), second)).toEqual({
      kind: 'persona',
      schema: 2,
      info: { title: 'Équipe' },
      items: { a: { id: 'a', given: 'Zoé', family: '' }, b: { id: 'b', given: 'Ali', family: '' } },
    });
  });

  it('give the same on two copies that are merged afterwards', () => {
    const state = encodeState(createYDoc(first, old as unknown as Named));
    const [left, right] = [loadYDoc([state]), loadYDoc([state])];
    migrateYDoc(left, second);
    migrateYDoc(right, second);
    const merged = loadYDoc([encodeState(left), encodeState(right)]);
    expect(snapshotOf(merged, second)).toEqual(snapshotOf(left, second));
  });

  it('leave out defaults, so that what a copy wrote after its migration survives the merge with one migrated apart', () => {
    const tags = { tags: [] };
    const addTags = (doc: Record<string, Json>): Record<string, Json> => ({
      ...doc,
      items: Object.fromEntries(
        Object.entries(doc.items as Record<string, object>).map(([id, item]) => [id, { ...item, ...tags }]),
      ),
    });
    const tagged = {
      ...typeAt(2, z.strictObject({ id: z.string(), name: z.string(), tags: z.array(z.string()) }), [
        { to: 2, up: addTags },
      ]),
      defaults: { items: tags },
    };
    const state = encodeState(createYDoc(first, old as unknown as Named));
    // Whichever copy has the higher client id would win a field that both had written.
    for (const ids of [
      [1, 2],
      [2, 1],
    ] as const) {
      const [mine, theirs] = [loadYDoc([state]), loadYDoc([state])];
      [mine.clientID, theirs.clientID] = ids;
      migrateYDoc(mine, tagged);
      (mine.getMap('items').get('a') as Y.Map<unknown>).set('tags', ['prix']);
      migrateYDoc(theirs, tagged);
      const merged = snapshotOf(loadYDoc([encodeState(mine), encodeState(theirs)]), tagged);
      expect(merged.items.a).toEqual({ id: 'a', name: 'Zoé', tags: ['prix'] });
      expect(merged.items.b).toEqual({ id: 'b', name: 'Ali', tags: [] });
    }
  });

  it('see the fields that were left out when they were written', () => {
    const schema = z.strictObject({ id: z.string(), name: z.string(), tags: z.array(z.string()) });
    const lean = { ...typeAt(1, schema, []), defaults: { items: { name: '', tags: [] } } };
    const louder = (doc: Record<string, Json>): Record<string, Json> => ({
      ...doc,
      items: Object.fromEntries(
        Object.entries(doc.items as Record<string, { name: string; tags: string[] }>).map(([id, item]) => [
          id,
          { ...item, name: `${item.name}!`, tags: item.tags },
        ]),
      ),
    });
    const next = { ...typeAt(2, schema, [{ to: 2, up: louder }]), defaults: lean.defaults };
    const ydoc = createYDoc(lean, { ...old, items: { a: { id: 'a', name: '', tags: [] } } } as unknown as Named);
    expect((ydoc.getMap('items').get('a') as Y.Map<unknown>).toJSON()).toEqual({ id: 'a' });
    migrateYDoc(ydoc, next);
    expect((ydoc.getMap('items').get('a') as Y.Map<unknown>).toJSON()).toEqual({ id: 'a', name: '!' });
    expect(snapshotOf(ydoc, next)).toMatchObject({ items: { a: { id: 'a', name: '!', tags: [] } } });
  });

  it('refuse what is newer, and throw when a step is missing', () => {
    const ydoc = createYDoc(second, { ...old, schema: 2, items: {} } as unknown as Named);
    expect(migrateYDoc(ydoc, first)).toMatchObject({ ok: false, error: { code: 'storage-newer' } });
    expect(() => migrateJson({ ...old, schema: 3 }, second)).toThrow(/newer/);
    expect(() => migrateJson(old, typeAt(2, z.strictObject({ id: z.string() }), []))).toThrow(
      /no migration to schema 2/,
    );
    expect(() => migrateJson({ info: {} }, second)).toThrow(/no schema/);
  });
});
