import type { Box, Primitive } from '../../../scene/primitives';
import { type Drawn, placed, stable } from '../../pieces/layoutMemo';
import { drawPaper, type PaperShape } from '../../pieces/paperNote';
import type { EmpathyNote } from '../model';
import { type FlowItem, flowOf } from '../order';
import { type ClusterBox, drawCluster, measureCluster } from './cluster';
import type { EmpathyFrame } from './frame';
import { measureNote } from './looks';

/** Where the notes of a zone flow: columns of one width from a left edge. Heights count from the top of the zone's notes. */
export interface FlowRoom {
  readonly x: number;
  readonly w: number;
  /** Width in which notes can be put by hand, where the flow takes less of it. */
  readonly reach?: number;
  readonly columns: number;
  readonly gapX: number;
  readonly gapY: number;
  /** Least height of a row. */
  readonly row: number;
  /** What no note may touch; heights count like those of the notes. */
  readonly blocked: readonly Box[];
  /** A last note alone in its row takes two columns when it needs three lines otherwise. */
  readonly wideLast: boolean;
  /** Hand-placed notes stand where somebody put them. */
  readonly places: boolean;
}

interface FlowedNote {
  readonly drawn: Drawn<PaperShape>;
  readonly x: number;
  readonly y: number;
  readonly h: number;
}

/** The notes of a zone, each in its place. */
export interface Flowed {
  readonly height: number;
  readonly notes: readonly FlowedNote[];
  readonly clusters: readonly { readonly box: ClusterBox; readonly x: number; readonly y: number }[];
}

/** How many columns of notes a width has room for, at least one. */
export const columnsIn = (width: number, { m }: Pick<EmpathyFrame, 'm'>): number =>
  Math.max(1, Math.floor((width + m.flow.gapX + 0.01) / (m.flow.least + m.flow.gapX)));

/** Columns for a number of notes that lets them share few rows evenly, none wider than a note should be. */
export function evenColumns(count: number, width: number, frame: Pick<EmpathyFrame, 'm'>) {
  const { gapX, most } = frame.m.flow;
  const room = columnsIn(width, frame);
  const rows = Math.max(1, Math.ceil(count / room));
  const columns = Math.max(1, Math.min(room, Math.ceil(count / rows)));
  const column = Math.min(most, (width - (columns - 1) * gapX) / columns);
  return { columns, w: columns * column + (columns - 1) * gapX };
}

const touches = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Something measured for the columns it takes. */
type Measured =
  | { readonly kind: 'note'; readonly span: number; readonly h: number; readonly drawn: Drawn<PaperShape> }
  | { readonly kind: 'cluster'; readonly span: number; readonly h: number; readonly box: ClusterBox };

const columnWidth = (room: FlowRoom): number => (room.w - (room.columns - 1) * room.gapX) / room.columns;
const spanWidth = (room: FlowRoom, span: number): number => span * columnWidth(room) + (span - 1) * room.gapX;

function measureItem(item: FlowItem, room: FlowRoom, frame: EmpathyFrame): Measured {
  if (item.kind === 'note') {
    const drawn = measureNote(item.note, columnWidth(room), frame);
    return { kind: 'note', span: 1, h: drawn.shape.height, drawn };
  }
  const span = item.cluster.folded ? 1 : Math.min(room.columns, item.notes.length);
  const box = measureCluster(item.cluster, item.notes, spanWidth(room, span), span, frame);
  return { kind: 'cluster', span, h: box.height, box };
}

/** First column from `from` on where so many columns are free at this height; -1 where none is. */
function freeColumn(room: FlowRoom, from: number, span: number, y: number, h: number): number {
  for (let column = from; column + span <= room.columns; column++) {
    const x = room.x + column * (columnWidth(room) + room.gapX);
    const box = { x, y, w: spanWidth(room, span), h };
    if (!room.blocked.some((other) => touches(box, other))) return column;
  }
  return -1;
}

interface PlannedRow {
  readonly y: number;
  readonly height: number;
  readonly cells: readonly { readonly item: Measured; readonly column: number }[];
}

/** As many items as fit side by side at this height, the row as high as the highest of them. */
function fillRow(items: readonly Measured[], start: number, room: FlowRoom, y: number): PlannedRow | null {
  let height = room.row;
  for (let tries = 0; ; tries++) {
    const cells: { readonly item: Measured; readonly column: number }[] = [];
    let column = 0;
    let highest = room.row;
    for (let at = start; at < items.length; at++) {
      const item = items[at];
      if (!item) break;
      const free = freeColumn(room, column, item.span, y, Math.max(height, item.h));
      if (free < 0) break;
      cells.push({ item, column: free });
      column = free + item.span;
      highest = Math.max(highest, item.h);
    }
    if (cells.length === 0) return null;
    // A row that grew may touch something now: look again with its real height. It only ever grows.
    if (highest <= height || room.blocked.length === 0 || tries > items.length)
      return { y, height: Math.max(height, highest), cells };
    height = highest;
  }
}

