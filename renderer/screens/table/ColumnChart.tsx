import type { Chart, ColumnView } from '@shared/table/view';
import { dayWords, labelWords, numberWords, plainNumber, type Words, withUnit } from '@shared/table/words';
import styles from './ColumnChart.module.css';
import { useWords } from './tableContext';

const WIDTH = 102;
const HEIGHT = 46;

/** How a column is spread: grey for the file, blue for the segment inside it. */
export function ColumnChart({ column }: { readonly column: ColumnView }) {
  const words = useWords();
  const { t, lang } = words;
  const { chart } = column;
  switch (chart.kind) {
    case 'bins':
    case 'months':
      return <Bars column={column} chart={chart} words={words} />;
    case 'labels':
      return <Labels column={column} chart={chart} words={words} />;
    case 'different':
      return <div className={styles.words}>{t('tables.different', { labels: numberWords(chart.labels, lang) })}</div>;
    case 'none':
      return <div className={styles.words}>{t('tables.nothing')}</div>;
  }
}

interface ChartProps<Kind extends Chart['kind']> {
  readonly column: ColumnView;
  readonly chart: Extract<Chart, { readonly kind: Kind }>;
  readonly words: Words;
}

function Bars({ column, chart, words }: ChartProps<'bins' | 'months'>) {
  const { all, segment } = chart.kind === 'bins' ? chart.bins : chart.series;
  const most = Math.max(1, ...all);
  const step = WIDTH / all.length;
  const gap = all.length > 16 ? 0.8 : 1.5;
  const [left, right, label] =
    chart.kind === 'bins' ? binWords(column, chart, words) : monthWords(column, chart, words);
  const bars = (counts: readonly number[], className: string | undefined) =>
    counts.map((count, at) => {
      const height = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
      return (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
          key={at}
          className={className}
          x={at * step}
          y={HEIGHT - height}
          width={Math.max(0.5, step - gap)}
          height={height}
        />
      );
    });
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {bars(all, styles.all)}
        {bars(segment, styles.segment)}
        <path className={styles.base} d={`M0 ${HEIGHT + 0.5}H${WIDTH}`} />
      </svg>
      <figcaption aria-hidden="true">
        <span>{left}</span>
        <span>{right}</span>
      </figcaption>
    </figure>
  );
}

/** A bar in words, for those who do not see it. */
const barWords = (label: string, all: number, segment: number, { t, lang }: Words): string =>
  t('tables.chart.bar', { label, all: numberWords(all, lang), segment: numberWords(segment, lang) });

function binWords({ name, reading }: ColumnView, { bins, min, max }: ChartProps<'bins'>['chart'], words: Words) {
  const { t, lang } = words;
  const tell = (value: number) => plainNumber(value, lang);
  const bars = bins.all.map((count, at) => {
    const from = bins.from + at * bins.width;
    const single = bins.width === 1 && Number.isInteger(from) && reading.type === 'rating';
    const label = single ? tell(from) : t('tables.between', { from: tell(from), to: tell(from + bins.width) });
    return barWords(label, count, bins.segment[at] ?? 0, words);
  });
  const values = { column: name, min: tell(min), max: tell(max), bars: bars.join('. ') };
  const shown = (value: number) => (reading.unit === '€' ? withUnit(tell(value), reading.unit, words) : tell(value));
  return [shown(min), shown(max), t('tables.chart.bins', values)] as const;
}

function monthWords({ name }: ColumnView, { series }: ChartProps<'months'>['chart'], words: Words) {
  const { t, lang } = words;
  const options = series.months >= 12 ? ({ year: 'numeric' } as const) : ({ month: 'short', year: '2-digit' } as const);
  const format = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', { ...options, timeZone: 'UTC' });
  const tell = (day: number) => format.format(day * 86_400_000);
  const bars = series.all.map((count, at) => {
    const share = series.from + ((series.to - series.from) * (at + 0.5)) / series.all.length;
    return barWords(tell(share), count, series.segment[at] ?? 0, words);
  });
  const values = {
    column: name,
    from: dayWords(series.from, lang),
    to: dayWords(series.to - 1, lang),
    bars: bars.join('. '),
  };
  return [tell(series.from), tell(series.to - 1), t('tables.chart.months', values)] as const;
}

function Labels({ column, chart, words }: ChartProps<'labels'>) {
  const { t, lang } = words;
  const { top, other } = chart.counts;
  const lines = [
    ...top.map(({ label, all, segment }) => ({ label: labelWords(label, column.reading.type, t), all, segment })),
    ...(other.labels > 0
      ? [
          {
            label: t('tables.others', { labels: numberWords(other.labels, lang) }),
            all: other.all,
            segment: other.segment,
          },
        ]
      : []),
  ];
  const most = Math.max(1, ...lines.map(({ all }) => all));
  return (
    <ul className={styles.labels}>
      {lines.map(({ label, all, segment }) => (
        <li key={label} aria-label={barWords(label, all, segment, words)}>
          <span aria-hidden="true">
            {label}, {numberWords(all, lang)}
          </span>
          <svg viewBox={`0 0 ${WIDTH} 5`} preserveAspectRatio="none" aria-hidden="true">
            <rect className={styles.all} width={(all / most) * WIDTH} height={5} />
            <rect className={styles.segment} width={(segment / most) * WIDTH} height={5} />
          </svg>
        </li>
      ))}
    </ul>
  );
}
