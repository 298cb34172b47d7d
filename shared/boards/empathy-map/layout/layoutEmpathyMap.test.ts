import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryEmpathyMap } from '../../../../tests/support/arbitraryEmpathyMap';
import { plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { smallEmpathy } from '../../../../tests/support/empathyCommands';
import {
  groupsOf,
  inkOf,
  lettersOf,
  overlappingPairs,
  targetsOf,
  textsOf,
  within,
} from '../../../../tests/support/sceneChecks';
import { personaDoc } from '../../../../tests/support/workshopBundles';
import type { NoteId, PersonaId, StageId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT, themeOf } from '../../../model/theme';
import type { GroupPrimitive, Scene } from '../../../scene/primitives';
import { sheetSize } from '../../../scene/sheet';
import { typographic } from '../../../text/typography';
import type { BoardView } from '../../boardKind';
import type { EmpathyMapDoc, EmpathyNote } from '../model';
import { isInReserve } from '../order';
import { EMPATHY_TARGETS } from '../targets';
import { EMPATHY_LAYOUTS } from '../zones';
import { layoutEmpathyMap } from './layoutEmpathyMap';
import { valenceAt } from './stageEmotion';

const lay = (doc: EmpathyMapDoc, view: Partial<BoardView> = {}, lang: 'fr' | 'en' = 'fr', theme = LIGHT): Scene =>
  layoutEmpathyMap(doc, {
    measure: plainMeasurer,
    t: translator(lang),
    lang,
    theme,
    personas: { ['q0' as PersonaId]: personaDoc() },
    workshop: { title: 'Boutique', client: '', place: 'Nantes' },
    view: { form: 'screen', focus: null, ...view },
  });

const SCREENS: readonly Partial<BoardView>[] = [{ form: 'screen' }, { form: 'compact' }];
const POSTERS: readonly Partial<BoardView>[] = [
  { form: 'poster', sheet: sheetSize('A1', 'landscape') },
  { form: 'poster', sheet: sheetSize('A4', 'portrait') },
];

/** Notes that stand somewhere on the sheet: not in a closed reserve, not in a folded group. */
const standing = (doc: EmpathyMapDoc): readonly EmpathyNote[] =>
  Object.values<EmpathyNote>(doc.notes).filter(
    (note) => !isInReserve(doc, note) && !(note.clusterId && doc.clusters[note.clusterId]?.folded),
  );

function checkScene(doc: EmpathyMapDoc, scene: Scene): void {
  const page = { x: 0, y: 0, w: scene.width, h: scene.height };
  const texts = textsOf(scene.items);
  for (const text of texts) expect(within(inkOf(text), page, 1)).toBe(true);
  for (const group of groupsOf(scene.items))
    for (const value of Object.values(group.bounds)) expect(Number.isFinite(value)).toBe(true);
  const notes = targetsOf(scene, 'note');
  const byId = new Map(notes.map((group) => [group.target?.id, group]));
  expect(notes).toHaveLength(byId.size);
  for (const note of standing(doc)) {
    const group = byId.get(note.id);
    if (!group) throw new Error(`note ${note.id} of ${note.zone} is not drawn`);
    const drawn = textsOf(group.children);
    // Every letter of it is there, inside its paper.
    const letters = drawn
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, '');
    expect(letters).toContain(typographic(note.text, 'fr').replace(/\s/g, ''));
    for (const text of drawn) expect(within(inkOf(text), group.bounds, 0.6)).toBe(true);
  }
}

const flowing = (doc: EmpathyMapDoc, scene: Scene): readonly GroupPrimitive[] =>
  targetsOf(scene, 'note').filter((group) => {
    const note = doc.notes[group.target?.id as NoteId];
    return !(note?.place && doc.info.layout !== 'stages' && !note.clusterId);
  });

