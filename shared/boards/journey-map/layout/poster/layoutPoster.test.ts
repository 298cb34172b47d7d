import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryJourneyMap, plainMeasurer } from '../../../../../tests/support/arbitraryJourneyMap';
import { crowdedMap } from '../../../../../tests/support/crowdedMap';
import { fontkitMeasurer } from '../../../../../tests/support/fontkitMeasurer';
import {
  groupsOf,
  inkOf,
  lettersOf,
  overlappingPairs,
  targetsOf,
  textsOf,
} from '../../../../../tests/support/sceneChecks';
import type { ClusterId, Id, NewId, PersonaId } from '../../../../base/ids';
import { translator } from '../../../../i18n/translate';
import { LIGHT } from '../../../../model/theme';
import { posterTheme } from '../../../../poster/posterThemes';
import { sampleWorkshop } from '../../../../sample/sampleWorkshop';
import { type Orientation, sheetSize } from '../../../../scene/sheet';
import { SHEETS, type SheetName } from '../../../../scene/sheetCatalogue';
import type { LayoutContext } from '../../../boardKind';
import type { PersonaDoc } from '../../../persona/model';
import type { Cluster, JourneyMapDoc, Note } from '../../model';
import { posterLayout } from './layoutPoster';
import { bandsOf } from './posterBands';

function sample(lang: 'fr' | 'en' = 'fr') {
  let count = 0;
  const newId: NewId = <T extends Id<string>>() => `id${++count}` as T;
  const { docs } = sampleWorkshop({ lang, newId, date: '2026-11-22' });
  const maps = Object.values(docs).filter((doc): doc is JourneyMapDoc => doc.kind === 'journey-map');
  const personas = Object.fromEntries(Object.entries(docs).filter(([, doc]) => doc.kind === 'persona'));
  return { maps, personas: personas as Record<PersonaId, PersonaDoc> };
}

function context(sheet: SheetName, orientation: Orientation, lang: 'fr' | 'en' = 'fr'): LayoutContext {
  return {
    measure: fontkitMeasurer,
    t: translator(lang),
    lang,
    theme: LIGHT,
    personas: sample(lang).personas,
    workshop: { title: 'Boutique Commerce', client: '', place: 'Nantes' },
    view: { form: 'poster', focus: null, sheet: sheetSize(sheet, orientation) },
  };
}

const plain = (sheet: SheetName, orientation: Orientation): LayoutContext => ({
  ...context(sheet, orientation),
  measure: plainMeasurer,
});

const sheets = fc.tuple(fc.constantFrom(...SHEETS), fc.constantFrom('landscape' as const, 'portrait' as const));
const maps = arbitraryJourneyMap({ stages: 6, steps: 3, notes: 20 });

