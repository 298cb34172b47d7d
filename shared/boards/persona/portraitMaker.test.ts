import { describe, expect, it } from 'vitest';
import { migrateJson, migrateYDoc } from '../../document/migrate';
import { encodeState, loadYDoc, snapshotOf } from '../../document/yDocument';
import type { Json } from '../../model/document';
import { type PersonaDoc, personaType } from './model';
import { portraitScene } from './portrait';
import { GROUNDS, HAIR_COLORS, OUTFITS, randomPortrait, SKINS } from './portraitMaker';
import * as choices from './portraitModel';

/** A linear congruential generator: the same numbers in every run. */
function picker(start: number) {
  let seed = start;
  return (count: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * count);
  };
}

const DRAWN = 4000;
const people = (() => {
  const pick = picker(20261122);
  return Array.from({ length: DRAWN }, () => randomPortrait(pick));
})();
const share = (is: (portrait: choices.WholePortrait) => boolean): number => people.filter(is).length / DRAWN;

describe('randomPortrait', () => {
  it('has far more than a hundred thousand faces', () => {
    const { HEAD_SHAPES, HAIR_STYLES, TOPS, BEARDS, MOUTHS } = choices;
    const combinations = [HEAD_SHAPES, HAIR_STYLES, TOPS, BEARDS, MOUTHS, SKINS, HAIR_COLORS, GROUNDS, OUTFITS].reduce(
      (product, all) => product * all.length,
      1,
    );
    expect(combinations).toBeGreaterThan(100_000);
    expect(new Set(people.map((one) => JSON.stringify(one))).size).toBeGreaterThan(DRAWN * 0.999);
  });

  it('makes portraits that can be stored and drawn, the same for the same picks', () => {
    for (const portrait of people) expect(choices.portraitSchema.safeParse(portrait).success).toBe(true);
    expect(randomPortrait(picker(7))).toEqual(randomPortrait(picker(7)));
    for (const portrait of people.slice(0, 400)) {
      const [group] = portraitScene(portrait, { x: 0, y: 0, w: 100, h: 120 });
      if (group?.type !== 'group') throw new Error('a portrait is one group');
      for (const piece of group.children) if (piece.type === 'path') expect(piece.d).toMatch(/^M[-\d. a-zA-Z]+$/);
    }
  });

  it('looks like a street: skins, ages, genders, disabilities', () => {
    for (const [skin] of SKINS) expect(share((one) => one.skin === skin)).toBeGreaterThan(0.07);
    expect(share(({ lines }) => lines)).toBeGreaterThan(0.2);
    expect(share(({ lines }) => lines)).toBeLessThan(0.32);
    expect(share(({ beard }) => beard !== 'none')).toBeGreaterThan(0.25);
    expect(share(({ beard }) => beard !== 'none')).toBeLessThan(0.45);
    const disabled = ({ aid, hearingAid, eyes }: choices.WholePortrait) =>
      aid !== 'none' || hearingAid !== '' || eyes !== 'both';
    expect(share(disabled)).toBeGreaterThan(0.08);
    expect(share(disabled)).toBeLessThan(0.18);
    for (const is of [
      (one: choices.WholePortrait) => one.aid === 'wheelchair',
      (one: choices.WholePortrait) => one.aid === 'cane',
      (one: choices.WholePortrait) => one.hearingAid !== '',
      (one: choices.WholePortrait) => one.eyes === 'patch',
      (one: choices.WholePortrait) => one.hair === 'hijab',
      ...choices.HEADWEAR.map((kind) => (one: choices.WholePortrait) => one.headwear === kind),
      ...choices.HAIR_STYLES.map((kind) => (one: choices.WholePortrait) => one.hair === kind),
      ...choices.BEARDS.map((kind) => (one: choices.WholePortrait) => one.beard === kind),
      ...choices.TOPS.map((kind) => (one: choices.WholePortrait) => one.top === kind),
      ...choices.ACCESSORIES.map((kind) => (one: choices.WholePortrait) => one.accessory === kind),
    ])
      expect(people.some(is)).toBe(true);
  });

  it('lets nothing contradict itself', () => {
    for (const one of people) {
      if (one.hair === 'hijab')
        expect([one.headwear, one.headband, one.hearingAid, one.beard]).toEqual(['none', '', '', 'none']);
      if (one.headwear !== 'none') expect(one.headband).toBe('');
      if (one.accessory === 'tie') expect(['plain', 'jacket']).toContain(one.top);
      if (one.aid === 'cane') expect(one.glassesShape).toBe('dark');
    }
  });
});

