import type { Primitive } from '../../../../scene/primitives';
import type { SheetSize } from '../../../../scene/sheet';
import { typographic } from '../../../../text/typography';
import type { LayoutContext } from '../../../boardKind';
import type { JourneyMapDoc } from '../../model';
import { longDate } from '../dates';
import type { MapFrame } from '../frame';
import { legend } from '../legend';
import { type Align, drawBlock, type TextBlock, textBlock } from '../textBlock';
import type { PosterMetrics } from './posterMetrics';

/** What stands below the map: legend, sources, version, date, format. */
export interface PosterFoot {
  readonly height: number;
  draw(out: Primitive[], y: number): void;
}

function sourcesText(doc: JourneyMapDoc, ctx: LayoutContext): string {
  const sources = doc.info.sources ? ctx.t('journey.legend.sources', { sources: doc.info.sources }) : '';
  const metrics = Object.keys(doc.indicators).length > 0 ? ctx.t('journey.legend.metrics') : '';
  return typographic([sources, metrics].filter((part) => part !== '').join(' '), ctx.lang);
}

/** `v7, 22 novembre 2026. Format A1`. */
function versionText(doc: JourneyMapDoc, ctx: LayoutContext, sheet: SheetSize): string {
  const version = ctx.t('journey.version', { version: doc.info.version });
  const dated = [version, longDate(doc.info.date, ctx.lang)].filter((part) => part !== '').join(', ');
  return `${dated}. ${ctx.t('journey.legend.sheet', { sheet: sheet.name })}`;
}

function pushBlock(out: Primitive[], block: TextBlock, x: number, y: number, ink: string, align: Align): void {
  const children: Primitive[] = [];
  drawBlock(children, block, x, y, ink, align);
  const left = align === 'right' ? x - block.width : x;
  out.push({ type: 'group', role: 'p', bounds: { x: left, y, w: block.width, h: block.height }, children });
}

/** The lines below the map for a page width. `frame` carries the legend's measures. */
export function posterFoot(
  doc: JourneyMapDoc,
  ctx: LayoutContext,
  frame: MapFrame,
  page: { readonly m: PosterMetrics; readonly width: number; readonly sheet: SheetSize },
): PosterFoot {
  const { m, width, sheet } = page;
  const { color } = ctx.theme;
  const brand = textBlock(ctx.t('common.appName'), m.foot.brand, width / 3, ctx);
  const version = textBlock(versionText(doc, ctx, sheet), m.foot.text, width / 3, ctx);
  const right = Math.max(brand.width, version.width);
  const left = width - 2 * m.margin - right - m.foot.gap;
  const marks = legend(frame, {
    faces: ['-2', '-1', '0', '1', '2'],
    emotionText: ctx.t('journey.legend.emotion'),
    voteText: ctx.t('journey.legend.workshopVote'),
    papers: true,
    folded: false,
    metrics: false,
    width: left,
  });
  const words = sourcesText(doc, ctx);
  const sources = words === '' ? null : textBlock(words, m.foot.text, left, ctx);
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
