import { type Curve, curveAt, monotoneCurve } from '../../pieces/emotionCurve';
import { formatNumber, formatSigned } from '../../pieces/valence';
import type { EmotionPoint } from '../model';
import { valenceToY, xOf } from './bandGeometry';
import type { PlannedCurve, PlannedGap, PlannedPoint, Spoken } from './emotionPlan';
import type { MapFrame } from './frame';
import { breakings } from './quoteBreakings';

/** From this distance on, in points of the scale, two curves differ enough to say so. */
const WORTH = { gain: 0.6, difference: 1 } as const;
/** At most so many are said on one band. */
const MOST = 2;

/** How strongly it is felt, as a curve through the points that say it: 0 % at the height of -2, 100 % at that of +2. */
export function intensityOf(points: readonly EmotionPoint[], frame: MapFrame, height: number): Curve | null {
  const known = points.flatMap((point) =>
    point.intensity !== null && frame.columns.stepById.has(point.stepId)
      ? [{ x: xOf(point, frame), y: valenceToY(-2 + point.intensity / 25, height, frame.m.emotion) }]
      : [],
  );
  return known.length > 1 ? monotoneCurve(known) : null;
}

const reaches = ({ points }: Curve, x: number): boolean =>
  points.length > 0 && x >= (points[0]?.x ?? 0) && x <= (points.at(-1)?.x ?? 0);

/** The farthest apart first, none beside another. */
function farthest(found: readonly PlannedGap[], least: number, apart: number): readonly PlannedGap[] {
  const sorted = found
    .filter(({ from, to }) => Math.abs(from - to) >= least)
    .sort((a, b) => Math.abs(b.from - b.to) - Math.abs(a.from - a.to) || a.x - b.x);
  const kept: PlannedGap[] = [];
  for (const gap of sorted)
    if (kept.length < MOST && kept.every(({ x }) => Math.abs(x - gap.x) > apart)) kept.push(gap);
  return kept;
}

/**
 * Where curves are farthest apart: what is aimed at above what the first persona feels today; else, of several personas, the moments they feel
 * most differently. Looked for at the points, where something was said. `scale` is the height of one point of the scale (negative: up).
 */
export function gapsOf(
  curves: readonly PlannedCurve[],
  points: readonly PlannedPoint[],
  scale: number,
): readonly PlannedGap[] {
  const today = curves.filter(({ state }) => state === 'current');
  const first = today.find(({ at }) => at === 0)?.curve;
  const target = curves.find(({ at, state }) => at === 0 && state === 'target')?.curve;
  const unit = Math.abs(scale);
  const xs = [...new Set(points.map(({ x }) => x))];
  if (first && target) {
    const gains = xs
      .filter((x) => reaches(first, x) && reaches(target, x))
      .map((x) => ({ x, from: curveAt(first, x), to: curveAt(target, x), kind: 'gain' as const }));
    return farthest(gains, WORTH.gain * unit, unit * 1.5);
  }
  if (today.length < 2) return [];
  const differences = xs.flatMap((x): PlannedGap[] => {
    const heights = today.filter(({ curve }) => reaches(curve, x)).map(({ curve }) => curveAt(curve, x));
    return heights.length < 2 ? [] : [{ x, from: Math.max(...heights), to: Math.min(...heights), kind: 'difference' }];
  });
  return farthest(differences, WORTH.difference * unit, unit * 1.5);
}

/** A gap in words at its lower end: `+2,4`, `écart 1,8`. */
export function gapWords(
  gap: PlannedGap,
  points: readonly PlannedPoint[],
  scale: number,
  frame: MapFrame,
): readonly Spoken[] {
  const nearest = points.reduce<PlannedPoint | null>(
    (best, point) => (!best || Math.abs(point.x - gap.x) < Math.abs(best.x - gap.x) ? point : best),
    null,
  );
  if (!nearest) return [];
  const value = Math.round(((gap.to - gap.from) / scale) * 10) / 10;
  const text =
    gap.kind === 'gain'
      ? formatSigned(value, frame.lang)
      : frame.t('journey.emotion.difference', { value: formatNumber(Math.abs(value), frame.lang) });
  const y = Math.max(gap.from, gap.to);
  const face = { x: gap.x, y, r: nearest.size / 2 };
  return [
    {
      point: nearest.point,
      kind: 'gap',
      saying: { face, isValley: false, breakings: breakings(text, frame.m.emotion.word, frame) },
    },
  ];
}
