import type { CommonNoteFields } from '../../model/note';
import type { Primitive } from '../../scene/primitives';
import { drawEvidence, drawSeverity, severityWidth } from './footGlyphs';
import type { PieceFrame } from './pieceFrame';
import { disc, icon } from './shapes';
import { baselineOf, textBlock, textLine } from './textBlock';

/** What the foot of a note tells. */
export type FootNote = Pick<CommonNoteFields, 'votes' | 'author' | 'evidence' | 'locked'> & {
  /** 1..5, on notes that have one. */
  readonly severity?: number | null;
  readonly tags?: readonly string[];
};

/** Something in the foot of a note; `draw` gets its left edge and the middle of its row. */
interface FootItem {
  readonly width: number;
  /** True for words (an author): they make the foot a paragraph of its own. */
  readonly isText: boolean;
  draw(out: Primitive[], x: number, middle: number): void;
}

export interface NoteVotes {
  readonly text: string;
  readonly dots: number;
  readonly numberWidth: number;
  readonly width: number;
}

/** What stands under the text of a note: proof, lock, author and severity from the left, votes at the right end. */
export interface NoteFoot {
  readonly rows: readonly (readonly FootItem[])[];
  readonly votes: NoteVotes | null;
  /** Votes beside the text keep their own room; else they stand level with the last row. */
  readonly votesBeside: boolean;
  /** Of the rows and the gap above them; 0 without rows. */
  readonly height: number;
}

/** Between things of one row, as a share of the glyph. */
const GAP = 0.5;
/** Between the votes and what stands left of them. */
const VOTES_GAP = 6;

/** From one dot of a vote to the next, as a share of a dot. */
const DOT_PITCH = 1.25;
/** Dots beside each other are told apart by a ring, as a share of a dot. */
const DOT_RING = 0.19;

/** Width of the votes, or null when there are none. */
export function votesOf(note: FootNote, frame: PieceFrame): NoteVotes | null {
  if (note.votes === 0) return null;
  const { voteDot, voteGap, vote, mostDots } = frame.m.note;
  const text = String(note.votes);
  const dots = Math.min(note.votes, mostDots);
  const numberWidth = frame.measure.width(text, vote.font);
  return { text, dots, numberWidth, width: voteDot * (1 + (dots - 1) * DOT_PITCH) + voteGap + numberWidth };
}

function wordItems(words: string, inner: number, frame: PieceFrame): readonly FootItem[] {
  const { footer } = frame.m.note;
  const ink = frame.theme.noteFooter;
  return textBlock(words, footer, inner, frame).lines.map((line) => ({
    width: line.width,
    isText: true,
    draw: (out, x, middle) => {
      out.push(textLine(line, footer, x, middle - footer.lineHeight / 2 + baselineOf(footer), ink));
    },
  }));
}

function itemsOf(note: FootNote, inner: number, frame: PieceFrame, words: readonly string[]): readonly FootItem[] {
  const { glyph } = frame.m.note;
  const ink = frame.theme.noteFooter;
  const items: FootItem[] = [];
  const { evidence, severity } = note;
  if (evidence) {
    const draw = (out: Primitive[], x: number, middle: number) =>
      drawEvidence(out, evidence, x, middle - glyph / 2, glyph, ink);
    items.push({ width: glyph, isText: false, draw });
  }
  if (note.locked) {
    const size = glyph * 1.2;
    const draw = (out: Primitive[], x: number, middle: number) =>
      out.push(icon('lock-simple-fill', x, middle - size / 2, size, ink));
    items.push({ width: size, isText: false, draw });
  }
  if (note.author && !(note.locked && frame.m.note.lockHidesAuthor))
    items.push(...wordItems(note.author, inner, frame));
  if (severity != null) {
    const draw = (out: Primitive[], x: number, middle: number) => drawSeverity(out, severity, x, middle, glyph, ink);
    items.push({ width: severityWidth(glyph), isText: false, draw });
  }
  for (const each of words) items.push(...wordItems(each, inner, frame));
  for (const tag of note.tags ?? []) items.push(...wordItems(`#${tag}`, inner, frame));
  return items;
}

const rowWidth = (row: readonly FootItem[], gap: number): number =>
  row.reduce((sum, item) => sum + item.width + gap, -gap);

