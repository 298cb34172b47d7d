/** One piece of an outline, in absolute coordinates: to a point, straight, by a cubic, or back to where it began. */
export type PathPiece =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | { readonly kind: 'cubic'; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly kind: 'close' };

const TOKENS = /([MmLlHhVvCcSsQqTtAaZz])|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/g;
/** Numbers that one turn of a command takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

interface Token {
  readonly command: string;
  readonly numbers: readonly number[];
}

/** The flags of an arc may stand without spaces (`a1 1 0 01.5 2`): they are read one digit at a time. */
function tokensOf(d: string): readonly Token[] {
  const tokens: { command: string; numbers: number[] }[] = [];
  let at = 0;
  const arc = /\s*,?\s*([01])/y;
  while (at < d.length) {
    const last = tokens.at(-1);
    if (last && last.command.toUpperCase() === 'A' && [3, 4].includes(last.numbers.length % 7)) {
      arc.lastIndex = at;
      const flag = arc.exec(d);
      if (flag) {
        last.numbers.push(Number(flag[1]));
        at = arc.lastIndex;
        continue;
      }
    }
    TOKENS.lastIndex = at;
    const found = TOKENS.exec(d);
    if (!found) break;
    at = TOKENS.lastIndex;
    if (found[1]) tokens.push({ command: found[1], numbers: [] });
    else last?.numbers.push(Number(found[2]));
  }
  return tokens;
}

/** Reads the data of an SVG path (SVG 1.1, 8.3): shorthand, relative and quadratic pieces and arcs become lines and cubics. What cannot be read ends it. */
export function pathPieces(d: string): readonly PathPiece[] {
  const out: PathPiece[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  // Where the last curve aimed at, for those that go on smoothly.
  let aim: { readonly x: number; readonly y: number; readonly of: 'cubic' | 'quadratic' } | null = null;
  const cubic = (a: number, b: number, c: number, e: number, toX: number, toY: number) => {
    out.push({ kind: 'cubic', points: [a, b, c, e, toX, toY] });
    [x, y] = [toX, toY];
  };
  const quadratic = (a: number, b: number, toX: number, toY: number) => {
    cubic(x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), toX + (2 / 3) * (a - toX), toY + (2 / 3) * (b - toY), toX, toY);
    aim = { x: a, y: b, of: 'quadratic' };
  };
  const mirrored = (of: 'cubic' | 'quadratic') => (aim?.of === of ? { x: 2 * x - aim.x, y: 2 * y - aim.y } : { x, y });
  for (const { command, numbers } of tokensOf(d)) {
    const name = command.toUpperCase();
    const takes = TAKES[name] ?? 0;
    const isRelative = command !== name;
    if (name === 'Z') {
      out.push({ kind: 'close' });
      [x, y, aim] = [startX, startY, null];
      continue;
    }
    for (let turn = 0; turn + takes <= numbers.length; turn += takes) {
      const [dx, dy] = isRelative ? [x, y] : [0, 0];
      const n = (index: number) => numbers[turn + index] ?? 0;
      const px = (index: number) => n(index) + dx;
      const py = (index: number) => n(index) + dy;
      if (name === 'M' || name === 'L' || name === 'H' || name === 'V') {
        const isMove = name === 'M' && turn === 0;
        [x, y] = [name === 'V' ? x : px(0), name === 'H' ? y : py(name === 'V' ? 0 : 1)];
        out.push({ kind: isMove ? 'move' : 'line', x, y });
        if (isMove) [startX, startY] = [x, y];
        aim = null;
      } else if (name === 'C') {
        const next = { x: px(2), y: py(3), of: 'cubic' } as const;
        cubic(px(0), py(1), next.x, next.y, px(4), py(5));
        aim = next;
      } else if (name === 'S') {
        const from = mirrored('cubic');
        const next = { x: px(0), y: py(1), of: 'cubic' } as const;
        cubic(from.x, from.y, next.x, next.y, px(2), py(3));
        aim = next;
      } else if (name === 'Q') quadratic(px(0), py(1), px(2), py(3));
      else if (name === 'T') {
        const from = mirrored('quadratic');
        quadratic(from.x, from.y, px(0), py(1));
      } else {
        const [toX, toY] = [px(5), py(6)];
        const arc = { rx: n(0), ry: n(1), turn: n(2), isLarge: n(3) !== 0, isSweep: n(4) !== 0 };
        for (const points of arcCubics({ x, y }, { x: toX, y: toY }, arc)) cubic(...points);
        [x, y, aim] = [toX, toY, null];
      }
    }
  }
  return out;
}

interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Degrees. */
  readonly turn: number;
  readonly isLarge: boolean;
  readonly isSweep: boolean;
}
interface Point {
  readonly x: number;
  readonly y: number;
}
type Cubic = readonly [number, number, number, number, number, number];

/** An elliptical arc as cubics of a quarter turn at most (SVG 1.1, F.6.5 for its centre; the usual 4/3 tan(a/4) for the handles). */
function arcCubics(from: Point, to: Point, { rx: givenX, ry: givenY, turn, isLarge, isSweep }: Arc): readonly Cubic[] {
  if (from.x === to.x && from.y === to.y) return [];
  if (givenX === 0 || givenY === 0) return [[from.x, from.y, to.x, to.y, to.x, to.y]];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [hx, hy] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  const [x1, y1] = [cos * hx + sin * hy, cos * hy - sin * hx];
  let [rx, ry] = [Math.abs(givenX), Math.abs(givenY)];
  const grow = Math.sqrt((x1 * x1) / (rx * rx) + (y1 * y1) / (ry * ry));
  if (grow > 1) [rx, ry] = [rx * grow, ry * grow];
  const under = rx * rx * y1 * y1 + ry * ry * x1 * x1;
  const over = Math.max(0, rx * rx * ry * ry - under);
  const k = (isLarge === isSweep ? -1 : 1) * Math.sqrt(over / under);
  const [cx1, cy1] = [(k * rx * y1) / ry, (-k * ry * x1) / rx];
  const cx = cos * cx1 - sin * cy1 + (from.x + to.x) / 2;
  const cy = sin * cx1 + cos * cy1 + (from.y + to.y) / 2;
  const start = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
  let sweep = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
  if (isSweep && sweep < 0) sweep += 2 * Math.PI;
  if (!isSweep && sweep > 0) sweep -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / count;
  const handle = (4 / 3) * Math.tan(step / 4);
  const place = (a: number, b: number): readonly [number, number] => [
    cx + cos * rx * a - sin * ry * b,
    cy + sin * rx * a + cos * ry * b,
  ];
  return Array.from({ length: count }, (_, at): Cubic => {
    const [a, b] = [start + at * step, start + (at + 1) * step];
    const one = place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a));
    const two = place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b));
    const end = at === count - 1 ? ([to.x, to.y] as const) : place(Math.cos(b), Math.sin(b));
    return [...one, ...two, ...end];
  });
}
