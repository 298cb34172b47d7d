import type { Box } from '../../../../scene/primitives';
import { shownStages } from '../../shown';
import type { MapFrame } from '../frame';
import { type Halt, haltsIn, type River, reachOf, riverHeight } from './halts';
import { type JumpPlan, type JumpRoute, planJumps, routesOf } from './jumpRoutes';
import { type PathMetrics, pathMetrics } from './pathMetrics';
import { jumpPlaces, type Place, saidPlaces, stationPlaces } from './places';
import { boxesOn, pathRoute, type Route } from './route';
import { type Space, spaceIn } from './space';
import { jumpWords, type PlacedWords, saidWords, stationWords, type Words } from './words';

/** Words without a place: in the margin under the river, by the number at their halt. */
export interface MarginWords {
  readonly chip: number;
  /** Where the chip stands; the words of one halt share it. */
  readonly at: { readonly x: number; readonly y: number };
  readonly words: Words;
  readonly stageX: number;
}

/** Where everything of a path stands. Heights are counted from the top of its river. */
export interface PathPlan {
  readonly river: River;
  readonly halts: readonly Halt[];
  readonly line: Route | null;
  readonly jumps: readonly JumpRoute[];
  readonly placed: readonly PlacedWords[];
  readonly margin: readonly MarginWords[];
  readonly marginHeight: number;
}

interface Asked {
  readonly breakings: readonly Words[];
  readonly places: (words: Words) => readonly Place[];
  readonly chipAt: { readonly x: number; readonly y: number };
  readonly x: number;
  /** The halt that the words tell of; null for those of a way. */
  readonly halt: Halt | null;
  /** True for words that stand free of their halt, and must not seem to tell of another. */
  readonly isSaid?: boolean;
}

/** Shares of a column's width that names and quotes are broken for, best first. */
const NAME_WIDTHS = [1.08, 0.82, 1.35] as const;
const QUOTE_WIDTHS = [1.45, 1.1, 1.9, 0.85] as const;
const JUMP_WIDTHS = [1.3, 0.9, 2.4] as const;

/** Boxes of a halt's mark, star and faces, and of the number it may get. */
export function boxesOfHalt(halt: Halt, m: PathMetrics): readonly Box[] {
  const reach = reachOf(halt, m);
  const { x, y, points } = halt;
  const around = (cx: number, cy: number, w: number, h: number): Box => ({ x: cx - w / 2, y: cy - h / 2, w, h });
  const boxes = [around(x, y, 2 * reach, 2 * reach)];
  points.forEach((_, at) => {
    // One above the other, then a column on the other side: never over the edge of the sheet.
    const side = Math.floor(at / m.face.most) % 2 === 0 ? 1 : -1;
    const up = m.face.up + ((at % m.face.most) + m.face.most * Math.floor(at / (2 * m.face.most))) * m.face.next;
    boxes.push(around(x + side * m.face.right, y - up, m.face.size, m.face.size));
  });
  if (points.some(({ momentOfTruth }) => momentOfTruth)) {
    boxes.push(around(x, y, m.star, m.star * 0.3), around(x, y, m.star * 0.3, m.star));
  }
  const chip = chipSpot(halt, m);
  return [...boxes, around(chip.x, chip.y, m.chip, m.chip)];
}

/** Where the number of a halt stands: at its upper left. */
export const chipSpot = (halt: Halt, m: PathMetrics) => {
  const reach = reachOf(halt, m);
  return { x: halt.x - reach - m.chip * 0.2, y: halt.y - reach - m.chip * 0.2 };
};

/** Where the number of a way stands: on itself, near where it leaves. */
const chipOnWay = ({ route: { spots } }: JumpRoute) => spots[Math.floor(spots.length / 4)] ?? { x: 0, y: 0 };

