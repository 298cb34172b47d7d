import { portraitScene } from '../boards/persona/portrait';
import { LIGHT } from '../model/theme';
import type { Deck, StageSlide } from '../presenting/journeyDeck';
import type { Primitive, Scene } from '../scene/primitives';
import { quoted, typographic } from '../text/typography';
import { stageCurve } from './stageCurve';
import { factsOf } from './stageFacts';
import {
  type Drawn,
  EDGE,
  group,
  LEGIBLE_PT,
  legible,
  PAGE,
  type Rest,
  RIGHT,
  type Room,
  type StageContext,
  sans,
  serif,
} from './stagePage';
import { heightOf, setText } from './textRoom';

/** Where the left column ends. */
const LEFT_WIDTH = 470;
const MAIN_BOTTOM = 388;
/** How small the slide is drawn before what it says goes on on another one. Letters that would be too small for reading stay legible. */
const SCALES = [1.35, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42] as const;

const { color } = LIGHT;

/** The slide of a stage, and what of its texts had no room there. */
export interface StageDrawing {
  readonly scene: Scene;
  readonly rest: readonly Rest[];
}

/** The slide of a stage: its name, what is said there or done, its figures, its pain and its opportunity, and the whole curve with this stage marked. */
export function stageScene(
  slide: StageSlide,
  deck: Pick<Deck, 'spans' | 'points' | 'count'>,
  ctx: StageContext,
): StageDrawing {
  const title = slide.title || ctx.t('journey.stageUntitled', { number: slide.number });
  const titles = titlesOf(slide, title, ctx);
  const main = { top: titles.bottom + 20, bottom: MAIN_BOTTOM };
  const said = fitted((scale, isLast) => saidOf(slide, main, scale, isLast, ctx), main.bottom);
  const facts = fitted((scale, isLast) => factsOf(slide, main, scale, isLast, ctx), main.bottom);
  const rest = [...titles.rest, ...said.rest, ...facts.rest];
  const head = headOf(slide, deck.count, ctx, rest.length > 0);
  const curve = stageCurve(slide, deck, ctx);
  return {
    scene: {
      ...PAGE,
      background: color.paper,
      items: [...curve, ...head, ...titles.items, ...said.items, ...facts.items],
      title: `${ctx.title}, ${title}`,
      lang: ctx.lang,
    },
    rest,
  };
}

/** Drawn as large as there is room for. */
function fitted(draw: (scale: number, isLast: boolean) => Drawn, bottom: number): Drawn {
  for (const scale of SCALES) {
    const drawn = draw(scale, false);
    if (drawn.bottom <= bottom) return drawn;
  }
  return draw(SCALES[SCALES.length - 1] ?? 1, true);
}

/** Room of the line above: whom the journey is about, and the place of the slide. */
const HEAD_WIDTH = 500;
const PLACE_WIDTH = 320;

function headOf({ number }: StageSlide, count: number, ctx: StageContext, goesOn: boolean): readonly Primitive[] {
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
  const font = sans(13, 500);
  const lines = (text: string) => Math.round(heightOf({ text, font, width: HEAD_WIDTH }, ctx) / (font.size * 1.28));
  const named = (title: string) => (name && name !== title ? t('present.with', { title, name }) : title);
  // A title that fills more stands whole on the map and in the full text.
  const kind = t('journey.name');
  const text = [named(ctx.title), named(kind)].find((each) => lines(each) <= 2) ?? kind;
  setText(out, { text, font, fill: color.ink2, x, y: lines(text) > 1 ? 22 : 29, width: HEAD_WIDTH }, ctx);
  const at = t('present.place', { number, count });
  const said = goesOn ? `${at}, ${ctx.r('slides.goesOn')}` : at;
  const right = { x: RIGHT - PLACE_WIDTH, y: 29, width: PLACE_WIDTH, align: 'right' } as const;
  setText(out, { text: said, font, fill: color.ink2, ...right }, ctx);
  return out;
}

const TITLE_SIZES = [44, 38, 32, 27, 22, 18] as const;

function titlesOf(slide: StageSlide, title: string, ctx: StageContext): Drawn {
  const out: Primitive[] = [];
  const rest: Rest[] = [];
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
  const named = { text: title, font: serif(size, { weight: 800 }), fill: color.ink, x, y: top, width };
  const onTitle = (text: string) =>
    rest.push({ label: ctx.t('journey.stageUntitled', { number: slide.number }), text });
  const under = setText(lines, { ...named, bottom: top + 66, onRest: onTitle }, ctx);
  out.push(group(lines, { role: 'h1' }));
  const told = [slide.duration, ...slide.moments].filter(Boolean).map((part) => typographic(part, ctx.lang));
  const sub = told.join('\u00A0· ');
  const room = { x, y: under + 4, width };
  const subSize = [15, 13].find((each) => heightOf({ text: sub, font: sans(each), width }, ctx) <= 42) ?? LEGIBLE_PT;
  const end = setText(
    out,
    {
      text: sub,
      font: sans(subSize),
      fill: color.ink2,
      ...room,
      bottom: room.y + 48,
      onRest: (text) => rest.push({ label: ctx.r('slides.moments'), text }),
    },
    ctx,
  );
  return { items: out, bottom: Math.max(end, top + 78), rest };
}

/** What is said where it is felt most strongly; where nobody is quoted, what is done. */
function saidOf(slide: StageSlide, room: Room, scale: number, isLast: boolean, ctx: StageContext): Drawn {
  const out: Primitive[] = [];
  const rest: Rest[] = [];
  const left = (label: string, up = 0) =>
    isLast ? { bottom: room.bottom - up, onRest: (text: string) => rest.push({ label, text }) } : {};
  const actions = ctx.t('journey.lane.actions');
  let y: number = room.top;
  if (slide.quote) {
    const { text, where, doing } = slide.quote;
    const place = { x: EDGE, width: LEFT_WIDTH };
    const quote = ctx.r('slides.quote');
    const lines: Primitive[] = [];
    const words = { ...place, text: quoted(text, ctx.lang), font: serif(34 * scale, { weight: 500, italic: true }) };
    y = setText(lines, { ...words, fill: color.ink, y, ...left(quote, 34) }, ctx) + 10 * scale;
    out.push(group(lines, { role: 'p' }));
    const size = legible(15 * scale);
    const at = { ...place, text: typographic(where, ctx.lang), font: sans(size, 700), fill: color.ink };
    y = setText(out, { ...at, y, ...left(ctx.t('journey.lane.touchpoints'), 16) }, ctx);
    const does = { ...place, text: typographic(doing, ctx.lang), font: sans(size), fill: color.ink2 };
    y = setText(out, { ...does, y, ...left(actions) }, ctx);
    return { items: out, bottom: y, rest };
  }
  for (const text of slide.actions) {
    const size = legible(19 * scale);
    const before = out.length;
    const place = { x: EDGE + 18 * scale, y, width: LEFT_WIDTH - 18 * scale };
    const words = { ...place, text: typographic(text, ctx.lang), font: sans(size), fill: color.ink };
    const top = y;
    y = setText(out, { ...words, ...left(actions) }, ctx);
    if (out.length === before) continue;
    const dot = 6 * scale;
    out.push({ type: 'rect', x: EDGE, y: top + size * 0.5, w: dot, h: dot, radius: dot / 2, fill: color.blue });
    y += 8 * scale;
  }
  return { items: out, bottom: y, rest };
}
