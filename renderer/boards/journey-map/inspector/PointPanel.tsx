import type { PersonaId } from '@shared/base/ids';
import {
  type EmotionPointFields,
  moveEmotionPoint,
  setEmotionPointFields,
} from '@shared/boards/journey-map/commands/emotionPoints';
import { type EmotionPoint, JOURNEY_STATES, type JourneyMapDoc } from '@shared/boards/journey-map/model';
import { formatValence } from '@shared/boards/pieces/valence';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import { NumberField } from '@/ui/NumberField';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { targetLabel } from '../selectionWords';
import { JourneyLinks } from './JourneyLinks';

interface PointPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly point: EmotionPoint;
  readonly personas: BoardViewProps['personas'];
}

const FIRST = 'first';

/** A point of the curve: how it feels, in figures, in a word, in the person's own words. */
export function PointPanel({ controller, doc, point, personas }: PointPanelProps) {
  const t = useT();
  const lang = useLang();
  const { session } = controller;
  const set = (fields: Partial<EmotionPointFields>, mergeKey?: string) =>
    session.run(setEmotionPointFields, { id: point.id, fields }, mergeKey ? { mergeKey } : {});
  const setValence = (valence: number) =>
    session.run(moveEmotionPoint, { id: point.id, valence }, { mergeKey: `valence:${point.id}` });
  const people = doc.info.personaIds.map((id) => ({ value: id as string, label: personas[id]?.info.name ?? id }));
  return (
    <Panel title={targetLabel(doc, { kind: 'emotion-point', id: point.id }, t)}>
      <div className={partStyles.section}>
        <NumberField
          label={t('editing.inspector.valence')}
          value={point.valence}
          min={-2}
          max={2}
          step={0.1}
          onChange={(value) => setValence(value ?? 0)}
        />
        <input
          type="range"
          className={partStyles.slider}
          min={-2}
          max={2}
          step={0.1}
          value={point.valence}
          aria-label={t('editing.inspector.valence')}
          aria-valuetext={formatValence(point.valence, lang)}
          onChange={(event) => setValence(Number(event.currentTarget.value))}
        />
      </div>
      <BoundField
        label={t('editing.inspector.word')}
        value={point.word}
        onWrite={(word, mergeKey) => set({ word }, mergeKey)}
      />
      <BoundField
        label={t('editing.inspector.quote')}
        value={point.quote}
        multiline
        onWrite={(quote, mergeKey) => set({ quote }, mergeKey)}
      />
      <Segmented
        label={t('editing.point.state')}
        value={point.state}
        options={JOURNEY_STATES.map((value) => ({ value, label: t(`editing.lane.${value}`) }))}
        onChange={(state) => set({ state })}
      />
      <NumberField
        label={t('editing.point.intensity')}
        value={point.intensity}
        min={0}
        max={100}
        unit="%"
        onChange={(intensity) => set({ intensity }, `intensity:${point.id}`)}
      />
      <Switch
        label={t('editing.inspector.momentOfTruth')}
        on={point.momentOfTruth}
        onChange={(momentOfTruth) => set({ momentOfTruth })}
      />
      {people.length > 1 && (
        <Select
          label={t('editing.inspector.persona')}
          quiet
          value={point.personaId ?? FIRST}
          options={[{ value: FIRST, label: t('editing.inspector.noPersona') }, ...people]}
          onChange={(id) => set({ personaId: id === FIRST ? null : (id as PersonaId) })}
        />
      )}
      <NumberField
        label={t('editing.inspector.offset')}
        value={Math.round(point.offset * 100)}
        min={0}
        max={100}
        unit="%"
        onChange={(percent) =>
          session.run(
            moveEmotionPoint,
            { id: point.id, offset: (percent ?? 50) / 100 },
            { mergeKey: `offset:${point.id}` },
          )
        }
      />
      <JourneyLinks
        controller={controller}
        doc={doc}
        target={{ kind: 'emotion-point', id: point.id }}
        personas={personas}
        onLinks={(links) => set({ links })}
      />
      <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
    </Panel>
  );
}
