import { beforeAll, describe, expect, it } from 'vitest';
import { fontkitMeasurer } from '../../../../../tests/support/fontkitMeasurer';
import { sampleOf } from '../../../../../tests/support/sampleScenes';
import type { DocId, PersonaId } from '../../../../base/ids';
import { type Lang, translator } from '../../../../i18n/translate';
import { LIGHT } from '../../../../model/theme';
import { boardsInOrder } from '../../../../model/workshopCommands';
import { preflight } from '../../../../scene/preflight';
import { type SheetSize, sheetSize } from '../../../../scene/sheet';
import type { LayoutContext } from '../../../boardKind';
import type { PersonaDoc } from '../../../persona/model';
import type { JourneyMapDoc } from '../../model';
import { readPath } from '../latePath';
import { posterLayout, posterStands } from '../poster/layoutPoster';

beforeAll(readPath);

/** A journey of the sample as a path, and what lays it out on a sheet. */
function pathOf(lang: Lang, index: number, sheet: SheetSize): readonly [JourneyMapDoc, LayoutContext] {
  const { workshop, docs } = sampleOf(lang);
  const doc = docs[boardsInOrder(workshop)[index]?.id as DocId] as JourneyMapDoc;
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) personas[id] = docs[id as DocId] as PersonaDoc;
  const ctx: LayoutContext = {
    measure: fontkitMeasurer,
    t: translator(lang),
    lang,
    theme: LIGHT,
    personas,
    workshop: workshop.info,
    view: { form: 'poster', focus: null, sheet },
  };
  return [{ ...doc, info: { ...doc.info, form: 'path' } }, ctx];
}

/** Its poster, checked. */
const checked = (lang: Lang, index: number, sheet: SheetSize) =>
  preflight(posterLayout(...pathOf(lang, index, sheet)).scene, sheet);

describe('the poster of a path', () => {
  for (const lang of ['fr', 'en'] as const) {
    for (const [name, index] of [
      ['as it is', 0],
      ['as it should be', 2],
    ] as const) {
      for (const sheet of ['A1', 'A3'] as const) {
        for (const orientation of ['landscape', 'portrait'] as const) {
          it(`of the sample ${name} is readable on ${sheet}, ${orientation}, in ${lang}`, () => {
            expect(checked(lang, index, sheetSize(sheet, orientation))).toMatchObject({
              isTooSmall: false,
              outside: [],
            });
          });
        }
      }
    }
    it(`of fifteen moments is readable upright, and across says which sheet it needs, in ${lang}`, () => {
      expect(checked(lang, 3, sheetSize('A1', 'portrait'))).toMatchObject({ isTooSmall: false, outside: [] });
      const across = checked(lang, 3, sheetSize('A1', 'landscape'));
      expect(across).toMatchObject({ isTooSmall: true, outside: [] });
      const standsOn = (sheet: SheetSize, scale: number) => posterStands(...pathOf(lang, 3, sheet), scale);
      expect(standsOn(sheetSize('A1', 'landscape'), 1)).toBe(false);
      expect(standsOn(sheetSize('A0', 'landscape'), 841 / 594)).toBe(true);
      expect(across.smallestPt).toBeGreaterThan(16);
    });
  }
});
