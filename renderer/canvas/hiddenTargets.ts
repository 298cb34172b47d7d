import { drawnGroup } from '@shared/scene/lateGroup';
import type { GroupPrimitive, Primitive, Scene } from '@shared/scene/primitives';
import { containsPoint, inflate } from './boxes';
import type { TargetIndex } from './targetIndex';
import { targetKey } from './targetIndex';

/** What the base leaves out: a lifted piece altogether, of a piece being typed in only the text. */
export type Hiding = 'all' | 'text';

/** A text line belongs to the edit box when its baseline lies in it (a line or so of slack for what grew since). */
const SLACK = 4;

function withoutText(item: Primitive, group: GroupPrimitive): Primitive | null {
  const box = group.editBox;
  if (item.type === 'text' && box && containsPoint(inflate(box, SLACK), item.x, item.y)) return null;
  if (item.type !== 'group') return item;
  return rebuilt(item, (child) => withoutText(child, group));
}

function rebuilt(group: GroupPrimitive, change: (child: Primitive) => Primitive | null): GroupPrimitive {
  const children = group.children.flatMap((child) => change(child) ?? []);
  const same = children.length === group.children.length && children.every((child, at) => child === group.children[at]);
  return same ? group : { ...drawnGroup(group), children };
}

function stripped(item: Primitive, hidden: ReadonlyMap<string, Hiding>): Primitive | null {
  if (item.type !== 'group') return item;
  const how = item.target ? hidden.get(targetKey(item.target)) : undefined;
  if (how === 'all') return null;
  const kept = rebuilt(item, (child) => stripped(child, hidden));
  return how === 'text' ? rebuilt(kept, (child) => withoutText(child, item)) : kept;
}

type Hidden = ReadonlyMap<string, Hiding>;

const sameHidden = (a: Hidden, b: Hidden): boolean =>
  a === b || (a.size === b.size && [...a].every(([key, how]) => b.get(key) === how));

function without(scene: Scene, index: TargetIndex, hidden: Hidden): Scene {
  const touched = new Set<number>();
  for (const key of hidden.keys()) {
    const placed = index.get(key);
    if (placed) touched.add(placed.item);
  }
  if (touched.size === 0) return scene;
  const items = scene.items.flatMap((item, at) => (touched.has(at) ? (stripped(item, hidden) ?? []) : item));
  return { ...scene, items };
}

/** What was asked last of a scene: a drag asks at every frame. */
const last = new WeakMap<Scene, { readonly hidden: Hidden; readonly result: Scene }>();

/** The scene without what is hidden; every item that holds nothing hidden keeps its identity, and so does the answer. */
export function withoutHidden(scene: Scene, index: TargetIndex, hidden: Hidden): Scene {
  if (hidden.size === 0) return scene;
  const known = last.get(scene);
  if (known && sameHidden(known.hidden, hidden)) return known.result;
  const result = without(scene, index, hidden);
  last.set(scene, { hidden: new Map(hidden), result });
  return result;
}
