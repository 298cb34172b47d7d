import type { LateKit } from '../../../scene/lateGroup';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import type { Drawn, FrameMemo } from '../../pieces/layoutMemo';
import { placed, placedLate, stable } from '../../pieces/layoutMemo';
import { meets } from '../../pieces/noteFilter';
import type { Pad } from '../../pieces/textStyle';
import type { Cluster, Lane, Note } from '../model';
import { STEP_LANES } from '../model';
import { type CellSlot, cellsOfLane, slotsOf } from '../order';
import type { CellPlace } from '../targets';
import { type ClusterBox, clusterBox, clusterGroup, clusterHeight } from './clusterBox';
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
  /** How they are drawn, which may be long after; it knows nothing of the document. */
  readonly late: LateKit<Shape>;
}

interface PlacedNote<Shape> {
  readonly drawn: Drawn<Shape>;
  readonly box: null;
  readonly x: number;
  /** From the top of the row. */
  readonly top: number;
}

/** The paper of a group; its notes follow it. */
interface PlacedBox {
  readonly box: ClusterBox;
  readonly height: number;
  readonly x: number;
  readonly top: number;
}

type Placed<Shape> = PlacedNote<Shape> | PlacedBox;

/** What stands in one place, where it stands in its row. */
interface PlacedList<Shape> {
  readonly pieces: readonly Placed<Shape>[];
  /** Where the next thing may start. */
  readonly end: number;
}

/** What one stage holds in a row. */
export interface PlacedCell<Shape> {
  readonly lists: readonly PlacedList<Shape>[];
  readonly end: number;
}

interface Area {
  readonly x: number;
  readonly w: number;
  readonly top: number;
}

interface Filling<Shape extends { readonly height: number }> {
  readonly lane: Lane;
  readonly frame: MapFrame;
  readonly kit: NoteKit<Shape>;
  /** What decides where notes stand, apart from the room there is. */
  readonly key: string;
  /** What of a cell is placed, where not all of it. */
  readonly part?: (slots: readonly CellSlot[]) => readonly CellSlot[];
}

const keyOf = <Shape extends { readonly height: number }>(kit: NoteKit<Shape>): string =>
  [kit.look.name, kit.columnEvery, kit.gap, ...kit.pad].join(' ');

/** Notes side by side, row after row, each row as high as its highest. */
function notesAt<Shape extends { readonly height: number }>(
  { kit }: Filling<Shape>,
  notes: readonly Note[],
  area: Area & { readonly columns: number; readonly gutter: number },
): PlacedList<Shape> {
  if (notes.length === 0) return { pieces: [], end: area.top };
  const width = (area.w - (area.columns - 1) * area.gutter) / area.columns;
  let top = area.top;
  let highest = 0;
  const pieces = notes.map((note, index): PlacedNote<Shape> => {
    const column = index % area.columns;
    if (column === 0 && index > 0) {
      top += highest + kit.gap;
      highest = 0;
    }
    const drawn = kit.measure(note, width);
    highest = Math.max(highest, drawn.shape.height);
    return { drawn, box: null, x: area.x + column * (width + area.gutter), top };
  });
  return { pieces, end: top + highest + kit.gap };
}

/** A group over the whole width of its cell, under its notes. */
function groupAt<Shape extends { readonly height: number }>(
  filling: Filling<Shape>,
  { cluster, notes }: { readonly cluster: Cluster; readonly notes: readonly Note[] },
  area: Area,
): PlacedList<Shape> {
  const { lane, frame, kit } = filling;
  const box = clusterBox(cluster, notes.length, lane, area.w, frame);
  const inside = { x: area.x + box.pad, w: area.w - 2 * box.pad, top: area.top + box.head };
  const most = Math.max(1, Math.floor((inside.w + 1) / kit.columnEvery));
  const shown = box.folded ? [] : notes;
  const held = notesAt(filling, shown, { ...inside, columns: Math.min(most, notes.length), gutter: box.pad });
  const height = clusterHeight(box, shown.length === 0 ? 0 : held.end - kit.gap - inside.top);
  const paper: PlacedBox = { box, height, x: area.x, top: area.top };
  return { pieces: [paper, ...held.pieces], end: area.top + height + kit.gap };
}

/** Fills a place from its top: loose notes side by side where there is room, each group on its own. */
function filled<Shape extends { readonly height: number }>(
  filling: Filling<Shape>,
  slots: readonly CellSlot[],
  area: Area,
): PlacedList<Shape> {
  const { kit } = filling;
  const [, right, , left] = kit.pad;
  const loose = slots.filter(({ cluster }) => cluster === null).length;
  const most = Math.max(1, Math.floor((area.w + 1) / kit.columnEvery));
  const columns = Math.max(1, Math.min(most, loose));
  const room = { x: area.x + left, w: area.w - left - right, columns, gutter: left + right };
  const pieces: Placed<Shape>[] = [];
  let top = area.top;
  let row: Note[] = [];
  const take = (list: PlacedList<Shape>) => {
    pieces.push(...list.pieces);
    top = list.end;
  };
  for (const slot of slots) {
    if (slot.cluster === null) {
      row.push(slot.note);
      continue;
    }
    take(notesAt(filling, row, { ...room, top }));
    row = [];
    take(groupAt(filling, slot, { ...room, top }));
  }
  take(notesAt(filling, row, { ...room, top }));
  return { pieces, end: top };
}

interface KnownList {
  readonly kit: string;
  readonly look: object;
  readonly area: Area;
  readonly placed: PlacedList<{ readonly height: number }>;
}

