import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallEmpathy } from '../../../tests/support/empathyCommands';
import type { BoardId, StageId } from '../../base/ids';
import { fr } from '../../i18n/fr';
import { translator } from '../../i18n/translate';
import { EVIDENCE_KINDS } from '../../model/evidence';
import { sameLink } from '../../model/note';
import type { OutlineNode } from '../boardKind';
import { opportunityFrom, painPointFrom } from './conversion';
import { createEmpathyMap } from './create';
import { bestCut, emotionOf, medianValence } from './emotions';
import { coverage, coverageOfMap } from './evidence';
import { guideOf } from './guide';
import type { EmpathyNote } from './model';
import { notesOfZone } from './order';
import { empathyMapOutline } from './outline';
import { PRESET_IDS } from './presets';
import { zonePlace, zoneTarget } from './targets';
import { AREAS, areaOf, EMPATHY_LAYOUTS, nextArea, ZONES, zoneIn } from './zones';

const withEvidence = (kinds: readonly EmpathyNote['evidence'][]): readonly EmpathyNote[] =>
  kinds.map((evidence) => ({ ...(notesOfZone(smallEmpathy(), 'say')[0] as EmpathyNote), evidence }));

describe('coverage', () => {
  it('is the share of notes that are more than a hypothesis', () => {
    expect(coverage(withEvidence(['verbatim', 'observation', 'data', 'hypothesis', null, null]))).toEqual({
      proven: 3,
      all: 6,
      percent: 50,
    });
    expect(coverage([])).toEqual({ proven: 0, all: 0, percent: null });
  });

  it('says 100 % only when all are, and 0 % only when none is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVIDENCE_KINDS, null), { minLength: 1, maxLength: 400 }), (kinds) => {
        const { proven, all, percent } = coverage(withEvidence(kinds));
        expect(percent === 100).toBe(proven === all);
        expect(percent === 0).toBe(proven === 0);
      }),
      { numRuns: 60 },
    );
    const nearly = Array.from({ length: 300 }, (_, at) => (at === 0 ? null : ('data' as const)));
    expect(coverage(withEvidence(nearly)).percent).toBe(99);
  });

  it('of the map counts what waits in reserve too', () => {
    const doc = smallEmpathy();
    expect(coverageOfMap({ ...doc, info: { ...doc.info, layout: 'quadrants' } })).toEqual(coverageOfMap(doc));
  });
});

describe('the emotion of a stage', () => {
  it.each([
    [[], null],
    [[-0.8, -1.6], -1.2],
    [[-1.7, 1.8], 0.1],
    [[0.3, -0.4], -0.1],
    [[2, -1, 0.5], 0.5],
  ])('of %j is %s', (moments, median) => {
    expect(medianValence(moments)).toBe(median);
  });

  it('is what was set by hand, else the median; a spread over three points shows', () => {
    expect(emotionOf({ hand: null, moments: [] })).toBeNull();
    expect(emotionOf({ hand: -1.4, moments: [-0.8, -1.6] })).toEqual({ valence: -1.4, byHand: true, spread: null });
    expect(emotionOf({ hand: null, moments: [-1.7, 1.8] })).toEqual({
      valence: 0.1,
      byHand: false,
      spread: { min: -1.7, max: 1.8 },
    });
    expect(emotionOf({ hand: null, moments: [-1, 2] })?.spread).toBeNull();
  });

  it('is best cut where it jumps', () => {
    expect([bestCut([]), bestCut([1]), bestCut([-1.7, 1.8]), bestCut([1, 0.9, -2, -1.9])]).toEqual([0, 0, 1, 2]);
  });
});

