import type { Stage } from '../boards/journey-map/model';

/** Who comes into each stage and goes on, and the minutes of its duration in which nothing happens. All figures are invented. */
export type StageFlow = Pick<Stage, 'entered' | 'wentOn' | 'deadTime'>;

const DAY = 1440;

const flow = (entered: number, wentOn: number, deadDays: number): StageFlow => ({
  entered,
  wentOn,
  deadTime: Math.round(deadDays * DAY),
});

/** Of a thousand people who notice that their shoes are worn. */
export const CURRENT_FLOWS: readonly StageFlow[] = [
  flow(1000, 820, 2),
  flow(820, 640, 1),
  flow(640, 310, 6),
  flow(310, 262, 0),
  flow(262, 251, 0),
  flow(251, 222, 3),
];

/** Of a thousand, as the pilot lets one hope. */
export const TARGET_FLOWS: readonly StageFlow[] = [
  flow(1000, 900, 0),
  flow(900, 790, 0.5),
  flow(790, 610, 0.5),
  flow(610, 540, 0),
  flow(540, 525, 0),
  flow(525, 498, 1 / 12),
];

/** Of the people who come to the calculator of lost time. */
export const BUSINESS_FLOWS: readonly StageFlow[] = [
  flow(1200, 640, 0),
  flow(640, 310, 2),
  flow(310, 96, 3),
  flow(96, 58, 16),
  flow(58, 58, 1),
  flow(58, 51, 0),
];

/** From a moment to another, or out of the journey: stage and moment, from 0. */
export interface SampleWay {
  readonly from: readonly [stage: number, step: number];
  readonly to: readonly [stage: number, step: number] | null;
}

/** Back to the forum, out at the basket, and round to where others ask for advice. */
export const CURRENT_WAYS: readonly SampleWay[] = [
  { from: [2, 1], to: [2, 0] },
  { from: [2, 1], to: null },
  { from: [5, 1], to: [1, 0] },
];

/** Round to where others are referred. */
export const TARGET_WAYS: readonly SampleWay[] = [{ from: [5, 1], to: [1, 0] }];

/** From the contract back to the sales rep. */
export const BUSINESS_WAYS: readonly SampleWay[] = [{ from: [3, 2], to: [3, 1] }];
