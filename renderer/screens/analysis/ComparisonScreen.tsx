import { compareMaps, type StageComparison } from '@shared/analysis/comparison';
import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { NoticeStack } from '@/app/NoticeStack';
import { leavePage } from '@/app/navigate';
import { type OpenJourney, useOpenJourney, usePage } from '@/app/usePage';
import { Button } from '@/ui/Button';
import { PageBar, PageCrumb, PageRail } from '@/ui/Page';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { SaveBadge } from '../board/SaveBadge';
import styles from './ComparisonScreen.module.css';
import type { Compared } from './comparedSides';
import { DifferenceRow } from './DifferenceRow';
import frame from './FrictionScreen.module.css';
import { useCompared } from './useCompared';

/** The journey on screen beside another one, another version of it, or persona beside persona. */
export function ComparisonScreen() {
  const journey = useOpenJourney();
  return journey && <Frame key={journey.boardId} {...journey} />;
}

function Frame({ open, boardId, session }: OpenJourney) {
  const t = useT();
  const doc = useStore(session.store, (state) => state.doc);
  const { options, choice, choose, compared, isAbsent } = useCompared(open, boardId, doc);
  const heading = usePage();
  return (
    <div className={frame.frame}>
      <PageRail label={t('opinions.compare.title')} back={t('analysis.back')} onBack={leavePage} />
      <PageBar className={frame.bar}>
        <PageCrumb>{doc.info.title || t('home.card.untitled')}</PageCrumb>
        <h1 ref={heading} tabIndex={-1}>
          {t('opinions.compare.title')}
        </h1>
        <SaveBadge />
        <span className={frame.space} />
        <Select label={t('opinions.compare.with')} hideLabel value={choice} options={options} onChange={choose} />
        <Button icon="arrow-left" iconSize={17} onClick={leavePage}>
          {t('analysis.back')}
        </Button>
      </PageBar>
      <main className={frame.main}>
        <NoticeStack />
        {compared ? (
          <Differences compared={compared} />
        ) : (
          <p className={styles.none}>{t(isAbsent ? 'opinions.compare.absent' : 'opinions.compare.none')}</p>
        )}
      </main>
    </div>
  );
}

function Differences({ compared }: { readonly compared: Compared }) {
  const t = useT();
  const { a, b } = compared;
  const stages = useMemo(() => compareMaps(a.facts, b.facts), [a.facts, b.facts]);
  const all = stages.flatMap(({ differences }) => differences);
  const count = (wanted: string) => all.filter(({ kind }) => kind === wanted).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section className={styles.sheet} tabIndex={0} aria-label={t('opinions.compare.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <strong>{t('opinions.compare.count', { count: all.length })}</strong>
              {all.length > 0 && (
                <small>
                  {t('opinions.compare.kinds', {
                    added: count('added'),
                    removed: count('removed'),
                    changed: count('changed'),
                    moved: count('moved'),
                  })}
                </small>
              )}
            </th>
            <th scope="col" className={styles.side}>
              <span>
                {a.name} <i>A</i>
              </span>
            </th>
            <th scope="col" className={styles.side}>
              <span>
                {b.name} <i data-b>B</i>
              </span>
            </th>
          </tr>
        </thead>
        {stages.map((stage) => (
          <StageDifferences key={`${stage.a?.id} ${stage.b?.id}`} stage={stage} compared={compared} />
        ))}
      </table>
    </section>
  );
}

interface StageProps {
  readonly stage: StageComparison;
  readonly compared: Compared;
}

function StageDifferences({ stage, compared }: StageProps) {
  const t = useT();
  const { a, b, differences, same, isRenamed } = stage;
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
          {(b ?? a)?.title} {note && <small>{note}</small>}
        </th>
      </tr>
      {differences.map((one) => (
        <DifferenceRow
          key={`${one.a?.ref.id} ${one.b?.ref.id}`}
          difference={one}
          compared={compared}
          stages={[a?.id, b?.id]}
        />
      ))}
      {same > 0 && (
        <tr className={styles.same}>
          <td colSpan={3}>{`= ${t('opinions.compare.same', { count: same })}`}</td>
        </tr>
      )}
    </tbody>
  );
}
