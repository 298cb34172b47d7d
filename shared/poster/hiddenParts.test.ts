import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryEmpathyMap } from '../../tests/support/arbitraryEmpathyMap';
import { arbitraryJourneyMap, plainMeasurer } from '../../tests/support/arbitraryJourneyMap';
import { arbitraryPersona } from '../../tests/support/arbitraryPersona';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { sampleOf } from '../../tests/support/sampleScenes';
import {
  groupsOf,
  inkOf,
  lettersOf,
  overlappingPairs,
  targetsOf,
  textsOf,
  within,
} from '../../tests/support/sceneChecks';
import type { AssetHash, DocId, PersonaId } from '../base/ids';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import { EVIDENCE_GLYPHS } from '../boards/pieces/footGlyphs';
import { boardKind } from '../boards/registry';
import { type Lang, translator } from '../i18n/translate';
import type { AnyDoc } from '../model/document';
import { LIGHT } from '../model/theme';
import { boardsInOrder } from '../model/workshopCommands';
import { POSTER_PARTS, type PosterPart } from '../scene/posterParts';
import type { Primitive, Scene } from '../scene/primitives';
import { readSheet } from '../scene/sheetText';
import { DEFAULT_SETUP, type PosterSetup } from './posterSetup';
import { sheetsOfPoster } from './sheetsOfPoster';

const KINDS = ['journey-map', 'empathy-map', 'persona'] as const;
type Kind = (typeof KINDS)[number];

function sampleDoc(kind: Kind, lang: Lang = 'fr') {
  const { workshop, docs } = sampleOf(lang);
  const [first] = Object.values(workshop.personas);
  const id = kind === 'persona' ? first?.id : boardsInOrder(workshop).find((ref) => ref.kind === kind)?.id;
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) personas[id] = docs[id as DocId] as PersonaDoc;
  return { doc: docs[id as DocId] as AnyDoc, personas, workshop };
}

/** A pain point that is graver than others, so that every part has something to hide. */
function grave(doc: AnyDoc): AnyDoc {
  if (doc.kind !== 'journey-map') return doc;
  const map = doc as JourneyMapDoc;
  const [id, note] = Object.entries(map.notes)[0] ?? [];
  return { ...map, notes: { ...map.notes, [id as string]: { ...note, severity: 3 } } } as JourneyMapDoc;
}

function posterOf(kind: Kind, hides: readonly PosterPart[], change: Partial<PosterSetup> = {}, lang: Lang = 'fr') {
  const { doc, personas, workshop } = sampleDoc(kind, lang);
  const about = { ...workshop.info, logo: { asset: LOGO, width: 400, height: 150 } };
  const words = {
    measure: fontkitMeasurer,
    t: translator(lang),
    lang,
    theme: LIGHT,
    personas,
    workshop: about,
  };
  const board = { kind: boardKind(kind), doc: grave(doc), words, opinions: false };
  return sheetsOfPoster(board, { ...DEFAULT_SETUP, ...change, hides });
}

const LOGO = 'f'.repeat(64) as AssetHash;

const allOf = (items: readonly Primitive[]): readonly Primitive[] =>
  items.flatMap((item) => (item.type === 'group' ? [item, ...allOf(item.children)] : [item]));

const SIGNS = new Set(Object.values(EVIDENCE_GLYPHS));
const compact = (text: string): string => text.replace(/\s/g, '');

/** How often a poster shows a part, in shapes and in words. */
function shownOn(scene: Scene, part: PosterPart, kind: Kind): number {
  const t = translator('fr');
  const letters = compact(lettersOf(scene)).toLowerCase();
  const saying = (...texts: readonly string[]) =>
    texts.filter((text) => letters.includes(compact(text).toLowerCase())).length;
  const drawn = allOf(scene.items);
  if (part === 'logo') return drawn.filter((item) => item.type === 'image' && item.asset === LOGO).length;
  if (part === 'votes')
    return (
      drawn.filter((item) => item.type === 'rect' && item.fill === LIGHT.vote).length +
      saying(t('journey.legend.workshopVote'))
    );
  if (part === 'severity') {
    const isSquare = (item: Primitive): boolean =>
      item.type === 'rect' && item.w === item.h && Math.abs((item.strokeWidth ?? 0) - item.w / 5) < 1e-6;
    return drawn.filter(isSquare).length + saying(t('journey.legend.severity'));
  }
  if (part === 'evidence') {
    const outlined = drawn.filter((item) => item.type === 'rect' && item.dash && item.opacity === 0.55);
    const signs = drawn.filter((item) => item.type === 'path' && SIGNS.has(item.d));
    const words = saying('à vérifier', 'étayées', t('journey.evidence.verbatim'), t('journey.evidence.hypothesis'));
    const shares = kind === 'empathy-map' ? textsOf(scene.items).filter(({ text }) => /^\d+\s*%$/.test(text)) : [];
    return outlined.length + signs.length + shares.length + words;
  }
  if (part === 'sources') return saying('Sources');
  if (part === 'legend')
    return kind === 'persona'
      ? saying(t('journey.evidence.hypothesis'))
      : saying(t('journey.legend.workshopVote'), t('journey.evidence.verbatim'));
  const { doc, personas } = sampleDoc(kind);
  const info = doc.info as { readonly personaIds?: readonly PersonaId[]; readonly personaId?: PersonaId };
  const persona = personas[(info.personaIds?.[0] ?? info.personaId) as PersonaId];
  return (
    saying(persona?.info.quote ?? '?', persona?.info.facts ?? '?') +
    groupsOf(scene.items).filter(({ alt }) => alt === persona?.info.name).length
  );
}

