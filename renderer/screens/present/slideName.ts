import type { TranslateFn } from '@shared/i18n/translate';
import type { Deck } from '@shared/presenting/journeyDeck';

/** A slide as it is announced: `Étape 3 sur 6 : Considération`. */
export function slideName(deck: Deck, at: number, t: TranslateFn): string {
  const slide = deck.slides[Math.min(at, deck.slides.length - 1)];
  if (slide?.kind !== 'stage') return t('present.overview');
  const title = slide.title || t('journey.stageUntitled', { number: slide.number });
  return t('present.stage', { number: slide.number, count: deck.spans.length, title });
}
