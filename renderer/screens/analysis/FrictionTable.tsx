import type { FrictionLine } from '@shared/analysis/friction';
import { LEAST_SHOWN } from '@shared/analysis/friction';
import { LOW_SAMPLE } from '@shared/boards/journey-map/format';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import { type KeyboardEvent, useRef } from 'react';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { classNames } from '@/ui/classNames';
import { useT } from '@/ui/useT';
import { FrictionRow } from './FrictionRow';
import styles from './FrictionTable.module.css';
import { changeLooked, type FrictionView, useLooked } from './frictionOptions';
import { WeightsPanel } from './WeightsPanel';

interface TableProps {
  readonly view: FrictionView;
  readonly chosen: FrictionLine | null;
  readonly onChoose: (line: FrictionLine | null) => void;
  readonly areWeightsShown: boolean;
  readonly onWeights: (shown: boolean) => void;
}

/** What hurts, worst first: a line opens to its calculation and to the facts it comes from. */
export function FrictionTable({ view, chosen, onChoose, areWeightsShown, onWeights }: TableProps) {
  const t = useT();
  const { lines, mild } = view;
  const { isMildShown } = useLooked();
  const body = useRef<HTMLTableElement>(null);
  const step = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const heads = [...(body.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const at = heads.indexOf(event.target as HTMLElement);
    const [next, line] = [heads[at + by], lines[at + by]];
    if (by === 0 || at < 0 || !next || !line) return;
    event.preventDefault();
    onChoose(line);
    next.focus();
  };
  return (
    <section className={styles.panel} aria-labelledby="friction-title">
      <div className={styles.head}>
        <h2 id="friction-title">
          {t('analysis.found', { count: lines.length })} <small>{t('analysis.outOf')}</small>
        </h2>
        <Button
          size="small"
          icon="sliders-horizontal"
          aria-expanded={areWeightsShown}
          on={areWeightsShown}
          onClick={() => onWeights(!areWeightsShown)}
        >
          {t('analysis.weights')}
        </Button>
      </div>
      {areWeightsShown && <WeightsPanel />}
      {lines.length === 0 ? (
        <p className={styles.none}>{t('analysis.none')}</p>
      ) : (
        <table ref={body} className={styles.table} onKeyDown={step}>
          <thead>
            <tr>
              <td />
              <th scope="col" className={styles.column}>
                {t('analysis.place')}
              </th>
              {(['valley', 'measure', 'severity', 'dropOut', 'wait'] as const).map((factor) => (
                <th key={factor} scope="col" className={classNames(styles.column, styles.factor)}>
                  {t(`analysis.factor.${factor}`)}
                </th>
              ))}
              <th scope="col" className={styles.column}>
                {t('analysis.evidence')}
              </th>
              <th scope="col" className={classNames(styles.column, styles.scoreHead)}>
                {t('analysis.score')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <FrictionRow
                key={line.place.id}
                line={line}
                rank={at + 1}
                isOpen={line === chosen}
                onToggle={() => onChoose(line === chosen ? null : line)}
              />
            ))}
          </tbody>
        </table>
      )}
      {mild > 0 && (
        <div className={styles.mild}>
          <span>{t('analysis.mild', { count: mild, least: LEAST_SHOWN })}</span>
          <Checkbox
            label={t('analysis.showMild')}
            checked={isMildShown}
            onChange={(shown) => changeLooked({ isMildShown: shown })}
          />
        </div>
      )}
      <p className={styles.foot}>
        {EVIDENCE_KINDS.map((kind) => (
          <span key={kind} className={styles.sign}>
            <EvidenceSign kind={kind} />
            {t(`journey.evidence.${kind}`).toLocaleLowerCase()}
          </span>
        ))}
        <span>{t('analysis.foot', { n: LOW_SAMPLE })}</span>
      </p>
    </section>
  );
}
