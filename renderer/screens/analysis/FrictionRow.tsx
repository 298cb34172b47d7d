import type { FrictionLine } from '@shared/analysis/friction';
import { FACTORS, type FrictionFact } from '@shared/analysis/frictionFactors';
import { formatIndicator, LOW_SAMPLE } from '@shared/boards/journey-map/format';
import { formatNumber, formatValence } from '@shared/boards/pieces/valence';
import { factLine, percent } from '@shared/exchange/factWords';
import { useId } from 'react';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './FrictionTable.module.css';
import { Basin, Days, Funnel, Squares } from './glyphs';
import { showOnMap } from './showOnMap';

interface RowProps {
  readonly line: FrictionLine;
  readonly rank: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One place that hurts; open, it shows its calculation and leads to its facts. */
export function FrictionRow({ line, rank, isOpen, onToggle }: RowProps) {
  const t = useT();
  const lang = useLang();
  const detail = useId();
  const first = (factor: FrictionFact['factor']) => line.facts.find((fact) => fact.factor === factor);
  const [measure, pain, left, wait] = [first('measure'), first('severity'), first('dropOut'), first('wait')];
  const small = measure?.n !== null && (measure?.n ?? 0) < LOW_SAMPLE;
  return (
    <>
      <tr className={classNames(styles.row, isOpen && styles.open)} onClick={onToggle}>
        <td className={styles.rank}>{rank}</td>
        <th scope="row" className={styles.place}>
          <button
            type="button"
            data-line={line.place.id}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detail : undefined}
            onClick={(event) => {
              event.stopPropagation();
              onToggle();
            }}
          >
            {line.title}
          </button>
          {pain && <span className={styles.pain}>{pain.words}</span>}
          {line.isHypothesis && (
            <span className={styles.hypothesis} data-tip={t('analysis.hypothesisTip')}>
              <EvidenceSign kind="hypothesis" />
              {t('analysis.hypothesis')}
            </span>
          )}
        </th>
        <td>
          <span className={styles.figure}>
            <Basin valence={line.valence} />
            <b className={classNames((line.valence ?? 0) >= 0 && styles.faint)}>
              {line.valence === null ? '–' : formatValence(line.valence, lang)}
            </b>
          </span>
        </td>
        <td>
          {measure?.metric && measure.value !== null ? (
            <span className={styles.measure}>
              <span>
                {t(`journey.metric.${measure.metric}`)}
                {measure.n === null ? '' : ` ${t('journey.indicator.sample', { n: formatNumber(measure.n, lang) })}`}
              </span>
              <b>
                {formatIndicator(measure.value, measure.metric, lang)}
                {small && ' *'}
              </b>
            </span>
          ) : (
            <span className={styles.missing}>{t('analysis.notMeasured')}</span>
          )}
        </td>
        <td>
          {pain ? (
            <Squares value={pain.value} label={pain.value === null ? t('analysis.notRated') : `${pain.value}/5`} />
          ) : (
            <span className={styles.missing}>–</span>
          )}
        </td>
        <td>
          {left?.value === undefined || left.value === null ? (
            <span className={styles.missing}>{t('analysis.notMeasured')}</span>
          ) : (
            <span className={styles.figure}>
              <Funnel share={left.value} />
              <b>{percent(left.value, lang)}</b>
            </span>
          )}
        </td>
        <td>
          {wait?.value === undefined || wait.value === null ? (
            <span className={styles.missing}>{t('analysis.notMeasured')}</span>
          ) : (
            <span className={styles.figure}>
              <Days days={wait.value} />
              <b>{t('analysis.days', { days: formatNumber(wait.value, lang) })}</b>
            </span>
          )}
        </td>
        <td>
          <span className={styles.signs}>
            {line.evidence.map((kind) => (
              <span key={kind} title={t(`journey.evidence.${kind}`)}>
                <EvidenceSign kind={kind} />
                <span className="visually-hidden">{t(`journey.evidence.${kind}`)} </span>
              </span>
            ))}
          </span>
        </td>
        <td className={styles.score}>{Math.round(line.score)}</td>
      </tr>
      {isOpen && (
        <tr id={detail} className={styles.detail}>
          <td />
          <td colSpan={8}>
            <Calculation line={line} />
            <Facts line={line} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The score as a bar of its parts, each with its points. */
function Calculation({ line }: { readonly line: FrictionLine }) {
  const t = useT();
  const lang = useLang();
  const parts = FACTORS.filter((factor) => line.points[factor] > 0);
  return (
    <div className={styles.calculation}>
      <span>{t('analysis.calculation')}</span>
      <span className={styles.bar} aria-hidden="true">
        {parts.map((factor) => (
          <i key={factor} data-factor={factor} style={{ width: `${line.points[factor]}%` }} />
        ))}
      </span>
      <span className={styles.parts}>
        {parts.map((factor) => (
          <span key={factor}>
            <i data-factor={factor} />
            {t('analysis.part', {
              factor: t(`analysis.factor.${factor}`),
              points: formatNumber(Math.round(line.points[factor]), lang),
            })}
          </span>
        ))}
      </span>
    </div>
  );
}

/** What the line was computed from; each leads to the journey. */
function Facts({ line }: { readonly line: FrictionLine }) {
  const t = useT();
  const lang = useLang();
  return (
    <div className={styles.facts}>
      <ul aria-label={t('analysis.facts')}>
        {line.facts.map((fact) => {
          const words = factLine(fact, t, lang);
          return (
            <li key={`${fact.factor} ${fact.refs.map(({ id }) => id).join()}`}>
              <button
                type="button"
                aria-label={t('analysis.showFact', { fact: words })}
                onClick={() => void showOnMap(fact.refs)}
              >
                {fact.evidence && <EvidenceSign kind={fact.evidence} />}
                {words}
              </button>
            </li>
          );
        })}
      </ul>
      <Button size="small" icon="path" onClick={() => void showOnMap(line.facts.flatMap(({ refs }) => refs))}>
        {t('analysis.showAll')}
      </Button>
    </div>
  );
}
