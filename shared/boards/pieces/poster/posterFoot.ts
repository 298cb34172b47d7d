import type { Primitive } from '../../../scene/primitives';
import type { SheetSize } from '../../../scene/sheet';
import type { LayoutContext, SheetPart } from '../../boardKind';
import { longDate } from '../dates';
import type { Legend } from '../legend';
import { type Align, drawBlock, type TextBlock, textBlock } from '../textBlock';
import type { PosterMetrics } from './posterMetrics';

/** What stands below the map: legend, sources, version, date, format. */
export interface PosterFoot {
  readonly height: number;
  draw(out: Primitive[], y: number): void;
}

/** What a poster says of itself below its board. */
export interface FootWords {
  readonly sources: string;
  /** Version, date, format. */
  readonly version: string;
}

/** `v7, 22 novembre 2026. Format A1. Feuille 1 sur 2`. */
export function versionLine(
  info: { readonly version: number; readonly date: string },
  ctx: Pick<LayoutContext, 't' | 'lang'>,
  sheet: SheetSize,
  part?: SheetPart,
): string {
  const version = ctx.t('journey.version', { version: info.version });
  const dated = [version, longDate(info.date, ctx.lang)].filter((part) => part !== '').join(', ');
  const format = `${dated}. ${ctx.t('journey.legend.sheet', { sheet: sheet.name })}`;
  return part ? `${format}. ${ctx.t('journey.legend.part', { number: part.number, count: part.count })}` : format;
}

function pushBlock(out: Primitive[], block: TextBlock, x: number, y: number, ink: string, align: Align): void {
  const children: Primitive[] = [];
  drawBlock(children, block, x, y, ink, align);
  const left = align === 'right' ? x - block.width : x;
  out.push({ type: 'group', role: 'p', bounds: { x: left, y, w: block.width, h: block.height }, children });
}

const NO_LEGEND: Legend = { key: '', width: 0, height: 0, draw: () => undefined };

/** The lines below the board for a page width; `legendFor` makes the legend for the room that is left. */
export function posterFoot(
  words: FootWords,
  ctx: LayoutContext,
  page: { readonly m: PosterMetrics; readonly width: number },
  legendFor: (width: number) => Legend,
): PosterFoot {
  const { m, width } = page;
  const { color } = ctx.theme;
  const brand = textBlock(ctx.t('common.appName'), m.foot.brand, width / 3, ctx);
  const version = textBlock(words.version, m.foot.text, width / 3, ctx);
  const right = Math.max(brand.width, version.width);
  const left = width - 2 * m.margin - right - m.foot.gap;
  const marks = ctx.view.hides?.includes('legend') ? NO_LEGEND : legendFor(left);
  const sources = words.sources === '' ? null : textBlock(words.sources, m.foot.text, left, ctx);
  const between = marks.height > 0 && sources ? m.foot.rowGap : 0;
  const leftHeight = marks.height + between + (sources?.height ?? 0);
  const rightHeight = brand.height + version.height;
  const height = Math.max(leftHeight, rightHeight);
  const draw = (out: Primitive[], y: number): void => {
    const top = y + height - leftHeight;
    marks.draw(out, m.margin, top);
    if (sources) pushBlock(out, sources, m.margin, top + marks.height + between, color.ink2, 'left');
    const edge = width - m.margin;
    pushBlock(out, brand, edge, y + height - rightHeight, color.ink, 'right');
    pushBlock(out, version, edge, y + height - version.height, color.ink2, 'right');
  };
  return { height, draw };
}
