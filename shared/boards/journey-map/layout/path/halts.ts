import { join } from '../../../../model/reading';
import type { EmotionPoint, Indicator, Medium, Step, Touchpoint } from '../../model';
import { indicatorsIn, lanesInOrder } from '../../order';
import { shownPoints } from '../../shown';
import { stationsIn } from '../../stations';
import type { MapFrame } from '../frame';
import type { PathMetrics } from './pathMetrics';

/** A place that the path passes: a touchpoint, or a moment that has none. */
export interface Halt {
  readonly step: Step;
  readonly touchpoint: Touchpoint | null;
  readonly points: readonly EmotionPoint[];
  readonly indicators: readonly Indicator[];
  readonly x: number;
  readonly y: number;
}

type Level = 'onFar' | 'onNear' | 'middle' | 'offNear' | 'offFar';

/** Heights of the levels inside a river, and of its channels. */
export interface River {
  readonly top: number;
  readonly height: number;
  /** Ways that run above the upper bank's stations, and below the lower one's. */
  readonly above: number;
  readonly below: number;
}

/** Height of a place of the natural river (0..`levels.height`) in this one, which may be stretched and have channels. */
export function riverY(at: number, { top, height, above, below }: River, { levels }: PathMetrics): number {
  const room = height - (above + below) * levels.channel;
  return top + above * levels.channel + (at * room) / levels.height;
}

/** Height that a river needs. */
export const riverHeight = (above: number, below: number, { levels }: PathMetrics): number =>
  levels.height + (above + below) * levels.channel;

/**
 * How far out each station lies on its bank: stations that follow one another on a bank alternate, so that their names have room. The
 * first lies far out; where there is an odd number, three or more, it is the middle that does: the line comes and leaves near.
 */
export function levelsOf(mediums: readonly (Medium | null)[]): readonly Level[] {
  const levels: Level[] = mediums.map(() => 'middle');
  const known = mediums.flatMap((medium, at) => (medium ? [{ medium, at }] : []));
  let from = 0;
  while (from < known.length) {
    const { medium } = known[from] ?? { medium: 'online' };
    let to = from;
    while (known[to]?.medium === medium) to++;
    const length = to - from;
    const startsNear = length % 2 === 1 && length > 2;
    for (let index = from; index < to; index++) {
      const isFar = (index - from) % 2 === (startsNear ? 1 : 0);
      const side = medium === 'online' ? 'on' : 'off';
      levels[known[index]?.at ?? 0] = `${side}${isFar ? 'Far' : 'Near'}`;
    }
    from = to;
  }
  return levels;
}

interface Standing extends Omit<Halt, 'y'> {
  readonly medium: Medium | null;
}

/** What the path passes in these columns, each with the faces and indicators that belong to it. */
function standing(frame: MapFrame): readonly Standing[] {
  const { doc, columns } = frame;
  const lanes = lanesInOrder(doc).filter(({ hidden }) => !hidden);
  const points = new Map<string, EmotionPoint[]>();
  for (const lane of lanes) {
    if (lane.kind !== 'emotion') continue;
    const shown = shownPoints(doc, lane);
    // Of two curves the path shows the one that its map is about.
    const own = shown.filter(({ state }) => state === doc.info.state);
    for (const point of own.length > 0 ? own : shown) join(points, point.stepId, point);
  }
  return [...columns.stepById.values()].flatMap(({ step, x, w }) => {
    const stations = stationsIn(doc, step.id);
    const count = Math.max(1, stations.length);
    const felt = points.get(step.id) ?? [];
    const measured = lanes
      .filter(({ kind }) => kind === 'indicators')
      .flatMap(({ id }) => indicatorsIn(doc, { laneId: id, stepId: step.id }));
    return Array.from({ length: count }, (_, at): Standing => {
      const touchpoint = stations[at] ?? null;
      return {
        step,
        touchpoint,
        medium: touchpoint?.medium ?? null,
        points: felt.filter(({ offset }) => Math.min(count - 1, Math.floor(offset * count)) === at),
        indicators: measured.filter((_, index) => Math.min(count - 1, index) === at),
        x: x + ((at + 0.5) * w) / count,
      };
    });
  });
}

/** Where the path passes, from left to right, in a river. */
export function haltsIn(frame: MapFrame, river: River, m: PathMetrics): readonly Halt[] {
  const all = standing(frame);
  const levels = levelsOf(all.map(({ medium }) => medium));
  return all.map(({ medium: _, ...halt }, at) => ({
    ...halt,
    y: riverY(m.levels[levels[at] ?? 'middle'], river, m),
  }));
}

/** Reach of a halt's mark from its middle. */
export const reachOf = ({ touchpoint }: Halt, m: PathMetrics): number =>
  touchpoint ? m.station.size / 2 + m.station.halo : m.halt / 2 + m.station.halo;
