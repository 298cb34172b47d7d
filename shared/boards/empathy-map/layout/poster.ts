import type { Primitive, Scene } from '../../../scene/primitives';
import { type SheetSize, sheetSize } from '../../../scene/sheet';
import { typographic } from '../../../text/typography';
import type { LayoutContext } from '../../boardKind';
import { turnMemo } from '../../pieces/layoutMemo';
import { type PosterFoot, posterFoot, versionLine } from '../../pieces/poster/posterFoot';
import { blankEdge, type PosterMetrics, pageSize, posterMetrics, scaled } from '../../pieces/poster/posterMetrics';
import { eyebrowText, type PosterTop, posterTop } from '../../pieces/poster/posterTop';
import { artifact, rect } from '../../pieces/shapes';
import type { EmpathyMapDoc } from '../model';
import { stagesInOrder } from '../order';
import { canvasBlock } from './canvas';
import { findingsBand, reserveBand, stagesFoot } from './footBands';
import { type Block, type EmpathyFrame, frameOf, type MainBlock } from './frame';
import { asSentences, mapLegend, mapWords } from './legend';
import { metricsOf } from './metrics';
import { quadrantsBlock } from './quadrants';
import { stagesBlock } from './stages';

/** A small map is drawn larger, up to this share of the usual width: note text of 28 pt on A1. */
const LEAST_SCALE = 0.78;
const LARGEST_SCALE = 40;
/** From here on the smallest letters are under 18 pt on A1. */
const SMALL_LETTERS = 1.008;
/** How near to the smallest scale the search comes. */
const PRECISION = 1.008;
const MOST_BANDS = 4;
/** Title and foot grow with the page; a title of a page's length would fill it at any width, so that they stop growing here, one after the other. */
const HEAD_LIMITS = [Number.POSITIVE_INFINITY, 8, 3, 1];

/** A way of cutting a map for a sheet. */
interface Cut {
  readonly sheet: SheetSize;
  readonly bands: number;
  readonly form: 'poster' | 'densePoster';
  /** Largest scale of title and foot. */
  readonly headLimit: number;
}

interface Fitted {
  readonly scale: number;
  readonly page: { readonly w: number; readonly h: number };
  readonly m: PosterMetrics;
  readonly top: PosterTop;
  readonly foot: PosterFoot;
  readonly main: MainBlock;
  readonly bands: readonly Block[];
  /** Height that the page leaves to the main part. */
  readonly room: number;
}

function mainBlock(width: number, room: number, frame: EmpathyFrame, bands: number): MainBlock {
  const { layout } = frame.doc.info;
  if (layout === 'canvas') return canvasBlock(width, room, frame);
  return layout === 'quadrants' ? quadrantsBlock(width, room, frame) : stagesBlock(width, room, frame, bands);
}

function footOf(
  doc: EmpathyMapDoc,
  ctx: LayoutContext,
  frame: EmpathyFrame,
  sheet: SheetSize,
  m: PosterMetrics,
  width: number,
  scale: number,
) {
  const sources = doc.info.sources ? ctx.t('journey.legend.sources', { sources: doc.info.sources }) : '';
  const words = asSentences([sources, ...mapWords(frame)].filter((part) => part !== ''));
  // The legend keeps its size on paper whatever the map needs.
  const base = metricsOf('poster');
  const legend = {
    ...base,
    legend: scaled(base.legend, scale),
    note: { ...base.note, voteDot: base.note.voteDot * scale },
  };
  return posterFoot(
    { sources: typographic(words, ctx.lang), version: versionLine(doc.info, ctx, sheet) },
    ctx,
    { m, width },
    (room) => mapLegend({ ...frame, m: { ...legend, cover: scaled(base.cover, scale) } }, room),
  );
}

function posterAt(
  doc: EmpathyMapDoc,
  ctx: LayoutContext,
  { sheet, bands: bandCount, form, headLimit }: Cut,
  scale: number,
): Fitted {
  const size = pageSize(sheet);
  const page = { w: size.w * scale, h: size.h * scale };
  const headScale = Math.min(scale, headLimit);
  const m = posterMetrics(headScale, blankEdge(sheet, page.w));
  const frame = frameOf(doc, ctx, form, m.margin);
  const width = page.w - 2 * m.margin;
  const persona = frame.persona;
  const heading = {
    icon: 'ear' as const,
    eyebrow: eyebrowText(ctx.t('empathy.name'), ctx),
    title: doc.info.title || ctx.t('empathy.newTitle'),
    result: [doc.info.situation, doc.info.goal]
      .filter((part) => part !== '')
      .map(sentence)
      .join(' '),
    persona,
  };
  const top = posterTop(heading, ctx, m, page);
  const foot = footOf(doc, ctx, frame, sheet, m, page.w, headScale);
  const bands = [stagesFoot, findingsBand, reserveBand]
    .map((band) => band(width, frame))
    .filter((band) => band !== null);
  const below = bands.reduce((sum, band) => sum + band.height, 0);
  const room = page.h - m.top - top.height - m.gap - below - m.footGap - foot.height - m.bottom;
  return { scale, page, m, top, foot, bands, room, main: mainBlock(width, Math.max(0, room), frame, bandCount) };
}

const sentence = (text: string): string => {
  const first = text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
  return /[.!?…]$/.test(first) ? first : `${first}.`;
};

const fits = ({ main, room }: Fitted): boolean => main.height <= room + 0.01;

