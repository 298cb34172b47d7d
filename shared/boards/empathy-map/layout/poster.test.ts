import { describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../../../tests/support/fontkitMeasurer';
import { sampleOf } from '../../../../tests/support/sampleScenes';
import type { DocId, PersonaId } from '../../../base/ids';
import { translator } from '../../../i18n/translate';
import { LIGHT } from '../../../model/theme';
import { boardsInOrder } from '../../../model/workshopCommands';
import { preflight } from '../../../scene/preflight';
import { sheetSize } from '../../../scene/sheet';
import type { PersonaDoc } from '../../persona/model';
import type { EmpathyMapDoc } from '../model';
import { EMPATHY_LAYOUTS, type EmpathyLayout } from '../zones';
import { layoutEmpathyPoster } from './poster';

const ORIENTATIONS = ['landscape', 'portrait'] as const;

function posterOf(lang: 'fr' | 'en', layout: EmpathyLayout, orientation: (typeof ORIENTATIONS)[number]) {
  const { workshop, docs } = sampleOf(lang);
  const ref = boardsInOrder(workshop).find(({ kind }) => kind === 'empathy-map');
  const doc = ref && (docs[ref.id as DocId] as EmpathyMapDoc);
  if (!doc) throw new Error('the sample has no empathy map');
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) personas[id] = docs[id as DocId] as PersonaDoc;
  const sheet = sheetSize('A1', orientation);
  const scene = layoutEmpathyPoster(
    { ...doc, info: { ...doc.info, layout } },
    {
      measure: fontkitMeasurer,
      t: translator(lang),
      lang,
      theme: LIGHT,
      personas,
      workshop: workshop.info,
      view: { form: 'poster', focus: null, sheet },
    },
  );
  return preflight(scene, sheet);
}

describe('layoutEmpathyPoster', () => {
  for (const layout of EMPATHY_LAYOUTS)
    it(`keeps the sample readable on A1: ${layout}`, () => {
      for (const lang of ['fr', 'en'] as const)
        for (const orientation of ORIENTATIONS) {
          const { smallestPt, isTooSmall, outside } = posterOf(lang, layout, orientation);
          expect(isTooSmall, `${lang} ${orientation}: ${smallestPt} pt`).toBe(false);
          expect(outside).toEqual([]);
        }
    });
});
