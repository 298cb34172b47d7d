import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from '../base/schema';
import { INFO_DEFAULTS } from '../boards/journey-map/defaults';
import { journeyMapType } from '../boards/journey-map/model';
import type { AnyDoc, DocType } from '../model/document';
import { defineCommand } from './command';
import { createLiveDocument, type LiveDocument } from './liveDocument';
import { createYDoc, encodeState, loadYDoc, mergeStates, snapshotOf } from './yDocument';

interface Item {
  id: string;
  text: string;
  rank: number;
  tags: string[];
}
interface Toy extends AnyDoc {
  info: { title: string; list: string[] };
  items: Record<string, Item>;
  others: Record<string, Item>;
}
type AnyRecord = Record<string, unknown>;

const item = z.strictObject({ id: z.string(), text: z.string().max(50), rank: z.number(), tags: z.array(z.string()) });
const toyType = {
  kind: 'journey-map',
  schemaVersion: 1,
  collections: ['items', 'others'],
  schema: z.strictObject({
    kind: z.literal('journey-map'),
    schema: z.literal(1),
    info: z.strictObject({ title: z.string(), list: z.array(z.string()) }),
    items: z.record(z.string(), item),
    others: z.record(z.string(), item),
  }),
  migrations: [],
} as unknown as DocType<Toy>;

const emptyToy: Toy = { kind: 'journey-map', schema: 1, info: { title: '', list: [] }, items: {}, others: {} };

/** One change to a draft, as data, so that a failing sequence can be printed and shrunk. */
type Op =
  | { readonly op: 'put'; readonly in: 'items' | 'others'; readonly id: string; readonly text: string }
  | { readonly op: 'text'; readonly in: 'items' | 'others'; readonly id: string; readonly text: string }
  | { readonly op: 'rank'; readonly in: 'items' | 'others'; readonly id: string; readonly rank: number }
  | { readonly op: 'tag'; readonly in: 'items' | 'others'; readonly id: string; readonly text: string }
  | { readonly op: 'delete'; readonly in: 'items' | 'others'; readonly id: string }
  | { readonly op: 'move'; readonly id: string }
  | { readonly op: 'clear' }
  | { readonly op: 'title'; readonly text: string }
  | { readonly op: 'list'; readonly text: string };

const change = defineCommand<Toy, readonly Op[]>('toy.change', (draft, ops) => {
  for (const op of ops) applyOp(draft as Toy, op);
});

function applyOp(draft: Toy, op: Op): void {
  if (op.op === 'title') draft.info.title = op.text;
  else if (op.op === 'list') draft.info.list.push(op.text);
  else if (op.op === 'clear') draft.items = {};
  else if (op.op === 'move') {
    const found = draft.items[op.id];
    if (!found) return;
    delete draft.items[op.id];
    draft.others[op.id] = { ...found, tags: [...found.tags] };
  } else if (op.op === 'put') draft[op.in][op.id] = { id: op.id, text: op.text, rank: 0, tags: [] };
  else if (op.op === 'delete') delete draft[op.in][op.id];
  else {
    const found = draft[op.in][op.id];
    if (!found) return;
    if (op.op === 'text') found.text = op.text;
    else if (op.op === 'rank') found.rank = op.rank;
    else found.tags.push(op.text);
  }
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const where = fc.constantFrom('items' as const, 'others' as const);
const short = fc.string({ maxLength: 4 });
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constant('put' as const), in: where, id, text: short }),
  fc.record({ op: fc.constant('text' as const), in: where, id, text: short }),
  fc.record({ op: fc.constant('rank' as const), in: where, id, rank: fc.integer() }),
  fc.record({ op: fc.constant('tag' as const), in: where, id, text: short }),
  fc.record({ op: fc.constant('delete' as const), in: where, id }),
  fc.record({ op: fc.constant('move' as const), id }),
  fc.record({ op: fc.constant('clear' as const) }),
  fc.record({ op: fc.constant('title' as const), text: short }),
  fc.record({ op: fc.constant('list' as const), text: short }),
);
const changes = fc.array(fc.array(op, { minLength: 1, maxLength: 4 }), { maxLength: 60, size: 'max' });

interface Opened<Doc extends AnyDoc> {
  readonly live: LiveDocument<Doc>;
  readonly updates: Uint8Array[];
  readonly clock: { now: number };
}

function open<Doc extends AnyDoc>(type: DocType<Doc>, states: readonly Uint8Array[]): Opened<Doc> {
  const updates: Uint8Array[] = [];
  const clock = { now: 0 };
  const live = createLiveDocument(loadYDoc(states), type, () => clock.now, {
    onChange: () => undefined,
    onUpdate: (update) => updates.push(update),
  });
  return { live, updates, clock };
}

const toyState = (): Uint8Array => encodeState(createYDoc(toyType, emptyToy));

function undoAll(live: LiveDocument<Toy>): number {
  let count = 0;
  while (live.undoName() !== null) {
    live.undo();
    count += 1;
  }
  return count;
}

