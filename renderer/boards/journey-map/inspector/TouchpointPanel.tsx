import { setTouchpointFields, type TouchpointFields } from '@shared/boards/journey-map/commands/touchpoints';
import { CHANNEL_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import { CHANNELS, type JourneyMapDoc, type Touchpoint } from '@shared/boards/journey-map/model';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { targetLabel } from '../selectionWords';
import { JourneyLinks } from './JourneyLinks';

interface TouchpointPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly touchpoint: Touchpoint;
  readonly personas: BoardViewProps['personas'];
}

const CONTROL = ['yes', 'no', 'unknown'] as const;
type Control = (typeof CONTROL)[number];
const controlOf = (controlled: boolean | null): Control =>
  controlled === null ? 'unknown' : controlled ? 'yes' : 'no';
const CONTROLLED: Readonly<Record<Control, boolean | null>> = { yes: true, no: false, unknown: null };

/** A touchpoint: its name, its channel, whether it is online, who answers for it, how it is measured. */
export function TouchpointPanel({ controller, doc, touchpoint, personas }: TouchpointPanelProps) {
  const t = useT();
  const { session } = controller;
  const set = (fields: Partial<TouchpointFields>, mergeKey?: string) =>
    session.run(setTouchpointFields, { id: touchpoint.id, fields }, mergeKey ? { mergeKey } : {});
  return (
    <Panel title={targetLabel(doc, { kind: 'touchpoint', id: touchpoint.id }, t)}>
      <BoundField
        label={t('editing.inspector.label')}
        value={touchpoint.label}
        multiline
        onWrite={(label, mergeKey) => set({ label }, mergeKey)}
      />
      <Select
        label={t('editing.inspector.channel')}
        quiet
        value={touchpoint.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`journey.channel.${value}`), icon: CHANNEL_ICONS[value] }))}
        onChange={(channel) => set({ channel })}
      />
      <Segmented
        label={t('editing.inspector.medium')}
        value={touchpoint.medium}
        options={[
          { value: 'online', label: t('editing.inspector.mediumOnline'), icon: 'circle-fill' },
          { value: 'offline', label: t('editing.inspector.mediumOffline'), icon: 'square' },
        ]}
        onChange={(medium) => set({ medium })}
      />
      <BoundField
        label={t('editing.inspector.owner')}
        value={touchpoint.owner}
        onWrite={(owner, mergeKey) => set({ owner }, mergeKey)}
      />
      <Segmented
        label={t('editing.inspector.controlled')}
        value={controlOf(touchpoint.controlled)}
        options={CONTROL.map((value) => ({ value, label: t(`editing.inspector.${value}`) }))}
        onChange={(value) => set({ controlled: CONTROLLED[value] })}
      />
      <BoundField
        label={t('editing.inspector.measure')}
        value={touchpoint.measure}
        multiline
        placeholder={t('editing.inspector.measureHint')}
        onWrite={(measure, mergeKey) => set({ measure }, mergeKey)}
      />
      <JourneyLinks
        controller={controller}
        doc={doc}
        target={{ kind: 'touchpoint', id: touchpoint.id }}
        personas={personas}
        onLinks={(links) => set({ links })}
      />
      <div className={partStyles.row}>
        <ActButton controller={controller} act="duplicate" label={t('editing.inspector.duplicate')} icon="copy" />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}
