import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '../../shared/base/ids';
import { journeyMapKind } from '../../shared/boards/journey-map/kind';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { translator } from '../../shared/i18n/translate';
import { LIGHT } from '../../shared/model/theme';
import { boardsInOrder } from '../../shared/model/workshopCommands';
import { GREY_PICTURE, inkedScene } from '../../shared/poster/inks';
import { POSTER_THEMES } from '../../shared/poster/posterSetup';
import { posterTheme } from '../../shared/poster/posterThemes';
import { contrast, onWhite, rgbOf } from '../../shared/scene/colours';
import type { Box, Primitive, Scene } from '../../shared/scene/primitives';
import { shapeBounds } from '../../shared/scene/shapeBounds';
import { sheetSize } from '../../shared/scene/sheet';
import { inkBox } from '../../shared/scene/textLine';
import { fontkitMeasurer } from '../support/fontkitMeasurer';
import { sampleOf } from '../support/sampleScenes';

/** What posters of other inks are made of, in numbers: cheaper than pictures, and a colour that slips in or a ground that is filled changes them. `UPDATE_GOLDEN=1` writes them anew. */
const GOLDEN = fileURLToPath(new URL('../golden/inks.json', import.meta.url));
const isUpdating = process.env.UPDATE_GOLDEN === '1';

type Lang = 'fr' | 'en';
const FILLINGS = ['sparse', 'full'] as const;
type Filling = (typeof FILLINGS)[number];
const SHEETS = ['A4', 'A0'] as const;

const LONG = {
  fr: 'Elle relit les mêmes avis le soir, compare, hésite, et n’ose rien demander',
  en: 'She reads the same reviews at night, compares, hesitates, and dares not ask',
};

/** The sample's map with the first note of each row alone, or with every note five times, once with a long text. */
function filled(map: JourneyMapDoc, filling: Filling, lang: Lang): JourneyMapDoc {
  const notes = Object.values<Note>(map.notes).sort((one, other) => (one.id < other.id ? -1 : 1));
  if (filling === 'sparse') {
    const rows = new Set<string>();
    const kept = notes.filter(({ laneId }) => !rows.has(laneId) && rows.add(laneId));
    return { ...map, notes: Object.fromEntries(kept.map((note) => [note.id, note])), indicators: {} };
  }
  const many = notes.flatMap((note) =>
    Array.from(
      { length: 5 },
      (_, at): Note => ({
        ...note,
        id: `${note.id}-${at}` as NoteId,
        order: `${note.order}${at}`,
        text: at === 4 ? LONG[lang] : note.text,
      }),
    ),
  );
  return { ...map, notes: Object.fromEntries(many.map((note) => [note.id, note])) };
}

function posterOf(lang: Lang, filling: Filling, sheet: (typeof SHEETS)[number]): Scene {
  const { workshop, docs } = sampleOf(lang);
  const [board] = boardsInOrder(workshop);
  if (!board) throw new Error('the sample has no board');
  const doc = filled(docs[board.id] as JourneyMapDoc, filling, lang);
  const personas = Object.fromEntries(Object.values(workshop.personas).map(({ id }) => [id, docs[id]]));
  return journeyMapKind.layout(doc, {
    measure: fontkitMeasurer,
    t: translator(lang),
    lang,
    theme: LIGHT,
    personas: personas as never,
    workshop: workshop.info,
    view: { form: 'poster', focus: null, sheet: sheetSize(sheet, 'landscape') },
  });
}

const leaves = (items: readonly Primitive[]): readonly Exclude<Primitive, { type: 'group' }>[] =>
  items.flatMap((item) => (item.type === 'group' ? leaves(item.children) : [item]));

/** Share of the sheet that is inked, a full black counting whole: what lies over something else counts both. */
const inkShare = (scene: Scene): number =>
  leaves(scene.items).reduce((sum, item) => {
    if (item.type === 'text' || item.type === 'image' || item.fill === undefined) return sum;
    const { w, h } = shapeBounds(item);
    const [red, green, blue] = rgbOf(onWhite(item.fill));
    return sum + w * h * (1 - (red + green + blue) / 765);
  }, 0) /
  (scene.width * scene.height);

/** Fills by the share of the sheet they cover, lines and letters by their number, each by its colour. */
function numbersOf(scene: Scene) {
  const [fills, strokes, letters] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (map: Map<string, number>, key: string, value: number) => map.set(key, (map.get(key) ?? 0) + value);
  const area = scene.width * scene.height;
  for (const item of leaves(scene.items)) {
    if (item.type === 'text') add(letters, item.fill, Array.from(item.text).length);
    else if (item.type !== 'image') {
      const { w, h } = shapeBounds(item);
      if (item.fill !== undefined) add(fills, item.fill, (w * h) / area);
      if (item.stroke !== undefined) add(strokes, item.stroke, 1);
    }
  }
  const sorted = (map: Map<string, number>) =>
    Object.fromEntries(
      [...map]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, value]) => [key, Math.round(value * 1e4) / 1e4]),
    );
  return {
    background: scene.background,
    ink: Math.round(inkShare(scene) * 1e4) / 1e4,
    fills: sorted(fills),
    strokes: sorted(strokes),
    letters: sorted(letters),
  };
}

