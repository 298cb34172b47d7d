import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import type { Drawn } from '../../pieces/layoutMemo';
import { placed } from '../../pieces/layoutMemo';
import { shownNotes } from '../../pieces/noteFilter';
import type { Pad } from '../../pieces/textStyle';
import type { Lane, Note } from '../model';
import { STEP_LANES } from '../model';
import { notesIn } from '../order';
import type { CellPlace } from '../targets';
import type { StageColumn } from './columns';
import type { MapFrame, Row } from './frame';
import { lanePaper } from './lanePapers';
import { cellAreas, headHeight, laneHead, promptBlock, promptGroup, rowBase } from './rowParts';

/** How the notes of one kind of row are measured and drawn. */
export interface NoteKit<Shape extends { readonly height: number }> {
  readonly pad: Pad;
  readonly gap: number;
  /** Rows of one line: the name stands in the middle. */
  readonly centered: boolean;
  /** Notes side by side in one wide stage: one more for every so many scene units. */
  readonly columnEvery: number;
  measure(note: Note, width: number): Drawn<Shape>;
  draw(shape: Shape, x: number, y: number): GroupPrimitive;
}

interface PlacedNote<Shape> {
  readonly drawn: Drawn<Shape>;
  readonly x: number;
  /** From the top of the row. */
  readonly top: number;
  /** Height of the cell it stands in, inner margins included. */
  readonly cell: number;
}

/** Adds notes side by side, row after row, each row as high as its highest; answers where the next one may start. */
function fill<Shape extends { readonly height: number }>(
  into: PlacedNote<Shape>[],
  notes: readonly Note[],
  kit: NoteKit<Shape>,
  area: { readonly x: number; readonly w: number; readonly top: number },
): number {
  const [, right, , left] = kit.pad;
  const inner = area.w - left - right;
  const most = Math.max(1, Math.floor((area.w + 1) / kit.columnEvery));
  const count = Math.max(1, Math.min(most, notes.length));
  const width = (inner - (count - 1) * (left + right)) / count;
  let top = area.top;
  let highest = 0;
  notes.forEach((note, index) => {
    const column = index % count;
    if (column === 0 && index > 0) {
      top += highest + kit.gap;
      highest = 0;
    }
    const drawn = kit.measure(note, width);
    highest = Math.max(highest, drawn.shape.height);
    into.push({ drawn, x: area.x + left + column * (width + left + right), top, cell: 0 });
  });
  return notes.length === 0 ? area.top : top + highest + kit.gap;
}

/** Notes of a cell that the view shows. */
const shownIn = (place: CellPlace, lane: Lane, frame: MapFrame): readonly Note[] =>
  shownNotes(notesIn(frame.doc, place), frame.filter, () => lanePaper(lane.kind));

/** Places the notes of a stage: those that span it, then those of each step under one another in its column. */
function stageNotes<Shape extends { readonly height: number }>(
  into: PlacedNote<Shape>[],
  lane: Lane,
  column: StageColumn,
  frame: MapFrame,
  kit: NoteKit<Shape>,
): number {
  const place = { laneId: lane.id, stageId: column.stage.id };
  const line = frame.m.line;
  const wide = { x: column.x + line, w: column.w - line, top: kit.pad[0] };
  const spanEnd = fill(into, shownIn({ ...place, stepId: null }, lane, frame), kit, wide);
  let end = spanEnd;
  for (const step of column.steps) {
    const notes = shownIn({ ...place, stepId: step.step.id }, lane, frame);
    if (notes.length === 0) continue;
    const own = { ...kit, columnEvery: Number.POSITIVE_INFINITY };
    end = Math.max(end, fill(into, notes, own, { x: step.x, w: step.w, top: spanEnd }));
  }
  return end;
}

/** A row of notes: as high as its highest cell. */
export function noteLane<Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
): Row {
  const notes: PlacedNote<Shape>[] = [];
  let end = 0;
  for (const column of frame.columns.stages) {
    const own: PlacedNote<Shape>[] = [];
    const cellEnd = stageNotes(own, lane, column, frame, kit);
    for (const note of own) notes.push({ ...note, cell: cellEnd - kit.gap + kit.pad[2] });
    end = Math.max(end, cellEnd);
  }
  const isEmpty = notes.length === 0;
  const prompt =
    isEmpty && !frame.isPoster && !frame.filter
      ? promptBlock(lane, frame, kit.pad).height + kit.pad[0] + kit.pad[2]
      : 0;
  const content = isEmpty ? prompt : end - kit.gap + kit.pad[2];
  const height = Math.max(headHeight(lane, frame, kit.centered ? kit.pad : undefined), content + frame.m.line);
  return {
    lane,
    height,
    isEmotion: false,
    isBlank: isEmpty,
    draw: (out, y, h) => drawRow(out, lane, frame, kit, notes, y, h),
  };
}

function drawRow<Shape extends { readonly height: number }>(
  out: Primitive[],
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
  notes: readonly PlacedNote<Shape>[],
  y: number,
  h: number,
): void {
  out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h, { centered: kit.centered }));
  cellAreas(out, lane, frame, { y, h }, STEP_LANES.has(lane.kind) ? 'step' : 'stage');
  const prompt = notes.length === 0 && !frame.filter ? promptGroup(lane, frame, y + kit.pad[0], kit.pad) : null;
  if (prompt) out.push(prompt);
  const draw = kit.draw;
  for (const { drawn, x, top, cell } of notes) {
    const shift = kit.centered ? (h - frame.m.line - cell) / 2 : 0;
    out.push(placed(drawn, x, y + top + shift, draw));
  }
}
