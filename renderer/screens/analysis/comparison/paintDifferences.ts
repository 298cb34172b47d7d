import { drawFace } from '@shared/boards/pieces/faces';
import { frameRect, rect } from '@shared/boards/pieces/shapes';
import { drawBlock, type TextBlock, textBlock } from '@shared/boards/pieces/textBlock';
import { style } from '@shared/boards/pieces/textStyle';
import type { Lang } from '@shared/i18n/translate';
import type { Theme } from '@shared/model/theme';
import type { Painter2D } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import type { Box, Primitive } from '@shared/scene/primitives';
import { inflate, intersects } from '@/canvas/boxes';
import { type Camera, type Point, screenBox, toScreen, type ViewSize } from '@/canvas/camera';
import { boardMeasurer } from '@/canvas/measurer';
import type { OverlayFrame, OverlayLayer } from '@/canvas/overlayModel';
import { canvasPaths } from '@/platform/canvasPaths';
import type { Card, DifferencePicture, Mark } from './differencePicture';
import type { OtherCurve } from './otherCurve';
import { drawSign, signInk } from './signs';

/** Signs keep a size that can be read: in CSS pixels, at any zoom. */
const SIGN = { at1: 17, least: 12, most: 24 } as const;
const FRAME = 1.5;
const GAP = 2;
/** Signs, frames and the card's shadow reach this far out of what they belong to. */
const REACH = 30;
const CARD = { width: 250, pad: 10, gap: 14, line: 1.5 } as const;

const TEXT = 'Atkinson Hyperlegible Next';
const COUNT = style(TEXT, 700, 13, 1.2);
const NAME = style(TEXT, 700, 13, 1.25);
const WORDS = style(TEXT, 500, 14.5, 1.3);
const LETTER = style('Besley', 800, 12, 1);

const signSize = (zoom: number): number => Math.min(SIGN.most, Math.max(SIGN.least, SIGN.at1 * zoom ** 0.7));

/** Dashes of frames, so that they differ by more than their colour. */
const DASHES: Partial<Record<Mark['sign'], readonly number[]>> = { removed: [6, 4], moved: [12, 4], changed: [2, 3] };

/** A frame with a rim of paper, which sets it off from what lies around. */
function framed(out: Primitive[], box: Box, mark: Mark, theme: Theme): void {
  const around = inflate(box, GAP + FRAME);
  const dash = mark.look === 'count' ? [4, 3] : DASHES[mark.sign];
  out.push(frameRect(inflate(around, 1), theme.color.paper, FRAME + 2, 2));
  out.push({ ...frameRect(around, signInk(mark.sign, theme), FRAME, 2), ...(dash ? { dash } : {}) });
}

/** Where the sign of a mark stands on the screen. */
function signAt(mark: Mark, on: Box, size: number): Point {
  if (mark.look === 'count') return { x: on.x + on.w - size * (1.75 + 2.7 * mark.slot), y: on.y + on.h - size * 0.25 };
  if (mark.look === 'face' || mark.look === 'ghost-face')
    return { x: on.x + on.w + size * 0.22, y: on.y - size * 0.12 };
  // Along a path the right of a face is taken by names and quotes.
  if (mark.look === 'path-face') return { x: on.x + on.w * 0.6, y: on.y - size * 0.4 };
  if (mark.look === 'station') return { x: on.x, y: on.y };
  if (mark.look === 'figure') return { x: on.x + on.w + size * 0.4, y: on.y + on.h / 2 };
  if (mark.look === 'line') return { x: on.x + on.w / 2, y: on.y };
  // At the upper right corner, where lines of text seldom reach.
  return { x: on.x + on.w - size * 0.15, y: on.y - size * 0.1 };
}

function drawMark(out: Primitive[], mark: Mark, on: Box, zoom: number, theme: Theme): void {
  const size = signSize(zoom);
  if (mark.look === 'ghost-face') drawGhostFace(out, mark, on, theme);
  const at = signAt(mark, on, size);
  if (mark.look === 'count') drawCount(out, mark, at, size, theme);
  drawSign(out, mark.sign, { ...at, size }, theme);
}

