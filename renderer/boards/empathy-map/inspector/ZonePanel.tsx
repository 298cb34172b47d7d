import { coverage } from '@shared/boards/empathy-map/evidence';
import { questionsOf } from '@shared/boards/empathy-map/guide';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { ZonePlace } from '@shared/boards/empathy-map/targets';
import { useStore } from 'zustand/react';
import { addHere } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { Panel, partStyles, Section } from '@/editor/inspector/parts';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { guideStore, startGuide } from '../guide/guideStore';
import { notesAt } from '../places';
import { zoneName } from '../words';
import { Share } from './AreaLines';
import styles from './empathyPanels.module.css';

interface ZonePanelProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly zone: ZonePlace;
}

/** A zone: what to ask there, how much of it stands on something, one more note. */
export function ZonePanel({ controller, doc, zone }: ZonePanelProps) {
  const t = useT();
  const { percent, proven, all } = coverage(notesAt(doc, zone));
  const { area, stageId } = zone;
  const isAsking = useStore(guideStore(controller.session), (guide) => guide.on);
  const questions = stageId ? [`empathy.askStage.${area.id}` as 'empathy.askStage.say'] : questionsOf(area);
  return (
    <Panel title={zoneName(doc, zone, t)}>
      <Section title={t('empathy.panel.questions')}>
        <ul className={styles.questions}>
          {questions.map((question) => (
            <li key={question}>{t(question)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('empathy.panel.coverage')}>
        {percent === null ? (
          <p className={partStyles.note}>{t('empathy.panel.empty')}</p>
        ) : (
          <p className={partStyles.row}>
            <Share percent={percent} />
            <span className={partStyles.note}>{t('empathy.evidence.map', { percent, proven, all })}</span>
          </p>
        )}
      </Section>
      <Button variant="primary" icon="plus" onClick={() => void addHere(controller)}>
        {t('editing.inspector.addHere')}
      </Button>
      {!isAsking && (
        <Button icon="chats-circle" onClick={() => startGuide(controller, area.id)}>
          {t('empathy.guide.start')}
        </Button>
      )}
    </Panel>
  );
}
