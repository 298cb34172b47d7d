import { passingPt, smallestTextPt } from '../../../../scene/preflight';
import type { Color, Primitive, Scene } from '../../../../scene/primitives';
import { type SheetSize, sheetSize } from '../../../../scene/sheet';
import type { LayoutContext } from '../../../boardKind';
import { artifact, rect } from '../../../pieces/shapes';
import type { JourneyMapDoc } from '../../model';
import { journeyLines } from '../journeyLines';
import { type FittedPoster, fitLegibly, fitPoster, standsLegibly, standsOnSheet } from './posterFit';
import { stretchedHeights } from './posterStretch';

/** What a poster of a map is drawn from; `scale` tells how much wider the scene is than an A1 sheet in points. */
export interface PosterLayout {
  readonly scene: Scene;
  /** 1: body text of 20.5 pt on A1. 2: half of that. */
  readonly scale: number;
  readonly bands: number;
}

function drawPage(fitted: FittedPoster, paper: Color): readonly Primitive[] {
  const { page, m, top, foot, bands } = fitted;
  const out: Primitive[] = [artifact({ x: 0, y: 0, ...page }, [rect({ x: 0, y: 0, ...page }, paper)])];
  top.draw(out, m.top);
  const start = m.top + top.height + m.gap;
  const footY = page.h - m.bottom - foot.height;
  const room = footY - m.footGap - start - (bands.length - 1) * m.bandGap;
  const heights = stretchedHeights(bands, room);
  let y = start;
  bands.forEach((rows, band) => {
    if (band > 0) y += m.bandGap;
    const from = out.length;
    const top = y;
    rows.forEach((row, index) => {
      const height = heights[band]?.[index] ?? row.height;
      row.draw(out, y, height);
      y += height;
    });
    const header = heights[band]?.[0] ?? 0;
    const frame = fitted.frames[band];
    if (frame) out.push(...journeyLines(frame, top + header, y, out.slice(from)));
  });
  foot.draw(out, footY);
  return out;
}

/** Lays a map out for a sheet, with the figures that an export reports. */
export function posterLayout(doc: JourneyMapDoc, ctx: LayoutContext): PosterLayout {
  const sheet: SheetSize = ctx.view.sheet ?? sheetSize('A1', 'landscape');
  const usual = drawn(fitPoster(doc, ctx, sheet), doc, ctx);
  if (isLegible(usual.scene, sheet)) return usual;
  const tight = fitLegibly(doc, ctx, sheet);
  const other = tight && drawn(tight, doc, ctx);
  return other && isLegible(other.scene, sheet) ? other : usual;
}

function drawn(fitted: FittedPoster, doc: JourneyMapDoc, ctx: LayoutContext): PosterLayout {
  const scene: Scene = {
    width: fitted.page.w,
    height: fitted.page.h,
    background: ctx.theme.color.paper,
    items: drawPage(fitted, ctx.theme.color.paper),
    title: doc.info.title,
    lang: ctx.lang,
  };
  return { scene, scale: fitted.scale, bands: fitted.bands.length };
}

const isLegible = (scene: Scene, sheet: SheetSize): boolean => smallestTextPt(scene, sheet) >= passingPt(sheet);

/**
 * A poster: title block, persona, numbered stages, full-bleed emotion band, legend and sources. Its scene has the exact ratio
 * of the sheet and is as wide as the map needs; an exporter scales it to the paper. In the theme of the context, which is one of posters.
 */
export const layoutPoster = (doc: JourneyMapDoc, ctx: LayoutContext): Scene => posterLayout(doc, ctx).scene;

/** Whether a poster stands on its sheet with type of full size, or a `scale`-th of it. */
export const posterStands = (doc: JourneyMapDoc, ctx: LayoutContext, scale: number): boolean =>
  standsOnSheet(doc, ctx, ctx.view.sheet ?? sheetSize('A1', 'landscape'), scale);

/** Whether a poster has every letter large enough on its sheet. */
export const posterIsLegible = (doc: JourneyMapDoc, ctx: LayoutContext): boolean =>
  standsLegibly(doc, ctx, ctx.view.sheet ?? sheetSize('A1', 'landscape'));
