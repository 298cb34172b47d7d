import type { NoteColor } from '../../../model/note';
import type { Box, Color, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import type { Note } from '../model';
import { drawEvidence, drawSeverity } from './footGlyphs';
import { type Drawn, type MapFrame, memoryOf, recall } from './frame';
import type { JourneyMetrics } from './metrics';
import { disc, icon } from './shapes';
import { baselineOf, drawBlock, editBoxOf, type TextBlock, textBlock, textLine } from './textBlock';

/** A note on paper, measured: its text, what stands in its foot, its size. */
export interface PaperShape {
  readonly note: Note;
  readonly color: NoteColor;
  readonly width: number;
  readonly height: number;
  readonly text: TextBlock;
  readonly votes: { readonly text: string; readonly numberWidth: number; readonly width: number } | null;
  readonly author: { readonly text: string; readonly width: number } | null;
}

type NoteMetrics = JourneyMetrics['note'];

/** True when the foot of the note carries a row on its left: proof, author, severity or a lock. */
const hasFootRow = (note: Note): boolean =>
  note.evidence !== null || note.author !== '' || note.severity !== null || note.locked;

function votesOf(note: Note, frame: MapFrame): PaperShape['votes'] {
  if (note.votes === 0) return null;
  const { voteDot, voteGap, vote } = frame.m.note;
  const text = String(note.votes);
  const numberWidth = frame.measure.width(text, vote.font);
  return { text, numberWidth, width: voteDot + voteGap + numberWidth };
}

function heightOf(note: Note, text: TextBlock, inner: number, votes: PaperShape['votes'], m: NoteMetrics): number {
  const [top, , bottom] = m.pad;
  const last = text.lines[text.lines.length - 1]?.width ?? 0;
  const votesUnder = votes !== null && !m.votesBeside && last + 6 + votes.width > inner;
  if (!hasFootRow(note)) return Math.max(m.minHeight, top + text.height + (votesUnder ? m.voteDot + 2 : 0) + bottom);
  // A foot leaves the same height to one line of text as to two, so that short notes stand in line with their neighbours.
  return top + Math.max(text.height, 2 * m.text.lineHeight) + m.footGap + m.glyph + bottom;
}

function measurePaper(note: Note, width: number, frame: MapFrame, color: NoteColor): PaperShape {
  const m = frame.m.note;
  const [, right, , left] = m.pad;
  const inner = width - left - right;
  const votes = votesOf(note, frame);
  const beside = votes && m.votesBeside ? votes.width + 4 : 0;
  const text = textBlock(typographic(note.text, frame.lang), m.text, inner - beside, frame);
  const author = note.author ? { text: note.author, width: frame.measure.width(note.author, m.footer.font) } : null;
  return { note, color, width, height: heightOf(note, text, inner, votes, m), text, votes, author };
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
  return {
    type: 'line',
    closed: true,
    fill,
    points: [
      x,
      bottom - 0.5,
      x + w,
      bottom - 0.5,
      x + w * 0.99,
      bottom + depth,
      x + w * 0.4,
      bottom + depth / 2,
      x + w * 0.01,
      bottom + 1,
      x,
      bottom + 1,
    ],
  };
}

function drawVotes(out: Primitive[], shape: PaperShape, x: number, y: number, frame: MapFrame): void {
  if (!shape.votes) return;
  const m = frame.m.note;
  const right = x + shape.width - m.pad[1];
  const top = y + shape.height - m.pad[2] - m.vote.lineHeight;
  const middle = top + m.vote.lineHeight / 2;
  out.push(disc(right - shape.votes.width + m.voteDot / 2, middle, m.voteDot / 2, frame.theme.vote));
  const line = { text: shape.votes.text, width: shape.votes.numberWidth };
  out.push(textLine(line, m.vote, right, top + baselineOf(m.vote), frame.theme.voteText, 'right'));
}

/** Proof, author, severity and lock, from the bottom left corner. */
function drawFoot(out: Primitive[], shape: PaperShape, x: number, y: number, frame: MapFrame): void {
  const { note } = shape;
  if (!hasFootRow(note)) return;
  const m = frame.m.note;
  const ink = frame.theme.noteFooter;
  const gap = m.glyph * 0.5;
  const bottom = y + shape.height - m.pad[2];
  let at = x + m.pad[3];
  if (note.evidence) {
    drawEvidence(out, note.evidence, at, bottom - m.glyph, m.glyph, ink);
    at += m.glyph + gap;
  }
  if (note.locked) {
    out.push(icon('lock-simple-fill', at, bottom - m.glyph * 1.1, m.glyph * 1.2, ink));
    at += m.glyph * 1.2 + gap;
  }
  if (shape.author) {
    const baseline = bottom - m.glyph / 2 - m.footer.lineHeight / 2 + baselineOf(m.footer);
    out.push(textLine(shape.author, m.footer, at, baseline, ink));
    at += shape.author.width + gap;
  }
  if (note.severity !== null) drawSeverity(out, note.severity, at, bottom - m.glyph / 2, m.glyph, ink);
}

/** A note: paper, adhesive band, wedge shadow, text, foot. */
export function drawPaper(shape: PaperShape, x: number, y: number, frame: MapFrame): GroupPrimitive {
  const m = frame.m.note;
  const { note, width: w, height: h } = shape;
  const paper = frame.theme.note[shape.color];
  const bounds: Box = { x, y, w, h };
  const textTop = y + m.pad[0];
  const textLeft = x + m.pad[3];
  const children: Primitive[] = [
    { type: 'rect', x, y, w, h, fill: paper.fill },
    { type: 'rect', x, y, w, h: m.band, fill: paper.band },
  ];
  if (note.evidence === 'hypothesis') children.push(dashedOutline(bounds, frame));
  const hasFoot = shape.votes !== null || shape.author !== null;
  const lines: Primitive[] = hasFoot ? [] : children;
  drawBlock(lines, shape.text, textLeft, textTop, frame.theme.noteText);
  const foot: Primitive[] = hasFoot ? [] : children;
  drawFoot(foot, shape, x, y, frame);
  drawVotes(foot, shape, x, y, frame);
  if (hasFoot) {
    children.push(
      { type: 'group', role: 'p', bounds, children: lines },
      { type: 'group', role: 'p', bounds, children: foot },
    );
  }
  const textWidth = w - m.pad[1] - m.pad[3] - (shape.votes && m.votesBeside ? shape.votes.width + 4 : 0);
  const paperGroup: GroupPrimitive = {
    type: 'group',
    ...(hasFoot ? {} : { role: 'p' as const }),
    target: { kind: 'note', id: note.id },
    bounds,
    children,
    ...(frame.isPoster
      ? {}
      : {
          editBox: editBoxOf(shape.text, { x: textLeft, y: textTop, w: textWidth }, note.text, frame.theme.noteText, {
            background: paper.fill,
          }),
        }),
  };
  // The shadow reaches below the paper: it belongs to what is painted, not to what is selected.
  return {
    type: 'group',
    bounds: { x, y, w, h: h + m.shadow },
    children: [shadow(x, y, w, h, m.shadow, frame.theme.noteShadow), paperGroup],
  };
}

/** A note that is still supposed shows it from afar. */
const dashedOutline = (box: Box, frame: MapFrame): Primitive => {
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
};