describe('posterLayout', { timeout: 120_000 }, () => {
  it('has the exact ratio of every sheet', () => {
    const [doc] = sample().maps;
    for (const name of SHEETS) {
      for (const orientation of ['landscape', 'portrait'] as const) {
        const { scene } = posterLayout(doc as JourneyMapDoc, plain(name, orientation));
        const sheet = sheetSize(name, orientation);
        expect(scene.width / scene.height).toBeCloseTo(sheet.widthMm / sheet.heightMm, 9);
        expect(lettersOf(scene)).toContain(`Format${sheet.name.replace(/\s/g, '')}`);
      }
    }
  });

  it('prints the sample at full size on a wide sheet, in both languages', () => {
    for (const lang of ['fr', 'en'] as const) {
      const { scale, bands } = posterLayout(sample(lang).maps[0] as JourneyMapDoc, context('A1', 'landscape', lang));
      expect(scale).toBeCloseTo(1, 6);
      expect(bands).toBe(1);
    }
  });

  it('stacks bands on a tall sheet where that leaves the text larger', () => {
    const { scale, bands, scene } = posterLayout(sample().maps[0] as JourneyMapDoc, context('A1', 'portrait'));
    expect(bands).toBe(2);
    expect(scale).toBeLessThan(1.4);
    expect(targetsOf(scene, 'lane')).toHaveLength(18);
  });

  const lieWell = (doc: JourneyMapDoc, name: SheetName, orientation: Orientation) => {
    const { scene } = posterLayout(doc, plain(name, orientation));
    // A place and a size, each rounded to hundredths.
    const rounding = 0.02;
    for (const group of groupsOf(scene.items)) {
      expect(group.bounds.x).toBeGreaterThanOrEqual(-rounding);
      expect(group.bounds.x + group.bounds.w).toBeLessThanOrEqual(scene.width + rounding);
      expect(group.bounds.y + group.bounds.h).toBeLessThanOrEqual(scene.height + rounding);
    }
    const faces = new Set(
      groupsOf(scene.items)
        .filter(({ children }) =>
          children.some((child) => child.type === 'group' && child.target?.kind === 'emotion-point'),
        )
        .flatMap(({ children }) => children.filter((child) => child.type === 'text')),
    );
    const pairs = overlappingPairs(textsOf(scene.items), inkOf).filter(([a, b]) => !faces.has(a) || !faces.has(b));
    expect(pairs.map(([a, b]) => [a.text, b.text])).toEqual([]);
  };

  it('stays on the sheet, overlaps nothing', () => {
    fc.assert(
      fc.property(maps, sheets, (doc, [name, orientation]) => lieWell(doc, name, orientation)),
      { numRuns: 20 },
    );
  });

  const full = arbitraryJourneyMap({ stages: 3, steps: 2, notes: 20 }).filter(
    ({ notes }) => Object.keys(notes).length > 5,
  );

  it('does so where it is crowded, and writes everything of the map in one size then', () => {
    let crowded = 0;
    fc.assert(
      fc.property(full, sheets, (some, [name, orientation]) => {
        const doc = crowdedMap(some, 30);
        lieWell(doc, name, orientation);
        const layout = posterLayout(doc, plain(name, orientation));
        if (layout.scale < 1.5) return;
        crowded++;
        const inNotes = targetsOf(layout.scene, 'note').flatMap(({ children }) => textsOf(children));
        expect(new Set(inNotes.map(({ font }) => font.size))).toEqual(new Set([18]));
      }),
      { numRuns: 6 },
    );
    expect(crowded).toBeGreaterThan(0);
  });

  it('carries every text of the map, folded rows and groups included', () => {
    const [doc] = sample().maps;
    const folded = Object.fromEntries(
      Object.entries((doc as JourneyMapDoc).lanes).map(([id, lane]) => [id, { ...lane, folded: true }]),
    );
    const [note] = Object.values((doc as JourneyMapDoc).notes) as [Note];
    const { laneId, stageId, stepId } = note;
    const id = 'g1' as ClusterId;
    const group: Cluster = { id, laneId, stageId, stepId, order: 'a0', title: 'Usure et peurs', folded: true };
    const map = {
      ...(doc as JourneyMapDoc),
      lanes: folded,
      notes: { ...(doc as JourneyMapDoc).notes, [note.id]: { ...note, clusterId: id } },
      clusters: { [id]: group },
    } as JourneyMapDoc;
    const letters = lettersOf(posterLayout(map, context('A1', 'landscape')).scene);
    const texts = [
      map.info.title,
      map.info.result,
      map.info.sources,
      group.title,
      ...Object.values(map.stages).flatMap(({ title, duration }) => [title, duration]),
      ...Object.values(map.notes).map(({ text }) => text),
      ...Object.values(map.touchpoints).map(({ label }) => label),
      ...Object.values(map.emotionPoints).map(({ quote }) => quote),
    ];
    for (const text of texts) expect(letters).toContain(text.replace(/\s/g, ''));
  });

  it('takes a smaller step for a longer title, then wraps it', () => {
    const base = sample().maps[0] as JourneyMapDoc;
    const sizeOf = (title: string) => {
      const { scene } = posterLayout({ ...base, info: { ...base.info, title } }, context('A1', 'landscape'));
      const lines = textsOf(groupsOf(scene.items).filter(({ role }) => role === 'h1'));
      return { size: (lines[0]?.font.size ?? 0) * (2384 / scene.width), lines: lines.length };
    };
    expect(sizeOf('Changer de pneus').size).toBeCloseTo(117, 0);
    expect(sizeOf('Changer de chaussures de course')).toMatchObject({ lines: 1 });
    expect(sizeOf('Changer de chaussures de course').size).toBeCloseTo(80, 0);
    expect(sizeOf('Changer de chaussures de course quand on a mal au genou').lines).toBe(2);
  });

  it('prints in the theme it is given, without prompts, cells or edit boxes', () => {
    const { scene } = posterLayout(sample().maps[0] as JourneyMapDoc, {
      ...context('A1', 'landscape'),
      theme: posterTheme('night'),
    });
    expect(scene.background).toBe(posterTheme('night').color.paper);
    expect(targetsOf(scene, 'cell')).toEqual([]);
    expect(groupsOf(scene.items).some((group) => group.editBox)).toBe(false);
  });

  it('tells headings and figures apart for those who listen', () => {
    const { scene } = posterLayout(sample().maps[0] as JourneyMapDoc, context('A1', 'landscape'));
    const roles = groupsOf(scene.items).map(({ role }) => role);
    expect(roles.filter((role) => role === 'h1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'h2')).toHaveLength(6 + 9);
    const [curve] = targetsOf(scene, 'curve');
    expect(curve?.alt).toContain('Prise de conscience −1,3, +0,8');
  });
});

describe('bandsOf', () => {
  it('cuts into bands as even as can be, in order, losing none', () => {
    const doc = sample().maps[2] as JourneyMapDoc;
    const stages = Object.values(doc.stages);
    for (const count of [1, 2, 3, 9]) {
      const bands = bandsOf(doc, stages, count);
      expect(bands.flat()).toEqual(stages);
      expect(bands.length).toBeLessThanOrEqual(count);
      expect(bands.every((band) => band.length > 0)).toBe(true);
    }
    expect(bandsOf(doc, stages, 2).map((band) => band.length)).toEqual([3, 3]);
  });
});
