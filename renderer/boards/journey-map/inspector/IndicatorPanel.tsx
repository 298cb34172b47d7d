import { type IndicatorFields, METRIC_RANGE, setIndicatorFields } from '@shared/boards/journey-map/commands/indicators';
import { type Indicator, type JourneyMapDoc, METRICS } from '@shared/boards/journey-map/model';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import { NumberField } from '@/ui/NumberField';
import { formatNumber, parseNumber } from '@/ui/numberText';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { useT } from '@/ui/useT';
import { targetLabel } from '../selectionWords';

interface IndicatorPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly indicator: Indicator;
}

/** Readings as typed, `2,4; 2,9; 3`: what is no number is left out. */
const readings = (text: string): number[] => text.split(';').flatMap((part) => parseNumber(part.trim()) ?? []);

/** A score: which metric, its value with the number of answers, its last readings. */
export function IndicatorPanel({ controller, doc, indicator }: IndicatorPanelProps) {
  const t = useT();
  const lang = useLang();
  const { session } = controller;
  const set = (fields: Partial<IndicatorFields>, mergeKey?: string) =>
    session.run(setIndicatorFields, { id: indicator.id, fields }, mergeKey ? { mergeKey } : {});
  const { min, max } = METRIC_RANGE[indicator.metric];
  return (
    <Panel title={targetLabel(doc, { kind: 'indicator', id: indicator.id }, t)}>
      <Segmented
        label={t('editing.inspector.metric')}
        value={indicator.metric}
        options={METRICS.map((value) => ({ value, label: t(`journey.metric.${value}`) }))}
        onChange={(metric) => set({ metric })}
      />
      <span className={partStyles.note}>
        {`${t(`journey.metricMeaning.${indicator.metric}`)}, ${t(`journey.metricRange.${indicator.metric}`)}`}
      </span>
      <NumberField
        label={t('editing.inspector.value')}
        value={indicator.value}
        min={min}
        max={max}
        step={0.1}
        onChange={(value) => set({ value }, `value:${indicator.id}`)}
      />
      <NumberField
        label={t('editing.inspector.sample')}
        value={indicator.n}
        min={0}
        onChange={(n) => set({ n }, `sample:${indicator.id}`)}
      />
      <BoundField
        label={t('editing.inspector.trend')}
        value={indicator.trend.map((reading) => formatNumber(reading, lang, 1)).join('; ')}
        hint={t('editing.inspector.trendHint')}
        onWrite={(text, mergeKey) => set({ trend: readings(text) }, mergeKey)}
      />
      <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
    </Panel>
  );
}
