import { type StageColumn, usesIn } from '@shared/analysis/register';
import type { Medium } from '@shared/boards/journey-map/model';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import { MediumSign } from './MediumSign';
import styles from './TouchpointScreen.module.css';
import { type RegisterListProps, useNameKeys } from './TouchpointTable';

/** Touchpoints by stage: a sign for every place they stand in. */
export function TouchpointMatrix(props: RegisterListProps & { readonly columns: readonly StageColumn[] }) {
  const t = useT();
  const { touchpoints, columns, chosen, onChoose } = props;
  const keys = useNameKeys(props);
  return (
    <table className={classNames(styles.table, styles.matrix)} {...keys}>
      <thead>
        <tr>
          <th scope="col">{t('analysis.register.label')}</th>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title || t('analysis.register.untitled')}
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
              {!one.isMeasured && (
                <span className={styles.unmeasured}>
                  <Icon name="warning" size={14} />
                  {t('analysis.notMeasured')}
                </span>
              )}
            </th>
            {columns.map((column) => {
              const uses = usesIn(one, column);
              return (
                <td key={column.key}>
                  {uses.length > 0 && (
                    <span className={styles.iconed}>
                      {uses.map(({ board, id, medium }) => (
                        <MediumSign key={`${board}/${id}`} medium={medium as Medium} />
                      ))}
                      <span className="visually-hidden">
                        {uses.map(({ medium }) => t(`journey.medium.${medium as Medium}`)).join(', ')}
                      </span>
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