describe('a live document', () => {
  it('undoes all to the start, redoes all to the end, reloads as it is in memory', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const start = toyState();
        const { live, updates } = open(toyType, [start]);
        for (const ops of list) expect(live.run(change, ops).ok).toBe(true);
        const end = live.doc();
        expect(snapshotOf(loadYDoc([start, ...updates]), toyType)).toEqual(end);
        const undone = undoAll(live);
        expect(live.doc()).toEqual(emptyToy);
        for (let step = 0; step < undone; step += 1) live.redo();
        expect(live.doc()).toEqual(end);
        expect(live.redoName()).toBeNull();
        expect(snapshotOf(loadYDoc([encodeState(live.ydoc)]), toyType)).toEqual(end);
        expect(snapshotOf(loadYDoc([mergeStates([start, ...updates])]), toyType)).toEqual(end);
      }),
      { numRuns: 150 },
    );
  });

  it('walks back and forth through its history exactly', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.boolean(), { maxLength: 100, size: 'max' }), (list, walk) => {
        const { live } = open(toyType, [toyState()]);
        const states = [live.doc()];
        for (const ops of list) {
          const before = live.doc();
          live.run(change, ops);
          if (live.doc() !== before) states.push(live.doc());
        }
        let at = states.length - 1;
        for (const back of walk) {
          if (back && at > 0) {
            live.undo();
            at -= 1;
          } else if (!back && at < states.length - 1) {
            live.redo();
            at += 1;
          }
          expect(live.doc()).toEqual(states[at]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the snapshot that events build equal to a full read, and shares what did not change', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const { live } = open(toyType, [toyState()]);
        for (const ops of list) {
          const before = live.doc();
          live.run(change, ops);
          const after = live.doc();
          expect(after).toEqual(snapshotOf(live.ydoc, toyType));
          for (const [key, entity] of Object.entries(after.items)) {
            const old = before.items[key];
            if (old && JSON.stringify(old) === JSON.stringify(entity)) expect(entity).toBe(old);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('converges when two copies are edited apart, and loses no entity that nobody deleted', () => {
    fc.assert(
      fc.property(changes, changes, changes, (common, left, right) => {
        const base = open(toyType, [toyState()]);
        for (const ops of common) base.live.run(change, ops);
        const shared = encodeState(base.live.ydoc);
        const a = open(toyType, [shared]);
        const b = open(toyType, [shared]);
        for (const ops of left) a.live.run(change, ops);
        for (const ops of right) b.live.run(change, ops);
        const [docA, docB] = [a.live.doc(), b.live.doc()];
        const [stateA, stateB] = [encodeState(a.live.ydoc), encodeState(b.live.ydoc)];
        a.live.merge(stateB);
        b.live.merge(stateA);
        expect(a.live.doc()).toEqual(b.live.doc());
        expect(snapshotOf(loadYDoc([mergeStates([stateA, stateB])]), toyType)).toEqual(a.live.doc());
        for (const name of ['items', 'others'] as const) {
          for (const key of Object.keys(docA[name])) {
            if (Object.hasOwn(docB[name], key)) expect(Object.keys(a.live.doc()[name])).toContain(key);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps both fields of one entity edited apart, and does not undo the other copy', () => {
    const base = open(toyType, [toyState()]);
    base.live.run(change, [{ op: 'put', in: 'items', id: 'a', text: 'x' }]);
    const shared = encodeState(base.live.ydoc);
    const a = open(toyType, [shared]);
    const b = open(toyType, [shared]);
    a.live.run(change, [{ op: 'text', in: 'items', id: 'a', text: 'left' }]);
    b.live.run(change, [{ op: 'rank', in: 'items', id: 'a', rank: 7 }]);
    b.live.run(change, [{ op: 'put', in: 'items', id: 'b', text: 'theirs' }]);
    a.live.merge(encodeState(b.live.ydoc));
    expect(a.live.doc().items.a).toEqual({ id: 'a', text: 'left', rank: 7, tags: [] });
    a.live.undo();
    expect(a.live.doc().items.a).toEqual({ id: 'a', text: 'x', rank: 7, tags: [] });
    expect(a.live.doc().items.b?.text).toBe('theirs');
    expect(a.live.undoName()).toBeNull();
  });
});

describe('undo', () => {
  const rename = defineCommand<Toy, string>('toy.rename', (draft, title) => {
    draft.info.title = title;
  });

  it('names what it undoes and what it redoes', () => {
    const { live } = open(toyType, [toyState()]);
    live.run(rename, 'one');
    live.run(change, [{ op: 'put', in: 'items', id: 'a', text: '' }]);
    expect(live.undoName()).toBe('toy.change');
    live.undo();
    expect([live.undoName(), live.redoName()]).toEqual(['toy.rename', 'toy.change']);
    live.redo();
    expect([live.undoName(), live.redoName()]).toEqual(['toy.change', null]);
  });

  it('merges a burst with one key within a second, and nothing else', () => {
    const { live, clock } = open(toyType, [toyState()]);
    const type = (text: string, after: number, mergeKey?: string) => {
      clock.now += after;
      live.run(rename, text, mergeKey === undefined ? {} : { mergeKey });
    };
    type('a', 0, 'k');
    type('ab', 900, 'k');
    type('abc', 1000, 'k');
    type('abcd', 1001, 'k');
    type('x', 10, 'other');
    type('y', 10);
    type('z', 10);
    const seen: string[] = [];
    while (live.undoName() !== null) {
      live.undo();
      seen.push(live.doc().info.title);
    }
    expect(seen).toEqual(['y', 'x', 'abcd', 'abc', '']);
  });

  it('passes over what follows from another document: undo takes back what was done here, and can redo it', () => {
    const { live } = open(toyType, [toyState()]);
    live.run(change, [{ op: 'put', in: 'items', id: 'a', text: 'ici' }]);
    live.run(change, [{ op: 'put', in: 'others', id: 'b', text: 'suite' }], { untracked: true });
    live.undo();
    live.run(change, [{ op: 'text', in: 'others', id: 'b', text: 'suite 2' }], { untracked: true });
    expect(live.doc().items).toEqual({});
    expect(live.doc().others.b?.text).toBe('suite 2');
    expect(live.undoName()).toBeNull();
    live.redo();
    expect(live.doc().items.a?.text).toBe('ici');
    expect(live.doc().others.b?.text).toBe('suite 2');
  });

  it('does not join a burst across an undo', () => {
    const { live } = open(toyType, [toyState()]);
    live.run(rename, 'a', { mergeKey: 'k' });
    live.run(rename, 'b', { mergeKey: 'k' });
    live.undo();
    live.run(rename, 'c', { mergeKey: 'k' });
    live.undo();
    expect(live.doc().info.title).toBe('');
  });
});

describe('a command', () => {
  it('changes nothing when it throws, breaks the schema or touches what it may not', () => {
    const { live, updates } = open(toyType, [toyState()]);
    live.run(change, [{ op: 'put', in: 'items', id: 'a', text: 'kept' }]);
    const before = live.doc();
    const written = updates.length;
    const bad = [
      defineCommand<Toy, null>('throws', (draft) => {
        draft.info.title = 'lost';
        throw new Error('no');
      }),
      defineCommand<Toy, null>('tooLong', (draft) => {
        (draft as Toy).items.a!.text = 'x'.repeat(51);
      }),
      defineCommand<Toy, null>('wrongId', (draft) => {
        (draft as Toy).items.b = { id: 'a', text: '', rank: 0, tags: [] };
      }),
      defineCommand<Toy, null>('proto', (draft) => {
        Object.defineProperty(draft.items, '__proto__', { value: { id: '__proto__' }, enumerable: true });
      }),
      defineCommand<Toy, null>('kind', (draft) => {
        (draft as unknown as AnyRecord).kind = 'persona';
      }),
      defineCommand<Toy, null>('noInfo', (draft) => {
        delete (draft as unknown as AnyRecord).info;
      }),
    ];
    for (const command of bad) {
      const outcome = live.run(command, null);
      expect(outcome.ok ? command.name : outcome.error.code).toBe('bad-request');
    }
    expect(live.doc()).toBe(before);
    expect(updates.length).toBe(written);
    expect(live.undoName()).toBe('toy.change');
  });

  it('writes nothing when nothing differs', () => {
    const { live, updates } = open(toyType, [toyState()]);
    live.run(change, [{ op: 'put', in: 'items', id: 'a', text: 'x' }]);
    const written = updates.length;
    expect(live.run(change, [{ op: 'put', in: 'items', id: 'a', text: 'x' }])).toEqual({ ok: true, value: false });
    expect(updates.length).toBe(written);
  });
});

describe('damage', () => {
  it('leaves a broken entity out of the snapshot and keeps it in the Yjs document', () => {
    const { live } = open(toyType, [toyState()]);
    live.run(change, [
      { op: 'put', in: 'items', id: 'a', text: 'x' },
      { op: 'put', in: 'items', id: 'b', text: 'y' },
    ]);
    (live.ydoc.getMap('items').get('a') as { set: (key: string, value: unknown) => void }).set('rank', 'seven');
    live.ydoc.getMap('items').set('c', 'not an entity');
    live.ydoc.getMap('info').set('title', 12);
    expect(Object.keys(live.doc().items)).toEqual(['b']);
    expect(live.doc().info.title).toBe('');
    const again = loadYDoc([encodeState(live.ydoc)]);
    expect(Object.keys(snapshotOf(again, toyType).items)).toEqual(['b']);
    expect([...again.getMap('items').keys()].sort()).toEqual(['a', 'b', 'c']);
  });

  it('reads a journey map without info as a blank one', () => {
    const ydoc = loadYDoc([]);
    expect(snapshotOf(ydoc, journeyMapType)).toEqual({
      kind: 'journey-map',
      schema: 4,
      info: {
        title: '',
        state: 'current',
        result: '',
        sources: '',
        date: '',
        version: 0,
        personaIds: [],
        ...INFO_DEFAULTS,
      },
      stages: {},
      steps: {},
      lanes: {},
      notes: {},
      clusters: {},
      touchpoints: {},
      emotionPoints: {},
      indicators: {},
      participants: {},
      ratings: {},
      jumps: {},
      translations: {},
    });
  });
});
