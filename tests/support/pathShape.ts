type Corner = readonly [x: number, y: number];

const STEPS = 12;
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** The outlines of an SVG path as polygons: curves in short straight pieces, arcs as one. */
export function polygonsOf(d: string): readonly (readonly Corner[])[] {
  const all: Corner[][] = [];
  let [x, y, cx, cy] = [0, 0, 0, 0];
  const put = (toX: number, toY: number) => {
    all.at(-1)?.push([toX, toY]);
    [x, y] = [toX, toY];
  };
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi)].map(([number]) => Number(number));
    const upper = command.toUpperCase();
    const size = ARGUMENTS[upper] ?? 0;
    for (let at = 0; at === 0 || at < numbers.length; at += Math.max(1, size)) {
      const n = numbers.slice(at, at + size);
      const [fromX, fromY] = [x, y];
      const [dx, dy] = command === upper ? [0, 0] : [x, y];
      const place = (index: number): Corner => [(n[index] ?? 0) + dx, (n[index + 1] ?? 0) + dy];
      if (upper === 'M' && at === 0) all.push([]);
      if (upper === 'M' || upper === 'L' || upper === 'T') put(...place(0));
      else if (upper === 'H') put((n[0] ?? 0) + dx, y);
      else if (upper === 'V') put(x, (n[0] ?? 0) + dy);
      else if (upper === 'A') put(...place(5));
      else if (upper === 'Z') [x, y] = all.at(-1)?.[0] ?? [x, y];
      else {
        const end = place(size - 2);
        const second = upper === 'Q' ? place(0) : place(size - 4);
        const first: Corner = upper === 'S' ? [2 * x - cx, 2 * y - cy] : place(0);
        for (let step = 1; step <= STEPS; step++) {
          const [t, u] = [step / STEPS, 1 - step / STEPS];
          const on = (axis: 0 | 1) =>
            u ** 3 * [fromX, fromY][axis]! +
            3 * u * u * t * first[axis] +
            3 * u * t * t * second[axis] +
            t ** 3 * end[axis];
          put(on(0), on(1));
        }
        [cx, cy] = second;
      }
      if (upper !== 'C' && upper !== 'S') [cx, cy] = [x, y];
    }
  }
  return all;
}

/** Whether a place lies in shapes: it is left of an odd number of their sides. */
export function isInside(polygons: readonly (readonly Corner[])[], x: number, y: number): boolean {
  let isIn = false;
  for (const corners of polygons)
    corners.forEach(([ax, ay], at) => {
      const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
    });
  return isIn;
}
