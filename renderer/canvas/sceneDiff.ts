import { TRANSPARENT } from '@shared/boards/pieces/shapes';
import { LateGroup } from '@shared/scene/lateGroup';
import type { Box, GroupPrimitive, LinePrimitive, Primitive, RectPrimitive } from '@shared/scene/primitives';
import { inflate, union } from './boxes';
import { itemBounds, placesAlone, type Run } from './sceneMatch';

type Items = readonly Primitive[];

/** More rectangles than this are joined into one. */
const MANY = 300;
/** With more distances than this it is all one rectangle. */
const MANY_MOVES = 20;
/** Shadows and smoothing reach a little past the bounds. */
const REACH = 2;

/**
 * The rectangles that look different in another scene, given how its items correspond (null: they do not). Items are compared by
 * identity: an unchanged one is the same object.
 */
export function sceneChange(before: Items, after: Items, runs: readonly Run[] | null): readonly Box[] {
  if (!runs) return [around([before, after])];
  const pick = (items: Items, places: readonly number[]): Items => places.map((at) => items[at] as Primitive);
  const gone = pick(before, placesAlone(runs, before.length, 'from'));
  const come = pick(after, placesAlone(runs, after.length, 'to'));
  const changed = new Set([...come, ...gone].filter(isSeen));
  const grown = grownBoxes(come, gone, changed);
  const boxes =
    changed.size > MANY ? [around([[...changed]])] : [...changed].map((item) => inflate(itemBounds(item), REACH));
  return [...boxes, ...grown, ...movedBoxes(after, runs)];
}

/** Areas that can be hit show nothing. */
function isSeen(item: Primitive): boolean {
  if (item.type !== 'group' || item instanceof LateGroup) return true;
  return item.children.some(
    (child) => child.type !== 'rect' || child.fill !== TRANSPARENT || child.stroke !== undefined,
  );
}

/**
 * Rules and grounds under a row that grew look different at its end alone. Takes both forms of them out of what changed and answers
 * with their ends.
 */
function grownBoxes(come: Items, gone: Items, changed: Set<Primitive>): readonly Box[] {
  const boxes: Box[] = [];
  const old = gone.filter(isGround);
  for (const item of come.filter(isGround)) {
    const before = old.find(({ bounds }) => bounds.x === item.bounds.x && bounds.y === item.bounds.y);
    const box = before && growth(before, item);
    if (!box) continue;
    boxes.push(inflate(box, REACH));
    changed.delete(item);
    changed.delete(before);
  }
  return boxes;
}

const isGround = (item: Primitive): item is GroupPrimitive =>
  item.type === 'group' && !(item instanceof LateGroup) && item.role === 'artifact' && isSeen(item);

/** The part at the end in which two forms of a ground differ; null when they differ elsewhere. */
function growth(before: GroupPrimitive, after: GroupPrimitive): Box | null {
  if (before.children.length !== after.children.length) return null;
  let top = Infinity;
  for (const [at, one] of before.children.entries()) {
    const other = after.children[at] as Primitive;
    if (!sameInk(one, other)) return null;
    const [a, b] = [itemBounds(one), itemBounds(other)];
    if (a.x !== b.x || a.w !== b.w) return null;
    if (a.y !== b.y) top = Math.min(top, a.y, b.y);
    else if (a.h !== b.h) top = Math.min(top, a.y + a.h, b.y + b.h);
  }
  if (top === Infinity) return null;
  const { x, w } = after.bounds;
  const end = Math.max(before.bounds.y + before.bounds.h, after.bounds.y + after.bounds.h);
  // A stroke ends some way before its bounds do.
  return { x, y: top - REACH, w, h: end - top + REACH };
}

/** Whether two things are painted in the same way, wherever that is. Dashes and corners show all along a thing that it has grown. */
function sameInk(a: Primitive, b: Primitive): boolean {
  if (!isPlain(a) || !isPlain(b) || a.type !== b.type || a.opacity !== b.opacity) return false;
  return a.fill === b.fill && a.stroke === b.stroke && a.strokeWidth === b.strokeWidth;
}

const isPlain = (item: Primitive): item is RectPrimitive | LinePrimitive =>
  (item.type === 'rect' && !item.radius && !item.dash) ||
  (item.type === 'line' && item.points.length === 4 && !item.dash);

/** Where things were and are that moved, one box for everything that moved by the same. */
function movedBoxes(after: Items, runs: readonly Run[]): readonly Box[] {
  const reaches = new Map<number, Reach>();
  for (const { to, count, dy } of runs) {
    if (dy === 0) continue;
    const reach = reaches.get(dy) ?? nowhere();
    reaches.set(dy, reach);
    widen(reach, after, to, count);
  }
  const boxes = [...reaches].map(([dy, reach]): Box => {
    const { x, y, w, h } = boxOf(reach);
    return { x, y: Math.min(y, y - dy), w, h: h + Math.abs(dy) };
  });
  return boxes.length > MANY_MOVES ? [boxes.reduce(union)] : boxes;
}

interface Reach {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const nowhere = (): Reach => ({ x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity });

const boxOf = ({ x1, y1, x2, y2 }: Reach): Box => inflate({ x: x1, y: y1, w: x2 - x1, h: y2 - y1 }, REACH);

function widen(reach: Reach, items: Items, from: number, count: number): void {
  for (let at = from; at < from + count; at += 1) {
    const box = itemBounds(items[at] as Primitive);
    if (box.x < reach.x1) reach.x1 = box.x;
    if (box.y < reach.y1) reach.y1 = box.y;
    if (box.x + box.w > reach.x2) reach.x2 = box.x + box.w;
    if (box.y + box.h > reach.y2) reach.y2 = box.y + box.h;
  }
}

function around(lists: readonly Items[]): Box {
  const reach = nowhere();
  for (const list of lists) widen(reach, list, 0, list.length);
  return boxOf(reach);
}
