import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMeasurer } from '../../../../tests/support/arbitraryJourneyMap';
import { arbitraryPersona } from '../../../../tests/support/arbitraryPersona';
import { idsOf } from '../../../../tests/support/journeyCommands';
import { richPersona } from '../../../../tests/support/personaCommands';
import {
  groupsOf,
  inkOf,
  lettersOf,
  overlappingPairs,
  targetsOf,
  textsOf,
  within,
} from '../../../../tests/support/sceneChecks';
import type { BlockId, EntryId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT, themeOf } from '../../../model/theme';
import { posterTheme } from '../../../poster/posterThemes';
import type { GroupPrimitive, Scene } from '../../../scene/primitives';
import { sheetSize } from '../../../scene/sheet';
import { unquoted } from '../../../text/typography';
import type { BoardView } from '../../boardKind';
import type { PersonaDoc } from '../model';
import { entriesOf, evidenceInOrder, shownBlocks, shownFacts } from '../order';
import { personaFrom, presetTemplate } from '../templates';
import { layoutPersona } from './layoutPersona';

const lay = (
  doc: PersonaDoc,
  view: Partial<BoardView> = {},
  lang: 'fr' | 'en' = 'fr',
  theme = LIGHT,
  lost?: ReadonlySet<string>,
): Scene =>
  layoutPersona(doc, {
    lost,
    measure: plainMeasurer,
    t: translator(lang),
    lang,
    theme,
    personas: {},
    workshop: { title: 'Boutique', client: '', place: 'Nantes' },
    view: { form: 'screen', focus: null, ...view },
  });

const SCREENS: readonly Partial<BoardView>[] = [{ form: 'screen' }, { form: 'compact' }];
const POSTERS: readonly Partial<BoardView>[] = [
  { form: 'poster', sheet: sheetSize('A1', 'landscape') },
  { form: 'poster', sheet: sheetSize('A4', 'portrait') },
];

const letters = (text: string): string => unquoted(text).replace(/\s/g, '');

/** Words that hold letters each: no two of them may touch. */
const wordGroups = (scene: Scene): readonly GroupPrimitive[] =>
  groupsOf(scene.items).filter(({ children }) => children.some(({ type }) => type === 'text'));

function checkScene(doc: PersonaDoc, scene: Scene): void {
  const page = { x: 0, y: 0, w: scene.width, h: scene.height };
  for (const text of textsOf(scene.items)) expect(within(inkOf(text), page, 1)).toBe(true);
  for (const group of groupsOf(scene.items))
    for (const value of Object.values(group.bounds)) expect(Number.isFinite(value)).toBe(true);
  const all = wordGroups(scene);
  for (const { bounds, children } of all)
    for (const child of children) if (child.type === 'text') expect(within(inkOf(child), bounds, 1)).toBe(true);
  const ink = all.flatMap(({ children, target }) =>
    children.flatMap((child) => (child.type === 'text' ? [{ box: inkOf(child), text: child.text, target }] : [])),
  );
  expect(overlappingPairs(ink, ({ box }) => box).map((pair) => pair.map(({ text }) => text))).toEqual([]);
  const blocks = targetsOf(scene, 'block');
  expect(overlappingPairs(blocks, ({ bounds }) => bounds)).toEqual([]);
  // Every letter of every entry and fact is there, inside its block.
  const drawn = new Map(targetsOf(scene, 'entry').map((group) => [group.target?.id, group]));
  for (const block of shownBlocks(doc))
    for (const { id, text } of entriesOf(doc, block.id)) {
      const group = drawn.get(id);
      if (!group) throw new Error(`entry ${id} is not drawn`);
      expect(
        letters(
          textsOf(group.children)
            .map((line) => line.text)
            .join('')
            .replace(/[«»“”]/g, ''),
        ),
      ).toContain(letters(text).replace(/[«»“”]/g, ''));
      const ground = blocks.find(({ target }) => target?.id === block.id);
      expect(
        ground && within({ ...group.bounds, w: Math.min(group.bounds.w, ground.bounds.w) }, ground.bounds, 0.6),
      ).toBe(true);
    }
  const facts = new Map(targetsOf(scene, 'fact').map((group) => [group.target?.id, group]));
  for (const id of shownFacts(doc))
    expect(
      letters(
        textsOf(facts.get(id)?.children ?? [])
          .map(({ text }) => text)
          .join(''),
      ).toLowerCase(),
    ).toContain(letters(doc.info[id]).toLowerCase());
}

