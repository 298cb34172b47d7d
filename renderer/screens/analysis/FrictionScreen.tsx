import type { FrictionLine } from '@shared/analysis/friction';
import type { PersonaId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { useState } from 'react';
import { useStore } from 'zustand/react';
import { NoticeStack } from '@/app/NoticeStack';
import { leavePage } from '@/app/navigate';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { type OpenJourney, useOpenJourney, usePage } from '@/app/usePage';
import { Button } from '@/ui/Button';
import { PageBar, PageCrumb, PageRail } from '@/ui/Page';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { SaveBadge } from '../board/SaveBadge';
import { ActionPlan } from './ActionPlan';
import styles from './FrictionScreen.module.css';
import { FrictionTable } from './FrictionTable';
import { changeLooked, useFriction, useLooked } from './frictionOptions';
import { ImpactMatrix } from './ImpactMatrix';
import { JourneyStrip } from './JourneyStrip';
import { LinkedOpportunities } from './LinkedOpportunities';

/** Where the journey on screen hurts, and what could be done about it. */
export function FrictionScreen() {
  const journey = useOpenJourney();
  return journey && <Frame key={journey.boardId} {...journey} />;
}

function Frame({ open, session }: OpenJourney) {
  const t = useT();
  const doc = useStore(session.store, (state) => state.doc);
  const view = useFriction(doc);
  const looked = useLooked();
  const [chosenId, setChosenId] = useState<string | null>(view.lines[0]?.place.id ?? null);
  const [areWeightsShown, setWeightsShown] = useState(false);
  const chosen = view.lines.find(({ place }) => place.id === chosenId) ?? null;
  const choose = (line: FrictionLine | null) => setChosenId(line?.place.id ?? null);
  const heading = usePage();

  return (
    <div className={styles.frame}>
      <PageRail label={t('analysis.title')} back={t('analysis.back')} onBack={leavePage} />
      <PageBar className={styles.bar}>
        <PageCrumb>{doc.info.title || t('home.card.untitled')}</PageCrumb>
        <h1 ref={heading} tabIndex={-1}>
          {t('analysis.title')}
        </h1>
        <SaveBadge />
        <span className={styles.space} />
        <Curves open={open} doc={doc} curves={[...new Set(view.facts.emotions.map(({ curve }) => curve))]} />
        <Select
          label={t('analysis.by')}
          hideLabel
          value={looked.by}
          options={[
            { value: 'step', label: t('analysis.byStep') },
            { value: 'stage', label: t('analysis.byStage') },
          ]}
          onChange={(by) => changeLooked({ by })}
        />
        <Button icon="arrow-left" iconSize={17} onClick={leavePage}>
          {t('analysis.back')}
        </Button>
      </PageBar>
      <main className={styles.main}>
        <NoticeStack />
        <JourneyStrip facts={view.facts} lines={view.lines} chosen={chosen} curve={view.curve} onChoose={choose} />
        <div className={styles.columns}>
          <FrictionTable
            view={view}
            chosen={chosen}
            onChoose={choose}
            areWeightsShown={areWeightsShown}
            onWeights={setWeightsShown}
          />
          <div className={styles.right}>
            {chosen && <LinkedOpportunities line={chosen} facts={view.facts} />}
            <ImpactMatrix session={session} opportunities={view.facts.opportunities} />
            <ActionPlan session={session} facts={view.facts} />
          </div>
        </div>
      </main>
    </div>
  );
}

/** Whose emotions count, where several people are on the map. */
function Curves({
  open,
  doc,
  curves,
}: {
  readonly open: OpenWorkshop;
  readonly doc: JourneyMapDoc;
  readonly curves: readonly string[];
}) {
  const t = useT();
  const personas = useStore(open.personas);
  const { curve } = useLooked();
  if (curves.length < 2) return null;
  const nameOf = (id: string, at: number) =>
    personas[id as PersonaId]?.info.name.trim() ||
    `${t('persona.unnamed')} ${doc.info.personaIds.length > 0 ? at + 1 : ''}`.trim();
  return (
    <Select
      label={t('analysis.curve')}
      hideLabel
      value={curve && curves.includes(curve) ? curve : 'all'}
      options={[
        { value: 'all', label: t('analysis.allCurves') },
        ...curves.map((id, at) => ({ value: id, label: nameOf(id, at) })),
      ]}
      onChange={(value) => changeLooked({ curve: value === 'all' ? null : value })}
    />
  );
}
