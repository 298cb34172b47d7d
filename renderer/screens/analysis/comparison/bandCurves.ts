import { emotionFacts } from '@shared/analysis/journeyFacts';
import { valenceToY } from '@shared/boards/journey-map/layout/bandGeometry';
import { screenMetrics } from '@shared/boards/journey-map/layout/screenMetrics';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type Curve, curveAt, emotionCurve, type FeltPoint, scaledCurve } from '@shared/boards/pieces/emotionCurve';
import type { Box } from '@shared/scene/primitives';
import type { Point } from '@/canvas/camera';
import type { MapPlaces } from './differencePlaces';

/** The band that curves are drawn over, and what stands on the map around it. */
export interface OnBand {
  readonly band: Box;
  readonly places: MapPlaces;
  readonly form: 'screen' | 'compact';
}

/** Height of a valence, in units of the scene. */
export const heightOf = (valence: number, { band, form }: OnBand): number =>
  band.y + valenceToY(valence, band.h, screenMetrics(form).emotion);

/** The curve through points that come from left to right, as far as the stages of its ends. */
export function curveOver(points: readonly FeltPoint[], on: OnBand): Curve {
  const [first, last] = [points[0], points.at(-1)];
  const stages = [...on.places.stages.values()];
  const around = (x: number) => stages.find((stage) => x >= stage.x && x <= stage.x + stage.w);
  const [start, end] = [around(first?.x ?? 0), around(last?.x ?? 0)];
  const from = start?.x ?? first?.x ?? 0;
  const to = end ? end.x + end.w : (last?.x ?? 0);
  return scaledCurve(emotionCurve(points, { from, to }), heightOf(1, on) - heightOf(0, on), heightOf(0, on));
}

/** The curves that this map draws itself: of each persona, what is felt and what is aimed at. */
export function ownCurves(doc: JourneyMapDoc, on: OnBand): readonly Curve[] {
  return (['current', 'target'] as const).flatMap((state) => {
    const facts = emotionFacts(doc, state);
    return [...new Set(facts.map(({ curve }) => curve))].map((whose) => {
      const points = facts.flatMap(({ curve, stepId, offset, valence }) => {
        const column = on.places.steps.get(stepId);
        return column && curve === whose ? [{ x: column.x + offset * column.w, valence }] : [];
      });
      return curveOver(
        points.sort((a, b) => a.x - b.x),
        on,
      );
    });
  });
}

/** Distance at which a curve is sampled, and from which on two curves are seen apart, in units of the scene. */
const SAMPLE = 4;
const APART = 3;
/** Shorter stretches are none. */
const SHORTEST = 4;

/** The stretches of a curve that do not run along one of the others. */
export function runsBeside(curve: Curve, others: readonly Curve[]): readonly (readonly Point[])[] {
  const [from, to] = [curve.points[0]?.x ?? 0, curve.points.at(-1)?.x ?? 0];
  const isAlong = ({ x, y }: Point) =>
    others.some((other) => {
      const [first, last] = [other.points[0], other.points.at(-1)];
      return first && last && x >= first.x && x <= last.x && Math.abs(curveAt(other, x) - y) < APART;
    });
  const runs: Point[][] = [];
  let run: Point[] = [];
  const parts = Math.max(1, Math.ceil((to - from) / SAMPLE));
  for (let at = 0; at <= parts && to > from; at += 1) {
    const x = from + ((to - from) * at) / parts;
    const point = { x, y: curveAt(curve, x) };
    if (!isAlong(point)) run.push(point);
    if (at < parts && !isAlong(point)) continue;
    if (run.length >= SHORTEST) runs.push(run);
    run = [];
  }
  return runs;
}
