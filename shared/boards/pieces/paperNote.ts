import type { CommonNoteFields, NoteColor, NoteImage } from '../../model/note';
import type { Box, Color, GroupPrimitive, Primitive } from '../../scene/primitives';
import { typographic } from '../../text/typography';
import { type Drawn, memoryOf, recall } from './layoutMemo';
import { drawFoot, type FootNote, footHasText, measureFoot, type NoteFoot, votesOf } from './noteFoot';
import type { PieceFrame } from './pieceFrame';
import { icon } from './shapes';
import { baselineOf, drawBlock, editBoxOf, type TextBlock, textBlock, textLine } from './textBlock';

/** What is drawn of a note. */
export type PaperNote = FootNote &
  Pick<CommonNoteFields, 'text' | 'color'> & { readonly id: string; readonly image?: NoteImage | null };

/** What a place makes of its notes; one object per look, for measures are remembered by it. */
export interface PaperLook {
  readonly color: NoteColor;
  /** Numbers on tabs at the right end of the band, for things that tie notes together. */
  readonly tabs?: readonly number[];
  /** What else the foot says of a note. */
  readonly words?: (note: PaperNote, frame: PieceFrame) => readonly string[];
}

/** A note on paper, measured: its text, what stands in its foot, its size. */
export interface PaperShape {
  readonly note: PaperNote;
  readonly color: NoteColor;
  readonly width: number;
  readonly height: number;
  readonly text: TextBlock;
  readonly tabs: readonly number[];
  /** Size of the picture above the text; of one that is gone, what says so. */
  readonly image: { readonly w: number; readonly h: number; readonly lost?: TextBlock } | null;
  /** Width the text was broken for. */
  readonly textWidth: number;
  readonly foot: NoteFoot;
}

/** Between the text and votes beside it. */
const VOTES_GAP = 4;

/** Between the picture and the text, as a share of a line. */
const IMAGE_GAP = 0.4;

/** Greatest height of a picture, in lines of text. */
const IMAGE_LINES = 9;

/** A picture is as wide as the text, and never so high that it is all one sees of the note. */
function imageSize(note: PaperNote, inner: number, frame: PieceFrame): PaperShape['image'] {
  if (!note.image) return null;
  const most = Math.min(inner, IMAGE_LINES * frame.m.note.text.lineHeight);
  const scale = Math.min(inner / note.image.width, most / note.image.height);
  const size = { w: note.image.width * scale, h: note.image.height * scale };
  return frame.lost?.has(note.image.asset) ? lostSize(note.image, size.h, inner, frame) : size;
}

/** Around the words that stand for a picture, as a share of a line. */
const LOST_PAD = 0.5;

/** The room of a picture that is gone: its own height, or that of the sign and the words that stand there. */
function lostSize({ alt }: NoteImage, height: number, inner: number, frame: PieceFrame): PaperShape['image'] {
  const { text } = frame.m.note;
  const pad = LOST_PAD * text.lineHeight;
  const said = alt.trim() === '' ? frame.t('common.lostPicture') : frame.t('common.lostPictureOf', { alt: alt.trim() });
  const lost = textBlock(typographic(said, frame.lang), text, inner - 2 * pad, frame);
  return { w: inner, h: Math.max(height, 2.5 * pad + text.lineHeight + lost.height), lost };
}

function measurePaper(note: PaperNote, width: number, frame: PieceFrame, look: PaperLook): PaperShape {
  const m = frame.m.note;
  const [top, right, bottom, left] = m.pad;
  const inner = width - left - right;
  const votes = votesOf(note, frame);
  const votesBeside = votes !== null && width >= m.votesBesideFrom;
  const textWidth = votesBeside ? inner - votes.width - VOTES_GAP : inner;
  const text = textBlock(typographic(note.text, frame.lang), m.text, textWidth, frame);
  const lastLine = text.lines[text.lines.length - 1]?.width ?? 0;
  const foot = measureFoot(note, votes, { inner, votesBeside, lastLine }, frame, look.words?.(note, frame) ?? []);
  const image = imageSize(note, inner, frame);
  const above = image ? image.h + m.text.lineHeight * IMAGE_GAP : 0;
  // A foot leaves the same height to one line of text as to two, so that short notes stand in line with their neighbours.
  const hasMarks = foot.rows.some((row) => row.length > 0);
  const textHeight = hasMarks && !image ? Math.max(text.height, 2 * m.text.lineHeight) : text.height;
  const height = Math.max(m.minHeight, top + above + textHeight + foot.height + bottom);
  return { note, color: note.color ?? look.color, width, height, text, tabs: look.tabs ?? [], image, textWidth, foot };
}

