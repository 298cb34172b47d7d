import type { PersonaId } from '@shared/base/ids';
import { createStore } from 'zustand/vanilla';
import { openDialog } from '../appStore';

/** The personas that are chosen in the library, for what is done with several. */
export const chosenPersonas = createStore<ReadonlySet<PersonaId>>(() => new Set());

/** Those of `cards` that have one of these ids; a library may give ten thousand of both. */
export function cardsOf<Card extends { readonly id: PersonaId }>(
  cards: readonly Card[],
  ids: readonly PersonaId[],
): readonly Card[] {
  const wanted = new Set(ids);
  return cards.filter(({ id }) => wanted.has(id));
}

/** So many stand side by side at most: more columns are too narrow to read. */
export const MOST_COMPARED = 4;

/** True for as many personas as can stand side by side. */
export const canCompare = (count: number): boolean => count >= 2 && count <= MOST_COMPARED;

/** Shows personas side by side, whichever workshops they belong to; null, those of the workshop on screen. */
export const comparePersonas = (ids: readonly PersonaId[] | null): void =>
  openDialog({ kind: 'compare-personas', ids });