/** A face that this map has not got: its ring in dashes, nothing filled. */
function drawGhostFace(out: Primitive[], { level, sign }: Mark, on: Box, theme: Theme): void {
  const [x, y] = [on.x + on.w / 2, on.y + on.h / 2];
  const face: Primitive[] = [];
  if (level) drawFace(face, level, { x, y, size: on.w }, theme, theme.color.paper);
  out.push({ type: 'group', bounds: on, opacity: 0.55, children: face });
  const r = on.w / 2 + 2;
  out.push({
    type: 'rect',
    x: x - r,
    y: y - r,
    w: 2 * r,
    h: 2 * r,
    radius: r,
    stroke: signInk(sign, theme),
    strokeWidth: FRAME,
    dash: [4, 3],
  });
}

/** How many ghosts a place has: a dashed slip of paper behind the sign, its number beside it. */
function drawCount(out: Primitive[], mark: Mark, at: Point, size: number, theme: Theme): void {
  const number = textBlock(`${mark.keys.length}`, COUNT, size * 4, { measure: boardMeasurer(), lang: 'fr' });
  const slip = { x: at.x - size * 0.75, y: at.y - size * 0.75, w: size * 1.5 + number.width + 6, h: size * 1.5 };
  out.push({ ...rect(slip, theme.color.paper), radius: 3 });
  out.push({ ...frameRect(slip, signInk(mark.sign, theme), 1.5, 3), dash: [4, 3] });
  drawBlock(out, number, slip.x + slip.w - 6, slip.y + (slip.h - number.height) / 2, theme.color.ink, 'right');
}

/** The letter of a side, as lists have it: that of the second on ink. */
function drawLetter(out: Primitive[], letter: 'A' | 'B', at: Point, theme: Theme): void {
  const { ink, paper } = theme.color;
  const box = { x: at.x, y: at.y, w: 19, h: 18 };
  out.push({ ...rect(box, letter === 'B' ? ink : paper), radius: 2 }, frameRect(box, ink, 1.5, 2));
  const block = textBlock(letter, LETTER, 20, { measure: boardMeasurer(), lang: 'fr' });
  drawBlock(out, block, box.x + box.w / 2, box.y + 3, letter === 'B' ? paper : ink, 'center');
}

interface LaidCard {
  readonly box: Box;
  readonly name: TextBlock;
  readonly words: TextBlock;
}

/** Beside what it is about, where the view has most room. */
function layCard(card: Card, camera: Camera, view: ViewSize, lang: Lang): LaidCard {
  const by = { measure: boardMeasurer(), lang };
  const inner = CARD.width - 2 * CARD.pad;
  const name = textBlock(card.name, NAME, inner - 26, by);
  const words = textBlock(card.words, WORDS, inner, by);
  const w = Math.ceil(Math.max(name.width + 26, words.width)) + 2 * CARD.pad;
  const h = CARD.pad * 2 + Math.max(19, name.height) + 6 + words.height;
  const size = signSize(camera.zoom);
  const sign = signAt(card.mark, screenBox(camera, view, card.mark.box), size);
  const on =
    card.mark.look === 'count'
      ? { x: sign.x - size, y: sign.y - size, w: size * 3, h: size * 2 }
      : screenBox(camera, view, card.mark.box);
  const right = on.x + on.w + CARD.gap;
  const left = on.x - CARD.gap - w;
  const x = right + w <= view.width - 8 ? right : left >= 4 ? left : Math.max(4, view.width - w - 8);
  const y = Math.min(Math.max(4, on.y + on.h / 2 - h / 2), Math.max(4, view.height - h - 8));
  return { box: { x, y, w, h }, name, words };
}

