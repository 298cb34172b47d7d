import type { BoardId, DocId, PersonaId } from '@shared/base/ids';
import type { AboutWorkshop, BoardPart, BoardTitles } from '@shared/boards/boardKind';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { boardKind } from '@shared/boards/registry';
import { type Lang, translator } from '@shared/i18n/translate';
import type { AnyDoc, SheetKindId } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import { boardsInOrder, boardTitles, personasInOrder } from '@shared/model/workshopCommands';
import type { PosterSetup } from '@shared/poster/posterSetup';
import { type PosterSheets, sheetsOfPoster } from '@shared/poster/sheetsOfPoster';
import type { TextMeasurer } from '@shared/text/measure';
import type { ReadAsset } from '@/platform/pictures';
import { lookForPictures, lostPictures } from './lostPictures';

/** What a workshop can print: its boards, then its personas. */
export interface SheetRef {
  readonly id: BoardId | PersonaId;
  readonly kind: SheetKindId;
  /** Title of the board's tab, name of the persona. */
  readonly title: string;
}

/** A board or a persona with all that its poster shows: plain snapshots, so that edits meanwhile do not reach a running export. */
export interface PosterSource {
  readonly boardId: BoardId | PersonaId;
  readonly kind: SheetKindId;
  /** Title of the board's tab, name of the persona. */
  readonly title: string;
  readonly doc: AnyDoc;
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  readonly workshop: AboutWorkshop;
  readonly boards?: BoardTitles;
  /** A journey shows what the participants say behind its curve. */
  readonly opinions?: boolean;
  /** What of the board is shown, where its document does not tell; absent for all of it. */
  readonly part?: BoardPart;
  /** The same as it reads in a language, where texts are translated; for a language always the same one. */
  readonly readIn?: (lang: Lang) => PosterSource;
}

/** What a poster in a language is made of. */
export const sourceIn = (source: PosterSource, lang: Lang): PosterSource => source.readIn?.(lang) ?? source;

/** What of a poster names pictures. */
const picturing = ({ doc, workshop }: PosterSource) => [doc, workshop.logo];

/**
 * Reads the code that a poster needs beyond what every start reads, and looks which of its pictures are gone; `posterSheets` asks for both
 * to be known.
 */
export const preparePoster = async (source: PosterSource, readAsset: ReadAsset): Promise<void> => {
  await Promise.all([boardKind(source.kind).prepare?.(source.doc), lookForPictures(picturing(source), readAsset)]);
};

/** The poster of a board on its paper, in a language. */
export function posterSheets(
  source: PosterSource,
  setup: PosterSetup,
  lang: Lang,
  measure: TextMeasurer,
): PosterSheets {
  const { kind, doc, personas, workshop, boards, part, opinions = false } = source;
  const titles = boards ? { boards } : {};
  const lost = lostPictures(picturing(source));
  const words = { measure, t: translator(lang), lang, personas, workshop, lost, ...titles };
  return sheetsOfPoster({ kind: boardKind(kind), doc, words, opinions, part }, setup);
}

/** The sheets of a workshop that are here: boards in the order of their tabs, then personas in theirs. */
export function sheetsOf(
  workshop: WorkshopDoc,
  docOf: (id: DocId) => AnyDoc | null,
): { readonly boards: readonly SheetRef[]; readonly personas: readonly SheetRef[] } {
  const personas = personasInOrder(workshop).flatMap(({ id }): SheetRef[] => {
    const doc = docOf(id);
    return doc?.kind === 'persona' ? [{ id, kind: 'persona', title: (doc as PersonaDoc).info.name }] : [];
  });
  return { boards: boardsInOrder(workshop), personas };
}

/** The source of one board or persona of a workshop; null when its document is not there. `docOf` gives the snapshot of any document. */
export function posterSource(
  workshop: WorkshopDoc,
  board: SheetRef,
  docOf: (id: DocId) => AnyDoc | null,
): PosterSource | null {
  const doc = docOf(board.id);
  if (!doc) return null;
  const personas: Record<PersonaId, PersonaDoc> = {};
  for (const { id } of Object.values(workshop.personas)) {
    const persona = docOf(id);
    if (persona?.kind === 'persona') personas[id] = persona as PersonaDoc;
  }
  const { title, client, place, logo } = workshop.info;
  const about = { title, client, place, logo };
  const boards = boardTitles(workshop);
  return { boardId: board.id, kind: board.kind, title: board.title, doc, personas, workshop: about, boards };
}
