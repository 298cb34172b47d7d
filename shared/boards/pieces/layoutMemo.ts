import { LateGroup, type LateKit } from '../../scene/lateGroup';
import type { GroupPrimitive } from '../../scene/primitives';
import type { TextMeasurer } from '../../text/measure';

/** The measured and drawn form of one entity, kept while neither it nor its place changes. */
export interface Drawn<Shape> {
  readonly variant: object;
  readonly width: number;
  readonly shape: Shape;
  x: number;
  y: number;
  height: number;
  group: GroupPrimitive | null;
}

export type Memory<Shape> = WeakMap<object, Drawn<Shape>>;

type Dependency = string | number | boolean | object | null | undefined;

interface Kept {
  readonly dependencies: readonly Dependency[];
  readonly value: unknown;
}

export interface FrameMemo {
  readonly shapes: Map<string, Memory<unknown>>;
  /** What the last layout made, and what this one has made or taken over so far. */
  before: Map<string, Kept>;
  now: Map<string, Kept>;
}

const memos = new WeakMap<TextMeasurer, Map<string, FrameMemo>>();

/** The memory of one way of drawing: entities are immutable, so what was measured for one stays true. */
export function memoOf(measure: TextMeasurer, key: string): FrameMemo {
  let byKey = memos.get(measure);
  if (!byKey) {
    byKey = new Map();
    memos.set(measure, byKey);
  }
  let memo = byKey.get(key);
  if (!memo) {
    memo = { shapes: new Map(), before: new Map(), now: new Map() };
    byKey.set(key, memo);
  }
  return memo;
}

/** What keeps a way of drawing without some pictures apart from the one with all of them. */
export const lostName = (lost: ReadonlySet<string> | undefined): string =>
  lost && lost.size > 0 ? `/without ${[...lost].sort().join()}` : '';

/** The memory of one family of entities. */
export function memoryOf<Shape>(memo: FrameMemo, family: string): Memory<Shape> {
  let memory = memo.shapes.get(family);
  if (!memory) {
    memory = new WeakMap();
    memo.shapes.set(family, memory);
  }
  // Each family is asked for with one shape only.
  return memory as Memory<Shape>;
}

/** What was measured for an entity at this width, or a fresh measure of it. `variant` tells styles apart by identity. */
export function recall<Entity extends object, Shape>(
  memory: Memory<Shape>,
  entity: Entity,
  variant: object,
  width: number,
  measure: (entity: Entity, width: number) => Shape,
): Drawn<Shape> {
  const known = memory.get(entity);
  if (known && known.width === width && known.variant === variant) return known;
  const made: Drawn<Shape> = { variant, width, shape: measure(entity, width), x: 0, y: 0, height: 0, group: null };
  memory.set(entity, made);
  return made;
}

/**
 * The group of an entity at a place: the same object as last time when nothing moved. `height` is what the place makes of its
 * height, where it stretches it.
 */
export function placed<Shape>(
  drawn: Drawn<Shape>,
  x: number,
  y: number,
  draw: (shape: Shape, x: number, y: number, height: number) => GroupPrimitive,
  height = 0,
): GroupPrimitive {
  if (drawn.group && drawn.x === x && drawn.y === y && drawn.height === height) return drawn.group;
  drawn.x = x;
  drawn.y = y;
  drawn.height = height;
  drawn.group = draw(drawn.shape, x, y, height);
  return drawn.group;
}

/** Like `placed`, for what is drawn only when somebody looks into its group. */
export function placedLate<Shape>(drawn: Drawn<Shape>, x: number, y: number, kit: LateKit<Shape>): GroupPrimitive {
  if (drawn.group && drawn.x === x && drawn.y === y) return drawn.group;
  const { shape } = drawn;
  drawn.x = x;
  drawn.y = y;
  drawn.group = new LateGroup(kit, shape, x, y);
  return drawn.group;
}

/** Starts a layout: what the one before the last made is forgotten. */
export function turnMemo(memo: FrameMemo): void {
  memo.before = memo.now;
  memo.now = new Map();
}

/**
 * A part of the sheet that belongs to no entity: the same object as in the last layout while its dependencies are the same,
 * so that a painter sees that nothing changed there.
 */
export function stable<Value>(
  memo: FrameMemo,
  key: string,
  dependencies: readonly Dependency[],
  make: () => Value,
): Value {
  const known = memo.now.get(key) ?? memo.before.get(key);
  if (known !== undefined && areSame(known.dependencies, dependencies)) {
    memo.now.set(key, known);
    // A key always holds the type that its one caller makes.
    return known.value as Value;
  }
  const value = make();
  memo.now.set(key, { dependencies, value });
  return value;
}

/** A loop: called for every part of a sheet, it is most of what an edit costs where nothing else changed. */
function areSame(before: readonly Dependency[], now: readonly Dependency[]): boolean {
  if (before.length !== now.length) return false;
  for (let at = 0; at < now.length; at++) if (!Object.is(before[at], now[at])) return false;
  return true;
}
