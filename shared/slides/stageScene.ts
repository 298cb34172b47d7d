import { formatIndicator, LOW_SAMPLE } from '../boards/journey-map/format';
import { portraitScene } from '../boards/persona/portrait';
import { drawFace } from '../boards/pieces/faces';
import { emotionLevel, formatNumber } from '../boards/pieces/valence';
import { LIGHT } from '../model/theme';
import type { Deck, SlideIndicator, StageSlide } from '../presenting/journeyDeck';
import type { Primitive, Scene } from '../scene/primitives';
import { quoted, typographic } from '../text/typography';
import { stageCurve } from './stageCurve';
import { EDGE, group, PAGE, RIGHT, type StageContext, sans, serif } from './stagePage';
import { heightOf, setText } from './textRoom';

/** Where the left column ends, and the right one begins. */
const LEFT_WIDTH = 470;
const SIDE_X = 560;
const MAIN_BOTTOM = 388;
const GAP = 16;
/** How small text may become before lines are left out. */
const SCALES = [1.35, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42] as const;

const { color, note } = LIGHT;

/** The slide of a stage: its name, what is said there or done, its figures, its pain and its opportunity, and the whole curve with this stage marked. */
export function stageScene(slide: StageSlide, deck: Pick<Deck, 'spans' | 'points'>, ctx: StageContext): Scene {
  const title = slide.title || ctx.t('journey.stageUntitled', { number: slide.number });
  const head = headOf(slide, deck.spans.length, ctx);
  const titles = titlesOf(slide, title, ctx);
  const main = { top: titles.bottom + 20, bottom: MAIN_BOTTOM };
  return {
    ...PAGE,
    background: color.paper,
    items: [
      ...stageCurve(slide, deck, ctx),
      ...head,
      ...titles.items,
      ...fitted((scale, isLast) => saidOf(slide, main, scale, isLast, ctx), main.bottom),
      ...fitted((scale, isLast) => factsOf(slide, main, scale, isLast, ctx), main.bottom),
    ],
    title: `${ctx.title}, ${title}`,
    lang: ctx.lang,
  };
}

interface Drawn {
  readonly items: readonly Primitive[];
  readonly bottom: number;
}

/** Drawn as large as there is room for. */
function fitted(draw: (scale: number, isLast: boolean) => Drawn, bottom: number): readonly Primitive[] {
  for (const scale of SCALES) {
    const drawn = draw(scale, false);
    if (drawn.bottom <= bottom) return drawn.items;
  }
  return draw(SCALES[SCALES.length - 1] ?? 1, true).items;
}

function headOf({ number }: StageSlide, count: number, ctx: StageContext): readonly Primitive[] {
  const { t, persona } = ctx;
  const out: Primitive[] = [];
  const name = persona?.info.name ?? '';
  const portrait = persona?.info.portrait;
  const disc = { x: EDGE, y: 22, w: 30, h: 30 };
  if (portrait) {
    // Over the seam of the corners that make a disc of it.
    const seam: Primitive = { type: 'rect', ...disc, stroke: color.paper, strokeWidth: 1.5 };
    const drawn = [...portraitScene(portrait, disc, { circle: color.paper }), seam];
    out.push(group(drawn, { role: 'figure', alt: name, bounds: disc }));
  }
  const x = portrait ? EDGE + 40 : EDGE;
  const text = name && name !== ctx.title ? t('present.with', { title: ctx.title, name }) : ctx.title;
  setText(out, { text, font: sans(13, 500), fill: color.ink2, x, y: 29, width: 700, bottom: 50 }, ctx);
  const place = t('present.place', { number, count });
  setText(
    out,
    { text: place, font: sans(13, 500), fill: color.ink2, x: RIGHT - 150, y: 29, width: 150, align: 'right' },
    ctx,
  );
  return out;
}

const TITLE_SIZES = [44, 38, 32, 27, 22, 18] as const;

