import { foldText } from '@shared/text/searchText';
import type { WorkshopCard } from '@/session/library';

const textOf = (card: WorkshopCard): string =>
  foldText([card.title, card.client, card.place, ...card.boards.map((board) => board.title)].join(' '));

/** Workshops that hold every word of a query somewhere, without regard to accents and case. */
export function filterWorkshops(workshops: readonly WorkshopCard[], query: string): readonly WorkshopCard[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return workshops;
  return workshops.filter((card) => {
    const text = textOf(card);
    return words.every((word) => text.includes(word));
  });
}
