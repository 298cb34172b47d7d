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
    return breakings.length === 0 ? [] : [{ breakings, places, chipAt: chipSpot(halt, m), x: halt.x }];
  });
  const ways = jumps.map((route): Asked => {
    const breakings = JUMP_WIDTHS.map((share) => jumpWords(route.jump, share * moment, frame, m));
    const chipAt = chipOnWay(route);
    return { breakings, places: (words) => jumpPlaces(route, words, m), chipAt, x: chipAt.x };
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
              },
            ],
      ),
    ),
  );
  return [...names, ...ways, ...said];
}

/** The first place that is free, in the breaking that has one. */
function placeOf(asked: Asked, space: Space, m: PathMetrics): PlacedWords | null {
  for (const words of asked.breakings) {
    for (const { x, y, align } of asked.places(words)) {
      if (space.isFree({ x, y, w: words.w, h: words.h }, m.clear)) return { words, x, y, align };
    }
  }
  return null;
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
  for (const asked of askedOf(halts, jumps, frame, m)) {
    const found = placeOf(asked, space, m);
    if (found) {
      placed.push(found);
      space.take({ x: found.x, y: found.y, w: found.words.w, h: found.words.h });
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