/** What has something to hide on the sample. A persona is no card on its own poster, and nobody votes there. */
const PARTS: Readonly<Record<Kind, readonly PosterPart[]>> = {
  'journey-map': POSTER_PARTS,
  'empathy-map': ['logo', 'persona', 'legend', 'sources', 'votes', 'evidence'],
  persona: ['logo', 'legend', 'sources', 'evidence'],
};

describe('what a poster does not show', { timeout: 120_000 }, () => {
  for (const kind of KINDS) {
    it(`${kind}: each part alone is in no word and no shape, and the others are where they were`, () => {
      const whole = posterOf(kind, []).scenes[0];
      for (const part of PARTS[kind]) {
        const scene = posterOf(kind, [part]).scenes[0];
        expect([part, shownOn(whole, part, kind) > 0]).toEqual([part, true]);
        expect([part, shownOn(scene, part, kind)]).toEqual([part, 0]);
        // A legend of nothing but proofs goes with them; else no part takes another along.
        for (const other of PARTS[kind].filter((each) => each !== part && each !== 'legend'))
          if (part !== 'legend') expect([part, other, shownOn(scene, other, kind) > 0]).toEqual([part, other, true]);
      }
    });

    it(`${kind}: what is left takes the room, on every paper, in both languages`, () => {
      for (const lang of ['fr', 'en'] as const)
        for (const orientation of ['landscape', 'portrait'] as const) {
          const whole = posterOf(kind, [], { orientation }, lang);
          const bare = posterOf(kind, POSTER_PARTS, { orientation }, lang);
          expect(bare.check).toMatchObject({ outside: [], isTooSmall: whole.check.isTooSmall });
          expect(bare.check.smallestPt).toBeGreaterThanOrEqual(whole.check.smallestPt - 0.2);
        }
      const roll = { sheet: readSheet('roll-610') ?? DEFAULT_SETUP.sheet, orientation: 'portrait' } as const;
      const lengths = [POSTER_PARTS, []].map((hides) => posterOf(kind, hides, roll).sheet.heightMm);
      expect(lengths[0]).toBeLessThanOrEqual(lengths[1] ?? 0);
    });
  }

  it('a star keeps its words where the legend goes', () => {
    const starred = (hides: readonly PosterPart[]) =>
      lettersOf(posterOf('journey-map', hides).scenes[0]).split('*n<60').length - 1;
    expect([starred([]), starred(['legend']), starred(POSTER_PARTS)]).toEqual([1, 1, 1]);
  });

  it('a journey on several sheets names nobody beside its title either', () => {
    const sheet = readSheet('A4') ?? DEFAULT_SETUP.sheet;
    const { personas } = sampleDoc('journey-map');
    const names = Object.values(personas).map(({ info }) => info.name);
    const eyebrows = (hides: readonly PosterPart[]) =>
      posterOf('journey-map', hides, { sheet, split: 'fit' }).scenes.map((scene) => textsOf(scene.items)[0]?.text);
    expect(eyebrows([]).every((text) => names.some((name) => text?.includes(name)))).toBe(true);
    expect(eyebrows([]).length).toBeGreaterThan(1);
    expect(eyebrows(['persona']).some((text) => names.some((name) => text?.includes(name)))).toBe(false);
  });

  it('keeps everything else of any board on the sheet, touching nothing', () => {
    const boards = fc.oneof(
      arbitraryJourneyMap({ stages: 4, steps: 3, notes: 20 }),
      arbitraryEmpathyMap({ notes: 30, byHand: false }),
      arbitraryPersona({ entries: 30 }),
    );
    fc.assert(
      fc.property(
        boards,
        fc.subarray([...POSTER_PARTS]),
        fc.constantFrom('landscape', 'portrait'),
        (doc, hides, orientation) => {
          const kind = boardKind(doc.kind as Kind);
          const words = {
            measure: plainMeasurer,
            t: translator('fr'),
            lang: 'fr' as const,
            theme: LIGHT,
            personas: sampleDoc('persona').personas,
            workshop: { title: 'Boutique', client: '', place: 'Nantes' },
          };
          const { scenes, check } = sheetsOfPoster(
            { kind, doc: doc as AnyDoc, words, opinions: false },
            { ...DEFAULT_SETUP, orientation, hides },
          );
          const [scene] = scenes;
          const page = { x: 0, y: 0, w: scene.width, h: scene.height };
          expect(check.outside).toEqual([]);
          for (const line of textsOf(scene.items)) expect(within(inkOf(line), page, 1)).toBe(true);
          expect(
            overlappingPairs(
              targetsOf(scene, 'note').filter(() => doc.kind === 'empathy-map'),
              ({ bounds }) => bounds,
            ),
          ).toEqual([]);
          // Words of the blocks above and below the board.
          const around = groupsOf(scene.items).filter(({ role, target }) => (role === 'p' || role === 'h1') && !target);
          const lines = around.flatMap(({ children }) => children.filter((child) => child.type === 'text'));
          if (doc.kind !== 'journey-map')
            expect(overlappingPairs(lines, inkOf).map(([a, b]) => [a.text, b.text])).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
