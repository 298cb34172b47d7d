import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../model/document';
import { differenceOf, withDifference } from './difference';

type JsonObject = Record<string, Json>;

const { json: arbitrary } = fc.letrec<{ json: JsonObject; value: Json }>((tie) => ({
  json: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'set', ''), tie('value'), { maxKeys: 4 }),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, false, 0, '', 'texte', [], [1, { a: null }]),
    tie('json'),
  ),
}));
/** As it comes back from a text: objects of the plain kind, noughts without a sign. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the difference of two objects', () => {
  it('makes the second of the first, also after it was a text', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (one, other) => {
        const [before, after] = [plain(one), plain(other)];
        const difference = plain(differenceOf(before, after));
        expect(JSON.stringify(sorted(withDifference(before, difference)))).toBe(JSON.stringify(sorted(after)));
      }),
    );
  });

  it('is empty where they say the same, and holds nothing of what they share', () => {
    const before = { info: { name: 'Solène', quote: 'un' }, entries: { e1: { text: 'x' }, e2: { text: 'y' } } };
    expect(differenceOf(before, structuredClone(before))).toEqual({});
    const after = { info: { name: 'Solène', quote: 'deux' }, entries: { e2: { text: 'y' }, e3: { text: 'z' } } };
    expect(differenceOf(before, after)).toEqual({
      inside: { info: { set: { quote: 'deux' } }, entries: { set: { e3: { text: 'z' } }, gone: ['e1'] } },
    });
    expect(withDifference(before, differenceOf(before, after)).info).not.toBe(before.info);
    const other = { ...before, info: after.info };
    expect(withDifference(before, differenceOf(before, other)).entries).toBe(before.entries);
  });

  it('is not put on an object of another kind', () => {
    expect(() => withDifference({ info: null }, { inside: { info: {} } })).toThrow();
  });
});

/** With keys in one order. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
