import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { sampleOf } from '../../tests/support/sampleScenes';
import { groupsOf, inkOf, overlap, textsOf, within } from '../../tests/support/sceneChecks';
import type { AssetHash, DocId, PersonaId } from '../base/ids';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import { logoAlt, logoSize } from '../boards/pieces/poster/posterLogo';
import { boardKind } from '../boards/registry';
import { type Lang, translator } from '../i18n/translate';
import type { AnyDoc, SheetKindId } from '../model/document';
import { LIGHT } from '../model/theme';
import { boardsInOrder } from '../model/workshopCommands';
import type { Scene } from '../scene/primitives';
import { readSheet } from '../scene/sheetText';
import { DEFAULT_SETUP, type PosterSetup } from './posterSetup';
import { sheetsOfPoster } from './sheetsOfPoster';

const ASSET = 'f'.repeat(64) as AssetHash;
const KINDS = ['grid', 'path', 'empathy-map', 'persona'] as const;
const SHEETS = ['A5', 'A4', 'A3', 'A1', 'A0', '2A0', 'Letter', 'roll-610'] as const;

interface Asked {
  readonly kind: (typeof KINDS)[number];
  readonly lang: Lang;
  /** Null for none. */
  readonly logo: { readonly width: number; readonly height: number } | null;
  readonly client?: string;
  readonly title?: string;
}

function scenesOf({ kind, lang, logo, client, title }: Asked, setup: PosterSetup): readonly Scene[] {
  const { workshop, docs } = sampleOf(lang);
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) personas[id] = docs[id as DocId] as PersonaDoc;
  const sheetKind: SheetKindId = kind === 'grid' || kind === 'path' ? 'journey-map' : kind;
  const [first] = Object.values(workshop.personas);
  const id = kind === 'persona' ? first?.id : boardsInOrder(workshop).find((ref) => ref.kind === sheetKind)?.id;
  const doc = docs[id as DocId] as AnyDoc;
  const form = kind === 'path' || kind === 'grid' ? { form: kind } : {};
  const called = title === undefined ? {} : kind === 'persona' ? { name: title } : { title };
  const shown = { ...doc, info: { ...(doc as JourneyMapDoc).info, ...form, ...called } } as AnyDoc;
  const about = { ...workshop.info, client: client ?? workshop.info.client, logo: logo && { asset: ASSET, ...logo } };
  const words = { measure: fontkitMeasurer, t: translator(lang), lang, theme: LIGHT, personas, workshop: about };
  return sheetsOfPoster({ kind: boardKind(sheetKind), doc: shown, words, opinions: false }, setup).scenes;
}

const logosOf = (scene: Scene) =>
  groupsOf(scene.items).filter(({ children }) =>
    children.some((item) => item.type === 'image' && item.asset === ASSET),
  );

const setupOn = (sheet: string, change: Partial<PosterSetup> = {}): PosterSetup => ({
  ...DEFAULT_SETUP,
  ...change,
  sheet: readSheet(sheet) ?? DEFAULT_SETUP.sheet,
});

describe('the client’s logo on a poster', { timeout: 120_000 }, () => {
  it('stands in the title block once, in its own ratio, sober, and touches nothing', () => {
    const sides = fc.record({ width: fc.integer({ min: 1, max: 3_000 }), height: fc.integer({ min: 1, max: 3_000 }) });
    const title = fc.option(fc.constantFrom('Bref', 'Un titre '.repeat(14), 'Anticonstitutionnellement'), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.constantFrom(...SHEETS),
        fc.constantFrom('landscape' as const, 'portrait' as const),
        fc.constantFrom('fr' as const, 'en' as const),
        fc.oneof(sides, fc.constantFrom({ width: 3_000, height: 60 }, { width: 60, height: 3_000 })),
        fc.constantFrom([], ['persona' as const]),
        fc.constantFrom('none' as const, 'fit' as const),
        title,
        (kind, sheet, orientation, lang, logo, hides, split, called) => {
          const setup = setupOn(sheet, { orientation, hides, split });
          for (const scene of scenesOf(
            { kind, lang, logo, client: 'Boutique Commerce', ...(called ? { title: called } : {}) },
            setup,
          )) {
            const [figure, ...more] = logosOf(scene);
            expect(more).toEqual([]);
            if (!figure) throw new Error('no logo');
            const { bounds } = figure;
            expect(figure).toMatchObject({
              role: 'figure',
              alt: lang === 'fr' ? 'Logo de Boutique Commerce' : 'Boutique Commerce logo',
            });
            expect(figure.children).toEqual([{ type: 'image', ...bounds, asset: ASSET, alt: figure.alt }]);
            expect(Math.abs(bounds.w / bounds.h / (logo.width / logo.height) - 1)).toBeLessThan(1e-6);
            expect(within(bounds, { x: 0, y: 0, w: scene.width, h: scene.height })).toBe(true);
            const heading = groupsOf(scene.items).find(({ role }) => role === 'h1');
            if (!heading) throw new Error('no title');
            expect(bounds.y + bounds.h).toBeLessThanOrEqual(heading.bounds.y + 0.01);
            // Never more than a headline: under a seventh of the sheet’s short side.
            expect(bounds.h).toBeLessThan(Math.min(scene.width, scene.height) / 7);
            const touched = textsOf(scene.items).filter((line) => overlap(inkOf(line), bounds));
            expect(touched.map(({ text }) => text)).toEqual([]);
            const others = groupsOf(scene.items).filter(({ role, bounds: box }) => role === 'figure' && box !== bounds);
            expect(others.filter((other) => overlap(other.bounds, bounds)).map(({ alt }) => alt)).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes nothing where there is none', () => {
    for (const kind of KINDS) {
      const [bare] = scenesOf({ kind, lang: 'fr', logo: null }, setupOn('A1'));
      const [hidden] = scenesOf(
        { kind, lang: 'fr', logo: { width: 4, height: 1 } },
        setupOn('A1', { hides: ['logo'] }),
      );
      expect(JSON.stringify(hidden)).toBe(JSON.stringify(bare));
    }
  });
});

it('every logo has the same area until it is too wide or too high', () => {
  const m = { side: 92, height: 78, width: 280, gap: 26 };
  const area = (width: number, height: number) => {
    const { w, h } = logoSize({ width, height }, m);
    return Math.round(w * h);
  };
  expect([area(200, 100), area(5_000, 1_000), area(3, 2)]).toEqual([8464, 8464, 8464]);
  expect(logoSize({ width: 100, height: 100 }, m)).toEqual({ w: 78, h: 78 });
  expect(logoSize({ width: 2_800, height: 100 }, m)).toEqual({ w: 280, h: 10 });
});

it('says whose it is', () => {
  const fr = translator('fr');
  expect(['Boutique', ' Élan ', 'Orange\nFrance', ''].map((client) => logoAlt(client, fr))).toEqual([
    'Logo de Boutique',
    'Logo d’Élan',
    'Logo d’Orange France',
    'Logo du client',
  ]);
});