describe('zones', () => {
  it('have one area at most in each layout, and keep their notes when they change areas', () => {
    for (const layout of EMPATHY_LAYOUTS) {
      const all = AREAS[layout].flatMap(({ zones }) => zones);
      expect(new Set(all).size).toBe(all.length);
      for (const zone of ZONES) {
        const area = areaOf(layout, zone);
        if (area) expect(zoneIn(area, zone)).toBe(zone);
      }
    }
    expect(ZONES.filter((zone) => !areaOf('quadrants', zone))).toEqual(['who', 'need', 'see', 'hear']);
    expect(ZONES.every((zone) => areaOf('canvas', zone))).toBe(true);
    expect(zoneIn(areaOf('canvas', 'think')!, 'say')).toBe('think');
  });

  it('are gone through by Tab, round and round', () => {
    const walked = AREAS.canvas.reduce<string[]>(
      (ids) => [...ids, nextArea('canvas', (ids.at(-1) ?? null) as never).id],
      [],
    );
    expect(walked).toEqual(AREAS.canvas.map(({ id }) => id));
    expect(nextArea('canvas', 'gain').id).toBe('who');
    expect(nextArea('canvas', 'who', -1).id).toBe('gain');
  });

  it('are found again from their targets, in their own layout only', () => {
    const say = areaOf('stages', 'say')!;
    const target = zoneTarget({ area: say, stageId: 's1' as StageId });
    expect(zonePlace(target, 'stages')).toEqual({ area: say, stageId: 's1' });
    expect(zonePlace(target, 'canvas')).toBeNull();
    expect(zonePlace({ kind: 'zone', id: 'think-feel' }, 'canvas')?.area.zones).toEqual(['think', 'feel']);
    expect(zonePlace({ kind: 'zone', id: 'say' }, 'stages')).toBeNull();
  });
});

describe('the guide', () => {
  it('asks for the goal first and for the inside of the head last, one question at a time', () => {
    const areas = guideOf('canvas')
      .filter(({ opens }) => opens)
      .map(({ area }) => area);
    expect(areas).toEqual(['who', 'need', 'see', 'say', 'do', 'hear', 'think-feel', 'pain', 'gain']);
    for (const layout of EMPATHY_LAYOUTS)
      for (const { question } of guideOf(layout)) {
        expect(translator('fr')(question)).toMatch(/\u202F\?$/);
        expect(translator('en')(question)).toMatch(/[^\s]\?$/);
      }
  });
});

describe('conversion', () => {
  it('takes words and proof over and links back', () => {
    const note = notesOfZone(smallEmpathy(), 'pain')[0] as EmpathyNote;
    const pain = { ...note, evidence: 'data' as const, source: 'SAV', author: 'AB', tags: ['prix'] };
    expect(painPointFrom(pain, 'b9' as BoardId)).toEqual({
      text: 'une',
      evidence: 'data',
      source: 'SAV',
      author: 'AB',
      tags: ['prix'],
      links: [{ board: 'b9', kind: 'note', id: note.id }],
    });
    const [link] = painPointFrom(pain, 'b9' as BoardId).links;
    expect(sameLink(link!, { board: 'b9' as BoardId, kind: 'note', id: note.id })).toBe(true);
    expect(sameLink(link!, { ...link!, id: 'other' })).toBe(false);
    expect(opportunityFrom(pain, 'b9' as BoardId)).toMatchObject({ evidence: 'hypothesis', links: [{ id: note.id }] });
  });
});

describe('the outline', () => {
  const targetsIn = (node: OutlineNode): string[] => [
    `${node.target.kind} ${node.target.id}`,
    ...node.children.flatMap(targetsIn),
  ];

  it.each(EMPATHY_LAYOUTS)('tells every note once in the layout %s, and has words for all', (layout) => {
    const doc = { ...smallEmpathy() };
    for (const lang of ['fr', 'en'] as const) {
      const tree = empathyMapOutline(
        { ...doc, info: { ...doc.info, layout } },
        { t: translator(lang), lang, personas: {} },
      );
      const targets = targetsIn(tree);
      expect(new Set(targets).size).toBe(targets.length);
      const notes = targets.filter((target) => target.startsWith('note ')).map((target) => target.slice(5));
      expect(notes.sort()).toEqual(Object.keys(doc.notes).sort());
      expect(JSON.stringify(tree)).not.toMatch(/empathy\.|journey\.|\{\{/);
    }
  });
});

describe('a new map', () => {
  it.each(PRESET_IDS)('of the preset %s starts in its layout with its stages', (preset) => {
    let count = 0;
    const doc = createEmpathyMap({
      newId: () => `id${++count}` as never,
      title: 'T',
      lang: 'fr',
      t: translator('fr'),
      date: '2026-11-22',
      preset,
    });
    expect(doc.info.layout).toBe(preset === 'canvas' || preset === 'quadrants' ? preset : 'stages');
    const words = fr.empathy.preset[preset] as Record<string, string>;
    const titles = Object.entries(words).flatMap(([key, text]) => (key === 'name' || key === 'about' ? [] : text));
    expect(Object.values(doc.stages).map(({ title }) => title)).toEqual(titles);
  });
});