function drawCard(out: Primitive[], card: Card, { box, name, words }: LaidCard, theme: Theme): void {
  const { paper, ink, ink2 } = theme.color;
  out.push(rect({ ...box, x: box.x + 4, y: box.y + 4 }, theme.noteShadow), rect(box, paper));
  out.push({ ...frameRect(box, ink, CARD.line), ...(card.isGhost ? { dash: [5, 4] } : {}) });
  drawLetter(out, card.letter, { x: box.x + CARD.pad, y: box.y + CARD.pad }, theme);
  drawBlock(out, name, box.x + CARD.pad + 26, box.y + CARD.pad + 1, ink2);
  drawBlock(out, words, box.x + CARD.pad, box.y + CARD.pad + Math.max(19, name.height) + 6, ink);
}

/** What is in view, with its box on the screen. */
function inView(marks: readonly Mark[], camera: Camera, view: ViewSize) {
  const sight = inflate({ x: 0, y: 0, w: view.width, h: view.height }, REACH);
  return marks.flatMap((mark) => {
    const on = screenBox(camera, view, mark.box);
    return intersects(on, sight) ? [{ mark, on }] : [];
  });
}

/** The signs of differences as a layer over the board. */
export function differenceOverlay(picture: DifferencePicture, lang: Lang): OverlayLayer {
  const { marks, curve, current, card } = picture;
  return {
    bounds: (_camera, view) => (marks.length > 0 || curve ? { x: 0, y: 0, w: view.width, h: view.height } : null),
    paint: ({ context, camera, view, theme }: OverlayFrame) => {
      const painter = context as unknown as Painter2D;
      if (curve) {
        context.save();
        const corner = toScreen(camera, view, { x: 0, y: 0 });
        context.translate(corner.x, corner.y);
        context.scale(camera.zoom, camera.zoom);
        context.clip(beside(curve), 'evenodd');
        paintScene(painter, curve.items, { paths: canvasPaths });
        context.restore();
      }
      const out: Primitive[] = [];
      const seen = inView(marks, camera, view);
      // No frame lies on a sign.
      for (const { mark, on } of seen) if (mark.look === 'piece') framed(out, on, mark, theme);
      for (const { mark, on } of seen) drawMark(out, mark, on, camera.zoom, theme);
      if (curve) {
        drawLetter(out, curve.letter, toScreen(camera, view, curve.letterAt), theme);
      }
      if (current) drawCurrent(out, current, screenBox(camera, view, current.box), camera.zoom, theme);
      if (card) drawCard(out, card, layCard(card, camera, view, lang), theme);
      context.save();
      paintScene(painter, out, { paths: canvasPaths });
      context.restore();
    },
  };
}

/** The band of a curve without the words and faces on it: the curve runs behind them. */
function beside({ band, taken }: OtherCurve): Path2D {
  const path = new Path2D();
  const all = inflate(band, REACH);
  path.rect(all.x, all.y, all.w, all.h);
  for (const box of taken) path.rect(box.x, box.y, box.w, box.h);
  return path;
}

/** The one looked at has a thick ring around its sign. */
function drawCurrent(out: Primitive[], mark: Mark, on: Box, zoom: number, theme: Theme): void {
  const size = signSize(zoom) * 1.25;
  const at = signAt(mark, on, signSize(zoom));
  const r = size * 0.78;
  out.push(
    { type: 'rect', x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r, radius: r, fill: theme.color.paper },
    {
      type: 'rect',
      x: at.x - r,
      y: at.y - r,
      w: 2 * r,
      h: 2 * r,
      radius: r,
      stroke: theme.color.ink,
      strokeWidth: 2.5,
    },
  );
  drawSign(out, mark.sign, { ...at, size }, theme);
}

/** The mark whose sign lies under a point of the view; null where there is none. */
export function markAt(marks: readonly Mark[], at: Point, camera: Camera, view: ViewSize): Mark | null {
  const size = signSize(camera.zoom);
  const hit = inView(marks, camera, view).findLast(({ mark, on }) => {
    const sign = signAt(mark, on, size);
    const reach = { x: size * (mark.look === 'count' ? 1.6 : 0.6), y: size * 0.75 };
    return Math.abs(at.x - sign.x) <= reach.x && Math.abs(at.y - sign.y) <= reach.y;
  });
  return hit?.mark ?? null;
}
