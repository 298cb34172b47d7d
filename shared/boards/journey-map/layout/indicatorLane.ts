import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { memoryOf, recall, stable } from '../../pieces/layoutMemo';
import { disc } from '../../pieces/shapes';
import { drawBlock, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import { formatNumber } from '../../pieces/valence';
import { formatIndicator, LOW_SAMPLE, trendOf } from '../format';
import type { Indicator, Lane } from '../model';
import { indicatorsIn } from '../order';
import type { MapFrame, Row } from './frame';
import { stackRow } from './stepStacks';

interface IndicatorShape {
  readonly indicator: Indicator;
  readonly width: number;
  readonly height: number;
  readonly metric: TextBlock;
  readonly value: TextBlock;
  readonly sample: TextBlock;
}

function sampleText(indicator: Indicator, frame: MapFrame): string {
  const { n } = indicator;
  if (n === null) return frame.t('journey.indicator.sampleUnknown');
  const key = n < LOW_SAMPLE ? 'journey.indicator.sampleLow' : 'journey.indicator.sample';
  // The figure keeps to its sign: `n = 57 *` never breaks.
  return frame.t(key, { n: formatNumber(n, frame.lang) }).replace(/ /g, '\u00A0');
}

/** Words in the place of the figure: smaller, on a line as high. */
const unmeasured = (figure: TextStyle): TextStyle => ({
  font: { ...figure.font, size: Math.round(figure.font.size * 0.72) },
  lineHeight: figure.lineHeight,
});

function measureIndicator(indicator: Indicator, width: number, frame: MapFrame): IndicatorShape {
  const m = frame.m.indicator;
  const metric = textBlock(frame.t(`journey.metric.${indicator.metric}`), m.metric, width, frame);
  const { value: score } = indicator;
  const value =
    score === null
      ? textBlock(frame.t('journey.indicator.toMeasure'), unmeasured(m.value), width, frame)
      : textBlock(formatIndicator(score, indicator.metric, frame.lang), m.value, width, frame);
  // How many answered says nothing where nobody was asked yet.
  const known = score !== null || indicator.n !== null;
  const sample = textBlock(known ? sampleText(indicator, frame) : '', m.sample, width, frame);
  return { indicator, width, metric, value, sample, height: metric.height + value.height + sample.height };
}

/** In a wide column the line stays near its metric: within so many times its own width. */
const WIDEST = 2.4;

/** Last readings as a line that ends in a dot: green when the last is not below the first, red when it is. */
function drawSparkline(out: Primitive[], shape: IndicatorShape, x: number, y: number, frame: MapFrame): void {
  const { trend } = shape.indicator;
  const m = frame.m.indicator;
  const room = shape.width - shape.metric.width - m.sparkRight - 4;
  const w = Math.min(m.sparkWidth, room);
  const first = trend[0];
  const last = trend[trend.length - 1];
  if (trend.length < 2 || first === undefined || last === undefined || w < m.sparkWidth / 2) return;
  const left = x + Math.min(shape.width, m.sparkWidth * WIDEST) - m.sparkRight - w;
  const top = y + (shape.metric.height - m.sparkHeight) / 2;
  const least = Math.min(...trend);
  const range = Math.max(...trend) - least || 1;
  const inset = m.sparkStroke * 1.5 + 1;
  const points = trend.flatMap((value, index) => [
    left + inset + (index * (w - 2 * inset)) / (trend.length - 1),
    top + m.sparkHeight - inset - ((value - least) / range) * (m.sparkHeight - 2 * inset),
  ]);
  const color = trendOf(trend) === 'falling' ? frame.theme.color.red : frame.theme.color.green;
  const [endX = 0, endY = 0] = points.slice(-2);
  out.push(
    { type: 'line', points, stroke: color, strokeWidth: m.sparkStroke, lineJoin: 'round', lineCap: 'round' },
    disc(endX, endY, m.sparkStroke * 1.5, color),
  );
}

function drawIndicator(shape: IndicatorShape, x: number, y: number, frame: MapFrame): GroupPrimitive {
  const children: Primitive[] = [];
  const { ink, ink2 } = frame.theme.color;
  drawBlock(children, shape.metric, x, y, ink2);
  drawSparkline(children, shape, x, y, frame);
  const valueTop = y + shape.metric.height;
  drawBlock(children, shape.value, x, valueTop, shape.indicator.value === null ? ink2 : ink);
  drawBlock(children, shape.sample, x, valueTop + shape.value.height, ink2);
  return {
    type: 'group',
    role: 'p',
    target: { kind: 'indicator', id: shape.indicator.id },
    bounds: { x, y, w: shape.width, h: shape.height },
    children,
  };
}

/** `Not measured` in full words: a gap is content. */
function missingText(frame: MapFrame): string {
  return `${frame.t('journey.indicator.notMeasured')}\n${frame.t('journey.indicator.toEquip')}`;
}

/** What is measured: value, trend and number of answers, one stack per step. */
export function indicatorRow(lane: Lane, frame: MapFrame): Row {
  const memory = memoryOf<IndicatorShape>(frame.memo, 'indicator');
  const { pad, gap, missing } = frame.m.indicator;
  const narrowest = Math.min(...[...frame.columns.stepById.values()].map((column) => column.w - pad[1] - pad[3]));
  const block = textBlock(missingText(frame), missing, narrowest, frame);
  const lead = frame.isPoster ? 0 : 2;
  return stackRow<Indicator, IndicatorShape>(lane, frame, {
    pad,
    gap,
    itemsOf: (step) => indicatorsIn(frame.doc, { laneId: lane.id, stepId: step.id }),
    measure: (indicator, width) =>
      recall(memory, indicator, frame.m, width, () => measureIndicator(indicator, width, frame)),
    draw: (shape, x, y) => drawIndicator(shape, x, y, frame),
    missing: {
      height: block.height + lead,
      draw: (column, x, y) =>
        stable(frame.memo, `missing/${lane.id}/${column.step.id}`, [x, y, block.lines], () => {
          const children: Primitive[] = [];
          const ink = frame.isPoster ? frame.theme.color.ink2 : frame.theme.color.ink3;
          drawBlock(children, block, x, y + lead, ink);
          return {
            type: 'group',
            role: 'p',
            bounds: { x, y, w: block.width, h: block.height + lead },
            children,
          } as const;
        }),
    },
  });
}