/** Everything that is written in these columns, what matters most first. */
function askedOf(
  halts: readonly Halt[],
  jumps: readonly JumpRoute[],
  frame: MapFrame,
  m: PathMetrics,
): readonly Asked[] {
  const { moment } = frame.m;
  const names = halts.flatMap((halt): Asked[] => {
    const breakings = NAME_WIDTHS.flatMap((share) => stationWords(halt, share * moment, frame, m) ?? []);
    const places = (words: Words) => stationPlaces(halt, words, m);
    return breakings.length === 0 ? [] : [{ breakings, places, chipAt: chipSpot(halt, m), x: halt.x, halt }];
  });
  const ways = jumps.map((route): Asked => {
    const breakings = JUMP_WIDTHS.map((share) => jumpWords(route.jump, share * moment, frame, m));
    const chipAt = chipOnWay(route);
    return { breakings, places: (words) => jumpPlaces(route, words, m), chipAt, x: chipAt.x, halt: null };
  });
  const said = halts.flatMap((halt) =>
    halt.points.flatMap((point) =>
      (['quote', 'word'] as const).flatMap((kind): Asked[] =>
        point[kind].trim() === ''
          ? []
          : [
              {
                breakings: QUOTE_WIDTHS.map((share) => saidWords(point, kind, share * moment, frame, m)),
                places: (words) => saidPlaces(halt, words, m),
                chipAt: chipSpot(halt, m),
                x: halt.x,
                halt,
                isSaid: true,
              },
            ],
      ),
    ),
  );
  return [...names, ...ways, ...said];
}

/** The first free place that is not `astray`, in the breaking that has one; else the free one that is the least so. */
function placeOf(asked: Asked, space: Space, astray: (box: Box) => number, m: PathMetrics): PlacedWords | null {
  let best: PlacedWords | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const words of asked.breakings) {
    for (const { x, y, align } of asked.places(words)) {
      const box = { x, y, w: words.w, h: words.h };
      if (!space.isFree(box, m.clear)) continue;
      const far = astray(box);
      if (far < 0) return { words, x, y, align };
      if (far >= least) continue;
      best = { words, x, y, align };
      least = far;
    }
  }
  return best;
}

/** How far two boxes are from one another. */
const gapOf = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a.x - b.x - b.w, b.x - a.x - a.w), Math.max(0, a.y - b.y - b.h, b.y - a.y - a.h));

/** As many halts on either side can be near enough for words to seem theirs. */
const NEIGHBOURS = 3;

/** How much farther a box stands from its own halt, with the name of that, than from any other; below 0 where its own is the nearest. */
function belonging(
  halt: Halt | null,
  halts: readonly Halt[],
  names: ReadonlyMap<Halt, Box>,
  m: PathMetrics,
): (box: Box) => number {
  const at = halt ? halts.indexOf(halt) : -1;
  if (at < 0) return () => -1;
  const boxesFor = (one: Halt): readonly Box[] => {
    const name = names.get(one);
    // The last one is for a number, that it seldom has.
    return [...boxesOfHalt(one, m).slice(0, -1), ...(name ? [name] : [])];
  };
  const own = halt ? boxesFor(halt) : [];
  const others = halts
    .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    .flatMap((one) => (one === halt ? [] : boxesFor(one)));
  return (box) => {
    const nearest = (boxes: readonly Box[]): number => Math.min(...boxes.map((one) => gapOf(box, one)));
    return nearest(own) - nearest(others);
  };
}

/** Words without a place, numbered from left to right, under their stage. */
function intoMargin(
  left: readonly Asked[],
  frame: MapFrame,
  m: PathMetrics,
): Pick<PathPlan, 'margin' | 'marginHeight'> {
  const numbers = new Map<string, number>();
  const ends = new Map<number, number>();
  const margin = [...left]
    .sort((a, b) => a.x - b.x)
    .flatMap((asked): MarginWords[] => {
      const stages = frame.columns.stages;
      const stage = stages.find(({ x, w }) => asked.x < x + w) ?? stages[stages.length - 1];
      const room = (stage?.w ?? frame.columns.w) - 1.4 * m.chip - 2 * m.margin.pad;
      const words = asked.breakings.find(({ w }) => w <= room) ?? asked.breakings[0];
      if (!words || !stage) return [];
      const key = `${asked.chipAt.x}/${asked.chipAt.y}`;
      const chip = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, chip);
      ends.set(stage.x, (ends.get(stage.x) ?? 0) + words.h + m.margin.gap);
      return [{ chip, at: asked.chipAt, words, stageX: stage.x }];
    });
  return { margin, marginHeight: margin.length === 0 ? 0 : Math.max(...ends.values()) + m.margin.pad };
}