/** The note's shape for a width, remembered while the note is the same. `look` is remembered by its identity; a
 * note that is measured for two widths in one layout needs a `family` for each. */
export function paperShape(
  note: PaperNote,
  width: number,
  frame: PieceFrame,
  look: PaperLook,
  family = 'paper',
): Drawn<PaperShape> {
  const memory = memoryOf<PaperShape>(frame.memo, family);
  return recall(memory, note, look, width, () => measurePaper(note, width, frame, look));
}

/** Hairline and wedge under the bottom edge: relief without any blur. */
function shadow(x: number, y: number, w: number, h: number, depth: number, fill: Color): Primitive {
  const bottom = y + h;
  const edge = [x, bottom - 0.5, x + w, bottom - 0.5];
  const wedge = [
    x + w * 0.99,
    bottom + depth,
    x + w * 0.4,
    bottom + depth / 2,
    x + w * 0.01,
    bottom + 1,
    x,
    bottom + 1,
  ];
  return { type: 'line', closed: true, fill, points: [...edge, ...wedge] };
}

/** Where the tab of a number stands, before a right edge: a square as high as the paper above the text. */
export function tabBox(number: number, right: number, y: number, frame: Pick<PieceFrame, 'm' | 'measure'>): Box {
  const { footer, pad } = frame.m.note;
  const side = pad[0];
  const width = frame.measure.width(String(number), { ...footer.font, weight: 700 });
  const w = Math.max(side * 1.15, width + side * 0.45);
  return { x: right - w, y, w, h: side };
}

/** A number on its tab, light on dark. */
export function drawTab(
  out: Primitive[],
  number: number,
  box: Box,
  frame: Pick<PieceFrame, 'm' | 'measure' | 'theme'>,
): void {
  const { footer } = frame.m.note;
  const style = { font: { ...footer.font, weight: 700 as const }, lineHeight: footer.lineHeight };
  const text = String(number);
  out.push({ type: 'rect', ...box, fill: frame.theme.noteText });
  const baseline = box.y + (box.h - style.lineHeight) / 2 + baselineOf(style);
  const line = { text, width: frame.measure.width(text, style.font) };
  out.push(textLine(line, style, box.x + box.w / 2, baseline, frame.theme.color.gold, 'center'));
}

function tabsGroup(tabs: readonly number[], bounds: Box, frame: PieceFrame): GroupPrimitive {
  const children: Primitive[] = [];
  let right = bounds.x + bounds.w;
  for (const number of [...tabs].reverse()) {
    const box = tabBox(number, right, bounds.y, frame);
    drawTab(children, number, box, frame);
    right = box.x - box.h * 0.2;
  }
  const x = right + frame.m.note.pad[0] * 0.2;
  return {
    type: 'group',
    role: 'p',
    bounds: { x, y: bounds.y, w: bounds.x + bounds.w - x, h: frame.m.note.pad[0] },
    children,
  };
}

/** A note that is still supposed shows it from afar. */
function dashedOutline(box: Box, frame: PieceFrame): Primitive {
  const width = frame.isPoster ? 2.5 : 1.5;
  return {
    type: 'rect',
    x: box.x + width / 2,
    y: box.y + width / 2,
    w: box.w - width,
    h: box.h - width,
    stroke: frame.theme.noteText,
    strokeWidth: width,
    dash: [width * 3, width * 2],
    opacity: 0.55,
  };
}

