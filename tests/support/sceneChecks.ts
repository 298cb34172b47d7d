import type { Box, GroupPrimitive, Primitive, Scene, TextLinePrimitive } from '../../shared/scene/primitives';

/** Every group of a scene, outer ones first. */
export function groupsOf(items: readonly Primitive[]): readonly GroupPrimitive[] {
  return items.flatMap((item) => (item.type === 'group' ? [item, ...groupsOf(item.children)] : []));
}

/** Every text line of some primitives. */
export function textsOf(items: readonly Primitive[]): readonly TextLinePrimitive[] {
  return items.flatMap((item) => (item.type === 'text' ? [item] : item.type === 'group' ? textsOf(item.children) : []));
}

/** Groups that stand for something, by the kind of their target. */
export const targetsOf = (scene: Scene, kind: string): readonly GroupPrimitive[] =>
  groupsOf(scene.items).filter((group) => group.target?.kind === kind);

/** Where the letters of a line are: from its capitals to its baseline (descenders may touch the next line's leading). */
export function inkOf(line: TextLinePrimitive): Box {
  const left =
    line.align === 'right' ? line.x - line.width : line.align === 'center' ? line.x - line.width / 2 : line.x;
  const top = line.y - line.font.size * 0.75;
  return { x: left, y: top, w: line.width, h: line.font.size * 0.75 };
}

/** True when two boxes share more than a hair. */
export const overlap = (a: Box, b: Box, hair = 0.01): boolean =>
  a.x + hair < b.x + b.w && b.x + hair < a.x + a.w && a.y + hair < b.y + b.h && b.y + hair < a.y + a.h;

export const within = (inner: Box, outer: Box, hair = 0.01): boolean =>
  inner.x >= outer.x - hair &&
  inner.y >= outer.y - hair &&
  inner.x + inner.w <= outer.x + outer.w + hair &&
  inner.y + inner.h <= outer.y + outer.h + hair;

/** Pairs of boxes that overlap, found by a sweep from left to right. */
export function overlappingPairs<T>(all: readonly T[], boxOf: (item: T) => Box): readonly (readonly [T, T])[] {
  const sorted = [...all].sort((a, b) => boxOf(a).x - boxOf(b).x);
  const pairs: (readonly [T, T])[] = [];
  sorted.forEach((one, index) => {
    const box = boxOf(one);
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next] as T;
      if (boxOf(other).x >= box.x + box.w) break;
      if (overlap(box, boxOf(other))) pairs.push([one, other]);
    }
  });
  return pairs;
}

/** Every character of the scene that is not a space, in reading order. */
export const lettersOf = (scene: Scene): string =>
  textsOf(scene.items)
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
