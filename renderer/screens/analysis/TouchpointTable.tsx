import type { RegisteredTouchpoint } from '@shared/analysis/register';
import { CHANNEL_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import type { ChannelId, Medium } from '@shared/boards/journey-map/model';
import { type KeyboardEvent, useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import { MediumSign } from './MediumSign';
import styles from './TouchpointScreen.module.css';

export interface RegisterListProps {
  readonly touchpoints: readonly RegisteredTouchpoint[];
  readonly chosen: RegisteredTouchpoint | null;
  readonly onChoose: (key: string) => void;
}

/** Arrows go from one name to the next, choosing it. */
export function useNameKeys({ touchpoints, onChoose }: RegisterListProps) {
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const names = [...(table.current?.querySelectorAll<HTMLElement>('[data-name]') ?? [])];
    const at = names.indexOf(event.target as HTMLElement);
    const [next, one] = [names[at + by], touchpoints[at + by]];
    if (by === 0 || at < 0 || !next || !one) return;
    event.preventDefault();
    onChoose(one.key);
    next.focus();
  };
  return { ref: table, onKeyDown };
}

/** The register as a table. */
export function TouchpointTable(props: RegisterListProps) {
  const t = useT();
  const { touchpoints, chosen, onChoose } = props;
  const keys = useNameKeys(props);
  const mixed = t('analysis.register.mixed');
  return (
    <table className={styles.table} {...keys}>
      <thead>
        <tr>
          {(['label', 'channel', 'medium', 'owner', 'controlled', 'measure', 'uses'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`analysis.register.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {touchpoints.map((one) => (
          <tr
            key={one.key}
            className={classNames(one.key === chosen?.key && styles.chosen)}
            onClick={() => onChoose(one.key)}
          >
            <th scope="row">
              <button type="button" data-name aria-pressed={one.key === chosen?.key} onClick={() => onChoose(one.key)}>
                {one.label || t('analysis.register.untitled')}
              </button>
            </th>
            <td>
              {one.channel === undefined ? (
                <i>{mixed}</i>
              ) : (
                <span className={styles.iconed}>
                  <Icon name={CHANNEL_ICONS[one.channel as ChannelId]} size={16} />
                  {t(`journey.channel.${one.channel as ChannelId}`)}
                </span>
              )}
            </td>
            <td>
              {one.medium === undefined ? (
                <i>{mixed}</i>
              ) : (
                <span className={styles.iconed}>
                  <MediumSign medium={one.medium as Medium} />
                  {t(`journey.medium.${one.medium as Medium}`)}
                </span>
              )}
            </td>
            <td>{one.owner === undefined ? <i>{mixed}</i> : one.owner || t('analysis.nobody')}</td>
            <td>
              {one.controlled === undefined ? (
                <i>{mixed}</i>
              ) : one.controlled === null ? (
                t('analysis.register.unknown')
              ) : (
                t(one.controlled ? 'analysis.register.yes' : 'analysis.register.no')
              )}
            </td>
            <td className={classNames(!one.isMeasured && styles.unmeasured)}>
              {!one.isMeasured ? (
                <>
                  <Icon name="warning" size={15} />
                  {t('analysis.notMeasured')}
                </>
              ) : one.measure === undefined ? (
                <i>{mixed}</i>
              ) : (
                one.measure || t('analysis.register.byIndicator')
              )}
            </td>
            <td>{t('analysis.register.useCount', { count: one.uses.length })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
