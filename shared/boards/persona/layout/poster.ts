import type { Primitive, Scene } from '../../../scene/primitives';
import { type SheetSize, sheetSize } from '../../../scene/sheet';
import { typographic } from '../../../text/typography';
import type { LayoutContext } from '../../boardKind';
import { longDate } from '../../pieces/dates';
import { turnMemo } from '../../pieces/layoutMemo';
import { blankEdge, groundEdge, pageSize } from '../../pieces/poster/posterMetrics';
import { artifact, rect } from '../../pieces/shapes';
import type { PersonaDoc } from '../model';
import { oneLine } from '../words';
import { frameOf, type PersonaFrame } from './frame';
import { type PersonaMetrics, posterMetrics } from './metrics';
import { type Page, pageFor } from './page';

/** A sparse page is drawn larger, up to this share of the usual width. */
const LEAST_SCALE = 0.74;
const LARGEST_SCALE = 400;
/** How near to the smallest scale the search comes. */
const PRECISION = 1.008;

interface Fitted {
  readonly frame: PersonaFrame;
  readonly w: number;
  readonly h: number;
  readonly page: Page;
  /** What the printer leaves blank on every side: the page stands within it, its band too. */
  readonly edge: number;
}

/** What the poster says of itself: workshop and place above the name; review and format in the foot. */
function textsOf(doc: PersonaDoc, ctx: LayoutContext, sheet: SheetSize) {
  const { title, place } = ctx.workshop;
  const parts = [title ? ctx.t('journey.legend.workshop', { title }) : '', place];
  const format = ctx.t('journey.legend.sheet', { sheet: sheet.name });
  const reviewed = doc.info.lastReviewed ? `${longDate(doc.info.lastReviewed, ctx.lang)}. ` : '';
  return {
    workshop: typographic(parts.filter((part) => part !== '').join(', '), ctx.lang),
    line: `${reviewed}${format}`,
  };
}

/** Words keep `least` units from the edges of the page; the band does not. */
function awayFromEdge(m: PersonaMetrics, least: number): PersonaMetrics {
  const from = (own: number) => Math.max(own, least);
  const { top, right, bottom } = m.page;
  return {
    ...m,
    page: { ...m.page, top: from(top), right: from(right), bottom: from(bottom) },
    band: { ...m.band, pad: from(m.band.pad) },
  };
}

function posterAt(doc: PersonaDoc, ctx: LayoutContext, sheet: SheetSize, scale: number): Fitted {
  const size = pageSize(sheet);
  const [w, h] = [size.w * scale, size.h * scale];
  const metrics = posterMetrics(scale, sheet.orientation === 'portrait');
  const edge = groundEdge(sheet, w);
  const frame = frameOf(doc, ctx, awayFromEdge(metrics, blankEdge(sheet, w) - edge));
  return { frame, w, h, edge, page: pageFor(w - 2 * edge, textsOf(doc, ctx, sheet), frame) };
}

const fits = ({ page, h, edge }: Fitted): boolean => page.least <= h - 2 * edge + 0.01;

/** Whether a page stands on its sheet with type of full size, or a `scale`-th of it. */
export const personaPosterStands = (doc: PersonaDoc, ctx: LayoutContext, scale: number): boolean =>
  fits(posterAt(doc, ctx, ctx.view.sheet ?? sheetSize('A1', 'landscape'), scale));

/** The page at the largest text at which everything stands on it. */
function fitPoster(doc: PersonaDoc, ctx: LayoutContext, sheet: SheetSize): Fitted {
  const at = (scale: number) => posterAt(doc, ctx, sheet, scale);
  let low = LEAST_SCALE;
  let fitted = at(low);
  if (fits(fitted)) return fitted;
  let high = low;
  do {
    low = high;
    high = Math.min(LARGEST_SCALE, high * Math.min(2, Math.max(1.05, Math.sqrt(fitted.page.least / fitted.h))));
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

/**
 * A poster: the page laid out for the sheet, with as many columns as it has room for. The page is widened in its own ratio until
 * everything stands on it; nothing is ever shrunk alone, clipped or shortened. Empty blocks and facts are left out. In the theme
 * of the context, which is one of posters.
 */
export function layoutPersonaPoster(doc: PersonaDoc, ctx: LayoutContext): Scene {
  const sheet = ctx.view.sheet ?? sheetSize('A1', 'landscape');
  const { frame, page, w, h, edge } = fitPoster(doc, ctx, sheet);
  turnMemo(frame.memo);
  turnMemo(frame.memo);
  const box = { x: 0, y: 0, w, h };
  const items: Primitive[] = [artifact(box, [rect(box, ctx.theme.color.paper)])];
  page.draw(items, { x: edge, y: edge }, h - 2 * edge);
  const title = oneLine(doc.info.name) || ctx.t('persona.unnamed');
  return { width: w, height: h, background: ctx.theme.color.paper, items, title, lang: ctx.lang };
}
