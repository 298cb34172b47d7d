import type { JourneyMapDoc, Stage } from '../../model';
import { totalSteps, widthInSteps } from '../columns';

/**
 * Cuts the stages, in order, into `count` bands whose widest is as narrow as can be (linear partition by bisection on the
 * widest allowed). Fewer bands come back where there are fewer stages.
 */
export function bandsOf(doc: JourneyMapDoc, stages: readonly Stage[], count: number): readonly (readonly Stage[])[] {
  const widths = stages.map((stage) => widthInSteps(doc, stage.id));
  let low = Math.max(1, ...widths);
  let high = Math.max(1, totalSteps(doc, stages));
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cutBy(widths, middle).length <= count) high = middle;
    else low = middle + 1;
  }
  let at = 0;
  return cutBy(widths, low).map((length) => {
    at += length;
    return stages.slice(at - length, at);
  });
}

/** Lengths of the bands when none may be wider than `most`. */
function cutBy(widths: readonly number[], most: number): readonly number[] {
  const lengths: number[] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const next of widths) {
    if (width + next > most) {
      lengths.push(0);
      width = 0;
    }
    lengths[lengths.length - 1] = (lengths[lengths.length - 1] ?? 0) + 1;
    width += next;
  }
  return lengths;
}