const OLD_PORTRAIT = {
  hair: 'pony',
  background: '#F2B441',
  shape: '#E4592F',
  skin: '#F3C7A4',
  skinShade: '#E3A985',
  hairColor: '#7A2E1D',
  clothes: '#1E44A8',
  clothesAccent: '#FCFBF7',
  headband: '#0E6486',
  glasses: '#141D33',
  earrings: '',
  beard: 'none',
  collar: false,
};
const OLD_INFO = {
  name: 'Solène',
  age: '36',
  role: 'contrôleuse',
  place: 'Nantes',
  facts: 'Court.',
  quote: 'Je cours.',
};

describe('a persona of schema 1', () => {
  const migrated = (portrait: Json) =>
    migrateJson({ kind: 'persona', schema: 1, info: { ...OLD_INFO, portrait } }, personaType) as unknown as PersonaDoc;

  it('is read, not rewritten: copies that are migrated apart do not undo what was written since', () => {
    const stored = loadYDoc([]);
    stored.getMap('meta').set('kind', 'persona');
    stored.getMap('meta').set('schema', 1);
    for (const [name, value] of Object.entries({ ...OLD_INFO, portrait: OLD_PORTRAIT }))
      stored.getMap('info').set(name, value);
    const state = encodeState(stored);
    const [mine, yours] = [loadYDoc([state]), loadYDoc([state])];
    migrateYDoc(mine, personaType);
    mine.getMap('info').set('tagline', 'Celle qui court');
    mine.getMap('info').set('portrait', { ...OLD_PORTRAIT, lines: true });
    migrateYDoc(yours, personaType);
    for (const merged of [
      loadYDoc([encodeState(mine), encodeState(yours)]),
      loadYDoc([encodeState(yours), encodeState(mine)]),
    ]) {
      const doc = snapshotOf(merged, personaType);
      expect(personaType.schema.safeParse(doc).success).toBe(true);
      expect(doc.info).toMatchObject({
        ...OLD_INFO,
        tagline: 'Celle qui court',
        portrait: { lines: true },
        kind: 'primary',
      });
    }
  });

  it('becomes a page that keeps all it said', () => {
    const doc = migrated(OLD_PORTRAIT);
    expect(personaType.schema.safeParse(doc).success).toBe(true);
    expect(doc.info).toMatchObject({ ...OLD_INFO, kind: 'primary', tags: [], photo: null });
    expect(Object.keys(doc.blocks)).toHaveLength(9);
    expect(migrated(null).info.portrait).toBeNull();
  });

  it('looks as it did: the same pieces in the same colours', () => {
    const { portrait } = migrated(OLD_PORTRAIT).info;
    expect(portrait).toMatchObject(OLD_PORTRAIT);
    const [group] = portraitScene(portrait!, { x: 0, y: 0, w: 200, h: 240 });
    if (group?.type !== 'group') throw new Error('a portrait is one group');
    const fills = group.children.flatMap((piece) => (piece.type === 'path' ? (piece.fill ?? piece.stroke) : []));
    expect(fills).toEqual(
      '#F2B441 #E4592F #7A2E1D #1E44A8 #E3A985 #FCFBF7 #E3A985 #E3A985 #F3C7A4 #E3A985 #22160F #22160F #22160F #22160F #22160F #7A2E1D #0E6486 #141D33'.split(
        ' ',
      ),
    );
  });
});