function titlesOf(slide: StageSlide, title: string, ctx: StageContext): Drawn {
  const out: Primitive[] = [];
  const top = 62;
  const figure = `${slide.number}`;
  const numberFont = serif(86, { weight: 900 });
  const numberWidth = ctx.measure.width(figure, numberFont);
  setText(out, { text: figure, font: numberFont, fill: color.blue, x: EDGE, y: top - 14, width: numberWidth + 1 }, ctx);
  const x = EDGE + numberWidth + 22;
  const width = RIGHT - x;
  const least = TITLE_SIZES[TITLE_SIZES.length - 1] ?? 18;
  const size = TITLE_SIZES.find((each) => heightOf({ text: title, font: serif(each), width }, ctx) <= 62) ?? least;
  const lines: Primitive[] = [];
  const under = setText(
    lines,
    { text: title, font: serif(size, { weight: 800 }), fill: color.ink, x, y: top, width, bottom: top + 66 },
    ctx,
  );
  out.push(group(lines, { role: 'h1' }));
  const told = [slide.duration, ...slide.moments].filter(Boolean).map((part) => typographic(part, ctx.lang));
  const sub = told.join('\u00A0· ');
  const subSize = [15, 13, 11, 9].find((each) => heightOf({ text: sub, font: sans(each), width }, ctx) <= 42) ?? 8;
  const end = setText(
    out,
    { text: sub, font: sans(subSize), fill: color.ink2, x, y: under + 4, width, bottom: under + 48 },
    ctx,
  );
  return { items: out, bottom: Math.max(end, top + 78) };
}

interface Room {
  readonly top: number;
  readonly bottom: number;
}

/** What is said where it is felt most strongly; where nobody is quoted, what is done. */
function saidOf(slide: StageSlide, room: Room, scale: number, isLast: boolean, ctx: StageContext): Drawn {
  const out: Primitive[] = [];
  const limit = isLast ? { bottom: room.bottom } : {};
  const place = { x: EDGE, width: LEFT_WIDTH };
  let y: number = room.top;
  if (slide.quote) {
    const { text, where, doing } = slide.quote;
    const words = { ...(isLast ? { bottom: room.bottom - 30 } : {}), ...place };
    const lines: Primitive[] = [];
    const font = serif(34 * scale, { weight: 500, italic: true });
    y = setText(lines, { ...words, text: quoted(text, ctx.lang), font, fill: color.ink, y }, ctx) + 10 * scale;
    out.push(group(lines, { role: 'p' }));
    y = setText(out, { ...place, ...limit, text: where, font: sans(15 * scale, 700), fill: color.ink, y }, ctx);
    y = setText(
      out,
      { ...place, ...limit, text: typographic(doing, ctx.lang), font: sans(15 * scale), fill: color.ink2, y },
      ctx,
    );
    return { items: out, bottom: y };
  }
  for (const text of slide.actions) {
    const size = 19 * scale;
    if (isLast && y + size * 1.3 > room.bottom) break;
    const dot = 6 * scale;
    out.push({ type: 'rect', x: EDGE, y: y + size * 0.5, w: dot, h: dot, radius: dot / 2, fill: color.blue });
    const line = { ...limit, x: EDGE + 18 * scale, width: LEFT_WIDTH - 18 * scale };
    y =
      setText(out, { ...line, text: typographic(text, ctx.lang), font: sans(size), fill: color.ink, y }, ctx) +
      8 * scale;
  }
  return { items: out, bottom: y };
}

