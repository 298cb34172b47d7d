import { opinionFacts } from '@shared/analysis/journeyFacts';
import { opinions } from '@shared/analysis/opinions';
import type { PersonaId } from '@shared/base/ids';
import { useMemo } from 'react';
import { useStore } from 'zustand/react';
import { NoticeStack } from '@/app/NoticeStack';
import { leavePage } from '@/app/navigate';
import { type OpenJourney, useOpenJourney, usePage } from '@/app/usePage';
import { Button } from '@/ui/Button';
import { PageBar, PageCrumb, PageRail } from '@/ui/Page';
import { preferences } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { SaveBadge } from '../board/SaveBadge';
import frame from './FrictionScreen.module.css';
import { OpinionResults } from './OpinionResults';
import { lookAtOpinions, useOpinionsLooked } from './opinionState';
import styles from './opinions.module.css';
import { RatingGrid } from './RatingGrid';
import { RatingRound } from './RatingRound';

/** What everybody in the room thinks of the journey on screen: collected, and compared. */
export function OpinionScreen() {
  const journey = useOpenJourney();
  return journey && <Frame key={journey.boardId} {...journey} />;
}

function Frame({ open, boardId, session }: OpenJourney) {
  const t = useT();
  const doc = useStore(session.store, (state) => state.doc);
  const personas = useStore(open.personas);
  const looked = useOpinionsLooked();
  const { personaIds } = doc.info;
  // A persona of another map is none of this one's.
  const personaId = personaIds.find((id) => id === looked.personaId) ?? personaIds[0] ?? null;
  const view = useMemo(() => opinions(opinionFacts(doc, personaId)), [doc, personaId]);
  const round = looked.round?.boardId === boardId ? looked.round : null;
  const nameOf = (id: string) => {
    const at = personaIds.indexOf(id as PersonaId);
    return personas[id as PersonaId]?.info.name.trim() || `${t('persona.unnamed')} ${at < 0 ? '' : at + 1}`.trim();
  };
  // In a round its own title says whose turn it is.
  const heading = usePage(round === null);
  const order = view.participants.map(({ id }) => id);
  return (
    <div className={frame.frame}>
      <PageRail label={t('opinions.title')} back={t('analysis.back')} onBack={leavePage} />
      <PageBar className={frame.bar}>
        <PageCrumb>{doc.info.title || t('home.card.untitled')}</PageCrumb>
        <h1 ref={heading} tabIndex={-1}>
          {t('opinions.title')}
        </h1>
        <SaveBadge />
        <span className={frame.space} />
        {!round && personaIds.length > 1 && personaId && (
          <Select
            label={t('opinions.persona')}
            hideLabel
            value={personaId}
            options={personaIds.map((id) => ({ value: id, label: nameOf(id) }))}
            onChange={(id) => lookAtOpinions({ personaId: id })}
          />
        )}
        {!round && (
          <Segmented
            className={styles.views}
            label={t('opinions.view')}
            hideLabel
            value={looked.view}
            options={[
              { value: 'results', label: t('opinions.results') },
              { value: 'entry', label: t('opinions.entry') },
            ]}
            onChange={(chosen) => lookAtOpinions({ view: chosen })}
          />
        )}
        {!round && order.length > 0 && view.moments.length > 0 && (
          <Button
            icon="eye-slash"
            tip={t('opinions.roundTip')}
            onClick={() => {
              // Whoever goes to the map meanwhile must not read there what the others said.
              preferences.setState({ opinions: false });
              lookAtOpinions({ round: { boardId, order, at: 0, isOpen: false } });
            }}
          >
            {t('opinions.round')}
          </Button>
        )}
        <Button icon="arrow-left" iconSize={17} onClick={leavePage}>
          {t('analysis.back')}
        </Button>
      </PageBar>
      <main className={frame.main}>
        <NoticeStack />
        {round ? (
          <RatingRound session={session} view={view} round={round} personaId={personaId} />
        ) : looked.view === 'entry' ? (
          <RatingGrid session={session} view={view} personaId={personaId} />
        ) : (
          <OpinionResults view={view} doc={doc} personaId={personaId} nameOf={nameOf} />
        )}
      </main>
    </div>
  );
}
