import { formatIndicator, LOW_SAMPLE } from '../boards/journey-map/format';
import { drawFace } from '../boards/pieces/faces';
import { emotionLevel, formatNumber } from '../boards/pieces/valence';
import { LIGHT } from '../model/theme';
import type { SlideIndicator, StageSlide } from '../presenting/journeyDeck';
import type { Primitive } from '../scene/primitives';
import { typographic } from '../text/typography';
import { type Drawn, group, legible, type Rest, RIGHT, type Room, type StageContext, sans, serif } from './stagePage';
import { setText } from './textRoom';

/** Where the right column begins. */
const SIDE_X = 560;
const GAP = 16;
/** Most lines of what a figure is about, and of who said so. */
const ABOUT_LINES = 3;
const LINE = 1.28;

const { color, note } = LIGHT;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Figures, then pain and opportunity on their papers. `isLast`: nothing may run below the room. */
export function factsOf(slide: StageSlide, room: Room, scale: number, isLast: boolean, ctx: StageContext): Drawn {
  const out: Primitive[] = [];
  const rest: Rest[] = [];
  const column = (RIGHT - SIDE_X - GAP) / 2;
  const { indicators } = slide;
  let y: number = room.top;
  if (indicators.length === 0) {
    const text = ctx.t('journey.indicator.notMeasured');
    const place = { x: SIDE_X, y, width: RIGHT - SIDE_X };
    y = setText(out, { text, font: sans(legible(14 * scale)), fill: color.ink3, ...place }, ctx);
  }
  const figures = indicators.map((one, at) =>
    figureOf(one, { x: SIDE_X + at * (column + GAP), y, width: column }, scale, ctx),
  );
  const end = Math.max(y, ...figures.map(({ bottom }) => bottom));
  for (const [at, figure] of figures.entries()) {
    const x = SIDE_X + at * (column + GAP);
    out.push(...figure.items);
    rest.push(...figure.rest);
    out.push({ type: 'line', points: [x, y, x, end], stroke: color.lineStrong, strokeWidth: 1.5 });
  }
  y = end + GAP * scale;
  const papers = [
    ...(slide.pain ? [{ kind: 'pain-points', paper: note.corail, text: slide.pain } as const] : []),
    ...(slide.opportunity ? [{ kind: 'opportunities', paper: note.menthe, text: slide.opportunity } as const] : []),
  ];
  if (papers.length === 0) return { items: out, bottom: y, rest };
  const inset = 12 * scale;
  // One that stands alone has the room of both.
  const width = papers.length === 1 ? RIGHT - SIDE_X : column;
  const texts = papers.map(({ kind, text }, at) => {
    const place = { x: SIDE_X + at * (column + GAP) + inset, width: width - 2 * inset };
    const label = ctx.t(`journey.lane.${kind}`);
    const lines: Primitive[] = [];
    const font = sans(legible(11 * scale), 700);
    const under = setText(lines, { ...place, text: label, font, fill: LIGHT.noteFooter, y: y + inset }, ctx);
    const said = { ...place, text: typographic(text, ctx.lang), fill: LIGHT.noteText, y: under + 2 * scale };
    const limit = isLast
      ? { bottom: room.bottom - inset, onRest: (left: string) => rest.push({ label, text: left }) }
      : {};
    return { lines, bottom: setText(lines, { ...said, ...limit, font: sans(legible(15 * scale), 500) }, ctx) };
  });
  const bottom = Math.max(y, ...texts.map((each) => each.bottom + inset));
  for (const [at, { kind, paper }] of papers.entries()) {
    const box = { x: SIDE_X + at * (column + GAP), y, w: width, h: Math.max(1, bottom - y) };
    const sheet: Primitive = { type: 'rect', ...box, fill: paper.fill };
    const band: Primitive = { type: 'rect', ...box, h: Math.min(4, box.h), fill: paper.band };
    out.push(group([sheet, band, ...(texts[at]?.lines ?? [])], { bounds: box, target: { kind, id: kind } }));
  }
  return { items: out, bottom, rest };
}

/** A figure with what it is about and how many said so. */
function figureOf(indicator: SlideIndicator, at: Place, scale: number, ctx: StageContext): Drawn {
  const { metric, value, n, valence, label } = indicator;
  const { t, lang } = ctx;
  const out: Primitive[] = [];
  const rest: Rest[] = [];
  const x = at.x + 12;
  const width = at.width - 12;
  const lines: Primitive[] = [];
  const figure = formatIndicator(value, metric, lang);
  const size = legible(12 * scale);
  const limited = (y: number) => ({
    y,
    bottom: y + ABOUT_LINES * size * LINE,
    onRest: (text: string) => rest.push({ label: `${t(`journey.metric.${metric}`)} ${figure}`, text }),
  });
  let y = setText(
    lines,
    { text: typographic(label, lang), font: sans(size, 700), fill: color.ink, x, width, ...limited(at.y) },
    ctx,
  );
  const face = 28 * scale;
  const middle = y + 22 * scale;
  const room = width - face - 6;
  y = setText(lines, { text: figure, font: serif(32 * scale), fill: color.ink, x, y: y + 2, width: room }, ctx);
  const sample =
    n === null ? t('journey.indicator.sampleUnknown') : t('journey.indicator.sample', { n: formatNumber(n, lang) });
  const isLow = n !== null && n < LOW_SAMPLE;
  const about = `${t(`journey.metric.${metric}`)}, ${isLow ? t('present.indicative', { sample }) : sample}`;
  y = setText(lines, { text: about, font: sans(size), fill: color.ink2, x, width, ...limited(y + 2) }, ctx);
  out.push(group(lines, { role: 'p' }));
  if (valence !== null) {
    const drawn: Primitive[] = [];
    drawFace(drawn, emotionLevel(valence), { x: at.x + at.width - face / 2, y: middle, size: face }, LIGHT);
    out.push(group(drawn, { role: 'figure', alt: ctx.levelWord(emotionLevel(valence)) }));
  }
  return { items: out, bottom: y, rest };
}
