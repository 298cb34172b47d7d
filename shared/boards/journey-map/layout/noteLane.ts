import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import type { Drawn, FrameMemo } from '../../pieces/layoutMemo';
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
  /** What notes of this kit look like: what was placed for another look is placed anew. */
  readonly look: { readonly name: string; readonly style: object };
  measure(note: Note, width: number): Drawn<Shape>;
  draw(shape: Shape, x: number, y: number): GroupPrimitive;
}

interface PlacedNote<Shape> {
  readonly drawn: Drawn<Shape>;
  readonly x: number;
  /** From the top of the row. */
  readonly top: number;
}

/** The notes of one list where they stand in their row. */
interface PlacedList<Shape> {
  readonly notes: readonly PlacedNote<Shape>[];
  /** Where the next note may start. */
  readonly end: number;
}

/** The notes of one stage in a row. */
interface PlacedCell<Shape> {
  readonly lists: readonly PlacedList<Shape>[];
  /** Height of the cell, inner margins included. */
  readonly height: number;
}

interface Area {
  readonly x: number;
  readonly w: number;
  readonly top: number;
}

/** Places notes side by side, row after row, each row as high as its highest. */
function filled<Shape extends { readonly height: number }>(
  notes: readonly Note[],
  kit: NoteKit<Shape>,
  area: Area,
): PlacedList<Shape> {
  const [, right, , left] = kit.pad;
  const inner = area.w - left - right;
  const most = Math.max(1, Math.floor((area.w + 1) / kit.columnEvery));
  const count = Math.max(1, Math.min(most, notes.length));
  const width = (inner - (count - 1) * (left + right)) / count;
  let top = area.top;
  let highest = 0;
  const placed = notes.map((note, index): PlacedNote<Shape> => {
    const column = index % count;
    if (column === 0 && index > 0) {
      top += highest + kit.gap;
      highest = 0;
    }
    const drawn = kit.measure(note, width);
    highest = Math.max(highest, drawn.shape.height);
    return { drawn, x: area.x + left + column * (width + left + right), top };
  });
  return { notes: placed, end: notes.length === 0 ? area.top : top + highest + kit.gap };
}

interface KnownList {
  readonly kit: string;
  readonly look: object;
  readonly area: Area;
  readonly placed: PlacedList<{ readonly height: number }>;
}

const known = new WeakMap<FrameMemo, WeakMap<readonly Note[], KnownList>>();

/** Like `filled`, remembered: the list of a cell stays the same object while its notes do. */
function fill<Shape extends { readonly height: number }>(
  notes: readonly Note[],
  kit: NoteKit<Shape>,
  area: Area,
  memo: FrameMemo,
): PlacedList<Shape> {
  if (notes.length === 0) return { notes: [], end: area.top };
  const lists = known.get(memo) ?? new WeakMap<readonly Note[], KnownList>();
  known.set(memo, lists);
  const key = [kit.look.name, kit.columnEvery, kit.gap, ...kit.pad].join(' ');
  const last = lists.get(notes);
  if (last && last.kit === key && last.look === kit.look.style && sameArea(last.area, area)) {
    // A look has one kind of shape.
    return last.placed as PlacedList<Shape>;
  }
  const placed = filled(notes, kit, area);
  lists.set(notes, { kit: key, look: kit.look.style, area, placed });
  return placed;
}

const sameArea = (a: Area, b: Area): boolean => a.x === b.x && a.w === b.w && a.top === b.top;

/** Notes of a cell that the view shows. */
const shownIn = (place: CellPlace, lane: Lane, frame: MapFrame): readonly Note[] =>
  shownNotes(notesIn(frame.doc, place), frame.filter, () => lanePaper(lane.kind));

/** Places the notes of a stage: those that span it, then those of each step under one another in its column. */
function stageNotes<Shape extends { readonly height: number }>(
  lane: Lane,
  column: StageColumn,
  frame: MapFrame,
  kit: NoteKit<Shape>,
): { readonly lists: readonly PlacedList<Shape>[]; readonly end: number } {
  const place = { laneId: lane.id, stageId: column.stage.id };
  const line = frame.m.line;
  const wide = { x: column.x + line, w: column.w - line, top: kit.pad[0] };
  const span = fill(shownIn({ ...place, stepId: null }, lane, frame), kit, wide, frame.memo);
  const own = { ...kit, columnEvery: Number.POSITIVE_INFINITY };
  const steps = column.steps.map((step) =>
    fill(
      shownIn({ ...place, stepId: step.step.id }, lane, frame),
      own,
      { x: step.x, w: step.w, top: span.end },
      frame.memo,
    ),
  );
  const lists = [span, ...steps].filter(({ notes }) => notes.length > 0);
  return { lists, end: Math.max(span.end, ...lists.map(({ end }) => end)) };
}

/** A row of notes: as high as its highest cell. */
export function noteLane<Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
): Row {
  const cells = frame.columns.stages.map((column): PlacedCell<Shape> & { readonly end: number } => {
    const { lists, end } = stageNotes(lane, column, frame, kit);
    return { lists, end, height: end - kit.gap + kit.pad[2] };
  });
  const isEmpty = cells.every(({ lists }) => lists.length === 0);
  const end = Math.max(0, ...cells.map((cell) => cell.end));
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
    draw: (out, y, h) => drawRow(out, lane, frame, kit, isEmpty ? [] : cells, y, h),
  };
}

function drawRow<Shape extends { readonly height: number }>(
  out: Primitive[],
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
  cells: readonly PlacedCell<Shape>[],
  y: number,
  h: number,
): void {
  out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h, { centered: kit.centered }));
  cellAreas(out, lane, frame, { y, h }, STEP_LANES.has(lane.kind) ? 'step' : 'stage');
  const prompt = cells.length === 0 && !frame.filter ? promptGroup(lane, frame, y + kit.pad[0], kit.pad) : null;
  if (prompt) out.push(prompt);
  const draw = kit.draw;
  for (const { lists, height } of cells) {
    const shift = kit.centered ? (h - frame.m.line - height) / 2 : 0;
    for (const { notes } of lists) {
      for (const { drawn, x, top } of notes) out.push(placed(drawn, x, y + top + shift, draw));
    }
  }
}
