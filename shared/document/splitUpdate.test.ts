import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { splitUpdate } from './splitUpdate';

/** What copies do to a document between meetings. */
type Step = readonly [who: number, what: number, where: number, value: unknown];

const value = fc.oneof(
  fc.string(),
  fc.constantFrom('😀 œuvre', 'متجر', '相談', null, true, false, 1.5, -7, 2 ** 40, 0.1),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.integer(), { maxKeys: 3, noNullPrototype: true }),
  fc.array(fc.oneof(fc.integer(), fc.string()), { maxLength: 3 }),
  fc.uint8Array({ maxLength: 9 }),
);
const steps: fc.Arbitrary<Step[]> = fc.array(fc.tuple(fc.nat(2), fc.nat(7), fc.nat(20), value), { maxLength: 60 });

function take(doc: Y.Doc, what: number, where: number, content: unknown): void {
  const [map, list, text] = [doc.getMap('notes'), doc.getArray('list'), doc.getText('text')];
  const nested = map.get(`n${where}`);
  if (what === 0)
    map.set(
      `n${where}`,
      new Y.Map([
        ['text', content],
        ['x', where],
      ]),
    );
  else if (what === 1 && nested instanceof Y.Map) nested.set('text', content);
  else if (what === 2) map.delete(`n${where}`);
  else if (what === 3) list.insert(Math.min(where, list.length), [content]);
  else if (what === 4 && list.length > 0) list.delete(where % list.length, 1);
  else if (what === 5) text.insert(Math.min(where, text.length), String(content));
  else if (what === 6 && text.length > 1) text.format(0, 1, { bold: true });
  else if (what === 7) text.insertEmbed(0, { image: String(content) });
}

/** The state that three copies agree on after what they did, meeting after every fifth step. */
function stateAfter(all: readonly Step[]): Uint8Array {
  const copies = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const meet = () => {
    for (const from of copies)
      for (const to of copies) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
  };
  all.forEach(([who, what, where, content], at) => {
    const copy = copies[who] as Y.Doc;
    copy.transact(() => take(copy, what, where, content));
    if (at % 5 === 4) meet();
  });
  meet();
  return Y.encodeStateAsUpdate(copies[0] as Y.Doc);
}

const contentOf = (doc: Y.Doc) => [
  doc.getMap('notes').toJSON(),
  doc.getArray('list').toJSON(),
  doc.getText('text').toDelta(),
];

describe('splitUpdate', () => {
  it('makes the same document in parts, of which each finds what it builds on', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 30 }), (all, most) => {
        const state = stateAfter(all);
        const whole = new Y.Doc();
        Y.applyUpdate(whole, state);
        const inParts = new Y.Doc();
        for (const part of splitUpdate(state, most)) {
          Y.applyUpdate(inParts, part);
          expect(inParts.store.pendingStructs).toBeNull();
        }
        expect(inParts.store.pendingDs).toBeNull();
        expect(contentOf(inParts)).toEqual(contentOf(whole));
        expect(Y.encodeStateAsUpdate(inParts)).toEqual(Y.encodeStateAsUpdate(whole));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its parts small', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let at = 0; at < 200; at += 1) doc.getMap('notes').set(`n${at}`, new Y.Map([['text', `note ${at}`]]));
    });
    const parts = [...splitUpdate(Y.encodeStateAsUpdate(doc), 50)];
    expect(parts).toHaveLength(8);
    for (const part of parts) expect(Y.decodeUpdate(part).structs.length).toBeLessThanOrEqual(50);
  });

  it('takes what waits for something that is missing as it is', () => {
    const doc = Object.assign(new Y.Doc(), { clientID: 7 });
    const other = Object.assign(new Y.Doc(), { clientID: 9 });
    doc.getArray('list').insert(0, ['first']);
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const known = Y.encodeStateVector(other);
    other.getArray('list').insert(1, ['second']);
    const alone = Y.encodeStateAsUpdate(other, known);
    const late = new Y.Doc();
    for (const part of splitUpdate(alone, 1)) Y.applyUpdate(late, part);
    expect(late.store.pendingStructs).not.toBeNull();
    for (const part of splitUpdate(Y.encodeStateAsUpdate(doc), 1)) Y.applyUpdate(late, part);
    expect(late.getArray('list').toJSON()).toEqual(['first', 'second']);
  });

  it('refuses what is no update', () => {
    const whole = stateAfter([
      [0, 0, 1, 'text'],
      [1, 5, 0, 'words'],
    ]);
    for (let length = 0; length < whole.length - 1; length += 1) {
      const cut = whole.subarray(0, length);
      const split = () => {
        const doc = new Y.Doc();
        for (const part of splitUpdate(cut, 3)) Y.applyUpdate(doc, part);
      };
      expect(split).toThrow();
    }
    expect(() => [...splitUpdate(new Uint8Array([1, 1, 1, 0, 0x3f]), 3)]).toThrow(RangeError);
  });
});
