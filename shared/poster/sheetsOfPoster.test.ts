import { describe, expect, it } from 'vitest';
import { crowdedMap } from '../../tests/support/crowdedMap';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { sampleOf } from '../../tests/support/sampleScenes';
import { lettersOf, targetsOf, textsOf } from '../../tests/support/sceneChecks';
import type { DocId, PersonaId } from '../base/ids';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import { boardKind } from '../boards/registry';
import { type Lang, translator } from '../i18n/translate';
import { LIGHT } from '../model/theme';
import { boardsInOrder } from '../model/workshopCommands';
import type { Primitive, RectPrimitive, Scene } from '../scene/primitives';
import { leastTextPt, pointsOfMm, type SheetChoice } from '../scene/sheet';
import { readSheet } from '../scene/sheetText';
import { DEFAULT_SETUP, isRefused, type PosterSetup } from './posterSetup';
import { sheetsOfPoster } from './sheetsOfPoster';

/** Places in the sample: the map to come has the most rows. */
const TARGET = 2;
const PERSONA = 9;

const shapesOf = (items: readonly Primitive[]): readonly RectPrimitive[] =>
  items.flatMap((item) => (item.type === 'group' ? shapesOf(item.children) : item.type === 'rect' ? [item] : []));

function posterOf(
  index: number,
  change: Partial<PosterSetup>,
  times = 1,
  lang: Lang = 'fr',
  { lost, with: changed = (doc) => doc }: { lost?: ReadonlySet<string>; with?: (doc: unknown) => unknown } = {},
) {
  const { workshop, docs } = sampleOf(lang);
  const [first] = Object.values(workshop.personas);
  const ref = boardsInOrder(workshop)[index] ?? { kind: 'persona' as const, id: first?.id as PersonaId };
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) personas[id] = docs[id as DocId] as PersonaDoc;
  const words = {
    measure: fontkitMeasurer,
    t: translator(lang),
    lang,
    theme: LIGHT,
    personas,
    workshop: workshop.info,
    lost,
  };
  const held = docs[ref.id as DocId];
  const doc = changed(times > 1 ? crowdedMap(held as unknown as JourneyMapDoc, times) : held);
  const board = { kind: boardKind(ref.kind), doc, words, opinions: false };
  return sheetsOfPoster(board, { ...DEFAULT_SETUP, ...change });
}

const sheet = (text: string): SheetChoice => readSheet(text) as SheetChoice;
const longest = ({ sheet: { widthMm, heightMm } }: ReturnType<typeof posterOf>) => Math.max(widthMm, heightMm);

/** Points of the smallest letters of a scene on its paper, measured by themselves. */
const lettersFrom = ({ items, width }: Scene, widthMm: number): number =>
  Math.min(...textsOf(items).flatMap(({ text, font }) => (text.trim() === '' ? [] : [font.size]))) *
  (pointsOfMm(widthMm) / width);

