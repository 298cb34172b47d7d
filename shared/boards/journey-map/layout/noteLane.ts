import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import type { Drawn } from '../../pieces/layoutMemo';
import { placed } from '../../pieces/layoutMemo';
import { meets } from '../../pieces/noteFilter';
import type { Pad } from '../../pieces/textStyle';
import type { Cluster, Lane, Note } from '../model';
import { STEP_LANES } from '../model';
import { type CellSlot, slotsOf } from '../order';
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
  measure(note: Note, width: number): Drawn<Shape>;
  draw(shape: Shape, x: number, y: number): GroupPrimitive;
}

interface PlacedNote<Shape> {
  readonly drawn: Drawn<Shape>;
  readonly box: null;
  readonly x: number;
  /** From the top of the row. */
  readonly top: number;
  /** Height of the cell it stands in, inner margins included. */
  readonly cell: number;
}

/** The paper of a group; its notes follow it. */
interface PlacedBox {
  readonly box: ClusterBox;
  readonly height: number;
  readonly x: number;
  readonly top: number;
  readonly cell: number;
}

type Placed<Shape> = PlacedNote<Shape> | PlacedBox;

interface Area {
  readonly x: number;
  readonly w: number;
  readonly top: number;
}

/** A place that is being filled from the top. */
interface Filling<Shape extends { readonly height: number }> {
  readonly into: Placed<Shape>[];
  readonly lane: Lane;
  readonly frame: MapFrame;
  readonly kit: NoteKit<Shape>;
}

/** Adds notes side by side, row after row, each row as high as its highest; answers where the next thing may start. */
function fillNotes<Shape extends { readonly height: number }>(
  { into, kit }: Filling<Shape>,
  notes: readonly Note[],
  area: Area & { readonly columns: number; readonly gutter: number },
): number {
  if (notes.length === 0) return area.top;
  const width = (area.w - (area.columns - 1) * area.gutter) / area.columns;
  let top = area.top;
  let highest = 0;
  notes.forEach((note, index) => {
    const column = index % area.columns;
    if (column === 0 && index > 0) {
      top += highest + kit.gap;
      highest = 0;
    }
    const drawn = kit.measure(note, width);
    highest = Math.max(highest, drawn.shape.height);
    into.push({ drawn, box: null, x: area.x + column * (width + area.gutter), top, cell: 0 });
  });
  return top + highest + kit.gap;
}

/** Adds a group over the whole width of its cell; answers where the next thing may start. */
function fillGroup<Shape extends { readonly height: number }>(
  filling: Filling<Shape>,
  { cluster, notes }: { readonly cluster: Cluster; readonly notes: readonly Note[] },
  area: Area,
): number {
  const { into, lane, frame, kit } = filling;
  const box = clusterBox(cluster, notes.length, lane, area.w, frame);
  const at = into.length;
  const inside = { x: area.x + box.pad, w: area.w - 2 * box.pad, top: area.top + box.head };
  const columns = Math.max(1, Math.floor((inside.w + 1) / kit.columnEvery));
  const end = box.folded
    ? inside.top
    : fillNotes(filling, notes, { ...inside, columns: Math.min(columns, notes.length), gutter: box.pad }) - kit.gap;
  const height = clusterHeight(box, end - inside.top);
  // Under its notes.
  into.splice(at, 0, { box, height, x: area.x, top: area.top, cell: 0 });
  return area.top + height + kit.gap;
}

/** Fills a cell from its top: loose notes side by side where there is room, each group on its own; answers where it ends. */
function fill<Shape extends { readonly height: number }>(
  filling: Filling<Shape>,
  slots: readonly CellSlot[],
  area: Area,
): number {
  const { kit } = filling;
  const [, right, , left] = kit.pad;
  const loose = slots.filter(({ cluster }) => cluster === null).length;
  const most = Math.max(1, Math.floor((area.w + 1) / kit.columnEvery));
  const columns = Math.max(1, Math.min(most, loose));
  const room = { x: area.x + left, w: area.w - left - right, columns, gutter: left + right };
  let top = area.top;
  let row: Note[] = [];
  for (const slot of slots) {
    if (slot.cluster === null) {
      row.push(slot.note);
      continue;
    }
    top = fillNotes(filling, row, { ...room, top });
    row = [];
    top = fillGroup(filling, slot, { ...room, top });
  }
  return fillNotes(filling, row, { ...room, top });
}

/** What the view shows of a cell: notes that meet its filter, groups that hold one. */
function shownIn(place: CellPlace, { lane, frame }: Pick<Filling<never>, 'lane' | 'frame'>): readonly CellSlot[] {
  const slots = slotsOf(frame.doc, place);
  const { filter } = frame;
  if (!filter) return slots;
  const isShown = (note: Note) => meets(note, filter, lanePaper(lane.kind));
  return slots.flatMap((slot): CellSlot[] => {
    if (slot.cluster === null) return isShown(slot.note) ? [slot] : [];
    const notes = slot.notes.filter(isShown);
    return notes.length > 0 ? [{ cluster: slot.cluster, notes }] : [];
  });
}

/** Places the notes of a stage: those that span it, then those of each step under one another in its column. */
function stageNotes<Shape extends { readonly height: number }>(filling: Filling<Shape>, column: StageColumn): number {
  const { lane, frame, kit } = filling;
  const place = { laneId: lane.id, stageId: column.stage.id };
  const line = frame.m.line;
  const wide = { x: column.x + line, w: column.w - line, top: kit.pad[0] };
  const shown = (stepId: CellPlace['stepId']) => shownIn({ ...place, stepId }, { lane, frame });
  const spanEnd = fill(filling, shown(null), wide);
  let end = spanEnd;
  for (const step of column.steps) {
    const slots = shown(step.step.id);
    if (slots.length === 0) continue;
    const own = { ...filling, kit: { ...kit, columnEvery: Number.POSITIVE_INFINITY } };
    end = Math.max(end, fill(own, slots, { x: step.x, w: step.w, top: spanEnd }));
  }
  return end;
}

/** A row of notes: as high as its highest cell. */
export function noteLane<Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
): Row {
  const notes: Placed<Shape>[] = [];
  let end = 0;
  for (const column of frame.columns.stages) {
    const own: Placed<Shape>[] = [];
    const cellEnd = stageNotes({ into: own, lane, frame, kit }, column);
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
  notes: readonly Placed<Shape>[],
  y: number,
  h: number,
): void {
  out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h, { centered: kit.centered }));
  cellAreas(out, lane, frame, { y, h }, STEP_LANES.has(lane.kind) ? 'step' : 'stage');
  const prompt = notes.length === 0 && !frame.filter ? promptGroup(lane, frame, y + kit.pad[0], kit.pad) : null;
  if (prompt) out.push(prompt);
  const draw = kit.draw;
  for (const one of notes) {
    const at = y + one.top + (kit.centered ? (h - frame.m.line - one.cell) / 2 : 0);
    out.push(one.box ? clusterGroup(one.box, one.x, at, one.height, frame) : placed(one.drawn, one.x, at, draw));
  }
}