/** Adds the picture in the middle of its room; answers how far it pushes the text down. */
function drawImage(
  out: Primitive[],
  { note, image }: PaperShape,
  left: number,
  top: number,
  inner: number,
  frame: PieceFrame,
): number {
  if (!image || !note.image) return 0;
  const { asset, alt } = note.image;
  if (image.lost) drawLost(out, image.lost, { x: left, y: top, w: image.w, h: image.h }, frame);
  else out.push({ type: 'image', x: left + (inner - image.w) / 2, y: top, w: image.w, h: image.h, asset, alt });
  return image.h + frame.m.note.text.lineHeight * IMAGE_GAP;
}

/** The place of a picture that is gone: a sign and words in a frame. */
function drawLost(out: Primitive[], words: TextBlock, box: Box, frame: PieceFrame): void {
  const { noteText } = frame.theme;
  const sign = words.style.lineHeight;
  const pad = LOST_PAD * sign;
  const line = sign * 0.06;
  const top = box.y + (box.h - sign - pad / 2 - words.height) / 2;
  const centre = box.x + box.w / 2;
  const edge = { x: box.x + line / 2, y: box.y + line / 2, w: box.w - line, h: box.h - line };
  out.push({ type: 'rect', ...edge, stroke: noteText, strokeWidth: line });
  out.push(icon('warning', centre - sign / 2, top, sign, noteText));
  drawBlock(out, words, centre, top + sign + pad / 2, noteText, 'center');
}

/** Paper, band and words of a note: what is hit and selected. */
function paperGroup(shape: PaperShape, bounds: Box, frame: PieceFrame): GroupPrimitive {
  const m = frame.m.note;
  const { x, y, w, h } = bounds;
  const { note, text, foot } = shape;
  const paper = frame.theme.note[shape.color];
  const [padTop, padRight, padBottom, padLeft] = m.pad;
  const left = x + padLeft;
  const children: Primitive[] = [
    { type: 'rect', x, y, w, h, fill: paper.fill },
    { type: 'rect', x, y, w, h: m.band, fill: paper.band },
  ];
  if (note.evidence === 'hypothesis') children.push(dashedOutline(bounds, frame));
  if (shape.tabs.length > 0) children.push(tabsGroup(shape.tabs, bounds, frame));
  const isTwoParagraphs = footHasText(foot) || shape.tabs.length > 0;
  const words: Primitive[] = isTwoParagraphs ? [] : children;
  const textTop = y + padTop + drawImage(words, shape, left, y + padTop, w - padLeft - padRight, frame);
  drawBlock(words, text, left, textTop, frame.theme.noteText);
  const below: Primitive[] = isTwoParagraphs ? [] : children;
  drawFoot(below, foot, { left, right: x + w - padRight, bottom: y + h - padBottom }, frame);
  if (isTwoParagraphs) {
    children.push({ type: 'group', role: 'p', bounds, children: words });
    children.push({ type: 'group', role: 'p', bounds, children: below });
  }
  const target = { kind: 'note', id: note.id };
  const role = isTwoParagraphs ? {} : ({ role: 'p' } as const);
  if (frame.isPoster) return { type: 'group', ...role, target, bounds, children };
  const box = { x: left, y: textTop, w: shape.textWidth };
  const editBox = editBoxOf(text, box, note.text, frame.theme.noteText, { background: paper.fill });
  return { type: 'group', ...role, target, bounds, children, editBox };
}

/** What is painted of a note. The shadow reaches below the paper: it belongs to that, not to what is selected. */
export const paperBounds = (
  { width }: PaperShape,
  x: number,
  y: number,
  frame: Pick<PieceFrame, 'm'>,
  height: number,
): Box => ({ x, y, w: width, h: height + frame.m.note.shadow });

/** A note: paper, adhesive band, wedge shadow, text, foot; `height` stretches it to its neighbours'. */
export function drawPaper(
  shape: PaperShape,
  x: number,
  y: number,
  frame: PieceFrame,
  height = shape.height,
): GroupPrimitive {
  const { width: w } = shape;
  const h = height;
  const { shadow: depth } = frame.m.note;
  return {
    type: 'group',
    bounds: paperBounds(shape, x, y, frame, h),
    children: [shadow(x, y, w, h, depth, frame.theme.noteShadow), paperGroup(shape, { x, y, w, h }, frame)],
  };
}
