import { type BoardId, isId, type PersonaId } from '../base/ids';
import type { SwapPersona } from '../base/swapPersona';
import { type Draft, defineCommand } from '../document/command';
import { asDate, asText, type Cleaners, parsed, setFields } from './cleanFields';
import type { BoardKindId } from './document';
import { compareOrder, isOrderKey, moveTo, type Ordered, orderAt, peek, renumber } from './orderKey';
import { memoised } from './reading';
import { type BoardRef, type PersonaRef, type WorkshopDoc, workshopLogo } from './workshop';

type Info = WorkshopDoc['info'];
export type WorkshopFields = Pick<Info, 'title' | 'client' | 'place' | 'date' | 'logo'>;

const CLEANERS: Cleaners<WorkshopFields> = {
  title: asText,
  client: asText,
  place: asText,
  date: asDate,
  logo: parsed(workshopLogo.nullable()),
};

const known = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(all, id) ? all[id] : undefined;
const any = () => true;

/** Sets title, client, place, date and logo. */
export const setWorkshopInfo = defineCommand<WorkshopDoc, { readonly fields: Partial<WorkshopFields> }>(
  'workshop.setInfo',
  (draft, { fields }) => setFields<WorkshopFields>(draft.info, fields, CLEANERS),
);

export interface AddBoard {
  readonly id: BoardId;
  readonly kind: BoardKindId;
  readonly title: string;
  /** Index among the boards; null is the end. */
  readonly at: number | null;
}

/** Adds a board that exists as a document. */
export const addBoard = defineCommand<WorkshopDoc, AddBoard>('workshop.addBoard', (draft, { id, kind, title, at }) => {
  if (!isId(id) || known(draft.boards, id)) return;
  draft.boards[id] = { id, kind, title: asText(title) ?? '', order: orderAt<BoardRef>(draft.boards, any, at) };
});

/** Renames the tab of a board. */
export const renameBoard = defineCommand<WorkshopDoc, { readonly id: BoardId; readonly title: string }>(
  'workshop.renameBoard',
  (draft, { id, title }) => {
    const board = known(draft.boards, id);
    if (board) setFields<Pick<BoardRef, 'title'>>(board, { title }, { title: asText });
  },
);

/** Moves a board to an index among the other boards (null: the end). */
export const moveBoard = defineCommand<WorkshopDoc, { readonly id: BoardId; readonly to: number | null }>(
  'workshop.moveBoard',
  (draft, { id, to }) => {
    if (known(draft.boards, id)) moveTo<BoardRef>(draft.boards, id, any, to);
  },
);

/** Takes a board out of the workshop. Its document stays stored, so that undo brings it back. */
export const removeBoard = defineCommand<WorkshopDoc, { readonly id: BoardId }>(
  'workshop.removeBoard',
  (draft, { id }) => {
    if (known(draft.boards, id)) delete draft.boards[id];
  },
);

/** Links a persona to the workshop. */
export const addPersona = defineCommand<WorkshopDoc, { readonly id: PersonaId; readonly at: number | null }>(
  'workshop.addPersona',
  (draft, { id, at }) => {
    if (!isId(id) || known(draft.personas, id)) return;
    draft.personas[id] = { id, order: orderAt<PersonaRef>(draft.personas, any, at) };
  },
);

/** Moves a persona to an index among the other personas (null: the end). */
export const movePersona = defineCommand<WorkshopDoc, { readonly id: PersonaId; readonly to: number | null }>(
  'workshop.movePersona',
  (draft, { id, to }) => {
    if (known(draft.personas, id)) moveTo<PersonaRef>(draft.personas, id, any, to);
  },
);

/** Unlinks a persona. Its document stays stored. */
export const removePersona = defineCommand<WorkshopDoc, { readonly id: PersonaId }>(
  'workshop.removePersona',
  (draft, { id }) => {
    if (known(draft.personas, id)) delete draft.personas[id];
  },
);

/** Links another persona in the place of one, or none. */
export const swapPersona = defineCommand<WorkshopDoc, SwapPersona>('workshop.swapPersona', (draft, { id, by }) => {
  const ref = known(draft.personas, id);
  if (!ref) return;
  const { order } = ref;
  delete draft.personas[id];
  if (by !== null && !known(draft.personas, by)) draft.personas[by] = { id: by, order };
});

/** Boards from first to last tab. */
export const boardsInOrder = (doc: WorkshopDoc): readonly BoardRef[] =>
  Object.values<BoardRef>(doc.boards).sort(compareOrder);

/** What the boards of a workshop are called, by their ids; the same object while none comes, goes or is renamed. */
export const boardTitles = ({ boards }: Pick<WorkshopDoc, 'boards'>): Readonly<Record<BoardId, string>> =>
  titlesOf(boards);

const titlesOf = memoised(
  (boards: WorkshopDoc['boards']): Readonly<Record<BoardId, string>> =>
    Object.fromEntries(Object.values<BoardRef>(boards).map(({ id, title }) => [id, title])),
);

/** Personas of the workshop in order. */
export const personasInOrder = (doc: WorkshopDoc): readonly PersonaRef[] =>
  Object.values<PersonaRef>(doc.personas).sort(compareOrder);

/** Repairs equal or damaged order keys after a merge; changes nothing on a sound workshop. */
export const sweepWorkshop = defineCommand<WorkshopDoc, null>('workshop.sweep', (draft) => {
  straighten<BoardRef>(draft.boards);
  straighten<PersonaRef>(draft.personas);
});

function straighten<T extends Ordered>(all: Record<string, Draft<T> & { id: string; order: string }>): void {
  for (const [id, item] of Object.entries(peek(all))) {
    const writable = item.id === id ? undefined : all[id];
    if (writable) writable.id = id;
  }
  const sorted = Object.values(peek(all)).sort(compareOrder);
  const sound = sorted.every((item, at) => isOrderKey(item.order) && sorted[at - 1]?.order !== item.order);
  if (!sound)
    renumber(
      all,
      sorted.map((item) => item.id),
    );
}
