import type { StepId } from '../../../../base/ids';
import { memoised } from '../../../../model/reading';
import type { Box } from '../../../../scene/primitives';
import type { JourneyMapDoc, Jump } from '../../model';
import { columnOf } from '../../order';
import type { MapFrame } from '../frame';
import { type Halt, type River, riverY } from './halts';
import type { PathMetrics } from './pathMetrics';
import { boxesOn, curveTo, joined, lineTo, type Route, type Spot } from './route';

/** A way back, around or out, drawn; `arrow` tells where it points, null for one that ends in a bar or beyond the sheet. */
export interface JumpRoute {
  readonly jump: Jump;
  readonly route: Route;
  readonly arrow: { readonly at: Spot; readonly down: boolean } | null;
  readonly bar: { readonly at: Spot } | null;
  /** Where its words are wished: a stretch of it, above which they stand, or a point. */
  readonly words: { readonly from: number; readonly to: number; readonly y: number; readonly above: boolean };
  readonly taken: readonly Box[];
}

/** Ways in the order of where they leave. */
const inOrder = memoised((doc: JourneyMapDoc): readonly Jump[] =>
  Object.values<Jump>(doc.jumps).sort(
    (a, b) =>
      columnOf(doc, a.fromStepId) - columnOf(doc, b.fromStepId) ||
      columnOf(doc, a.toStepId ?? a.fromStepId) - columnOf(doc, b.toStepId ?? b.fromStepId) ||
      (a.id < b.id ? -1 : 1),
  ),
);

interface Plan {
  readonly jump: Jump;
  /** Halts it joins in these columns; null where it goes on beyond them. */
  readonly from: Halt | null;
  readonly to: Halt | null;
  /** Beyond which edge the missing end lies. */
  readonly edge: 'left' | 'right';
  /** Channel it runs through, counted from the bank outwards; null for an arc and for a way out. */
  readonly channel: { readonly side: 'above' | 'below'; readonly at: number } | null;
}

const isOnline = (halt: Halt | null): boolean => halt?.touchpoint?.medium === 'online';

/** True for two stations of one bank that follow one another: an arc joins them. */
function isArc(halts: readonly Halt[], from: Halt | null, to: Halt | null): boolean {
  if (!from?.touchpoint || !to?.touchpoint || from.touchpoint.medium !== to.touchpoint.medium) return false;
  return Math.abs(halts.indexOf(from) - halts.indexOf(to)) === 1;
}

/** How the ways of these columns run: which channels there are, and who takes which. */
export interface JumpPlan {
  readonly plans: readonly Plan[];
  readonly above: number;
  readonly below: number;
}

/** Plans the ways that begin or end in these columns. Heights of halts do not matter yet. */
export function planJumps(frame: MapFrame, halts: readonly Halt[]): JumpPlan {
  const { doc, columns } = frame;
  const lastOf = (id: StepId) => halts.findLast(({ step }) => step.id === id) ?? null;
  const firstOf = (id: StepId) => halts.find(({ step }) => step.id === id) ?? null;
  const firstColumn = halts[0] ? columnOf(doc, halts[0].step.id) : 0;
  const count = { above: 0, below: 0 };
  const plans = inOrder(doc).flatMap((jump): Plan[] => {
    const { fromStepId, toStepId } = jump;
    const from = lastOf(fromStepId);
    const to = toStepId ? firstOf(toStepId) : null;
    const missing = from ? toStepId : fromStepId;
    if ((!from && !to) || (missing && !doc.steps[missing])) return [];
    const edge = missing && columnOf(doc, missing) < firstColumn ? 'left' : 'right';
    if (toStepId === null || isArc(halts, from, to)) return from ? [{ jump, from, to, edge, channel: null }] : [];
    const side = (!from || isOnline(from)) && (!to || isOnline(to)) ? 'above' : 'below';
    return [{ jump, from, to, edge, channel: { side, at: count[side]++ } }];
  });
  return columns.stages.length === 0 ? { plans: [], above: 0, below: 0 } : { plans, ...count };
}

/** Stretches of a way that are no rounder than this are straight. */
const STEP = 6;

