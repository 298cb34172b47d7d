import { beforeAll, describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { isInside, polygonsOf } from '../../tests/support/pathShape';
import { sampleOf } from '../../tests/support/sampleScenes';
import { inkOf, textsOf } from '../../tests/support/sceneChecks';
import type { AssetHash, DocId, PersonaId } from '../base/ids';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import { readPath } from '../boards/journey-map/layout/latePath';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import { boardKind } from '../boards/registry';
import { translator } from '../i18n/translate';
import type { AnyDoc, SheetKindId } from '../model/document';
import { boardsInOrder } from '../model/workshopCommands';
import { contrast, rgbOf } from '../scene/colours';
import type { Box, Color, Primitive, Scene } from '../scene/primitives';
import { splitColor } from '../scene/svgShapes';
import { DEFAULT_SETUP, INKS, POSTER_THEMES, type PosterSetup, type PosterThemeName } from './posterSetup';
import { posterTheme } from './posterThemes';
import { sheetsOfPoster } from './sheetsOfPoster';

const LOGO = { asset: 'f'.repeat(64) as AssetHash, width: 400, height: 150 };

/** Every sheet of the sample, a journey as a path too, an empathy map in each of its layouts. */
function docs(): readonly AnyDoc[] {
  const { workshop, docs } = sampleOf('fr');
  const boards = boardsInOrder(workshop).flatMap(({ id }) => docs[id] ?? []);
  const personas = Object.values(workshop.personas).flatMap(({ id }) => docs[id as DocId] ?? []);
  const varied = boards.flatMap((doc): readonly AnyDoc[] => {
    if (doc.kind === 'journey-map') {
      const map = doc as JourneyMapDoc;
      return (['grid', 'path'] as const).map((form) => ({ ...map, info: { ...map.info, form } }));
    }
    const map = doc as EmpathyMapDoc;
    return (['canvas', 'quadrants', 'stages'] as const).map((layout) => ({ ...map, info: { ...map.info, layout } }));
  });
  return [...varied, ...personas];
}

function posterOf(doc: AnyDoc, setup: Partial<PosterSetup>): Scene {
  const { workshop, docs: all } = sampleOf('fr');
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) personas[id] = all[id as DocId] as PersonaDoc;
  const about = { ...workshop.info, logo: LOGO };
  const words = { measure: fontkitMeasurer, t: translator('fr'), lang: 'fr' as const, personas, workshop: about };
  const board = { kind: boardKind(doc.kind as SheetKindId), doc, words, opinions: true };
  return sheetsOfPoster(board, { ...DEFAULT_SETUP, ...setup }).press[0].scene;
}

interface Painted {
  readonly covers: (x: number, y: number) => boolean;
  readonly fill: Color;
  readonly alpha: number;
}

const inBox =
  ({ x: left, y: top, w, h }: Box) =>
  (x: number, y: number) =>
    x >= left && x <= left + w && y >= top && y <= top + h;

function groundOf(item: Primitive): Painted | null {
  if (item.type === 'group' || item.type === 'text' || item.type === 'image' || item.fill === undefined) return null;
  const { fill } = item;
  const alpha = splitColor(fill).alpha * (item.opacity ?? 1);
  if (item.type === 'rect') return { covers: inBox(item), fill, alpha };
  const { x: left = 0, y: top = 0, scale = 1 } = item.type === 'path' ? item : {};
  const shape =
    item.type === 'path'
      ? polygonsOf(item.d)
      : [
          Array.from(
            { length: item.points.length / 2 },
            (_, at) => [item.points[at * 2]!, item.points[at * 2 + 1]!] as const,
          ),
        ];
  return { covers: (x, y) => isInside(shape, (x - left) / scale, (y - top) / scale), fill, alpha };
}

const over = (top: Color, alpha: number, under: Color): Color => {
  const below = rgbOf(under);
  return `#${rgbOf(top)
    .map((part, at) => Math.round(part * alpha + (below[at] ?? 0) * (1 - alpha)))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
};

/** Each text of a scene with its contrast against what is painted under it at its middle; pictures are taken for nothing. */
function readings(scene: Scene): readonly { readonly said: string; readonly ratio: number }[] {
  const painted: Painted[] = [];
  const found: { said: string; ratio: number }[] = [];
  const walk = (items: readonly Primitive[], dim: number, clips: readonly Box[]): void => {
    for (const item of items) {
      if (item.type === 'group')
        walk(item.children, dim * (item.opacity ?? 1), item.clip ? [...clips, item.clip] : clips);
      else if (item.type !== 'text') {
        const ground = groundOf(item);
        const isShown = (x: number, y: number) => clips.every((clip) => inBox(clip)(x, y));
        if (ground) painted.push({ ...ground, covers: (x, y) => isShown(x, y) && ground.covers(x, y) });
      } else {
        const { x, y, w, h } = inkOf(item);
        const under = painted
          .filter(({ covers }) => covers(x + w / 2, y + h / 2))
          .reduce((color, { fill, alpha }) => over(fill, alpha, color), scene.background);
        const ink = over(item.fill, splitColor(item.fill).alpha * (item.opacity ?? 1) * dim, under);
        found.push({ said: `${item.text}: ${ink} on ${under}`, ratio: contrast(ink, under) });
      }
    }
  };
  walk(scene.items, 1, []);
  return found;
}

const LEAST: Readonly<Record<PosterThemeName, number>> = { standard: 4.5, paper: 4.5, contrast: 7, night: 4.5 };

// What draws a path is read when a map first asks for it.
beforeAll(readPath);

describe.each(POSTER_THEMES)('a poster in the theme %s', (theme) => {
  it('reads: every ink stands out from what lies under it, with all inks of the printer', { timeout: 60_000 }, () => {
    for (const doc of docs())
      for (const inks of INKS) {
        const all = readings(posterOf(doc, { theme, inks }));
        expect(all.length).toBeGreaterThan(20);
        const least = inks === 'colour' ? LEAST[theme] : 4.5;
        const faint = all.filter(({ ratio }) => ratio < least).map(({ said, ratio }) => `${said} ${ratio.toFixed(2)}`);
        expect([doc.kind, inks, [...new Set(faint)]]).toEqual([doc.kind, inks, []]);
      }
  });

  it('has its own paper, and its words where every theme has them', { timeout: 60_000 }, () => {
    const places = (scene: Scene) =>
      textsOf(scene.items).map(({ text, x, y, font }) => `${text} ${x.toFixed(2)} ${y.toFixed(2)} ${font.size}`);
    for (const doc of docs()) {
      const scene = posterOf(doc, { theme, hides: ['logo'] });
      expect(scene.background).toBe(posterTheme(theme).color.paper);
      expect(places(scene)).toEqual(places(posterOf(doc, { hides: ['logo'] })));
    }
  });
});

it('faces, strips and papers of notes are told apart at 3:1 in high contrast', () => {
  const { color, note, emotion } = posterTheme('contrast');
  for (const { band } of Object.values(note)) expect(contrast(band, color.paper)).toBeGreaterThanOrEqual(3);
  for (const { fill, feature } of Object.values(emotion)) expect(contrast(fill, feature)).toBeGreaterThanOrEqual(7);
  expect(contrast(color.line, color.paper)).toBeGreaterThanOrEqual(3);
});