/** The largest text at which the map fits, in so many bands of stages; null when it cannot beat `limit`. */
function smallestFit(doc: EmpathyMapDoc, ctx: LayoutContext, cut: Cut, limit: number): Fitted | null {
  const at = (scale: number) => posterAt(doc, ctx, cut, scale);
  let low = Math.max(LEAST_SCALE, leastForStages(doc, cut));
  if (low >= limit) return null;
  if (Number.isFinite(limit) && !fits(at(limit))) return null;
  let fitted = at(low);
  if (fits(fitted)) return fitted;
  let high = low;
  do {
    low = high;
    const growth = Math.sqrt(fitted.main.height / Math.max(1, fitted.room));
    high = Math.min(limit, LARGEST_SCALE, high * Math.min(3, Math.max(1.06, growth)));
    fitted = at(high);
  } while (!fits(fitted) && high < LARGEST_SCALE);
  while (high / low > PRECISION) {
    const middle = Math.sqrt(low * high);
    const tried = at(middle);
    if (fits(tried)) {
      high = middle;
      fitted = tried;
    } else low = middle;
  }
  return fitted;
}

/** Scale at which each stage of the widest band has its width. */
function leastForStages(doc: EmpathyMapDoc, { sheet, bands, form }: Cut): number {
  if (doc.info.layout !== 'stages') return 0;
  const { stage } = metricsOf(form);
  const count = Math.ceil(stagesInOrder(doc).length / bands);
  const { w } = pageSize(sheet);
  const margins = 2 * posterMetrics(1, blankEdge(sheet, w)).margin;
  return (stage.label + count * stage.column * stage.narrowest) / (w - margins);
}

function fitPoster(doc: EmpathyMapDoc, ctx: LayoutContext, sheet: SheetSize): Fitted {
  for (const headLimit of HEAD_LIMITS) {
    const fitted = fitCut(doc, ctx, sheet, headLimit);
    if (fits(fitted)) return fitted;
  }
  return fitCut(doc, ctx, sheet, 1);
}

function fitCut(doc: EmpathyMapDoc, ctx: LayoutContext, sheet: SheetSize, headLimit: number): Fitted {
  const cut = (bands: number, form: Cut['form']): Cut => ({ sheet, bands, form, headLimit });
  let best =
    smallestFit(doc, ctx, cut(1, 'poster'), Number.POSITIVE_INFINITY) ?? posterAt(doc, ctx, cut(1, 'poster'), 1);
  const tryCut = (bands: number, form: Cut['form'], gain: number): void => {
    const better = smallestFit(doc, ctx, cut(bands, form), best.scale * gain);
    if (better) best = better;
  };
  // Letters below what a wall needs are worth less air.
  const isSmall = () => best.scale > SMALL_LETTERS;
  if (isSmall()) tryCut(1, 'densePoster', 1);
  if (doc.info.layout !== 'stages') return best;
  const most = Math.min(MOST_BANDS, stagesInOrder(doc).length);
  for (let count = 2; count <= most; count++) {
    // Cutting the curve must be worth it.
    const gain = sheet.orientation === 'portrait' ? 0.97 : 0.86;
    tryCut(count, 'poster', gain);
    if (isSmall()) tryCut(count, 'densePoster', gain);
  }
  return best;
}

/** Whether a map stands on its sheet, its stages in one band, with type of full size or a `scale`-th of it. */
export function empathyPosterStands(doc: EmpathyMapDoc, ctx: LayoutContext, scale: number): boolean {
  const sheet = ctx.view.sheet ?? sheetSize('A1', 'landscape');
  const cut: Cut = { sheet, bands: bandsAt(doc, sheet, scale), form: 'poster', headLimit: Number.POSITIVE_INFINITY };
  return leastForStages(doc, cut) <= scale && fits(posterAt(doc, ctx, cut, scale));
}

/** The fewest bands whose stages have their width at a scale. */
function bandsAt(doc: EmpathyMapDoc, sheet: SheetSize, scale: number): number {
  const cut = { sheet, form: 'poster', headLimit: Number.POSITIVE_INFINITY } as const;
  const most = Math.max(1, Math.min(MOST_BANDS, stagesInOrder(doc).length));
  for (let bands = 1; bands < most; bands++) if (leastForStages(doc, { ...cut, bands }) <= scale) return bands;
  return most;
}

/**
 * A poster: title block with the persona, the map laid out for the sheet and as high as the page leaves it, findings, legend, sources.
 * The page is widened in its own ratio until the map stands on it; nothing is ever shrunk alone, clipped or shortened. In the
 * theme of the context, which is one of posters.
 */
export function layoutEmpathyPoster(doc: EmpathyMapDoc, ctx: LayoutContext): Scene {
  const sheet = ctx.view.sheet ?? sheetSize('A1', 'landscape');
  turnMemo(frameOf(doc, ctx, 'poster').memo);
  const { page, m, top, foot, main, bands } = fitPoster(doc, ctx, sheet);
  const box = { x: 0, y: 0, ...page };
  const items: Primitive[] = [artifact(box, [rect(box, ctx.theme.color.paper)])];
  top.draw(items, m.top);
  let y = m.top + top.height + m.gap;
  for (const block of [main, ...bands]) {
    block.draw(items, y);
    y += block.height;
  }
  foot.draw(items, page.h - m.bottom - foot.height);
  return {
    width: page.w,
    height: page.h,
    background: ctx.theme.color.paper,
    items,
    title: doc.info.title,
    lang: ctx.lang,
  };
}