describe('layoutPersona', { timeout: 240_000 }, () => {
  it('draws every word whole, on the sheet, and lets none touch another: screens', () => {
    fc.assert(
      fc.property(arbitraryPersona({ entries: 60 }), fc.constantFrom(...SCREENS), (doc, view) => {
        checkScene(doc, lay(doc, view));
      }),
      { numRuns: 150 },
    );
  });

  it('does so on posters, which keep the ratio of their sheet and show no empty room', () => {
    fc.assert(
      fc.property(arbitraryPersona({ entries: 60 }), fc.constantFrom(...POSTERS), (doc, view) => {
        const scene = lay(doc, view);
        checkScene(doc, scene);
        const { widthMm, heightMm } = view.sheet!;
        expect(scene.width / scene.height).toBeCloseTo(widthMm / heightMm, 5);
        expect(targetsOf(scene, 'prompt')).toEqual([]);
        const filled = shownBlocks(doc).filter(({ id }) => entriesOf(doc, id).length > 0);
        expect(targetsOf(scene, 'block')).toHaveLength(filled.length);
        for (const group of groupsOf(scene.items)) expect(group.editBox).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('grows with its text, down to crowded pages of 400 entries', () => {
    fc.assert(
      fc.property(arbitraryPersona({ entries: 400 }), (doc) => {
        const scene = lay(doc);
        checkScene(doc, scene);
        expect(scene.height).toBeGreaterThanOrEqual(752);
      }),
      { numRuns: 6 },
    );
  });

  it('lets every text be edited where it stands', () => {
    const doc = richPersona();
    const newId = idsOf('w');
    const own = { ...doc.blocks } as Record<BlockId, PersonaDoc['blocks'][BlockId]>;
    const entries = { ...doc.entries };
    for (const kind of ['sliders', 'number'] as const) {
      const block = newId<BlockId>();
      own[block] = {
        ...doc.blocks['needs' as BlockId]!,
        id: block,
        kind,
        order: `b${kind === 'number' ? 1 : 2}`,
        title: kind,
      };
      const id = newId<EntryId>();
      entries[id] = { ...Object.values(doc.entries)[0]!, id, block, opposite: 'autre', unit: 'km', value: 25 };
    }
    const scene = lay({ ...doc, blocks: own, entries });
    const kinds = new Set(
      groupsOf(scene.items).flatMap(({ editBox, target }) => (editBox && target ? [target.kind] : [])),
    );
    expect([...kinds].sort()).toEqual(
      [
        'name',
        'tagline',
        'quote',
        'fact',
        'fact-label',
        'block-title',
        'block-note',
        'entry',
        'entry-opposite',
        'entry-value',
        'entry-unit',
        'evidence',
      ].sort(),
    );
    const drawnOf = (group: GroupPrimitive) =>
      letters(
        textsOf(group.children)
          .map(({ text }) => text)
          .join(''),
      );
    for (const group of groupsOf(scene.items)) {
      const { editBox } = group;
      if (!editBox || group.target?.kind === 'block-title' || group.target?.kind === 'fact-label') continue;
      const whole = `${editBox.prefix ?? ''}${editBox.text}${editBox.suffix ?? ''}`;
      if (editBox.text !== '') expect(drawnOf(group).toLowerCase()).toBe(letters(whole).toLowerCase());
    }
  });

  it('asks its questions in empty blocks, those of its template, and for empty facts; names what is missing', () => {
    const page = personaFrom(presetTemplate('patient'), idsOf('p'));
    const scene = lay(page);
    expect(lettersOf(scene)).toContain('Commentsuit-ellesontraitement,vraiment?');
    expect(targetsOf(scene, 'prompt')).toHaveLength(9);
    expect(targetsOf(scene, 'fact').map(({ target }) => target?.id)).toEqual([
      'age',
      'gender',
      'role',
      'family',
      'place',
    ]);
    expect(lettersOf(scene)).toContain('aucunepourl’instant');
    const filled = lay(richPersona());
    expect(targetsOf(filled, 'prompt')).toEqual([]);
    expect(targetsOf(lay(richPersona(), { prompts: true }), 'prompt')).toHaveLength(9);
  });

  it('says in its foot what it stands on and what is left to verify', () => {
    const doc = richPersona();
    const scene = lay(doc);
    expect(targetsOf(scene, 'evidence')).toHaveLength(evidenceInOrder(doc).length);
    expect(lettersOf(scene)).toContain('Enquêteclients,sept.2026,n=312');
    expect(lettersOf(scene)).toContain('2pointsàvérifier');
    expect(lettersOf(lay(richPersona('en'), {}, 'en'))).toContain('2pointstoverify');
  });

  it('tells channels apart without colour', () => {
    const scene = lay(richPersona());
    const bars = targetsOf(scene, 'entry').filter((group) =>
      ['Boutique', 'Site'].includes(textsOf(group.children)[0]?.text ?? ''),
    );
    const rects = bars.map(({ children }) => children.filter(({ type }) => type === 'rect').length);
    expect(rects[0]).toBeGreaterThan(3);
    expect(rects[1]).toBe(1);
    expect(lettersOf(scene)).toContain('Plein:enligne.Rayé:horsligne.');
  });

  it('draws a photograph cut to its place, and initials where there is no picture', () => {
    const doc = richPersona();
    const photo = { asset: 'c'.repeat(64) as never, width: 3000, height: 500, alt: 'Solène devant la boutique' };
    const [shown] = targetsOf(lay({ ...doc, info: { ...doc.info, photo } }), 'portrait');
    expect(shown).toMatchObject({ alt: 'Solène devant la boutique', clip: shown?.bounds });
    const image = shown?.children.find(({ type }) => type === 'image');
    if (image?.type !== 'image') throw new Error('no picture');
    expect(image.w / image.h).toBeCloseTo(6);
    expect(within(shown!.bounds, image, 0.01)).toBe(true);
    const [blank] = targetsOf(lay({ ...doc, info: { ...doc.info, portrait: null } }), 'portrait');
    expect(textsOf(blank!.children).map(({ text }) => text)).toEqual(['SM']);
  });

  it('draws the portrait of before in the place of a photograph that is gone', () => {
    const doc = richPersona();
    const photo = { asset: 'd'.repeat(64) as never, width: 300, height: 400, alt: 'Solène devant la boutique' };
    const withPhoto = { ...doc, info: { ...doc.info, photo } };
    const portraitOf = (scene: Scene) => targetsOf(scene, 'portrait')[0];
    const drawn = portraitOf(lay(doc));
    for (const view of [...SCREENS, POSTERS[0]!]) {
      const gone = portraitOf(lay(withPhoto, view, 'fr', LIGHT, new Set([photo.asset as string])));
      expect(gone?.children).toHaveLength(drawn?.children.length ?? 0);
      expect(gone?.children.some(({ type }) => type === 'image')).toBe(false);
      expect(gone?.alt).toBe('Solène Marchand');
    }
    // What was drawn without it is not taken for the page with it.
    expect(portraitOf(lay(withPhoto))?.children.some(({ type }) => type === 'image')).toBe(true);
  });

  it('says that a persona is negative, in red and in words', () => {
    const doc = richPersona();
    const scene = lay({ ...doc, info: { ...doc.info, kind: 'negative' } });
    const line = textsOf(scene.items).find(({ text }) => text.startsWith('Persona négatif'));
    expect(line?.fill).toBe(LIGHT.color.red);
    expect(lettersOf(lay(doc))).not.toContain('Personaprincipal');
  });

  it('gives the same scene for the same document, and keeps the groups of what did not change', () => {
    const doc = richPersona();
    const first = lay(doc);
    expect(lay(doc).items).toEqual(first.items);
    const last = entriesOf(doc, 'day' as BlockId)[0]!;
    const after = { ...doc, entries: { ...doc.entries, [last.id]: { ...last, text: 'Court à midi.' } } };
    lay(doc);
    const before = lay(doc);
    const next = lay(after);
    const kept = new Set(before.items);
    const fresh = next.items.filter((item) => item.type === 'group' && !kept.has(item) && item.role === 'section');
    // The block itself, and the foot, which counts the claims.
    expect(fresh.length).toBeLessThanOrEqual(2);
  });

  it('draws in the dark with the inks of the dark, posters in their own themes', () => {
    const dark = themeOf('projectorDark');
    expect(lay(richPersona(), {}, 'fr', dark).background).toBe(dark.color.wall);
    expect(lay(richPersona(), POSTERS[0], 'fr', posterTheme('paper')).background).toBe('#FFFFFF');
  });
});
