import { type StageFields, setStageFields } from '@shared/boards/empathy-map/commands/stages';
import type { EmpathyMapDoc, EmpathyStage } from '@shared/boards/empathy-map/model';
import { stagesInOrder } from '@shared/boards/empathy-map/order';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import type { OtherBoards } from '@/session/otherBoards';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { followsJourney } from '../entities';
import { targetLabel } from '../words';
import { EmotionFields } from './EmotionFields';

interface StagePanelProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly stage: EmpathyStage;
  readonly others: OtherBoards;
}

/** A stage: what is felt in it, and its name and duration, which a linked journey says. */
export function StagePanel({ controller, doc, stage, others }: StagePanelProps) {
  const t = useT();
  const { journeyId } = doc.info;
  const follows = followsJourney(doc, stage);
  const stages = stagesInOrder(doc);
  const at = stages.indexOf(stage);
  const set = (fields: Partial<StageFields>, mergeKey: string) =>
    controller.session.run(setStageFields, { id: stage.id, fields }, { mergeKey });
  const source = stage.source;
  return (
    <Panel title={targetLabel(doc, { kind: 'stage', id: stage.id }, t)}>
      <EmotionFields controller={controller} stage={stage} />
      {follows ? (
        <p className={partStyles.note}>{t('empathy.stage.saidByJourney')}</p>
      ) : (
        <>
          <BoundField
            label={t('editing.inspector.stageTitle')}
            value={stage.title}
            multiline
            onWrite={(title, mergeKey) => set({ title }, mergeKey)}
          />
          <BoundField
            label={t('editing.inspector.duration')}
            value={stage.duration}
            placeholder={t('editing.inspector.durationHint')}
            onWrite={(duration, mergeKey) => set({ duration }, mergeKey)}
          />
        </>
      )}
      {source && journeyId && (
        <Button
          size="small"
          variant="ghost"
          icon="path"
          onClick={() => void others.show(journeyId, { kind: 'stage', id: source.stageId })}
        >
          {t('empathy.stage.goToJourney')}
        </Button>
      )}
      <div className={partStyles.row}>
        <ActButton controller={controller} act="addStage" label={t('editing.inspector.addStage')} icon="path" />
        {!follows && (
          <>
            <ActButton
              controller={controller}
              act="moveBack"
              label={t('editing.inspector.moveLeft')}
              icon="arrow-left"
              disabled={at <= 0}
            />
            <ActButton
              controller={controller}
              act="moveForward"
              label={t('editing.inspector.moveRight')}
              icon="arrow-right"
              disabled={at === stages.length - 1}
            />
          </>
        )}
        <Button
          size="small"
          variant="danger"
          icon="trash"
          onClick={() => {
            controller.select([{ kind: 'stage', id: stage.id }]);
            void controller.perform('deleteSelection');
          }}
        >
          {t('empathy.stage.delete')}
        </Button>
      </div>
    </Panel>
  );
}
