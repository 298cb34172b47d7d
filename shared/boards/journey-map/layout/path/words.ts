import type { Target } from '../../../../scene/primitives';
import { quoted, typographic } from '../../../../text/typography';
import { type Align, type TextBlock, textBlock } from '../../../pieces/textBlock';
import { formatNumber } from '../../../pieces/valence';
import { formatIndicator, LOW_SAMPLE } from '../../format';
import type { EmotionPoint, Indicator, Jump } from '../../model';
import { lanesInOrder } from '../../order';
import type { MapFrame } from '../frame';
import type { Halt } from './halts';
import type { PathMetrics } from './pathMetrics';

/** An indicator under the name of its station. */
export interface Figure {
  readonly indicator: Indicator;
  readonly about: TextBlock;
  readonly value: TextBlock;
  readonly spark: boolean;
  readonly height: number;
}

/** What is written at one place: broken into lines, measured, not yet placed. */
export interface Words {
  readonly kind: 'station' | 'quote' | 'word' | 'jump';
  readonly target: Target;
  readonly main: TextBlock;
  /** The stored text, for writing in place. */
  readonly stored: string;
  readonly figures: readonly Figure[];
  /** Said where no figure is: what is missing is told. */
  readonly missing: TextBlock | null;
  readonly w: number;
  readonly h: number;
}

/** Words at their place. */
export interface PlacedWords {
  readonly words: Words;
  readonly x: number;
  readonly y: number;
  readonly align: Align;
}

/** Kept together: `CES, n = 57 *` does not break after its comma only where it must. */
function aboutText({ metric, value, n }: Indicator, frame: MapFrame): string {
  const name = frame.t(`journey.metric.${metric}`);
  if (value === null && n === null) return name;
  if (n === null) return `${name}, ${frame.t('journey.indicator.sampleUnknown')}`;
  const key = n < LOW_SAMPLE ? 'journey.indicator.sampleLow' : 'journey.indicator.sample';
  return `${name}, ${frame.t(key, { n: formatNumber(n, frame.lang) }).replace(/ /g, '\u00A0')}`;
}

function figureOf(indicator: Indicator, width: number, frame: MapFrame, m: PathMetrics): Figure {
  const { metric, value: style } = m.label;
  const about = textBlock(aboutText(indicator, frame), metric, width, frame);
  const { value: score } = indicator;
  const value =
    score === null
      ? textBlock(frame.t('journey.indicator.toMeasure'), metric, width, frame)
      : textBlock(formatIndicator(score, indicator.metric, frame.lang), style, width, frame);
  const room = width - value.width - m.label.gap;
  const spark = score !== null && indicator.trend.length > 1 && room >= m.label.sparkWidth;
  return { indicator, about, value, spark, height: about.height + value.height };
}

/** True where the map shows what is measured. */
const showsFigures = (frame: MapFrame): boolean =>
  lanesInOrder(frame.doc).some(({ kind, hidden }) => kind === 'indicators' && !hidden);

/** Name of a station with its figures; of a moment without touchpoints its figures alone, or nothing. */
export function stationWords(halt: Halt, width: number, frame: MapFrame, m: PathMetrics): Words | null {
  const { touchpoint, indicators } = halt;
  if (!touchpoint && indicators.length === 0) return null;
  const stored = touchpoint?.label ?? '';
  const main = textBlock(typographic(stored, frame.lang), m.label.name, width, frame);
  const figures = indicators.map((one) => figureOf(one, width, frame, m));
  const missing =
    figures.length === 0 && showsFigures(frame)
      ? textBlock(frame.t('journey.path.notMeasured'), m.label.metric, width, frame)
      : null;
  const spark = m.label.gap + m.label.sparkWidth;
  const w = Math.max(
    m.label.least,
    main.width,
    missing?.width ?? 0,
    ...figures.map((one) => Math.max(one.about.width, one.value.width + (one.spark ? spark : 0))),
  );
  const h = (touchpoint ? main.height : 0) + (missing?.height ?? 0) + figures.reduce((sum, one) => sum + one.height, 0);
  const [first] = indicators;
  const target: Target = touchpoint
    ? { kind: 'touchpoint', id: touchpoint.id }
    : { kind: 'indicator', id: first?.id ?? '' };
  return { kind: 'station', target, main, stored, figures, missing, w, h };
}

const plainWords = (kind: Words['kind'], target: Target, main: TextBlock, stored: string, least = 0): Words => ({
  kind,
  target,
  main,
  stored,
  figures: [],
  missing: null,
  w: Math.max(least, main.width),
  h: main.height,
});

/** What was said or felt at a halt. */
export function saidWords(
  point: EmotionPoint,
  kind: 'quote' | 'word',
  width: number,
  frame: MapFrame,
  m: PathMetrics,
): Words {
  const target = { kind: kind === 'quote' ? 'quote' : 'emotion-point', id: point.id };
  const text = kind === 'quote' ? quoted(point.quote, frame.lang) : typographic(point.word, frame.lang);
  const main = textBlock(text, kind === 'quote' ? m.quote : m.word, width, frame);
  return plainWords(kind, target, main, kind === 'quote' ? point.quote : point.word);
}

/** What a way is called; one without a name says what it is. */
export function jumpWords(jump: Jump, width: number, frame: MapFrame, m: PathMetrics): Words {
  const text = jump.label || frame.t(`journey.path.${jump.kind}`);
  const main = textBlock(typographic(text, frame.lang), m.jumpText, width, frame);
  return plainWords('jump', { kind: 'jump', id: jump.id }, main, jump.label, m.label.least);
}
