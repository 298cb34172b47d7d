import type { Align } from '../../../pieces/textBlock';
import { type Halt, reachOf } from './halts';
import type { JumpRoute } from './jumpRoutes';
import type { PathMetrics } from './pathMetrics';

/** A place that words may take: their upper left corner, and to which side their lines stand. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly align: Align;
}

interface Size {
  readonly w: number;
  readonly h: number;
}

/** Where the name of a station may stand, best first: outwards, inwards, to the sides; near before far. */
export function stationPlaces(halt: Halt, { w, h }: Size, m: PathMetrics): readonly Place[] {
  const reach = reachOf(halt, m);
  const { x, y } = halt;
  const face = halt.points.length > 0 ? m.face.right + m.face.size / 2 : reach;
  const isOnline = halt.touchpoint?.medium === 'online';
  const places: Place[] = [];
  for (const away of [0, m.near * 1.5, m.near * 3.5]) {
    const above = y - reach - m.near - away - h;
    const below = y + reach + m.near - 2 + away;
    const across: readonly (readonly [number, Align])[] = [
      [x - w / 2, 'center'],
      [x - reach, 'left'],
      [x + reach - w, 'right'],
      [x - w + 2, 'right'],
      [x - 2, 'left'],
      [x + reach * 0.4, 'left'],
      [x - reach * 0.4 - w, 'right'],
    ];
    for (const [left, align] of across) places.push({ x: left, y: isOnline ? above : below, align });
    for (const [left, align] of across) places.push({ x: left, y: isOnline ? below : above, align });
    for (const shift of [-0.5, -0.85, -0.15, -1.2, 0.2]) {
      places.push({ x: x - reach - m.near - away - w, y: y + shift * h, align: 'right' });
      places.push({ x: x + (shift > -0.3 ? reach : face) + m.near + away, y: y + shift * h, align: 'left' });
    }
  }
  return places;
}

/** Where something said may stand: around its halt, the nearer the better. */
export function saidPlaces(halt: Halt, { w, h }: Size, m: PathMetrics): readonly Place[] {
  const reach = reachOf(halt, m);
  const { x, y } = halt;
  const places: (Place & { readonly cost: number })[] = [];
  const add = (left: number, top: number, align: Align, cost: number) => places.push({ x: left, y: top, align, cost });
  for (let ring = 0; ring < 7; ring++) {
    const away = m.near * (1 + ring * 2.2);
    for (const slide of [0, -0.35, 0.35, -0.7, 0.7]) {
      const left = x - w / 2 + slide * w;
      const align = slide < 0 ? 'right' : slide > 0 ? 'left' : 'center';
      const cost = away + Math.abs(slide) * w * 0.5;
      add(left, y - reach - away - h, align, cost);
      add(left, y + reach + away, align, cost + 1);
    }
    for (const shift of [-0.5, -0.8, -0.2, -1.2, 0.2, -1.7, 0.7]) {
      const cost = away + Math.abs(shift + 0.5) * h * 0.6;
      add(x + reach + away + m.face.size * 0.5, y + shift * h, 'left', cost);
      add(x - reach - away - w, y + shift * h, 'right', cost);
    }
  }
  return places.sort((a, b) => a.cost - b.cost);
}

/**
 * Where the words of a way may stand: over its channel, from the middle outwards, or beside the turns at its ends; at the peak of an arc;
 * beside the bar of an exit.
 */
export function jumpPlaces({ words, bar }: JumpRoute, { w, h }: Size, m: PathMetrics): readonly Place[] {
  const { from, to, y, above } = words;
  const middle = (from + to) / 2;
  const places: Place[] = [];
  if (to > from) {
    const room = Math.max(0, to - from - w);
    for (let step = 0; step <= 12; step++) {
      const shift = ((step % 2 ? 1 : -1) * Math.ceil(step / 2) * room) / 12;
      places.push({ x: middle - w / 2 + shift, y: y - m.clear - h, align: 'left' });
      places.push({ x: middle - w / 2 + shift, y: y + m.chip + m.clear, align: 'left' });
    }
    const beside = m.jump.round + m.near;
    for (const top of [y - m.clear - h, y - h * 2]) {
      places.push({ x: to + beside, y: top, align: 'left' });
      places.push({ x: from - beside - w, y: top, align: 'right' });
    }
    return places;
  }
  for (const away of [m.near, m.near * 2.5, m.near * 5, m.near * 8]) {
    const outer = above ? y - away - h : y + away;
    for (const slide of [0, -0.4, 0.4, -0.7, 0.7])
      places.push({ x: middle - w / 2 + slide * w, y: outer, align: 'center' });
    const side = bar ? m.jump.bar / 2 : m.chip;
    for (const shift of [-0.5, 0, -1]) {
      places.push({ x: middle + side + away, y: y + shift * h, align: 'left' });
      places.push({ x: middle - side - away - w, y: y + shift * h, align: 'right' });
    }
  }
  return places;
}