function flow(items: readonly FootItem[], inner: number, gap: number): readonly FootItem[][] {
  const rows: FootItem[][] = [];
  for (const item of items) {
    const row = rows[rows.length - 1];
    if (row && rowWidth(row, gap) + gap + item.width <= inner) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** From the middle of one row to the middle of the next. */
const pitchOf = (frame: PieceFrame): number => Math.max(frame.m.note.glyph, frame.m.note.footer.lineHeight) + 1;

/** Measures the foot for the inner width of the note; `lastLine` is the width of the text's last line, `words` what its place adds. */
export function measureFoot(
  note: FootNote,
  votes: NoteVotes | null,
  room: { readonly inner: number; readonly votesBeside: boolean; readonly lastLine: number },
  frame: PieceFrame,
  words: readonly string[] = [],
): NoteFoot {
  const { glyph, footGap } = frame.m.note;
  const { inner, votesBeside, lastLine } = room;
  const rows = flow(itemsOf(note, inner, frame, words), inner, glyph * GAP) as FootItem[][];
  if (votes) {
    const left = rows.length > 0 ? rowWidth(rows[rows.length - 1] ?? [], glyph * GAP) : votesBeside ? 0 : lastLine;
    if (left > 0 && left + VOTES_GAP + votes.width > inner) rows.push([]);
  }
  const height = rows.length === 0 ? 0 : footGap + glyph + (rows.length - 1) * pitchOf(frame);
  return { rows, votes, votesBeside, height };
}

/** What a note written on the sheet itself shows after its last line: that it is supposed, locked, voted for. */
export interface SideMarks {
  readonly hypothesis: boolean;
  readonly locked: boolean;
  readonly votes: NoteVotes | null;
  /** With the gap before the text; 0 when there are none. */
  readonly width: number;
}

/** Measures the marks beside a note without paper. */
export function sideMarks(note: FootNote, frame: PieceFrame): SideMarks {
  const { glyph } = frame.m.note;
  const votes = votesOf(note, frame);
  const hypothesis = note.evidence === 'hypothesis';
  const step = glyph * (1 + GAP);
  const marks = (hypothesis ? step : 0) + (note.locked ? step : 0) + (votes ? votes.width : 0);
  return { hypothesis, locked: note.locked, votes, width: marks > 0 ? marks + VOTES_GAP : 0 };
}

/** Draws the marks before a right edge, around a middle line. */
export function drawSideMarks(
  out: Primitive[],
  marks: SideMarks,
  right: number,
  middle: number,
  frame: PieceFrame,
): void {
  if (marks.width === 0) return;
  const { glyph, vote, voteDot } = frame.m.note;
  const { color, vote: dot, voteText, isDark } = frame.theme;
  let x = right - marks.width + VOTES_GAP;
  if (marks.hypothesis) {
    drawEvidence(out, 'hypothesis', x, middle - glyph / 2, glyph, color.ink2);
    x += glyph * (1 + GAP);
  }
  if (marks.locked) {
    out.push(icon('lock-simple-fill', x, middle - glyph / 2, glyph, color.ink2));
    x += glyph * (1 + GAP);
  }
  if (!marks.votes) return;
  out.push(disc(x + voteDot / 2, middle, voteDot / 2, isDark ? color.blue : dot));
  const line = { text: marks.votes.text, width: marks.votes.numberWidth };
  const baseline = middle - vote.lineHeight / 2 + baselineOf(vote);
  out.push(textLine(line, vote, right, baseline, isDark ? color.ink : voteText, 'right'));
}

/** True when the foot holds words or figures. */
export const footHasText = ({ rows, votes }: NoteFoot): boolean =>
  votes !== null || rows.some((row) => row.some((item) => item.isText));

/** Draws the foot of a note between its inner left and right edges, above its inner bottom edge. */
export function drawFoot(
  out: Primitive[],
  foot: NoteFoot,
  box: { readonly left: number; readonly right: number; readonly bottom: number },
  frame: PieceFrame,
): void {
  const m = frame.m.note;
  const lastMiddle = box.bottom - m.glyph / 2;
  foot.rows.forEach((row, index) => {
    const middle = lastMiddle - (foot.rows.length - 1 - index) * pitchOf(frame);
    let x = box.left;
    for (const item of row) {
      item.draw(out, x, middle);
      x += item.width + m.glyph * GAP;
    }
  });
  if (!foot.votes) return;
  const level = foot.votesBeside || foot.rows.length === 0 ? box.bottom - m.vote.lineHeight / 2 : lastMiddle;
  drawDots(out, foot.votes.dots, box.right - foot.votes.width, level, frame);
  const line = { text: foot.votes.text, width: foot.votes.numberWidth };
  const baseline = level - m.vote.lineHeight / 2 + baselineOf(m.vote);
  out.push(textLine(line, m.vote, box.right, baseline, frame.theme.voteText, 'right'));
}

/** The dots of a vote from a left edge, around a middle line; several stand on rings. */
function drawDots(out: Primitive[], dots: number, left: number, middle: number, frame: PieceFrame): void {
  const { voteDot, mostDots } = frame.m.note;
  for (let at = 0; at < dots; at++) {
    const x = left + voteDot / 2 + at * voteDot * DOT_PITCH;
    if (mostDots > 1) out.push(disc(x, middle, voteDot * (0.5 + DOT_RING), '#FFFFFF'));
    out.push(disc(x, middle, voteDot / 2, frame.theme.vote));
  }
}
