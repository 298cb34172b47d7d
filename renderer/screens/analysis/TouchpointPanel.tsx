import type { RegisteredTouchpoint, TouchpointUse } from '@shared/analysis/register';
import type { BoardId } from '@shared/base/ids';
import type { TouchpointFields } from '@shared/boards/journey-map/commands/touchpoints';
import { CHANNEL_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import { CHANNELS, type ChannelId, MEDIUMS, type Medium } from '@shared/boards/journey-map/model';
import { showBoard } from '@/app/navigate';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { LeftField } from './LeftField';
import { showOnMap } from './showOnMap';
import styles from './TouchpointScreen.module.css';

interface PanelProps {
  readonly touchpoint: RegisteredTouchpoint | null;
  readonly placeOf: (use: TouchpointUse) => string;
  readonly onChange: (touchpoint: RegisteredTouchpoint, fields: Partial<TouchpointFields>) => void;
}

/** The chosen touchpoint: what is written here is written wherever it stands. */
export function TouchpointPanel({ touchpoint, placeOf, onChange }: PanelProps) {
  const t = useT();
  return (
    <aside className={styles.side} aria-label={t('analysis.register.panel')}>
      {touchpoint ? (
        <Fields
          key={touchpoint.key}
          touchpoint={touchpoint}
          placeOf={placeOf}
          onChange={(fields) => onChange(touchpoint, fields)}
        />
      ) : (
        <p className={styles.none}>{t('analysis.register.choose')}</p>
      )}
    </aside>
  );
}

interface FieldsProps {
  readonly touchpoint: RegisteredTouchpoint;
  readonly placeOf: PanelProps['placeOf'];
  readonly onChange: (fields: Partial<TouchpointFields>) => void;
}

const CONTROL = { yes: true, no: false, unknown: null } as const;

function Fields({ touchpoint, placeOf, onChange }: FieldsProps) {
  const t = useT();
  const { label, channel, medium, owner, controlled, measure, uses } = touchpoint;
  const mixed = { value: 'mixed', label: t('analysis.register.mixed') } as const;
  return (
    <>
      <LeftField label={t('analysis.register.label')} value={label} onChange={(text) => onChange({ label: text })} />
      <Select<ChannelId | 'mixed'>
        label={t('analysis.register.channel')}
        value={(channel as ChannelId | undefined) ?? 'mixed'}
        options={[
          ...(channel === undefined ? [mixed] : []),
          ...CHANNELS.map((id) => ({ value: id, label: t(`journey.channel.${id}`), icon: CHANNEL_ICONS[id] })),
        ]}
        onChange={(value) => value !== 'mixed' && onChange({ channel: value })}
      />
      <Select<Medium | 'mixed'>
        label={t('analysis.register.medium')}
        value={(medium as Medium | undefined) ?? 'mixed'}
        options={[
          ...(medium === undefined ? [mixed] : []),
          ...MEDIUMS.map((id) => ({ value: id, label: t(`journey.medium.${id}`) })),
        ]}
        onChange={(value) => value !== 'mixed' && onChange({ medium: value })}
      />
      <LeftField
        label={t('analysis.register.owner')}
        value={owner ?? ''}
        placeholder={owner === undefined ? mixed.label : ''}
        onChange={(text) => onChange({ owner: text })}
      />
      <Select<keyof typeof CONTROL | 'mixed'>
        label={t('analysis.register.controlled')}
        value={controlled === undefined ? 'mixed' : controlled === null ? 'unknown' : controlled ? 'yes' : 'no'}
        options={[
          ...(controlled === undefined ? [mixed] : []),
          ...(['yes', 'no', 'unknown'] as const).map((id) => ({ value: id, label: t(`analysis.register.${id}`) })),
        ]}
        onChange={(value) => value !== 'mixed' && onChange({ controlled: CONTROL[value] })}
      />
      <LeftField
        label={t('analysis.register.measure')}
        value={measure ?? ''}
        placeholder={measure === undefined ? mixed.label : t('analysis.notMeasured')}
        onChange={(text) => onChange({ measure: text })}
      />
      <div>
        <h3>{t('analysis.register.uses')}</h3>
        <ul className={styles.uses}>
          {uses.map((use) => (
            <li key={`${use.board}/${use.id}`}>
              <button
                type="button"
                onClick={() =>
                  void showBoard(use.board as BoardId).then(() => showOnMap([{ kind: 'touchpoint', id: use.id }]))
                }
              >
                {placeOf(use)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
