import type { BoardId, DocId, PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { boardKind } from '@shared/boards/registry';
import { type Lang, translator } from '@shared/i18n/translate';
import type { AnyDoc, BoardKindId } from '@shared/model/document';
import { LIGHT } from '@shared/model/theme';
import type { BoardRef, WorkshopDoc } from '@shared/model/workshop';
import type { Scene } from '@shared/scene/primitives';
import type { SheetSize } from '@shared/scene/sheet';
import type { TextMeasurer } from '@shared/text/measure';

/** A board with all that its poster shows: plain snapshots, so that edits meanwhile do not reach a running export. */
export interface PosterSource {
  readonly boardId: BoardId;
  readonly kind: BoardKindId;
  /** Title of the board's tab. */
  readonly title: string;
  readonly doc: AnyDoc;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  readonly workshop: { readonly title: string; readonly client: string; readonly place: string };
}

/** The poster of a board on a sheet, in a language; its proportions are the sheet's. */
export function posterScene(source: PosterSource, sheet: SheetSize, lang: Lang, measure: TextMeasurer): Scene {
  return boardKind(source.kind).layout(source.doc, {
    measure,
    t: translator(lang),
    lang,
    theme: LIGHT,
    personas: source.personas,
    workshop: source.workshop,
    view: { form: 'poster', focus: null, sheet },
  });
}

/** The source of one board of a workshop; null when its document is not there. `docOf` gives the snapshot of any document. */
export function posterSource(
  workshop: WorkshopDoc,
  board: BoardRef,
  docOf: (id: DocId) => AnyDoc | null,
): PosterSource | null {
  const doc = docOf(board.id);
  if (!doc) return null;
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) {
    const persona = docOf(id);
    if (persona?.kind === 'persona') personas[id] = persona as PersonaDoc;
  }
  const { title, client, place } = workshop.info;
  return { boardId: board.id, kind: board.kind, title: board.title, doc, personas, workshop: { title, client, place } };
}
