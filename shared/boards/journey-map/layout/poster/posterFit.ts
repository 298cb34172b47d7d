import { passingPt } from '../../../../scene/preflight';
import { pointsOfMm, type SheetSize } from '../../../../scene/sheet';
import type { LayoutContext } from '../../../boardKind';
import { lostName, memoOf, turnMemo } from '../../../pieces/layoutMemo';
import { filters } from '../../../pieces/noteFilter';
import { paletteOf } from '../../../pieces/palette';
import { type PosterFoot, posterFoot } from '../../../pieces/poster/posterFoot';
import {
  blankEdge,
  groundEdge,
  type PosterBlock,
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
import { DENSE, DENSE_NARROW, LEAST, POSTER } from './mapMetrics';
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
/** A map that needs a page so many times as wide is crowded: it gives up air and larger texts before its smallest letters get smaller. */
const CROWDED = 1.5;
/** How near to the smallest scale the search comes. */
const PRECISION = 1.005;

interface Job {
  readonly doc: JourneyMapDoc;
  readonly ctx: LayoutContext;
  readonly sheet: SheetSize;
  readonly size: { readonly w: number; readonly h: number };
  readonly air: number;
  /** The map's measures: usual ones, or those of a crowded map. */
  readonly map: (typeof MAPS)[number];
}

const MAPS = [POSTER, DENSE, DENSE_NARROW] as const;
/** What is measured and drawn with some measures and colours is remembered apart from the rest. */
const memoName = ({ ctx, map }: Pick<Job, 'ctx' | 'map'>): string =>
  `poster${MAPS.indexOf(map)}/${ctx.lang}/${ctx.theme.name}${lostName(ctx.lost)}`;

const isPart = ({ view }: LayoutContext): boolean => view.part !== undefined;

const blockOf = ({ ctx, map }: Job): PosterBlock => (isPart(ctx) ? 'part' : map === POSTER ? 'whole' : 'dense');

function frameOf(job: Job, stages: readonly Stage[], m: PosterMetrics, width: number): MapFrame {
  const { doc, ctx } = job;
  const edge = groundEdge(job.sheet, width);
  const x = m.margin;
  const room = width - 2 * m.margin - job.map.laneHeader;
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
    m: job.map,
    columns: columnsOf(doc, { stages, x: x + job.map.laneHeader, moment, line: job.map.line }),
    x,
    isPoster: true,
    bleed: { left: edge, right: width - edge },
    filter: filters(ctx.view.filter) ? ctx.view.filter : undefined,
    focus: null,
    air: job.air,
    opinions: ctx.view.opinions ?? false,
    lost: ctx.lost,
    memo: memoOf(ctx.measure, memoName(job)),
  };
}

function posterAt(job: Job, stages: readonly (readonly Stage[])[], scale: number): FittedPoster {
  const { doc, ctx, sheet } = job;
  const page = { w: job.size.w * scale, h: job.size.h * scale };
  const m = posterMetrics(scale, blankEdge(sheet, page.w), blockOf(job));
  const frames = stages.map((band) => frameOf(job, band, m, page.w));
  const first = frames[0] ?? frameOf(job, [], m, page.w);
  const bandFrames = frames.length > 0 ? frames : [first];
  const bands = bandFrames.map((frame) => mapRows(frame, () => false));
  const legendFor = footLegend({ ...first, m: footMetrics(job.map, scale) });
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
  const margins = 2 * posterMetrics(1, blankEdge(job.sheet, job.size.w), blockOf(job)).margin;
  return Math.max(LEAST_SCALE, (job.map.laneHeader + job.map.moment * most) / (job.size.w - margins));
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
  for (const map of MAPS) turnMemo(memoOf(ctx.measure, memoName({ ctx, map })));
  const job: Job = { doc, ctx, sheet, size: pageSize(sheet, isPart(ctx)), air: 1, map: POSTER };
  return doc.info.form === 'path' ? fitPath(job) : (fitWithin(job, CROWDED) ?? fitCrowded(job));
}

