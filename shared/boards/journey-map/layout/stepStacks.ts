import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { type Drawn, placed } from '../../pieces/layoutMemo';
import type { Pad } from '../../pieces/textStyle';
import type { Lane, Step } from '../model';
import type { StepColumn } from './columns';
import type { MapFrame, Row } from './frame';
import { cellAreas, headHeight, laneHead, promptBlock, promptGroup, rowBase } from './rowParts';

/** How the things of one kind are measured and drawn, one under another in the column of their step. */
export interface StackKit<Entity, Shape extends { readonly height: number }> {
  readonly pad: Pad;
  readonly gap: number;
  itemsOf(step: Step): readonly Entity[];
  measure(entity: Entity, width: number): Drawn<Shape>;
  draw(shape: Shape, x: number, y: number): GroupPrimitive;
  /** What stands in a column without anything, while others have something. */
  readonly missing?: { readonly height: number; draw(column: StepColumn, x: number, y: number): GroupPrimitive };
}

interface PlacedItem<Shape> {
  readonly drawn: Drawn<Shape>;
  readonly x: number;
  readonly top: number;
}

/** A row with one stack per step: as high as its highest. */
export function stackRow<Entity, Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: StackKit<Entity, Shape>,
): Row {
  const [padTop, padRight, padBottom, padLeft] = kit.pad;
  const items: PlacedItem<Shape>[] = [];
  const missing: StepColumn[] = [];
  let end = 0;
  for (const column of frame.columns.stepById.values()) {
    let top = padTop;
    const entities = kit.itemsOf(column.step);
    if (entities.length === 0) missing.push(column);
    for (const entity of entities) {
      const drawn = kit.measure(entity, column.w - padLeft - padRight);
      items.push({ drawn, x: column.x + padLeft, top });
      top += drawn.shape.height + kit.gap;
    }
    if (entities.length > 0) end = Math.max(end, top - kit.gap);
  }
  const isEmpty = items.length === 0;
  if (!isEmpty && missing.length > 0 && kit.missing) end = Math.max(end, padTop + kit.missing.height);
  if (isEmpty && !frame.isPoster) end = padTop + promptBlock(lane, frame, kit.pad).height;
  const height = Math.max(headHeight(lane, frame), end + padBottom + frame.m.line);
  const draw = (out: Primitive[], y: number, h: number): void => {
    out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h));
    cellAreas(out, lane, frame, { y, h }, 'step');
    const prompt = isEmpty ? promptGroup(lane, frame, y + padTop, kit.pad) : null;
    if (prompt) out.push(prompt);
    if (!isEmpty && kit.missing) {
      for (const column of missing) out.push(kit.missing.draw(column, column.x + padLeft, y + padTop));
    }
    for (const { drawn, x, top } of items) out.push(placed(drawn, x, y + top, kit.draw));
  };
  return { lane, height, isEmotion: false, isBlank: isEmpty, draw };
}
