import type { SheetSize } from '../../../../scene/sheet';
import type { LayoutContext } from '../../../boardKind';
import { memoOf, turnMemo } from '../../../pieces/layoutMemo';
import { filters } from '../../../pieces/noteFilter';
import { paletteOf } from '../../../pieces/palette';
import { type PosterFoot, posterFoot } from '../../../pieces/poster/posterFoot';
import {
  blankEdge,
  groundEdge,
  type PosterMetrics,
  pageSize,
  posterMetrics,
} from '../../../pieces/poster/posterMetrics';
import { type PosterTop, posterTop } from '../../../pieces/poster/posterTop';
import type { JourneyMapDoc, Stage } from '../../model';
import { shownStages } from '../../shown';
import { columnsOf, totalSteps } from '../columns';
import type { MapFrame, Row } from '../frame';
import { mapRows } from '../mapRows';
import { POSTER } from './mapMetrics';
import { bandsOf } from './posterBands';
import { footLegend, footMetrics, footWords, headingOf } from './posterWords';

/** A map measured for a sheet: everything that is left to do is to draw it. */
export interface FittedPoster {
  readonly scale: number;
  readonly page: { readonly w: number; readonly h: number };
  readonly m: PosterMetrics;
  readonly top: PosterTop;
  readonly foot: PosterFoot;
  readonly bands: readonly (readonly Row[])[];
  /** What each band stands in. */
  readonly frames: readonly MapFrame[];
}

/** A small map is drawn larger, up to this share of the usual width: body text of 28 pt on A1. */
const LEAST_SCALE = 0.72;
/** Another band must bring the scale under this share of the one before to be worth cutting the curve; less on a tall sheet. */
const WORTH_A_BAND = { landscape: 0.88, portrait: 0.98 } as const;
const MOST_BANDS = 6;
/** Shares of the usual height that the river of a path is tried at: it gives up air before its letters get too small. */
const PATH_AIR = [1, 0.85, 0.72] as const;
/** How near to the smallest scale the search comes. */
const PRECISION = 1.005;

interface Job {
  readonly doc: JourneyMapDoc;
  readonly ctx: LayoutContext;
  readonly sheet: SheetSize;
  readonly size: { readonly w: number; readonly h: number };
  readonly air: number;
}

const isPart = ({ view }: LayoutContext): boolean => view.part !== undefined;

function frameOf(job: Job, stages: readonly Stage[], m: PosterMetrics, width: number): MapFrame {
  const { doc, ctx } = job;
  const edge = groundEdge(job.sheet, width);
  const x = m.margin;
  const room = width - 2 * m.margin - POSTER.laneHeader;
  const moment = room / Math.max(2, totalSteps(doc, stages));
  return {
    doc,
    t: ctx.t,
    lang: ctx.lang,
    measure: ctx.measure,
    personas: ctx.personas,
    ...(ctx.boards ? { boards: ctx.boards } : {}),
    theme: ctx.theme,
    palette: paletteOf(ctx.theme, 'poster'),
    m: POSTER,
    columns: columnsOf(doc, { stages, x: x + POSTER.laneHeader, moment, line: POSTER.line }),
    x,
    isPoster: true,
    bleed: { left: edge, right: width - edge },
    filter: filters(ctx.view.filter) ? ctx.view.filter : undefined,
    focus: null,
    air: job.air,
    opinions: ctx.view.opinions ?? false,
    memo: memoOf(ctx.measure, `poster/${ctx.lang}`),
  };
}

function posterAt(job: Job, stages: readonly (readonly Stage[])[], scale: number): FittedPoster {
  const { doc, ctx, sheet } = job;
  const page = { w: job.size.w * scale, h: job.size.h * scale };
  const m = posterMetrics(scale, blankEdge(sheet, page.w), isPart(ctx));
  const frames = stages.map((band) => frameOf(job, band, m, page.w));
  const first = frames[0] ?? frameOf(job, [], m, page.w);
  const bandFrames = frames.length > 0 ? frames : [first];
  const bands = bandFrames.map((frame) => mapRows(frame, () => false));
  const legendFor = footLegend({ ...first, m: footMetrics(scale) });
  const foot = posterFoot(footWords(doc, ctx, sheet), ctx, { m, width: page.w }, legendFor);
  return { frames: bandFrames, scale, page, m, top: posterTop(headingOf(doc, ctx), ctx, m, page), foot, bands };
}

/** Heights that the rows need and that the page leaves them. */
function heightsOf({ page, m, top, foot, bands }: FittedPoster): { readonly needed: number; readonly free: number } {
  const needed = bands.flat().reduce((sum, row) => sum + row.height, 0);
  const around = m.top + top.height + m.gap + m.footGap + foot.height + m.bottom;
  return { needed, free: page.h - around - (bands.length - 1) * m.bandGap };
}