describe('sheetsOfPoster', { timeout: 120_000 }, () => {
  it('cuts a roll where the board ends, its type at full size', () => {
    for (const orientation of ['landscape', 'portrait'] as const) {
      const actual = posterOf(0, { sheet: sheet('roll-610'), orientation });
      expect(Math.min(actual.sheet.widthMm, actual.sheet.heightMm)).toBe(610);
      expect(actual.sheet.orientation).toBe(orientation);
      expect(actual.check).toMatchObject({ isTooSmall: false, outside: [] });
      expect(actual.scenes[0].width / actual.scenes[0].height).toBeCloseTo(
        actual.sheet.widthMm / actual.sheet.heightMm,
        9,
      );
    }
    // Upright, a map of more stages and rows takes more of it; a centimetre less would not do.
    const rolled = (index: number) => posterOf(index, { sheet: sheet('roll-610'), orientation: 'portrait' });
    const [few, many] = [rolled(0), rolled(TARGET)];
    expect(longest(many)).toBeGreaterThan(longest(few) + 100);
    expect(longest(few) % 10).toBe(0);
    const shorter = posterOf(0, { sheet: sheet(`610x${longest(few) - 60}mm`), orientation: 'portrait' });
    expect(shorter.check.smallestPt).toBeLessThan(few.check.smallestPt);
  });

  it('says in the place of a picture that it is gone, and counts it', () => {
    const asset = 'e'.repeat(64);
    const withPicture = (doc: unknown): unknown => {
      const { notes } = doc as JourneyMapDoc;
      const shown = Object.values<JourneyMapDoc['notes'][keyof JourneyMapDoc['notes']]>(notes).map((note) => [
        note.id,
        { ...note, image: { asset, width: 40, height: 30, alt: 'Le plan' } },
      ]);
      return { ...(doc as JourneyMapDoc), notes: Object.fromEntries(shown.slice(0, 30)) };
    };
    const imagesOf = (items: readonly Primitive[]): number =>
      items.reduce(
        (sum, item) => sum + (item.type === 'group' ? imagesOf(item.children) : Number(item.type === 'image')),
        0,
      );
    const whole = posterOf(0, {}, 1, 'fr', { with: withPicture });
    expect([whole.lost, imagesOf(whole.scenes[0].items) > 0]).toEqual([0, true]);
    const without = posterOf(0, {}, 1, 'fr', { with: withPicture, lost: new Set([asset]) });
    expect([without.lost, imagesOf(without.scenes[0].items)]).toEqual([1, 0]);
    expect(lettersOf(without.scenes[0])).toContain('Imageintrouvable:Leplan');
    expect(without.check.outside).toEqual([]);
  });

  it('offers a wider roll, or a larger sheet of the family', () => {
    const better = (index: number, text: string, split: PosterSetup['split'] = 'fit') =>
      posterOf(index, { sheet: sheet(text), split }).better();
    expect(better(TARGET, 'roll-610', 'none')).toEqual({ kind: 'roll', widthMm: 914 });
    expect(better(TARGET, 'letter')).toEqual({ kind: 'named', name: 'Tabloid' });
    expect(better(1, 'a4')).toEqual({ kind: 'named', name: 'A3' });
    // Parted it stands on a smaller sheet than whole.
    expect(better(0, 'a5')).toEqual({ kind: 'named', name: 'A4' });
    expect(better(0, 'a5', 'none')).toEqual({ kind: 'named', name: 'A3' });
    expect(better(0, 'a1')).toBeNull();
  });

  it('prints no letter below the least of its sheet, or nothing; every board of the sample stands from A3 on', () => {
    const refused: string[] = [];
    for (const name of ['A5', 'A4', 'A3', 'A2', 'A1', 'A0'])
      for (const orientation of ['landscape', 'portrait'] as const)
        for (const lang of ['fr', 'en'] as const)
          for (const index of [0, 1, TARGET, 3, PERSONA]) {
            const setup = { ...DEFAULT_SETUP, sheet: sheet(name), orientation };
            const { sheet: size, scenes, check } = posterOf(index, setup, 1, lang);
            const isWritten = scenes.every((scene) => lettersFrom(scene, size.widthMm) >= leastTextPt(size) - 0.05);
            const where = `${name} ${orientation} ${lang} ${index}`;
            expect(isRefused(check, setup), where).toBe(!isWritten);
            expect(isRefused(check, { ...setup, small: true }), where).toBe(false);
            if (!isWritten) refused.push(name);
          }
    expect(new Set(refused)).toEqual(new Set(['A5', 'A4']));
  });

  it('parts a map that is too small between its stages, losing none, its text never under what a hand needs', () => {
    const whole = posterOf(0, { sheet: sheet('a4'), orientation: 'portrait', split: 'none' });
    expect(whole).toMatchObject({ check: { isTooSmall: true }, canSplit: true });
    expect(whole.scenes).toHaveLength(1);
    const parted = posterOf(0, { sheet: sheet('a4'), orientation: 'portrait' });
    expect(parted.scenes.length).toBeGreaterThan(1);
    expect(parted.check).toMatchObject({ isTooSmall: false, outside: [] });
    const texts = parted.scenes.map(({ items }) =>
      textsOf(items)
        .map(({ text }) => text)
        .join(' '),
    );
    for (const [index, text] of texts.entries())
      expect(text).toContain(`Feuille\u00A0${index + 1}\u00A0sur\u00A0${texts.length}`);
    for (const stage of ['Prise de', 'Intérêt', 'Considération', 'Intention', 'Achat', 'Après-vente'])
      expect(texts.filter((text) => text.includes(stage)).length, stage).toBeGreaterThan(0);
  });

  it('offers two sheets, which a hand can read, where no wall could', () => {
    const setup = { sheet: sheet('a0'), split: 'none' } as const;
    const whole = posterOf(0, setup, 26);
    expect(whole).toMatchObject({ check: { isTooSmall: true }, scenes: { length: 1 } });
    const pt = whole.twoSheetsPt() ?? 0;
    expect(pt).toBeGreaterThan(9);
    expect(pt).toBeGreaterThan(whole.check.smallestPt * 1.2);
    const two = posterOf(0, { ...setup, split: 'two' }, 26);
    expect(two.scenes).toHaveLength(2);
    expect(two.check).toMatchObject({ smallestPt: pt, isTooSmall: true, outside: [] });
    const notesOn = (scenes: readonly Scene[]) =>
      scenes.flatMap(({ items }) => targetsOf({ items } as Scene, 'note').map(({ target }) => target?.id)).sort();
    expect(notesOn(two.scenes)).toEqual(notesOn(whole.scenes));
    // Stage by stage it stands in letters for a wall.
    expect(posterOf(0, { ...setup, split: 'fit' }, 26).check.smallestPt).toBeGreaterThan(pt);
    expect(posterOf(0, {}).twoSheetsPt()).toBeNull();
  });

  it('parts nothing that is large enough, and nothing without stages', () => {
    expect(posterOf(0, {}).scenes).toHaveLength(1);
    expect(posterOf(1, { sheet: sheet('a4') })).toMatchObject({
      canSplit: false,
      scenes: { length: 1 },
    });
  });

  it('keeps ink off the edge that a printer leaves blank', () => {
    for (const index of [0, 1, PERSONA])
      for (const marginMm of [0, 14]) {
        const { sheet: size, scenes, check } = posterOf(index, { sheet: sheet('a3'), marginMm });
        const edge = (marginMm * scenes[0].width) / size.widthMm;
        expect(check.nearestMm).toBeGreaterThanOrEqual(marginMm - 0.01);
        const inked = shapesOf(scenes[0].items).filter(({ fill }) => fill !== LIGHT.color.paper);
        expect(Math.min(...inked.map(({ x }) => x))).toBeGreaterThanOrEqual(edge - 0.01);
        expect(Math.max(...inked.map(({ x, w }) => x + w))).toBeLessThanOrEqual(scenes[0].width - edge + 0.01);
      }
  });

  it('lays out sheets of one ratio alike, and longer ones anew', () => {
    const widthOf = (text: string) => posterOf(1, { sheet: sheet(text) }).scenes[0].width;
    // Their millimetres are rounded: a hundredth at most.
    for (const alike of ['a5', 'b1', '2a0']) expect(Math.abs(widthOf(alike) / widthOf('a1') - 1)).toBeLessThan(0.01);
    const banner = posterOf(0, { sheet: sheet('300x2000mm'), orientation: 'landscape' });
    expect(banner.scenes[0].width / banner.scenes[0].height).toBeCloseTo(2000 / 300, 6);
    expect(banner.check).toMatchObject({ outside: [] });
  });
});