/** The same with less air and all texts in one size, where that makes every letter large enough for its sheet; null where it does not. */
export function fitLegibly(doc: JourneyMapDoc, ctx: LayoutContext, sheet: SheetSize): FittedPoster | null {
  if (doc.info.form === 'path') return null;
  const job: Job = { doc, ctx, sheet, size: pageSize(sheet, isPart(ctx)), air: 1, map: DENSE };
  const most = legibleScale(job);
  return fitWithin(job, most) ?? fitWithin({ ...job, map: DENSE_NARROW }, most);
}

/** The scale at which the smallest letters of a map are just large enough for its sheet. */
const legibleScale = ({ sheet, size }: Job): number => (LEAST * pointsOfMm(sheet.widthMm)) / size.w / passingPt(sheet);

/** Whether a map, or the part of it that the sheet holds, stands on the sheet with every letter large enough. */
export function standsLegibly(doc: JourneyMapDoc, ctx: LayoutContext, sheet: SheetSize): boolean {
  const job: Job = { doc, ctx, sheet, size: pageSize(sheet, isPart(ctx)), air: 1, map: POSTER };
  const scale = legibleScale(job);
  if (doc.info.form === 'path') return PATH_AIR.some((air) => standsWith({ ...job, air }, scale));
  return MAPS.some((map) => standsWith({ ...job, map }, scale));
}

const always = (job: Job): FittedPoster =>
  fitWithin(job, Number.POSITIVE_INFINITY) ?? posterAt(job, [stagesOn(job)], 1);

function fitPath(job: Job): FittedPoster {
  let best = always(job);
  for (const air of PATH_AIR.slice(1)) {
    if (best.scale <= 1) break;
    const fitted = always({ ...job, air });
    if (fitted.scale < best.scale) best = fitted;
  }
  return best;
}

function fitCrowded(job: Job): FittedPoster {
  const wide = always({ ...job, map: DENSE });
  return fitWithin({ ...job, map: DENSE_NARROW }, wide.scale) ?? wide;
}

/** The stages that this sheet holds. */
function stagesOn({ doc, ctx }: Job): readonly Stage[] {
  const { part, stages: shown } = ctx.view;
  return among(among(shownStages(doc), shown), part?.ids);
}

const among = (stages: readonly Stage[], ids: readonly string[] | undefined): readonly Stage[] =>
  ids ? stages.filter(({ id }) => ids.includes(id)) : stages;

/** Whether a map stands on a sheet, in the fewest bands that are narrow enough, with type of full size or a `scale`-th of it. */
export function standsOnSheet(doc: JourneyMapDoc, ctx: LayoutContext, sheet: SheetSize, scale: number): boolean {
  const job: Job = { doc, ctx, sheet, size: pageSize(sheet), air: 1, map: POSTER };
  if (doc.info.form === 'path') return PATH_AIR.some((air) => standsWith({ ...job, air }, scale));
  return (scale < CROWDED ? [POSTER] : MAPS).some((map) => standsWith({ ...job, map }, scale));
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
export function stageParts(
  doc: JourneyMapDoc,
  count: number,
  shown?: readonly string[],
): readonly (readonly string[])[] | null {
  const stages = among(shownStages(doc), shown);
  return stages.length < 2 ? null : bandsOf(doc, stages, count).map((part) => part.map(({ id }) => id));
}

/** The largest text of a map with some measures, in as many bands as are worth it; null when it is not larger than that of `limit`. */
function fitWithin(job: Job, limit: number): FittedPoster | null {
  const { doc, sheet } = job;
  const stages = stagesOn(job);
  let best = smallestFit(job, [stages], limit);
  for (let count = 2; count <= Math.min(MOST_BANDS, stages.length); count++) {
    const least = best ? best.scale * WORTH_A_BAND[sheet.orientation] : limit;
    best = smallestFit(job, bandsOf(doc, stages, count), least) ?? best;
  }
  return best;
}