function planIn(frame: MapFrame, jumpPlan: JumpPlan, height: number, m: PathMetrics): PathPlan {
  const { columns } = frame;
  const river: River = { top: 0, height, above: jumpPlan.above, below: jumpPlan.below };
  const halts = haltsIn(frame, river, m);
  const line = pathRoute(halts, lineSpan(frame, halts, m), m);
  const jumps = routesOf(jumpPlan, halts, frame, river, m);
  const pad = m.margin.gap;
  const bounds = { x: columns.x + pad, y: pad, w: Math.max(1, columns.w - 2 * pad), h: Math.max(1, height - 2 * pad) };
  const space = spaceIn(bounds, frame.m.moment);
  if (line) for (const box of boxesOn(line, m.line.casing / 2)) space.take(box);
  for (const halt of halts) for (const box of boxesOfHalt(halt, m)) space.take(box);
  for (const jump of jumps) {
    for (const box of jump.taken) space.take(box);
    const { x, y } = chipOnWay(jump);
    space.take({ x: x - m.chip / 2, y: y - m.chip / 2, w: m.chip, h: m.chip });
  }
  const placed: PlacedWords[] = [];
  const left: Asked[] = [];
  const names = new Map<Halt, Box>();
  for (const asked of askedOf(halts, jumps, frame, m)) {
    // On a sheet there is air enough, and what hangs on a wall keeps its look.
    const isFree = asked.isSaid && !frame.isPoster;
    const found = placeOf(asked, space, belonging(isFree ? asked.halt : null, halts, names, m), m);
    if (found) {
      const box = { x: found.x, y: found.y, w: found.words.w, h: found.words.h };
      placed.push(found);
      space.take(box);
      if (asked.halt && !asked.isSaid) names.set(asked.halt, box);
    } else left.push(asked);
  }
  return { river, halts, line, jumps, placed, ...intoMargin(left, frame, m) };
}

/** The line comes in from the left edge; it ends a little past its last halt, or runs on where another band follows. */
function lineSpan(
  frame: MapFrame,
  halts: readonly Halt[],
  m: PathMetrics,
): { readonly from: number; readonly to: number } {
  const { columns } = frame;
  const last = halts[halts.length - 1];
  const edge = columns.x + columns.w;
  const goesOn = shownStages(frame.doc).at(-1) !== columns.stages.at(-1)?.stage;
  return { from: columns.x, to: goesOn || !last ? edge : Math.min(edge - m.margin.pad, last.x + m.station.size) };
}

/** How high the path of a frame is: its river and its margin. */
export function plannedHeight(frame: MapFrame): { readonly height: number; readonly plan: PathPlan } {
  const m = pathMetrics(frame.isPoster, frame.air);
  const jumpPlan = jumpPlanOf(frame, m);
  const plan = planIn(frame, jumpPlan, riverHeight(jumpPlan.above, jumpPlan.below, m), m);
  return { height: plan.river.height + plan.marginHeight, plan };
}

const jumpPlanOf = (frame: MapFrame, m: PathMetrics): JumpPlan =>
  planJumps(frame, haltsIn(frame, { top: 0, height: m.levels.height, above: 0, below: 0 }, m));

/** The path for a height that is at least the planned one: its river takes what is more, unless its margin would then not fit. */
export function planFor(
  frame: MapFrame,
  { height: least, plan }: ReturnType<typeof plannedHeight>,
  height: number,
): PathPlan {
  if (height <= least + 0.01) return plan;
  const m = pathMetrics(frame.isPoster, frame.air);
  const wider = planIn(frame, jumpPlanOf(frame, m), height - plan.marginHeight, m);
  return wider.marginHeight <= plan.marginHeight + 0.01 ? wider : plan;
}
