import { type Lang, translator } from '@shared/i18n/translate';
import type { SheetSize } from '@shared/scene/sheet';

export type PosterFormat = 'pdf' | 'png' | 'svg';
export type PosterDpi = 96 | 150 | 300;

const LONGEST_TITLE = 100;

/** File name of a poster, plain on every system: `Parcours actuel A1 fr.pdf`, `Parcours actuel A1 portrait fr 300 dpi.png`. */
export function posterName(title: string, sheet: SheetSize, lang: Lang, format: PosterFormat, dpi: PosterDpi): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .slice(0, LONGEST_TITLE)
    .trim();
  const words = [
    plain || translator(lang)('exporting.untitled'),
    sheet.name,
    sheet.orientation === 'portrait' ? 'portrait' : '',
    lang,
    format === 'png' ? `${dpi} dpi` : '',
  ];
  return `${words.filter((word) => word !== '').join(' ')}.${format}`;
}