const CASES = (['fr', 'en'] as const).flatMap((lang) =>
  FILLINGS.flatMap((filling) => SHEETS.map((sheet) => ({ lang, filling, sheet, name: `${filling} ${sheet} ${lang}` }))),
);
const scenes = new Map(CASES.map(({ lang, filling, sheet, name }) => [name, posterOf(lang, filling, sheet)]));
const sceneOf = (name: string): Scene => scenes.get(name) as Scene;

/** The papers of notes under a scene's texts, the topmost first. */
const paperUnder = (items: readonly ReturnType<typeof leaves>[number][], at: number, box: Box): string | null => {
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  for (let index = at - 1; index >= 0; index--) {
    const item = items[index];
    if (item?.type !== 'rect' || item.fill === undefined) continue;
    if (x >= item.x && x <= item.x + item.w && y >= item.y && y <= item.y + item.h) return onWhite(item.fill);
  }
  return null;
};

describe.each(CASES)('a $filling journey on $sheet in $lang', ({ name }) => {
  it('is in greys alone where grey is asked for', () => {
    const grey = inkedScene(sceneOf(name), 'grey');
    const colours = [grey.background];
    for (const item of leaves(grey.items)) {
      if (item.type === 'image') expect(item.asset.startsWith(GREY_PICTURE)).toBe(true);
      else if (item.type === 'text') colours.push(item.fill);
      else colours.push(...[item.fill, item.stroke].filter((colour) => colour !== undefined));
    }
    expect(colours.filter((colour) => new Set(rgbOf(colour)).size > 1)).toEqual([]);
  });

  it('tells pain points and opportunities apart in grey, with words that stand out from both', () => {
    const grey = inkedScene(sceneOf(name), 'grey');
    const items = leaves(grey.items);
    const papers = new Map<string, number>();
    for (const [at, item] of items.entries()) {
      if (item.type !== 'text' || item.text.trim() === '') continue;
      const paper = paperUnder(items, at, inkBox(item));
      if (paper === '#c9c9c9' || paper === '#f5f5f5') {
        papers.set(paper, (papers.get(paper) ?? 0) + 1);
        expect(contrast(onWhite(item.fill), paper)).toBeGreaterThan(4.5);
      }
    }
    expect(papers.size).toBe(2);
    expect(contrast('#c9c9c9', '#f5f5f5')).toBeGreaterThan(1.4);
    const hatched = items.filter((item) => item.type === 'path' && item.fill === '#3d3d3d');
    const edged = items.filter((item) => item.type === 'rect' && item.fill === '#f5f5f5' && item.stroke === '#4f4f4f');
    const notes = (fill: string) =>
      leaves(sceneOf(name).items).filter((item) => item.type === 'rect' && item.fill === fill).length;
    expect(edged).toHaveLength(notes(LIGHT.note.menthe.fill));
    // The strip of each, and the entry of the legend.
    expect(hatched).toHaveLength(notes(LIGHT.note.corail.band) + 1);
  });

  it('fills nothing large where ink is to be saved', () => {
    const saving = inkedScene(sceneOf(name), 'saving');
    expect(inkShare(saving)).toBeLessThan(Math.min(0.04, inkShare(sceneOf(name)) * 0.15));
    const area = saving.width * saving.height;
    const large = leaves(saving.items).filter((item) => {
      if (item.type === 'text' || item.type === 'image' || item.fill === undefined) return false;
      const { w, h } = shapeBounds(item);
      return w * h > area * 0.002 && contrast(onWhite(item.fill), '#ffffff') > 1.1;
    });
    expect(large).toEqual([]);
  });
});

it('tells them apart in every theme', () => {
  for (const name of POSTER_THEMES) {
    const { corail, menthe } = posterTheme(name).note;
    const rect = (fill: string): Primitive => ({ type: 'rect', x: 0, y: 0, w: 300, h: 100, fill });
    const items = [corail.fill, corail.band, menthe.fill, menthe.band].map(rect);
    const grey = inkedScene({ ...sceneOf('sparse A4 fr'), items }, 'grey');
    expect(leaves(grey.items).flatMap((item) => ('fill' in item ? [item.fill] : []))).toEqual([
      '#c9c9c9',
      '#c9c9c9',
      '#3d3d3d',
      '#f5f5f5',
      '#9a9a9a',
    ]);
  }
});

it('posters of other inks are made of what they were', () => {
  const made = Object.fromEntries(
    CASES.flatMap(({ name }) =>
      (['grey', 'saving'] as const).map((inks) => [`${name} ${inks}`, numbersOf(inkedScene(sceneOf(name), inks))]),
    ),
  );
  if (isUpdating) writeFileSync(GOLDEN, `${JSON.stringify(made, null, 1)}\n`);
  expect(made).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});