/** Where the next row may start when nothing fits at this height: under the nearest obstacle that ends below it. */
function under(room: FlowRoom, y: number): number {
  const ends = room.blocked.map((box) => box.y + box.h).filter((end) => end > y);
  return ends.length > 0 ? Math.min(...ends) : y + room.row;
}

function rowsOf(items: readonly Measured[], room: FlowRoom): readonly PlannedRow[] {
  const rows: PlannedRow[] = [];
  let y = 0;
  let at = 0;
  while (at < items.length) {
    const row = fillRow(items, at, room, y);
    if (!row) {
      y = under(room, y);
      continue;
    }
    rows.push(row);
    at += row.cells.length;
    y += row.height + room.gapY;
  }
  return rows;
}

/** The last note across two columns, where that spares it a third line. */
function widened(row: PlannedRow, room: FlowRoom, frame: EmpathyFrame): { drawn: Drawn<PaperShape>; h: number } | null {
  const [cell] = row.cells;
  if (!room.wideLast || room.columns < 2 || row.cells.length !== 1 || cell?.item.kind !== 'note') return null;
  const { shape } = cell.item.drawn;
  if (shape.text.lines.length < 3 || shape.image) return null;
  const note = shape.note as EmpathyNote;
  const wide = measureNote(note, spanWidth(room, 2), frame, 'wide');
  const least = Math.max(wide.shape.height, room.row - frame.m.note.text.lineHeight);
  const isFree = freeColumn(room, 0, 2, row.y, least) === 0;
  if (isFree && wide.shape.text.lines.length < shape.text.lines.length) return { drawn: wide, h: least };
  return null;
}

function handPlaced(notes: readonly EmpathyNote[], room: FlowRoom, frame: EmpathyFrame): readonly FlowedNote[] {
  if (!room.places) return [];
  const unit = frame.m.unit;
  return notes.flatMap((note) => {
    if (!note.place || (note.clusterId && frame.doc.clusters[note.clusterId])) return [];
    const drawn = measureNote(note, Math.min(columnWidth(room), frame.m.flow.most), frame);
    const { width, height } = drawn.shape;
    const x = room.x + note.place.x * Math.max(0, (room.reach ?? room.w) - width);
    return { drawn, x, y: note.place.y * unit, h: height };
  });
}

/**
 * Lets notes flow through a room, and puts those that were placed by hand on top. While the notes of a list, its room and the groups
 * are the same, so is the result. `key` tells the lists of one layout apart.
 */
export function flowNotes(key: string, notes: readonly EmpathyNote[], room: FlowRoom, frame: EmpathyFrame): Flowed {
  const { x, w, reach, columns, gapX, gapY, row, blocked, wideLast, places } = room;
  const { clusters, findings } = frame.doc;
  const around = blocked.flatMap((box) => [box.x, box.y, box.w, box.h]);
  const dependencies = [notes, clusters, findings, x, w, reach, columns, gapX, gapY, row, wideLast, places, ...around];
  return stable(frame.memo, `flow/${key}`, dependencies, () => flowed(notes, room, frame));
}

function flowed(notes: readonly EmpathyNote[], room: FlowRoom, frame: EmpathyFrame): Flowed {
  const items = flowOf(frame.doc, notes, { placed: room.places }).map((item) => measureItem(item, room, frame));
  const rows = rowsOf(items, room);
  const placedNotes: FlowedNote[] = [];
  const clusters: { box: ClusterBox; x: number; y: number }[] = [];
  let end = 0;
  rows.forEach((row, index) => {
    const wide = index === rows.length - 1 ? widened(row, room, frame) : null;
    if (wide) {
      placedNotes.push({ drawn: wide.drawn, x: room.x, y: row.y, h: wide.h });
      end = Math.max(end, row.y + wide.h);
      return;
    }
    for (const { item, column } of row.cells) {
      const x = room.x + column * (columnWidth(room) + room.gapX);
      if (item.kind === 'note') placedNotes.push({ drawn: item.drawn, x, y: row.y, h: row.height });
      else clusters.push({ box: item.box, x, y: row.y });
    }
    end = Math.max(end, row.y + row.height);
  });
  const byHand = handPlaced(notes, room, frame);
  for (const note of byHand) end = Math.max(end, note.y + note.h);
  return { height: end, notes: [...placedNotes, ...byHand], clusters };
}

/** Draws what flowed, its top at `y`. */
export function drawFlowed(out: Primitive[], flowed: Flowed, y: number, frame: EmpathyFrame): void {
  for (const { box, x, y: top } of flowed.clusters) drawCluster(out, box, x, y + top, frame);
  for (const { drawn, x, y: top, h } of flowed.notes) out.push(drawnNote(drawn, x, y + top, h, frame));
}

/** The group of a note at a place, stretched to a height; the same object while nothing moved. */
export const drawnNote = (drawn: Drawn<PaperShape>, x: number, y: number, h: number, frame: EmpathyFrame) =>
  placed(drawn, x, y, (shape, left, top, height) => drawPaper(shape, left, top, frame, height), h);
