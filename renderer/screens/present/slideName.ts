import type { TranslateFn } from '@shared/i18n/translate';
import type { SheetDeck } from '@shared/presenting/sheetDeck';

/** A slide as it is announced: `Étape 3 sur 6 : Considération`, `3 sur 9 : Freins`. */
export function slideName(deck: SheetDeck, at: number, t: TranslateFn): string {
  const slide = deck.slides[Math.min(at, deck.slides.length - 1)];
  if (!slide || slide.kind === 'overview') return t('present.overview');
  const { number } = slide;
  if (slide.kind === 'part') return t('present.part', { number, count: slide.count, title: slide.title });
  return t('present.stage', {
    number,
    count: deck.spans.length,
    title: slide.title || t('journey.stageUntitled', { number }),
  });
}
