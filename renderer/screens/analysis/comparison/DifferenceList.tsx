import type { MapComparison, StageComparison } from '@shared/analysis/comparison';
import { isShown, type Listed, type Shown } from '@shared/analysis/differenceSigns';
import { differenceKey, stageTitle } from '@shared/exchange/differenceWords';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import styles from './ComparisonScreen.module.css';
import type { Compared } from './comparedSides';
import { lookAtComparison, useComparisonLooked } from './comparisonLooked';
import { DifferenceRow } from './DifferenceRow';
import { SideName } from './SideName';
import { SignFilter } from './SignFilter';

interface ListProps {
  readonly boardId: string;
  readonly compared: Compared;
  readonly found: MapComparison;
  readonly all: readonly Listed[];
  /** Shows a difference on the map, by its key. */
  readonly onShow: (wanted: string) => void;
}

/** Every difference by stage, those that are asked for. */
export function DifferenceList({ boardId, compared, found, all, onShow }: ListProps) {
  const t = useT();
  const { shown, closed } = useComparisonLooked(boardId);
  const look = (next: Shown) => lookAtComparison(boardId, { shown: next });
  const close = (rows: Iterable<number>) => lookAtComparison(boardId, { closed: new Set(rows) });
  const left = all.filter((one) => isShown(one, shown));
  const rows = found.stages
    .map((stage, row) => ({ stage, row }))
    .filter(({ row }) => [null, row].includes(shown.stage));
  const areClosed = rows.every(({ row }) => closed.has(row));
  const toggle = (row: number) => close(closed.has(row) ? [...closed].filter((one) => one !== row) : [...closed, row]);
  return (
    <>
      <div className={styles.tools}>
        <SignFilter all={all} shown={shown} onChange={look} />
        <span className={styles.space} />
        <Select
          label={t('opinions.compare.stage')}
          hideLabel
          quiet
          value={`${shown.stage ?? ''}`}
          options={[
            { value: '', label: t('opinions.compare.allStages') },
            ...found.stages.map((stage, row) => ({ value: `${row}`, label: stageTitle(stage, row, t) })),
          ]}
          onChange={(value) => look({ ...shown, stage: value === '' ? null : Number(value) })}
        />
        <Button size="small" onClick={() => close(areClosed ? [] : found.stages.keys())}>
          {t(areClosed ? 'opinions.compare.open' : 'opinions.compare.close')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.sheet} tabIndex={0} aria-label={t('opinions.compare.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <strong>{t('opinions.compare.count', { count: all.length })}</strong>
                {left.length < all.length && <small>{t('opinions.compare.left', { count: left.length })}</small>}
                {found.areStrangers && <small>{t('opinions.compare.strangers')}</small>}
              </th>
              <th scope="col" className={styles.side}>
                <SideName letter="A">{compared.a.name}</SideName>
              </th>
              <th scope="col" className={styles.side}>
                <SideName letter="B">{compared.b.name}</SideName>
              </th>
            </tr>
          </thead>
          {rows.map(({ stage, row }) => (
            <StageDifferences
              key={`${stage.a?.id} ${stage.b?.id}`}
              stage={stage}
              row={row}
              listed={left.filter((one) => one.row === row)}
              isClosed={closed.has(row)}
              onToggle={() => toggle(row)}
              onShow={onShow}
            />
          ))}
        </table>
      </section>
    </>
  );
}

interface StageProps {
  readonly stage: StageComparison;
  readonly row: number;
  readonly listed: readonly Listed[];
  readonly isClosed: boolean;
  readonly onToggle: () => void;
  readonly onShow: (wanted: string) => void;
}

function StageDifferences({ stage, row, listed, isClosed, onToggle, onShow }: StageProps) {
  const t = useT();
  const { a, b, same, isRenamed } = stage;
  const note = isRenamed
    ? t('opinions.compare.renamed', { title: a?.title ?? '' })
    : a && !b
      ? t('opinions.compare.onlyA')
      : b && !a
        ? t('opinions.compare.onlyB')
        : '';
  return (
    <tbody>
      <tr className={styles.stage}>
        <th scope="rowgroup" colSpan={3}>
          <button type="button" aria-expanded={!isClosed} onClick={onToggle}>
            <Icon name={isClosed ? 'caret-right' : 'caret-down'} size={12} />
            <span>
              {stageTitle(stage, row, t)} {note && <small>{note}</small>}
            </span>
            <small>{t('opinions.compare.count', { count: listed.length })}</small>
          </button>
        </th>
      </tr>
      {!isClosed &&
        listed.map((one) => {
          const key = differenceKey(one.difference);
          return <DifferenceRow key={key} listed={one} onShow={() => onShow(key)} />;
        })}
      {!isClosed && same > 0 && (
        <tr className={styles.same}>
          <td colSpan={3}>{`= ${t('opinions.compare.same', { count: same })}`}</td>
        </tr>
      )}
    </tbody>
  );
}
