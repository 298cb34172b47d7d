import { type StageFields, setStageFields } from '@shared/boards/journey-map/commands/stages';
import { parseDuration } from '@shared/boards/journey-map/durations';
import type { JourneyMapDoc, Lane, Stage } from '@shared/boards/journey-map/model';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel } from '@/editor/inspector/parts';
import { NumberField } from '@/ui/NumberField';
import { useT } from '@/ui/useT';
import { targetLabel } from '../selectionWords';

interface StageFiguresProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly stage: Stage;
}

const PEOPLE = ['entered', 'wentOn', 'left'] as const;
const DAY = 1440;

/** How many people come into a stage, go on and leave: what is left out is told by the rest. */
function PeopleFields({ controller, stage }: StageFiguresProps) {
  const t = useT();
  return PEOPLE.map((field) => (
    <NumberField
      key={field}
      label={t(`editing.figure.${field}`)}
      value={stage[field]}
      min={0}
      onChange={(value) =>
        controller.session.run(
          setStageFields,
          { id: stage.id, fields: { [field]: value } },
          { mergeKey: `${field}:${stage.id}` },
        )
      }
    />
  ));
}

/** How long a stage lasts, and how much of it is waiting, in days. */
function TimeFields({ controller, stage }: StageFiguresProps) {
  const t = useT();
  const set = (fields: Partial<StageFields>, mergeKey: string) =>
    controller.session.run(setStageFields, { id: stage.id, fields }, { mergeKey });
  const isUnread = stage.duration !== '' && parseDuration(stage.duration) === null;
  return (
    <>
      <BoundField
        label={t('editing.inspector.duration')}
        value={stage.duration}
        placeholder={t('editing.inspector.durationHint')}
        {...(isUnread ? { hint: t('editing.figure.unread') } : {})}
        onWrite={(duration, mergeKey) => set({ duration }, mergeKey)}
      />
      <NumberField
        label={t('editing.figure.deadTime')}
        value={stage.deadTime === null ? null : stage.deadTime / DAY}
        min={0}
        step={0.1}
        onChange={(days) => set({ deadTime: days === null ? null : Math.round(days * DAY) }, `dead:${stage.id}`)}
      />
    </>
  );
}

interface FigurePanelProps extends StageFiguresProps {
  readonly doc: JourneyMapDoc;
  readonly lane: Lane;
  readonly target: Target;
}

/** The figure of a stage. */
export function FigurePanel({ controller, doc, lane, stage, target }: FigurePanelProps) {
  const t = useT();
  return (
    <Panel title={targetLabel(doc, target, t)}>
      {lane.kind === 'duration' ? (
        <TimeFields controller={controller} stage={stage} />
      ) : (
        <PeopleFields controller={controller} stage={stage} />
      )}
      <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
    </Panel>
  );
}
