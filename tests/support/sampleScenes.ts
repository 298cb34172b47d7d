import type { DocId, Id, NewId, PersonaId } from '../../shared/base/ids';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { boardKind } from '../../shared/boards/registry';
import { type Lang, translator } from '../../shared/i18n/translate';
import { LIGHT } from '../../shared/model/theme';
import { boardsInOrder } from '../../shared/model/workshopCommands';
import { sampleWorkshop } from '../../shared/sample/sampleWorkshop';
import type { Scene } from '../../shared/scene/primitives';
import type { SheetSize } from '../../shared/scene/sheet';
import { fontkitMeasurer } from './fontkitMeasurer';

/** The sample with the ids that the command line gives it. */
export function sampleOf(lang: Lang) {
  let count = 0;
  const newId: NewId = <T extends Id<string>>() => `sample-${++count}` as T;
  return sampleWorkshop({ lang, newId, date: '2026-11-22' });
}

/** The poster of one board of the sample, laid out in Node with the embedded fonts. */
export function samplePoster(lang: Lang, index: number, sheet: SheetSize): Scene {
  const { workshop, docs } = sampleOf(lang);
  const board = boardsInOrder(workshop)[index];
  if (!board) throw new Error(`the sample has no board ${index}`);
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) personas[id] = docs[id as DocId] as PersonaDoc;
  return boardKind(board.kind).layout(docs[board.id], {
    measure: fontkitMeasurer,
    t: translator(lang),
    lang,
    theme: LIGHT,
    personas,
    workshop: workshop.info,
    view: { form: 'poster', focus: null, sheet },
  });
}
