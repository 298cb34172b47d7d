import { type IndicatorId, isId, type LaneId, type StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asNumber, asOneOf, type Clean, orNull } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { moveTo, orderAt } from '../../../model/orderKey';
import { type Indicator, type JourneyMapDoc, METRICS, type Metric } from '../model';
import { isStepCell } from './journeyDraft';

/** Range of each score: NPS -100..100, CSAT 0..100 (%), CES 1..7 (mean); tenths. */
export const METRIC_RANGE: Readonly<Record<Metric, { readonly min: number; readonly max: number }>> = {
  nps: { min: -100, max: 100 },
  csat: { min: 0, max: 100 },
  ces: { min: 1, max: 7 },
};

/** Most readings of a trend. */
const MAX_READINGS = 60;

export type IndicatorFields = Pick<Indicator, 'metric' | 'value' | 'n' | 'trend'>;

const asMetric = asOneOf(METRICS);
const asCount = orNull(asNumber(0, Number.MAX_SAFE_INTEGER, 1));
const asScore = (metric: Metric): Clean<number> => asNumber(METRIC_RANGE[metric].min, METRIC_RANGE[metric].max, 10);
const asReadings = (metric: Metric, readings: readonly number[]): number[] =>
  readings
    .map(asScore(metric))
    .filter((reading) => reading !== undefined)
    .slice(-MAX_READINGS);

/**
 * The reading an indicator shows with some fields changed. A value replaces the last reading of the trend; a trend without a
 * value gives it (its last reading). Without a value (null: still to be measured) the readings stay.
 */
function changed(from: IndicatorFields, fields: Partial<IndicatorFields>): IndicatorFields {
  const metric = asMetric(fields.metric) ?? from.metric;
  const n = asCount(fields.n) === undefined ? from.n : (asCount(fields.n) ?? null);
  const given = fields.trend && asReadings(metric, fields.trend);
  const trend = given ?? asReadings(metric, from.trend);
  const score = orNull(asScore(metric));
  const asked = score(fields.value);
  const last = given?.at(-1);
  const value = asked !== undefined ? asked : (last ?? score(from.value) ?? null);
  const renews = value !== null && trend.length > 0 && !given;
  return { metric, value, n, trend: renews ? [...trend.slice(0, -1), value] : trend };
}

const inCell = (laneId: LaneId, stepId: StepId) => (item: Indicator) =>
  item.laneId === laneId && item.stepId === stepId;

export interface AddIndicator {
  readonly id: IndicatorId;
  readonly laneId: LaneId;
  readonly stepId: StepId;
  /** Index in the cell; null is the end. */
  readonly at: number | null;
  readonly fields: Partial<IndicatorFields>;
}

/** Adds a score to a step; without a value it is still to be measured. */
export const addIndicator = defineCommand<JourneyMapDoc, AddIndicator>(
  'journey.addIndicator',
  (draft, { id, laneId, stepId, at, fields }) => {
    if (!isStepCell(draft, 'indicators', laneId, stepId) || !isId(id) || entity(draft.indicators, id)) return;
    const order = orderAt<Indicator>(draft.indicators, inCell(laneId, stepId), at);
    draft.indicators[id] = {
      id,
      laneId,
      stepId,
      order,
      ...changed({ metric: 'csat', value: null, n: null, trend: [] }, fields),
    };
  },
);

/** Sets metric, value (rounded to 0.1 and clamped to the metric's range; null takes it away), number of answers and trend. */
export const setIndicatorFields = defineCommand<
  JourneyMapDoc,
  { readonly id: IndicatorId; readonly fields: Partial<IndicatorFields> }
>('journey.setIndicatorFields', (draft, { id, fields }) => {
  const indicator = entity(draft.indicators, id);
  if (!indicator) return;
  const { metric, value, n, trend } = changed(indicator, fields);
  if (indicator.metric !== metric) indicator.metric = metric;
  if (indicator.value !== value) indicator.value = value;
  if (indicator.n !== n) indicator.n = n;
  if (JSON.stringify(indicator.trend) !== JSON.stringify(trend)) indicator.trend = [...trend];
});

export interface MoveIndicator {
  readonly id: IndicatorId;
  readonly laneId: LaneId;
  readonly stepId: StepId;
  /** Index in the cell without the indicator itself; null is the end. */
  readonly at: number | null;
}

/** Moves a score to a place of a step. */
export const moveIndicator = defineCommand<JourneyMapDoc, MoveIndicator>(
  'journey.moveIndicator',
  (draft, { id, laneId, stepId, at }) => {
    const indicator = entity(draft.indicators, id);
    if (!indicator || !isStepCell(draft, 'indicators', laneId, stepId)) return;
    const belongs = inCell(laneId, stepId);
    if (belongs(indicator)) return moveTo<Indicator>(draft.indicators, id, belongs, at);
    const order = orderAt<Indicator>(draft.indicators, belongs, at);
    Object.assign(indicator, { laneId, stepId, order });
  },
);

/** Deletes scores. */
export const deleteIndicators = defineCommand<JourneyMapDoc, { readonly ids: readonly IndicatorId[] }>(
  'journey.deleteIndicators',
  (draft, { ids }) => {
    for (const id of ids) if (entity(draft.indicators, id)) delete draft.indicators[id];
  },
);
