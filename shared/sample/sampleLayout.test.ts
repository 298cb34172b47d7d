import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../tests/support/fontkitMeasurer';
import { groupsOf, targetsOf, textsOf } from '../../tests/support/sceneChecks';
import type { Id, NewId, PersonaId } from '../base/ids';
import { layoutJourneyMap } from '../boards/journey-map/layout/layoutJourneyMap';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import type { PersonaDoc } from '../boards/persona/model';
import { translator } from '../i18n/translate';
import { LIGHT } from '../model/theme';
import type { GroupPrimitive } from '../scene/primitives';
import { sheetSize } from '../scene/sheet';
import { sampleWorkshop } from './sampleWorkshop';

function sample(lang: 'fr' | 'en') {
  let count = 0;
  const newId: NewId = <T extends Id<string>>() => `id${++count}` as T;
  const { docs } = sampleWorkshop({ lang, newId, date: '2026-11-22' });
  const all = Object.entries(docs);
  return {
    maps: all.map(([, doc]) => doc).filter((doc): doc is JourneyMapDoc => doc.kind === 'journey-map'),
    personas: Object.fromEntries(all.filter(([, doc]) => doc.kind === 'persona')) as Record<PersonaId, PersonaDoc>,
  };
}

/** Words of a text, without their marks. */
const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}’]+/u);

/** Words that were cut between two lines of a paragraph. */
function cutWords(paragraph: GroupPrimitive, known: ReadonlySet<string>): readonly string[] {
  const lines = textsOf(paragraph.children).map((line) => line.text);
  return lines.slice(1).flatMap((line, index) => {
    const before = wordsOf(lines[index] ?? '').at(-1) ?? '';
    const after = wordsOf(line)[0] ?? '';
    return before && after && known.has(before + after) ? before + after : [];
  });
}

describe('the sample on its boards', { timeout: 60_000 }, () => {
  for (const lang of ['fr', 'en'] as const) {
    for (const form of ['screen', 'compact', 'poster'] as const) {
      it(`breaks no word and leaves no quote without a place: ${lang}, ${form}`, () => {
        const { maps, personas } = sample(lang);
        for (const doc of maps) {
          const known = new Set(wordsOf(JSON.stringify([doc, translator(lang)('journey.lane.opportunities')])));
          const scene = layoutJourneyMap(doc, {
            measure: fontkitMeasurer,
            t: translator(lang),
            lang,
            theme: LIGHT,
            personas,
            workshop: { title: 'Boutique Commerce', client: '', place: 'Nantes' },
            view: { form, focus: null, sheet: sheetSize('A1', 'landscape') },
          });
          const paragraphs = groupsOf(scene.items).filter(({ role }) => role !== undefined && role !== 'artifact');
          expect(paragraphs.flatMap((paragraph) => cutWords(paragraph, known))).toEqual([]);
          const quotes = Object.values(doc.emotionPoints).filter((point) => point.quote !== '');
          expect(targetsOf(scene, 'quote')).toHaveLength(quotes.length);
          // A quote without a place would have a number beside its face.
          for (const face of targetsOf(scene, 'emotion-point')) expect(textsOf(face.children)).toEqual([]);
          const withChip = scene.items.filter(
            (item) =>
              item.type === 'group' &&
              !item.target &&
              item.children[0]?.type === 'group' &&
              item.children[0].target?.kind === 'emotion-point',
          );
          expect(withChip).toEqual([]);
        }
      });
    }
  }
});