describe('layoutEmpathyMap', { timeout: 240_000 }, () => {
  it('draws every note whole, inside the sheet, and lets none overlap another: screens', () => {
    fc.assert(
      fc.property(arbitraryEmpathyMap({ notes: 60, byHand: true }), fc.constantFrom(...SCREENS), (doc, view) => {
        const scene = lay(doc, view);
        checkScene(doc, scene);
        expect(
          overlappingPairs(flowing(doc, scene), (group) => group.bounds).map((pair) =>
            pair.map(({ target }) => target),
          ),
        ).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('does so for crowded maps of 400 notes, in each layout', () => {
    fc.assert(
      fc.property(arbitraryEmpathyMap({ notes: 400, byHand: false }), (drawn) => {
        for (const layout of EMPATHY_LAYOUTS) {
          const doc = { ...drawn, info: { ...drawn.info, layout } };
          const scene = lay(doc, {}, 'fr');
          checkScene(doc, scene);
          expect(overlappingPairs(flowing(doc, scene), (group) => group.bounds)).toEqual([]);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('does so on posters, which keep the ratio of their sheet', () => {
    fc.assert(
      fc.property(arbitraryEmpathyMap({ notes: 50, byHand: true }), fc.constantFrom(...POSTERS), (doc, view) => {
        const scene = lay(doc, view);
        checkScene(doc, scene);
        expect(overlappingPairs(flowing(doc, scene), (group) => group.bounds)).toEqual([]);
        const { widthMm, heightMm } = view.sheet!;
        expect(scene.width / scene.height).toBeCloseTo(widthMm / heightMm, 5);
        expect(targetsOf(scene, 'zone')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('lets a title of a page’s length leave room for the map', () => {
    const title = 'Elle relit les mêmes avis le soir, puis compare encore les quatorze fiches. '.repeat(12);
    for (const layout of EMPATHY_LAYOUTS)
      for (const view of POSTERS) {
        const doc = smallEmpathy();
        const long = { ...doc, info: { ...doc.info, title, goal: title, layout } };
        checkScene(long, lay(long, view));
      }
  });

  it('gives the same scene for the same document, and keeps the groups of what did not change', () => {
    const doc = smallEmpathy();
    for (const layout of EMPATHY_LAYOUTS) {
      const before = { ...doc, info: { ...doc.info, layout } };
      const first = lay(before);
      expect(lay(before).items).toEqual(first.items);
      const [id] = Object.keys(doc.notes) as NoteId[];
      const last = Object.keys(doc.notes).at(-1) as NoteId;
      const after = { ...before, notes: { ...before.notes, [last]: { ...before.notes[last]!, text: 'autre chose' } } };
      const next = lay(after);
      const kept = new Set(first.items);
      const fresh = next.items.filter((item) => !kept.has(item));
      expect(id).not.toBe(last);
      // The note itself, and at most what tells of its text in the foot.
      expect(fresh.length).toBeLessThanOrEqual(2);
    }
  });

  it('counts what has no place in a layout, and shows it where its zone is open', () => {
    const doc = smallEmpathy();
    const quadrants = { ...doc, info: { ...doc.info, layout: 'quadrants' as const } };
    const closed = lay(quadrants);
    expect(targetsOf(closed, 'reserve').map(({ target }) => target?.id)).toEqual(['who', 'need', 'see', 'hear']);
    const hear = targetsOf(closed, 'reserve').at(-1)!;
    expect(textsOf(hear.children).map(({ text }) => text)).toEqual(['Entend', '3']);
    const drawn = (scene: Scene) => targetsOf(scene, 'note').length;
    expect(drawn(lay(quadrants, { unfolded: ['hear'] }))).toBe(drawn(closed) + 3);
  });

  it('leaves out what a filter hides, and says how many', () => {
    const doc = smallEmpathy();
    const scene = lay(doc, { filter: { evidence: ['verbatim'] } });
    const canvas = lay({ ...doc, info: { ...doc.info, layout: 'canvas' } }, { filter: { evidenceOnly: true } });
    for (const group of targetsOf(canvas, 'note'))
      expect(['verbatim', 'observation']).toContain(doc.notes[group.target?.id as NoteId]?.evidence);
    const shown = Object.values<EmpathyNote>(doc.notes).filter(({ evidence }) => evidence === 'verbatim').length;
    const hidden = Object.keys(doc.notes).length - shown;
    expect(lettersOf(scene)).toContain(`${hidden}notesmasquéesparlefiltre`);
    expect(lettersOf(lay(doc))).not.toContain('masquée');
  });

  it('marks both notes of a finding with its number', () => {
    const doc = { ...smallEmpathy() };
    const scene = lay({ ...doc, info: { ...doc.info, layout: 'canvas' } });
    const [finding] = Object.values(doc.findings);
    for (const id of [finding!.sayId, finding!.doId]) {
      const note = targetsOf(scene, 'note').find(({ target }) => target?.id === id)!;
      expect(textsOf(note.children).some(({ text }) => text === '1')).toBe(true);
    }
    expect(targetsOf(scene, 'finding')).toHaveLength(1);
  });

  it('asks its questions in empty zones, and in every zone on demand', () => {
    const doc = smallEmpathy();
    const empty = { ...doc, notes: {}, clusters: {}, findings: {}, info: { ...doc.info, layout: 'canvas' as const } };
    const question = 'Quevoit-elleautourd’elle?';
    expect(lettersOf(lay(empty))).toContain(question);
    const full = { ...doc, info: { ...doc.info, layout: 'canvas' as const } };
    expect(lettersOf(lay(full))).not.toContain(question);
    expect(lettersOf(lay(full, { prompts: true }))).toContain(question);
    expect(lettersOf(lay({ ...full, info: { ...full.info, showPrompts: true } }))).toContain(question);
  });

  it('lets every text be edited where it stands', () => {
    const doc = smallEmpathy();
    const kinds = (layout: EmpathyMapDoc['info']['layout']) =>
      new Set(
        groupsOf(lay({ ...doc, info: { ...doc.info, layout, goal: 'but', situation: 'situation' } }).items)
          .filter(({ editBox }) => editBox)
          .map(({ target }) => target?.kind),
      );
    expect(kinds('canvas')).toEqual(new Set(['goal', 'situation', 'note', 'cluster', 'finding', 'title']));
    expect(kinds('quadrants')).toEqual(new Set(['situation', 'note', 'finding', 'title']));
    expect(kinds('stages')).toEqual(new Set(['stage', 'emotion-word', 'note', 'finding', 'title']));
  });

  it('stands for things that its kind knows, and reads a valence back from a height', () => {
    const doc = smallEmpathy();
    const [stageId] = Object.keys(doc.stages) as StageId[];
    const stage = { ...doc.stages[stageId!]!, hand: -1.4 };
    for (const layout of EMPATHY_LAYOUTS)
      for (const form of ['screen', 'compact'] as const) {
        const stages = { ...doc.stages, [stageId!]: stage };
        const scene = lay({ ...doc, stages, info: { ...doc.info, layout } }, { form });
        const kinds = groupsOf(scene.items).flatMap(({ target }) => target?.kind ?? []);
        expect(kinds.filter((kind) => !(EMPATHY_TARGETS as readonly string[]).includes(kind))).toEqual([]);
        const felt = targetsOf(scene, 'emotion').find(({ target, alt }) => target?.id === stageId && alt);
        if (layout !== 'stages') continue;
        const face = felt!.children.findLast((item) => item.type === 'path')!;
        const { y, h } = face.type === 'path' ? face.bounds : felt!.bounds;
        expect(valenceAt(felt!.bounds, y + h / 2, form)).toBeCloseTo(-1.4, 5);
        expect(valenceAt(felt!.bounds, felt!.bounds.y - 500, form)).toBe(2);
      }
  });

  it('draws in the dark with the inks of the dark', () => {
    const scene = lay(smallEmpathy(), {}, 'fr', themeOf('projectorDark'));
    expect(scene.background).toBe(themeOf('projectorDark').color.wall);
    expect(textsOf(targetsOf(scene, 'title')).every(({ fill }) => fill === themeOf('projectorDark').color.ink)).toBe(
      true,
    );
  });
});