const fits = (fitted: FittedPoster): boolean => {
  const { needed, free } = heightsOf(fitted);
  return needed <= free;
};

/** How much wider to try next: wider pages also break fewer lines, so the root of what is missing, within limits. */
function growth(fitted: FittedPoster): number {
  const { needed, free } = heightsOf(fitted);
  return Math.min(3, Math.max(1.04, Math.sqrt(needed / Math.max(1, free)) * 1.01));
}

/** Least scale at which the steps of the widest band have their width. */
function scaleForWidth(job: Job, stages: readonly (readonly Stage[])[]): number {
  const most = Math.max(2, ...stages.map((band) => totalSteps(job.doc, band)));
  const margins = 2 * posterMetrics(1, blankEdge(job.sheet, job.size.w), isPart(job.ctx)).margin;
  return Math.max(LEAST_SCALE, (POSTER.laneHeader + POSTER.moment * most) / (job.size.w - margins));
}

/** The largest text at which these bands fit; null when it cannot beat `limit`. */
function smallestFit(job: Job, stages: readonly (readonly Stage[])[], limit: number): FittedPoster | null {
  let low = scaleForWidth(job, stages);
  if (low >= limit) return null;
  // Most cuts are worth nothing: one look at the limit tells.
  if (limit < Number.POSITIVE_INFINITY && !fits(posterAt(job, stages, limit))) return null;
  let fitted = posterAt(job, stages, low);
  if (fits(fitted)) return fitted;
  let high = low;
  do {
    low = high;
    high = Math.min(limit, high * growth(fitted));
    fitted = posterAt(job, stages, high);
  } while (!fits(fitted));
  while (high / low > PRECISION) {
    const middle = Math.sqrt(low * high);
    const tried = posterAt(job, stages, middle);
    if (fits(tried)) {
      high = middle;
      fitted = tried;
    } else low = middle;
  }
  return fitted;
}

/**
 * Fits a map on a sheet: the page is widened with its ratio until the map stands on it, and the stages are cut into stacked
 * bands where that leaves the text clearly larger. Nothing is ever shrunk alone, clipped or shortened.
 */
export function fitPoster(doc: JourneyMapDoc, ctx: LayoutContext, sheet: SheetSize): FittedPoster {
  turnMemo(memoOf(ctx.measure, `poster/${ctx.lang}`));
  const airs = doc.info.form === 'path' ? PATH_AIR : [1];
  let best: FittedPoster | null = null;
  for (const air of airs) {
    const fitted = fitWith({ doc, ctx, sheet, size: pageSize(sheet, isPart(ctx)), air });
    if (!best || fitted.scale < best.scale) best = fitted;
    if (best.scale <= 1) break;
  }
  return best as FittedPoster;
}

/** The stages that this sheet holds. */
function stagesOn({ doc, ctx }: Job): readonly Stage[] {
  const stages = shownStages(doc);
  const { part } = ctx.view;
  return part ? stages.filter(({ id }) => part.ids.includes(id)) : stages;
}

/** Whether a map stands on a sheet, in the fewest bands that are narrow enough, with type of full size or a `scale`-th of it. */
export function standsOnSheet(doc: JourneyMapDoc, ctx: LayoutContext, sheet: SheetSize, scale: number): boolean {
  const airs = doc.info.form === 'path' ? PATH_AIR : [1];
  return airs.some((air) => standsWith({ doc, ctx, sheet, size: pageSize(sheet), air }, scale));
}

function standsWith(job: Job, scale: number): boolean {
  const { doc } = job;
  const stages = stagesOn(job);
  for (let count = 1; count <= Math.max(1, Math.min(MOST_BANDS, stages.length)); count++) {
    const bands = count === 1 ? [stages] : bandsOf(doc, stages, count);
    if (scaleForWidth(job, bands) <= scale) return fits(posterAt(job, bands, scale));
  }
  return false;
}

/** Ids of the stages of each of `count` sheets, as even as can be. */
export function stageParts(doc: JourneyMapDoc, count: number): readonly (readonly string[])[] | null {
  const stages = shownStages(doc);
  return stages.length < 2 ? null : bandsOf(doc, stages, count).map((part) => part.map(({ id }) => id));
}

function fitWith(job: Job): FittedPoster {
  const { doc, sheet } = job;
  const stages = stagesOn(job);
  let best = smallestFit(job, [stages], Number.POSITIVE_INFINITY) ?? posterAt(job, [stages], 1);
  for (let count = 2; count <= Math.min(MOST_BANDS, stages.length); count++) {
    const better = smallestFit(job, bandsOf(doc, stages, count), best.scale * WORTH_A_BAND[sheet.orientation]);
    if (better) best = better;
  }
  return best;
}
