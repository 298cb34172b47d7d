import fc from 'fast-check';
import { create } from 'mutative';
import { describe, expect, it } from 'vitest';
import { type EmpathyChange, empathyChange, smallEmpathy } from '../../../../tests/support/empathyCommands';
import { empathyProblems } from '../../../../tests/support/empathyInvariants';
import { idsOf, type Seed, seeds } from '../../../../tests/support/journeyCommands';
import type { NoteId, StageId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import type { EmpathyMapDoc } from '../model';
import { notesOfArea, notesOfZone, stagesInOrder } from '../order';
import { areaById } from '../zones';
import { moveNote } from './notes';
import { setEmotion, splitStage, syncStages } from './stages';
import { sweep } from './sweep';

const run = (doc: EmpathyMapDoc, { command, args }: EmpathyChange): EmpathyMapDoc =>
  create(doc, (draft) => command(draft as never, args));

function play(
  start: EmpathyMapDoc,
  all: readonly Seed[],
  writer: string,
  after: (doc: EmpathyMapDoc) => void = () => {},
): EmpathyMapDoc {
  const newId = idsOf(writer);
  return all.reduce((doc, seed) => {
    const next = run(doc, empathyChange(doc, seed, newId));
    after(next);
    return next;
  }, start);
}

const swept = (doc: EmpathyMapDoc): EmpathyMapDoc => create(doc, (draft) => sweep(draft as never, null));

describe('commands', () => {
  it('keep every map sound, whatever the sequence', () => {
    fc.assert(
      fc.property(seeds(60), (all) => {
        play(smallEmpathy(), all, 'w', (doc) => expect(empathyProblems(doc)).toEqual([]));
      }),
      { numRuns: 200 },
    );
  });

  it('write the same on a plain copy as on a draft', () => {
    fc.assert(
      fc.property(seeds(40), (all) => {
        const drafted = play(smallEmpathy(), all, 'w');
        const plain = structuredClone(smallEmpathy());
        const newId = idsOf('w');
        for (const seed of all) {
          const { command, args } = empathyChange(plain, seed, newId);
          command(plain as never, args);
        }
        expect(plain).toEqual(drafted);
      }),
      { numRuns: 100 },
    );
  });

  it('leave the sweep nothing to do', () => {
    fc.assert(
      fc.property(seeds(40), (all) => {
        const doc = play(smallEmpathy(), all, 'w');
        expect(swept(doc)).toBe(doc);
      }),
      { numRuns: 100 },
    );
  });

  it('have a label each, in both languages', () => {
    const names = new Set<string>([sweep.name]);
    for (let op = 0; op < 60; op += 1) {
      const seed = { op, a: 0, b: 0, c: 0, at: null, number: 0, text: '', flag: true };
      names.add(empathyChange(smallEmpathy(), seed, idsOf('x')).command.name);
    }
    expect(names.size).toBeGreaterThan(24);
    for (const lang of ['fr', 'en'] as const)
      for (const name of names) expect(translator(lang)(`commands.${name}` as never)).not.toBe(`commands.${name}`);
  });

  it('move a note to the place that the layout shows, whatever other notes share its order', () => {
    fc.assert(
      fc.property(seeds(20), fc.nat(30), fc.nat(12), (all, which, to) => {
        const doc = play(smallEmpathy(), all, 'w');
        const area = areaById('canvas', 'think-feel');
        const canvas = { ...doc, info: { ...doc.info, layout: 'canvas' as const } };
        const list = area ? notesOfArea(canvas, area).filter((note) => !note.locked && note.clusterId === null) : [];
        const note = list[which % Math.max(1, list.length)];
        if (!area || !note) return;
        const at = to % Math.max(1, notesOfArea(canvas, area).length);
        const after = create(canvas, (draft) => moveNote(draft as never, { id: note.id, zone: note.zone, at }));
        expect(notesOfArea(after, area).findIndex(({ id }) => id === note.id)).toBe(at);
        const others = (list_: readonly { id: NoteId }[]) => list_.map(({ id }) => id).filter((id) => id !== note.id);
        expect(others(notesOfArea(after, area))).toEqual(others(notesOfArea(canvas, area)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('stages of a linked journey', () => {
  const facts = [
    { id: 'j1' as StageId, title: 'Achat', duration: '35 min', moments: [1, 0.8] },
    { id: 'j2' as StageId, title: 'Après', duration: '60 jours', moments: [-1.7, -1.5, 1.8] },
  ];
  const synced = (doc: EmpathyMapDoc, stages = facts) => create(doc, (draft) => syncStages(draft as never, { stages }));

  it('come over once, in order, and a second time changes nothing', () => {
    const doc = synced(smallEmpathy());
    const linked = stagesInOrder(doc).filter(({ source }) => source);
    expect(linked.map(({ id, title, moments }) => [id, title, moments])).toEqual([
      ['j1', 'Achat', [1, 0.8]],
      ['j2', 'Après', [-1.7, -1.5, 1.8]],
    ]);
    expect(synced(doc)).toBe(doc);
    const turned = synced(doc, [...facts].reverse());
    expect(stagesInOrder(turned).flatMap(({ id, source }) => (source ? id : []))).toEqual(['j2', 'j1']);
  });

  it('are split where the mood turns, and stay split when the journey changes', () => {
    const split = create(synced(smallEmpathy()), (draft) =>
      splitStage(draft as never, { id: 'j2' as StageId, newId: 'n2' as StageId, titles: ['Attente', 'Échange'] }),
    );
    const moments = (doc: EmpathyMapDoc) =>
      stagesInOrder(doc).flatMap((stage) => (stage.source?.stageId === 'j2' ? [[stage.title, stage.moments]] : []));
    expect(moments(split)).toEqual([
      ['Attente', [-1.7, -1.5]],
      ['Échange', [1.8]],
    ]);
    const changed = [facts[0]!, { ...facts[1]!, moments: [-2, -1.5, 1.2] }];
    expect(moments(synced(split, changed))).toEqual([
      ['Attente', [-2, -1.5]],
      ['Échange', [1.2]],
    ]);
  });

  it('that are gone go, unless somebody put something of their own there', () => {
    const doc = create(synced(smallEmpathy()), (draft) =>
      setEmotion(draft as never, { id: 'j2' as StageId, fields: { hand: -0.5 } }),
    );
    const after = synced(doc, []);
    expect(after.stages['j1' as StageId]).toBeUndefined();
    expect(after.stages['j2' as StageId]).toMatchObject({ source: null, hand: -0.5, title: 'Après' });
  });
});

type Records = Record<string, Record<string, unknown>>;

/** What a merge of two copies does to their records. */
function merged(base: EmpathyMapDoc, one: EmpathyMapDoc, other: EmpathyMapDoc): EmpathyMapDoc {
  const result: Record<string, unknown> = { ...one };
  for (const name of ['notes', 'clusters', 'stages', 'findings'] as const) {
    const [from, left, right] = [base[name] as Records, one[name] as Records, other[name] as Records];
    const ids = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
      (id) => !(id in from) || (id in left && id in right),
    );
    result[name] = Object.fromEntries(
      ids.map((id) => {
        const before = from[id] ?? {};
        const mine = Object.entries(left[id] ?? {}).filter(([field, value]) => value !== before[field]);
        return [id, { ...before, ...right[id], ...Object.fromEntries(mine) }];
      }),
    );
  }
  return result as unknown as EmpathyMapDoc;
}

describe('sweep', () => {
  it('makes any merge of two copies sound, loses no note, and is done after one pass', () => {
    fc.assert(
      fc.property(seeds(30), seeds(30), seeds(30), (before, mine, yours) => {
        const base = play(smallEmpathy(), before, 'base');
        const raw = merged(base, play(base, mine, 'one'), play(base, yours, 'two'));
        const after = swept(raw);
        expect(empathyProblems(after)).toEqual([]);
        expect(Object.keys(after.notes).sort()).toEqual(Object.keys(raw.notes).sort());
        expect(swept(after)).toBe(after);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(seeds(30), seeds(30), (mine, yours) => {
        const base = smallEmpathy();
        const raw = merged(base, play(base, mine, 'one'), play(base, yours, 'two'));
        const turned = Object.fromEntries(
          Object.entries(raw).map(([name, value]) => [
            name,
            typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse()) : value,
          ]),
        ) as unknown as EmpathyMapDoc;
        expect(swept(turned)).toEqual(swept(raw));
      }),
      { numRuns: 100 },
    );
  });
});

describe('layouts', () => {
  it('share their notes: none changes its zone, its order or its stage', () => {
    const doc = smallEmpathy();
    for (const layout of ['canvas', 'quadrants', 'stages'] as const) {
      const other = { ...doc, info: { ...doc.info, layout } };
      expect(notesOfZone(other, 'say')).toEqual(notesOfZone(doc, 'say'));
    }
  });
});
