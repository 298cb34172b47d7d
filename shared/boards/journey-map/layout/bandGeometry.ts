import type { EmotionPoint } from '../model';
import type { MapFrame } from './frame';
import type { JourneyMetrics } from './metrics';

type EmotionMetrics = JourneyMetrics['emotion'];

/** Height of a valence in a band, from its top. Both ends keep `pad` free for the faces. */
export const valenceToY = (valence: number, height: number, m: Pick<EmotionMetrics, 'pad'>): number =>
  height / 2 - (valence / 2) * (height / 2 - m.pad);

/** Valence (-2..+2) at a height of a band, from its top. */
export function yToValence(y: number, height: number, m: Pick<EmotionMetrics, 'pad'>): number {
  const valence = ((height / 2 - y) / (height / 2 - m.pad)) * 2;
  return Math.min(2, Math.max(-2, valence));
}

/** Abscissa of a point: its place in the column of its step. */
export function xOf(point: EmotionPoint, frame: MapFrame): number {
  const column = frame.columns.stepById.get(point.stepId);
  return column ? column.x + point.offset * column.w : frame.columns.x;
}
