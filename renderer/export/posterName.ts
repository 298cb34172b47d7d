import { type Lang, translator } from '@shared/i18n/translate';
import type { Tiling } from '@shared/poster/tiling';
import type { SheetSize } from '@shared/scene/sheet';

export type PosterFormat = 'pdf' | 'png' | 'svg' | 'pptx';
export type PosterDpi = 96 | 150 | 300;

const LONGEST_TITLE = 100;

/** What the name of a file tells of its poster. */
export interface PosterNaming {
  readonly title: string;
  readonly sheet: Pick<SheetSize, 'name' | 'orientation'>;
  readonly lang: Lang;
  readonly format: PosterFormat;
  readonly dpi: PosterDpi;
  /** Which sheet of several a picture is of, from 1. */
  readonly part?: number | null;
  /** Smaller sheets that it is glued together of. */
  readonly tiling?: Tiling | null;
  /** Which of these a picture is of, from 1; 0 for the plan of how they are put together. */
  readonly tile?: number | null;
}

const plainTitle = (title: string, lang: Lang): string =>
  title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .slice(0, LONGEST_TITLE)
    .trim() || translator(lang)('exporting.untitled');

/** File name of a presentation: that of the workshop, or of the one board in it. `Boutique Commerce fr.pptx`. */
export const slidesName = (title: string, lang: Lang): string => `${plainTitle(title, lang)} ${lang}.pptx`;

/** `00-plan`, `01-A1`, `12-D3`: the name as it stands on the tile. */
function tileWord({ tiles }: Tiling, tile: number): string {
  const number = String(tile).padStart(Math.max(2, String(tiles.length).length), '0');
  return `${number}-${tile === 0 ? 'plan' : (tiles[tile - 1]?.name ?? '')}`;
}

/**
 * File name of a poster, plain on every system: `Parcours actuel A1 fr.pdf`, `Parcours actuel 40x60cm portrait fr 300 dpi.png`,
 * `Parcours actuel A3 2 fr.svg`, `Parcours actuel A1 8xA3 fr.pdf`, `Parcours actuel A1 8xA3 03-C1 fr 150 dpi.png`. In the order of their names tiles are in theirs.
 */
export function posterName({
  title,
  sheet,
  lang,
  format,
  dpi,
  part = null,
  tiling = null,
  tile = null,
}: PosterNaming): string {
  const words = [
    plainTitle(title, lang),
    sheet.name.replaceAll('\u00A0', '').replace('×', 'x').replace(':', '-'),
    // What has no name but its size says by it how it stands.
    sheet.orientation === 'portrait' && !sheet.name.endsWith('mm') ? 'portrait' : '',
    part === null ? '' : String(part),
    tiling ? `${tiling.tiles.length}x${tiling.tile.name}` : '',
    tiling && tile !== null ? tileWord(tiling, tile) : '',
    lang,
    format === 'png' ? `${dpi} dpi` : '',
  ];
  return `${words.filter((word) => word !== '').join(' ')}.${format}`;
}
