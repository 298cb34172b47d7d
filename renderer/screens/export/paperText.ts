import type { TranslateFn } from '@shared/i18n/translate';
import type { PosterSetup } from '@shared/poster/posterSetup';
import type { SheetSize } from '@shared/scene/sheet';
import { sheetText, sizeOfChoice } from '@shared/scene/sheetText';
import { decimalText } from '@/export/decimalText';
import type { LaidOutPoster } from './usePosters';

/** `A1 paysage`; a sheet that is called by its size or its proportions says by it how it lies. */
export const sheetLabel = (sheet: SheetSize, t: TranslateFn): string =>
  /mm$|:/.test(sheet.name) ? sheet.name : t(`exporting.sheetName.${sheet.orientation}`, { name: sheet.name });

/** What the paper is called before a poster is laid out on it: a roll has no length yet. */
export const paperOf = ({ sheet, orientation }: PosterSetup): Pick<SheetSize, 'name' | 'orientation'> =>
  sheet.kind === 'roll' ? { name: sheetText(sheet), orientation } : sizeOfChoice(sheet, orientation);

/** The paper that posters take: `4 × A2`, `3 feuilles de 500 × 700 mm`, or how much of a roll. */
export function paperNeeded(
  posters: readonly LaidOutPoster[],
  { sheet }: Pick<PosterSetup, 'sheet'>,
  copies: number,
  { t, lang }: { readonly t: TranslateFn; readonly lang: 'fr' | 'en' },
): string {
  const scenes = posters.flatMap(({ laidOut }) => laidOut.scenes.map(() => laidOut.sheet));
  const tiled = posters.flatMap(({ laidOut }) => laidOut.tiling ?? []);
  if (tiled[0]) {
    // Each sheet of a poster has its plan.
    const tiles = posters.reduce((sum, { laidOut }) => {
      const perSheet = laidOut.tiling ? laidOut.tiling.tiles.length + 1 : 0;
      return sum + perSheet * laidOut.scenes.length;
    }, 0);
    return `${tiles * copies}\u00A0×\u00A0${tiled[0].tile.name}`;
  }
  if (sheet.kind === 'roll') {
    const millimetres = scenes.reduce((sum, { widthMm, heightMm }) => sum + Math.max(widthMm, heightMm), 0) * copies;
    return t('exporting.queue.rollNeeded', { width: sheet.widthMm, metres: decimalText(millimetres / 1000, lang) });
  }
  const name = scenes[0]?.name ?? '';
  const count = scenes.length * copies;
  return name.includes('×') ? t('exporting.queue.sheets', { count, name }) : `${count}\u00A0×\u00A0${name}`;
}
