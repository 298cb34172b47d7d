import type { Box, EditBox, GroupPrimitive, Primitive, Scene, Target } from '@shared/scene/primitives';
import Flatbush from 'flatbush';
import { containsPoint, intersects } from './boxes';

/** A thing on the board that can be hit, with where it was drawn. */
export interface PlacedTarget {
  readonly target: Target;
  readonly key: string;
  readonly box: Box;
  readonly group: GroupPrimitive;
  readonly editBox: EditBox | null;
  /** Position in painting order, which is the reading order. */
  readonly order: number;
  /** Index of the top-level item it belongs to. */
  readonly item: number;
}

export const targetKey = (target: Target): string => `${target.kind}:${target.id}`;

/** Higher wins when targets lie on top of each other; below 0 is never hit. */
export type TargetRank = (target: Target) => number;

export interface TargetIndex {
  readonly list: readonly PlacedTarget[];
  readonly get: (key: string) => PlacedTarget | null;
  /** Best target at a scene point; `reach` widens small ones, in scene units. */
  readonly at: (x: number, y: number, rank: TargetRank, reach?: number) => PlacedTarget | null;
  /** Every target that touches a box, in reading order. */
  readonly touching: (box: Box) => readonly PlacedTarget[];
}

interface Found {
  readonly target: Target;
  readonly group: GroupPrimitive;
}

/** Targets of one top-level item, found once: items keep their identity while they do not change. */
const foundIn = new WeakMap<GroupPrimitive, readonly Found[]>();

function collect(item: Primitive, into: Found[]): void {
  if (item.type !== 'group') return;
  if (item.target) into.push({ target: item.target, group: item });
  for (const child of item.children) collect(child, into);
}

function targetsOf(item: Primitive): readonly Found[] {
  if (item.type !== 'group') return [];
  const known = foundIn.get(item);
  if (known) return known;
  const found: Found[] = [];
  collect(item, found);
  foundIn.set(item, found);
  return found;
}

function placedTargets(scene: Scene): PlacedTarget[] {
  const placed: PlacedTarget[] = [];
  scene.items.forEach((item, index) => {
    for (const { target, group } of targetsOf(item)) {
      placed.push({
        target,
        key: targetKey(target),
        box: group.bounds,
        group,
        editBox: group.editBox ?? null,
        order: placed.length,
        item: index,
      });
    }
  });
  return placed;
}

function treeOf(list: readonly PlacedTarget[]): Flatbush | null {
  if (list.length === 0) return null;
  const tree = new Flatbush(list.length);
  for (const { box } of list) tree.add(box.x, box.y, box.x + box.w, box.y + box.h);
  tree.finish();
  return tree;
}

function better(a: PlacedTarget, b: PlacedTarget, rank: TargetRank): PlacedTarget {
  const difference = rank(a.target) - rank(b.target);
  if (difference !== 0) return difference > 0 ? a : b;
  // Equal rank: what was painted later lies on top.
  return a.order > b.order ? a : b;
}

/** Index of the targets of a scene; the tree is built at the first question. */
export function targetIndex(scene: Scene): TargetIndex {
  const list = placedTargets(scene);
  const byKey = new Map<string, PlacedTarget>();
  for (const placed of list) if (!byKey.has(placed.key)) byKey.set(placed.key, placed);
  let tree: Flatbush | null | undefined;
  const search = (box: Box): PlacedTarget[] => {
    if (tree === undefined) tree = treeOf(list);
    const found = tree?.search(box.x, box.y, box.x + box.w, box.y + box.h) ?? [];
    return found.flatMap((index) => list[index] ?? []);
  };
  return {
    list,
    get: (key) => byKey.get(key) ?? null,
    at: (x, y, rank, reach = 0) => {
      const near = search({ x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach }).filter(
        (placed) => rank(placed.target) >= 0,
      );
      const exact = near.filter((placed) => containsPoint(placed.box, x, y));
      const candidates = exact.length > 0 ? exact : near;
      return candidates.reduce<PlacedTarget | null>(
        (best, placed) => (best ? better(best, placed, rank) : placed),
        null,
      );
    },
    touching: (box) =>
      search(box)
        .filter((placed) => intersects(placed.box, box))
        .sort((a, b) => a.order - b.order),
  };
}