/** Figures, then pain and opportunity on their papers. */
function factsOf(slide: StageSlide, room: Room, scale: number, isLast: boolean, ctx: StageContext): Drawn {
  const out: Primitive[] = [];
  const column = (RIGHT - SIDE_X - GAP) / 2;
  const { indicators } = slide;
  let y: number = room.top;
  if (indicators.length === 0)
    y = setText(
      out,
      {
        text: ctx.t('journey.indicator.notMeasured'),
        font: sans(14 * scale),
        fill: color.ink3,
        x: SIDE_X,
        y,
        width: RIGHT - SIDE_X,
      },
      ctx,
    );
  const ends = indicators.map((one, at) =>
    figureOf(out, one, { x: SIDE_X + at * (column + GAP), y, width: column }, scale, ctx),
  );
  for (const at of indicators.keys()) {
    const x = SIDE_X + at * (column + GAP);
    out.push({ type: 'line', points: [x, y, x, Math.max(...ends)], stroke: color.lineStrong, strokeWidth: 1.5 });
  }
  y = Math.max(y, ...ends) + GAP * scale;
  const papers = [
    ...(slide.pain ? [{ kind: 'pain-points', paper: note.corail, text: slide.pain } as const] : []),
    ...(slide.opportunity ? [{ kind: 'opportunities', paper: note.menthe, text: slide.opportunity } as const] : []),
  ];
  const inset = 12 * scale;
  const texts = papers.map(({ kind, text }, at) => {
    const place = { x: SIDE_X + at * (column + GAP) + inset, width: column - 2 * inset };
    const lines: Primitive[] = [];
    const label = setText(
      lines,
      {
        ...place,
        text: ctx.t(`journey.lane.${kind}`),
        font: sans(11 * scale, 700),
        fill: LIGHT.noteFooter,
        y: y + inset,
      },
      ctx,
    );
    const limit = isLast ? { bottom: room.bottom - inset } : {};
    const said = {
      ...place,
      ...limit,
      text: typographic(text, ctx.lang),
      font: sans(15 * scale, 500),
      fill: LIGHT.noteText,
    };
    return { lines, bottom: setText(lines, { ...said, y: label + 2 * scale }, ctx) };
  });
  const bottom = Math.max(y, ...texts.map((each) => each.bottom + inset));
  for (const [at, { kind, paper }] of papers.entries()) {
    const box = {
      x: SIDE_X + at * (column + GAP),
      y,
      w: column,
      h: Math.max(1, Math.min(bottom, room.bottom + GAP / 2) - y),
    };
    const sheet: Primitive = { type: 'rect', ...box, fill: paper.fill };
    const band: Primitive = { type: 'rect', ...box, h: Math.min(4, box.h), fill: paper.band };
    out.push(group([sheet, band, ...(texts[at]?.lines ?? [])], { bounds: box, target: { kind, id: kind } }));
  }
  return { items: out, bottom: papers.length > 0 ? bottom : y };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A figure with what it is about and how many said so; answers where it ends. */
function figureOf(out: Primitive[], indicator: SlideIndicator, at: Place, scale: number, ctx: StageContext): number {
  const { metric, value, n, valence, label } = indicator;
  const { t, lang } = ctx;
  const x = at.x + 12;
  const width = at.width - 12;
  const lines: Primitive[] = [];
  let y = setText(
    lines,
    { text: label, font: sans(12 * scale, 700), fill: color.ink, x, y: at.y, width, bottom: at.y + 34 },
    ctx,
  );
  const face = 28 * scale;
  const middle = y + 22 * scale;
  y = setText(
    lines,
    {
      text: formatIndicator(value, metric, lang),
      font: serif(32 * scale),
      fill: color.ink,
      x,
      y: y + 2,
      width: width - face - 6,
    },
    ctx,
  );
  const sample =
    n === null ? t('journey.indicator.sampleUnknown') : t('journey.indicator.sample', { n: formatNumber(n, lang) });
  const isLow = n !== null && n < LOW_SAMPLE;
  const about = `${t(`journey.metric.${metric}`)}, ${isLow ? t('present.indicative', { sample }) : sample}`;
  y = setText(
    lines,
    { text: about, font: sans(11 * scale), fill: color.ink2, x, y: y + 2, width, bottom: y + 40 },
    ctx,
  );
  out.push(group(lines, { role: 'p' }));
  if (valence !== null) {
    const drawn: Primitive[] = [];
    drawFace(drawn, emotionLevel(valence), { x: at.x + at.width - face / 2, y: middle, size: face }, LIGHT);
    out.push(group(drawn, { role: 'figure', alt: ctx.levelWord(emotionLevel(valence)) }));
  }
  return y;
}
