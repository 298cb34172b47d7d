import type { NoteColor } from '../../../model/note';
import type { Box, Color, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import type { Note } from '../model';
import { type Drawn, type MapFrame, memoryOf, recall } from './frame';
import { drawFoot, footHasText, measureFoot, type NoteFoot, votesOf } from './noteFoot';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from './textBlock';

/** A note on paper, measured: its text, what stands in its foot, its size. */
export interface PaperShape {
  readonly note: Note;
  readonly color: NoteColor;
  readonly width: number;
  readonly height: number;
  readonly text: TextBlock;
  /** Width the text was broken for. */
  readonly textWidth: number;
  readonly foot: NoteFoot;
}

/** Between the text and votes beside it. */
const VOTES_GAP = 4;

function measurePaper(note: Note, width: number, frame: MapFrame, color: NoteColor): PaperShape {
  const m = frame.m.note;
  const [top, right, bottom, left] = m.pad;
  const inner = width - left - right;
  const votes = votesOf(note, frame);
  const votesBeside = votes !== null && width >= m.votesBesideFrom;
  const textWidth = votesBeside ? inner - votes.width - VOTES_GAP : inner;
  const text = textBlock(typographic(note.text, frame.lang), m.text, textWidth, frame);
  const lastLine = text.lines[text.lines.length - 1]?.width ?? 0;
  const foot = measureFoot(note, votes, { inner, votesBeside, lastLine }, frame);
  // A foot leaves the same height to one line of text as to two, so that short notes stand in line with their neighbours.
  const hasMarks = foot.rows.some((row) => row.length > 0);
  const textHeight = hasMarks ? Math.max(text.height, 2 * m.text.lineHeight) : text.height;
  const height = Math.max(m.minHeight, top + textHeight + foot.height + bottom);
  return { note, color, width, height, text, textWidth, foot };
}

/** The note's shape for a width, remembered while the note is the same. `variant` stands for the lane's default colour. */
export function paperShape(
  note: Note,
  width: number,
  frame: MapFrame,
  lane: { readonly color: NoteColor },
): Drawn<PaperShape> {
  const memory = memoryOf<PaperShape>(frame.memo, 'paper');
  return recall(memory, note, lane, width, () => measurePaper(note, width, frame, note.color ?? lane.color));
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

/** A note that is still supposed shows it from afar. */
function dashedOutline(box: Box, frame: MapFrame): Primitive {
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

/** Paper, band and words of a note: what is hit and selected. */
function paperGroup(shape: PaperShape, bounds: Box, frame: MapFrame): GroupPrimitive {
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
  const isTwoParagraphs = footHasText(foot);
  const words: Primitive[] = isTwoParagraphs ? [] : children;
  drawBlock(words, text, left, y + padTop, frame.theme.noteText);
  const below: Primitive[] = isTwoParagraphs ? [] : children;
  drawFoot(below, foot, { left, right: x + w - padRight, bottom: y + h - padBottom }, frame);
  if (isTwoParagraphs) {
    children.push({ type: 'group', role: 'p', bounds, children: words });
    children.push({ type: 'group', role: 'p', bounds, children: below });
  }
  const target = { kind: 'note', id: note.id };
  const role = isTwoParagraphs ? {} : ({ role: 'p' } as const);
  if (frame.isPoster) return { type: 'group', ...role, target, bounds, children };
  const box = { x: left, y: y + padTop, w: shape.textWidth };
  const editBox = editBoxOf(text, box, note.text, frame.theme.noteText, { background: paper.fill });
  return { type: 'group', ...role, target, bounds, children, editBox };
}

/** A note: paper, adhesive band, wedge shadow, text, foot. */
export function drawPaper(shape: PaperShape, x: number, y: number, frame: MapFrame): GroupPrimitive {
  const { width: w, height: h } = shape;
  const { shadow: depth } = frame.m.note;
  // The shadow reaches below the paper: it belongs to what is painted, not to what is selected.
  return {
    type: 'group',
    bounds: { x, y, w, h: h + depth },
    children: [shadow(x, y, w, h, depth, frame.theme.noteShadow), paperGroup(shape, { x, y, w, h }, frame)],
  };
}