function arcRoute({ jump, from, to }: Plan, m: PathMetrics): JumpRoute | null {
  if (!from || !to) return null;
  const up = isOnline(from) ? -1 : 1;
  const reach = m.station.size / 2 + m.station.halo;
  const back = to.x < from.x;
  const leave = { x: from.x - m.chip * 0.6, y: from.y + up * reach };
  const head = { x: to.x + (back ? m.chip * 0.2 : -m.chip * 0.6), y: to.y + up * (reach + m.jump.head * 0.8) };
  const out = up < 0 ? Math.min(from.y, to.y) : Math.max(from.y, to.y);
  const peak = out + up * (reach + m.jump.reach * 1.5);
  const route = joined(leave, [curveTo(leave, { x: leave.x, y: peak }, { x: head.x, y: peak }, head)]);
  const middle = (leave.x + head.x) / 2;
  const top = route.spots.reduce((most, { y }) => (up < 0 ? Math.min(most, y) : Math.max(most, y)), leave.y);
  return {
    jump,
    route,
    arrow: { at: head, down: up < 0 },
    bar: null,
    words: { from: middle, to: middle, y: top, above: up < 0 },
    taken: boxesOn(route, m.jump.loop),
  };
}

function exitRoute({ jump, from }: Plan, m: PathMetrics): JumpRoute | null {
  if (!from) return null;
  const up = isOnline(from) ? -1 : 1;
  const reach = m.station.size / 2 + m.station.halo;
  const start = { x: from.x, y: from.y + up * reach };
  const end = { x: start.x, y: start.y + up * m.jump.reach };
  const route = joined(start, [lineTo(start, end, STEP)]);
  const bar = { x: end.x - m.jump.bar / 2, y: end.y - m.jump.exit / 2, w: m.jump.bar, h: m.jump.exit };
  return {
    jump,
    route,
    arrow: null,
    bar: { at: end },
    words: { from: end.x, to: end.x, y: end.y + up * m.jump.exit, above: up < 0 },
    taken: [...boxesOn(route, m.jump.exit), bar],
  };
}

/** Up or down to its channel, along it, and back to the other station. */
function channelRoute(plan: Plan, frame: MapFrame, river: River, m: PathMetrics): JumpRoute | null {
  const { jump, from, to, edge, channel } = plan;
  if (!channel) return null;
  const { columns } = frame;
  const beyond = edge === 'left' ? columns.x : columns.x + columns.w;
  const up = channel.side === 'above' ? -1 : 1;
  const reach = m.station.size / 2 + m.station.halo;
  const depth = (channel.at + 0.75) * m.levels.channel;
  const y = up < 0 ? riverY(0, river, m) - depth : riverY(m.levels.height, river, m) + depth;
  const startX = from ? from.x - m.chip * 0.55 : beyond;
  const endX = to ? to.x - m.chip * 1.05 : beyond;
  const way = Math.sign(endX - startX) || 1;
  const round = Math.min(m.jump.round, Math.abs(endX - startX) / 2);
  const start: Spot = from ? { x: startX, y: from.y + up * reach } : { x: startX, y };
  const parts: Route[] = [];
  let at = start;
  const go = (next: Spot) => {
    parts.push(lineTo(at, next, STEP));
    at = next;
  };
  const turn = (corner: Spot, next: Spot) => {
    parts.push(curveTo(at, corner, corner, next));
    at = next;
  };
  if (from) {
    go({ x: startX, y: y - up * round });
    turn({ x: startX, y }, { x: startX + way * round, y });
  }
  go({ x: to ? endX - way * round : endX, y });
  const head = to ? { x: endX, y: to.y + up * (reach + m.jump.head * 0.8) } : null;
  if (head) {
    turn({ x: endX, y }, { x: endX, y: y - up * round });
    go(head);
  }
  const route = joined(start, parts);
  return {
    jump,
    route,
    arrow: head ? { at: head, down: up < 0 } : null,
    bar: null,
    words: { from: Math.min(startX, endX) + round, to: Math.max(startX, endX) - round, y: y - m.chip / 2, above: true },
    taken: boxesOn(route, m.jump.loop),
  };
}

/** Draws the ways of a plan in a river. */
export const routesOf = (
  { plans }: JumpPlan,
  halts: readonly Halt[],
  frame: MapFrame,
  river: River,
  m: PathMetrics,
): readonly JumpRoute[] =>
  plans.flatMap((plan) => {
    // The halts of the plan stood in another river: the same ones, at their heights in this one.
    const here = (halt: Halt | null): Halt | null =>
      halt && (halts.find(({ step, touchpoint }) => step === halt.step && touchpoint === halt.touchpoint) ?? null);
    const placed = { ...plan, from: here(plan.from), to: here(plan.to) };
    const made = placed.channel
      ? channelRoute(placed, frame, river, m)
      : placed.to
        ? arcRoute(placed, m)
        : exitRoute(placed, m);
    return made ?? [];
  });
