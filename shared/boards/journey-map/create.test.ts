import { describe, expect, it } from 'vitest';
import type { Id } from '../../base/ids';
import { LANGUAGES, translator } from '../../i18n/translate';
import { createJourneyMap } from './create';
import { journeyMapType } from './model';
import { columnsInOrder, lanesInOrder, stagesInOrder, stepsOf } from './order';
import { PRESET_IDS } from './presets';

function make(preset: string, lang: 'fr' | 'en' = 'fr') {
  let count = 0;
  const newId = <T extends Id<string>>(): T => `id${count++}` as T;
  return createJourneyMap({ newId, title: 'Essai', lang, t: translator(lang), date: '2026-11-22', preset });
}

describe('createJourneyMap', () => {
  it.each(LANGUAGES.flatMap((lang) => PRESET_IDS.map((preset) => [preset, lang] as const)))(
    'makes a valid map from %s in %s',
    (preset, lang) => {
      const doc = make(preset, lang);
      expect(journeyMapType.schema.parse(doc)).toEqual(doc);
      for (const stage of stagesInOrder(doc)) {
        expect(stepsOf(doc, stage.id)).toHaveLength(2);
        expect(stage.title).not.toMatch(/^journey\./);
        expect(stage.help).not.toMatch(/^journey\./);
      }
    },
  );

  it('keeps the stages of the preset in their order, with their phases', () => {
    const doc = make('aida');
    expect(stagesInOrder(doc).map((stage) => stage.title)).toEqual([
      'Prise de conscience',
      'Intérêt',
      'Considération',
      'Intention d’achat',
      'Conversion',
      'Après-vente',
    ]);
    expect(stagesInOrder(doc).map((stage) => stage.phase)).toEqual(['pre', 'pre', 'pre', 'pre', 'purchase', 'post']);
    expect(columnsInOrder(doc)).toHaveLength(12);
  });

  it('starts with every row in canonical order', () => {
    expect(lanesInOrder(make('blank')).map((lane) => lane.kind)).toEqual([
      'actions',
      'touchpoints',
      'thoughts',
      'emotion',
      'indicators',
      'pain-points',
      'opportunities',
      'contents',
      'owner',
    ]);
  });

  it('falls back to the blank preset', () => {
    expect(stagesInOrder(make('no such preset'))).toHaveLength(1);
  });
});