const known = new WeakMap<FrameMemo, WeakMap<readonly CellSlot[], KnownList>>();
const sameArea = (a: Area, b: Area): boolean => a.x === b.x && a.w === b.w && a.top === b.top;

/** Like `filled`, remembered where no group stands: the list of a cell stays the same object while its notes do. */
function fill<Shape extends { readonly height: number }>(
  filling: Filling<Shape>,
  slots: readonly CellSlot[],
  area: Area,
): PlacedList<Shape> {
  if (slots.length === 0) return { pieces: [], end: area.top };
  if (slots.some(({ cluster }) => cluster !== null)) return filled(filling, slots, area);
  const { kit, frame, key } = filling;
  const lists = known.get(frame.memo) ?? new WeakMap<readonly CellSlot[], KnownList>();
  known.set(frame.memo, lists);
  const last = lists.get(slots);
  if (last && last.kit === key && last.look === kit.look.style && sameArea(last.area, area)) {
    // A look has one kind of shape.
    return last.placed as PlacedList<Shape>;
  }
  const placed = filled(filling, slots, area);
  lists.set(slots, { kit: key, look: kit.look.style, area, placed });
  return placed;
}

/** What the view shows of a cell: notes that meet its filter, groups that hold one. */
function shownIn<Shape extends { readonly height: number }>(
  place: CellPlace,
  { lane, frame, part }: Filling<Shape>,
): readonly CellSlot[] {
  const all = slotsOf(frame.doc, place);
  const slots = part ? part(all) : all;
  const { filter } = frame;
  if (!filter) return slots;
  const isShown = (note: Note) => meets(note, filter, lanePaper(lane));
  return slots.flatMap((slot): CellSlot[] => {
    if (slot.cluster === null) return isShown(slot.note) ? [slot] : [];
    const notes = slot.notes.filter(isShown);
    return notes.length > 0 ? [{ cluster: slot.cluster, notes }] : [];
  });
}

/** Places the notes of a stage: those that span it, then those of each step (`own`) under one another in its column. */
function stageNotes<Shape extends { readonly height: number }>(
  filling: Filling<Shape>,
  own: Filling<Shape>,
  column: StageColumn,
): PlacedCell<Shape> {
  const { lane, frame, kit } = filling;
  const line = frame.m.line;
  const wide = { x: column.x + line, w: column.w - line, top: kit.pad[0] };
  const shown = (stepId: CellPlace['stepId']) =>
    shownIn({ laneId: lane.id, stageId: column.stage.id, stepId }, filling);
  const span = fill(filling, shown(null), wide);
  const steps = column.steps.map((step) => fill(own, shown(step.step.id), { x: step.x, w: step.w, top: span.end }));
  const lists = [span, ...steps].filter(({ pieces }) => pieces.length > 0);
  return { lists, end: Math.max(span.end, ...lists.map(({ end }) => end)) };
}

/** What of its cells a line of a row shows. */
export interface RowPart {
  readonly name: string;
  /** What decides it, beside the cells themselves. */
  readonly by: object;
  readonly of: (slots: readonly CellSlot[]) => readonly CellSlot[];
}

/** Where the notes of a row, or of one line of it, stand in it; the same object while neither they nor their room change. */
export function cellsOf<Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
  part?: RowPart,
): readonly PlacedCell<Shape>[] {
  const { columns, doc, filter, m, memo } = frame;
  const key = keyOf(kit);
  const dependencies = [cellsOfLane(doc, lane.id), lane, m, filter, key, kit.look.style, part?.by];
  return stable(memo, `cells/${columns.key}/${lane.id}/${part?.name ?? ''}`, dependencies, () => {
    const narrow = { ...kit, columnEvery: Number.POSITIVE_INFINITY };
    const some = part ? { part: part.of } : {};
    const filling = { lane, frame, kit, key, ...some };
    const own = { lane, frame, kit: narrow, key: keyOf(narrow), ...some };
    return columns.stages.map((column) => stageNotes(filling, own, column));
  });
}

/** A row of notes: as high as its highest cell. */
export function noteLane<Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
): Row {
  const cells = cellsOf(lane, frame, kit);
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
  // Groups are remembered one by one, and only while they are asked for.
  const isPlain = cells.every(({ lists }) => lists.every(({ pieces }) => pieces.every(({ box }) => box === null)));
  const make = () => drawCells(frame, kit, cells, y, h);
  const key = `notes/${frame.columns.key}/${lane.id}`;
  for (const group of isPlain ? stable(frame.memo, key, [cells, y, h], make) : make()) out.push(group);
}

/** Groups of the notes of some cells, in a row or a line of it at `y`. */
export function drawCells<Shape extends { readonly height: number }>(
  frame: MapFrame,
  kit: NoteKit<Shape>,
  cells: readonly PlacedCell<Shape>[],
  y: number,
  h: number,
): readonly GroupPrimitive[] {
  const groups: GroupPrimitive[] = [];
  const place = (drawn: Drawn<Shape>, x: number, at: number): GroupPrimitive =>
    frame.isPoster ? placed(drawn, x, at, kit.late.draw) : placedLate(drawn, x, at, kit.late);
  for (const { lists, end } of cells) {
    const cell = end - kit.gap + kit.pad[2];
    const shift = kit.centered ? (h - frame.m.line - cell) / 2 : 0;
    for (const { pieces } of lists)
      for (const one of pieces) {
        const at = y + one.top + shift;
        groups.push(one.box ? clusterGroup(one.box, one.x, at, one.height, frame) : place(one.drawn, one.x, at));
      }
  }
  return groups;
}
