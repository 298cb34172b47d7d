import { compareMaps } from '@shared/analysis/comparison';
import { allListed } from '@shared/analysis/differenceSigns';
import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { NoticeStack } from '@/app/NoticeStack';
import { leavePage } from '@/app/navigate';
import { type OpenJourney, useOpenJourney, usePage } from '@/app/usePage';
import { Button } from '@/ui/Button';
import { PageBar, PageCrumb, PageRail } from '@/ui/Page';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { SaveBadge } from '../../board/SaveBadge';
import frame from '../FrictionScreen.module.css';
import { ComparisonBar } from './ComparisonBar';
import styles from './ComparisonScreen.module.css';
import { comparisonLooked } from './comparisonLooked';
import { DifferenceList } from './DifferenceList';
import { showDifferences } from './showDifferences';
import { useCompared } from './useCompared';

/** The journey on screen beside another one, another version of it, or persona beside persona. */
export function ComparisonScreen() {
  const journey = useOpenJourney();
  return journey && <Frame key={journey.boardId} {...journey} />;
}

function Frame({ open, boardId, session }: OpenJourney) {
  const t = useT();
  const doc = useStore(session.store, (state) => state.doc);
  const { options, choice, choose, compared, chosen, isAbsent } = useCompared(open, boardId, doc);
  const heading = usePage();
  const [a, b] = [compared?.a.facts, compared?.b.facts];
  const found = useMemo(() => (a && b ? compareMaps(a, b) : null), [a, b]);
  const all = useMemo(() => (found ? allListed(found) : []), [found]);
  const show = (wanted: string | null) => {
    const { shown } = comparisonLooked(boardId);
    if (chosen) void showDifferences({ chosen, shown, Bar: ComparisonBar, wanted });
  };
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
        {all.length > 0 && (
          <Button variant="primary" icon="map-trifold" iconSize={17} onClick={() => show(null)}>
            {t('opinions.compare.onMap')}
          </Button>
        )}
        <Button icon="arrow-left" iconSize={17} onClick={leavePage}>
          {t('analysis.back')}
        </Button>
      </PageBar>
      <main className={frame.main}>
        <NoticeStack />
        {compared && found ? (
          <DifferenceList boardId={boardId} compared={compared} found={found} all={all} onShow={show} />
        ) : (
          <p className={styles.none}>{t(isAbsent ? 'opinions.compare.absent' : 'opinions.compare.none')}</p>
        )}
      </main>
    </div>
  );
}
