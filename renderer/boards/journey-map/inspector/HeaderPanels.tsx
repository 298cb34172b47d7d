import type { BoardId } from '@shared/base/ids';
import { hideLane, renameLane } from '@shared/boards/journey-map/commands/lanes';
import { type StageFields, setStageFields } from '@shared/boards/journey-map/commands/stages';
import { renameStep } from '@shared/boards/journey-map/commands/steps';
import { type JourneyMapDoc, type Lane, PHASES, type Stage, type Step } from '@shared/boards/journey-map/model';
import { columnsInOrder, stagesInOrder, stepsOf } from '@shared/boards/journey-map/order';
import { useState } from 'react';
import { useStore } from 'zustand/react';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import { useUi } from '@/editor/useController';
import type { BoardViewProps } from '@/session/boardHandle';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { leadsBack, openDetail } from '../detail/detailMaps';
import { isFolded, setFolded } from '../folding';
import { visibleLanes } from '../places';
import { targetLabel } from '../selectionWords';
import { LaneLookFields } from './LaneLook';

interface StagePanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly stage: Stage;
}

const PHASE_WORDS = { pre: 'phasePre', purchase: 'phasePurchase', post: 'phasePost' } as const;

/** A stage: its name, how long it lasts, its phase, its steps. */
export function StagePanel({ controller, doc, stage }: StagePanelProps) {
  const t = useT();
  const stages = stagesInOrder(doc);
  const at = stages.indexOf(stage);
  const set = (fields: Partial<StageFields>, mergeKey?: string) =>
    controller.session.run(setStageFields, { id: stage.id, fields }, mergeKey ? { mergeKey } : {});
  return (
    <Panel title={targetLabel(doc, { kind: 'stage', id: stage.id }, t)}>
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
      <Segmented
        label={t('editing.inspector.phase')}
        value={stage.phase}
        options={PHASES.map((value) => ({ value, label: t(`editing.inspector.${PHASE_WORDS[value]}`) }))}
        onChange={(phase) => set({ phase })}
      />
      <BoundField
        label={t('editing.inspector.help')}
        value={stage.help}
        multiline
        onWrite={(help, mergeKey) => set({ help }, mergeKey)}
      />
      <LinkedMap controller={controller} stage={stage} onChange={(linkedBoardId) => set({ linkedBoardId })} />
      <Steps controller={controller} steps={stepsOf(doc, stage.id)} doc={doc} />
      <div className={partStyles.row}>
        <ActButton controller={controller} act="addStage" label={t('editing.inspector.addStage')} icon="path" />
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
        <ActButton
          controller={controller}
          act="deleteSelection"
          label={t('editing.inspector.delete')}
          icon="trash"
          disabled={stages.length < 2}
          reason={t('editing.inspector.lastStage')}
        />
      </div>
    </Panel>
  );
}

const NO_MAP = 'none';

interface LinkedMapProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly stage: Stage;
  readonly onChange: (id: BoardId | null) => void;
}

/** Another map of the workshop that tells this stage in detail, and the way there. */
function LinkedMap({ controller, stage, onChange }: LinkedMapProps) {
  const t = useT();
  const others = controller.others();
  useStore(others.version);
  const maps = others.list().filter(({ kind }) => kind === 'journey-map');
  const linked = maps.find(({ id }) => id === stage.linkedBoardId);
  const isGone = stage.linkedBoardId !== null && !linked;
  const [circle, setCircle] = useState<string | null>(null);
  const link = async (id: BoardId): Promise<void> => {
    if (await leadsBack(others, id)) setCircle(maps.find((map) => map.id === id)?.title || t('board.untitled'));
    else onChange(id);
  };
  if (maps.length === 0 && !isGone) return null;
  return (
    <div className={partStyles.section}>
      {isGone && (
        <div className={partStyles.row} style={{ flexWrap: 'nowrap' }}>
          <span className={partStyles.note}>{t('editing.detail.mapGone')}</span>
          <IconButton
            icon="link-break"
            label={t('editing.links.unlink', { text: t('editing.detail.linkedMap') })}
            onClick={() => onChange(null)}
          />
        </div>
      )}
      <div className={partStyles.row} style={{ flexWrap: 'nowrap', alignItems: 'end' }}>
        <Select
          className={partStyles.grow}
          label={t('editing.detail.linkedMap')}
          quiet
          value={(linked?.id as string | undefined) ?? NO_MAP}
          options={[
            { value: NO_MAP, label: t('editing.detail.unsaid') },
            ...maps.map(({ id, title }) => ({ value: id as string, label: title || t('board.untitled') })),
          ]}
          onChange={(id) => {
            setCircle(null);
            if (id === NO_MAP) onChange(null);
            else void link(id as BoardId);
          }}
        />
        {linked && (
          <IconButton
            icon="arrow-square-out"
            bordered
            label={t('editing.detail.openMap')}
            onClick={() => openDetail(controller, stage.id)}
          />
        )}
      </div>
      {circle !== null && (
        <p className={partStyles.note} role="alert">
          {t('editing.detail.circle', { title: circle })}
        </p>
      )}
    </div>
  );
}

interface StepsProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly steps: readonly Step[];
}

/** The steps of a stage, each one press away; their columns have no header until they have a name. */
function Steps({ controller, doc, steps }: StepsProps) {
  const t = useT();
  const columns = columnsInOrder(doc);
  return (
    <div className={partStyles.section}>
      <span className={partStyles.label}>{t('editing.inspector.steps')}</span>
      {steps.map((step) => (
        <Button
          key={step.id}
          size="small"
          variant="ghost"
          onClick={() => controller.reveal({ kind: 'step', id: step.id })}
        >
          {step.title || t('editing.select.step', { number: columns.indexOf(step) + 1 })}
        </Button>
      ))}
      <ActButton controller={controller} act="addStep" label={t('editing.inspector.addStep')} icon="columns" />
    </div>
  );
}

interface StepPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly step: Step;
}

/** A step: its name and its place. */
export function StepPanel({ controller, doc, step }: StepPanelProps) {
  const t = useT();
  const columns = columnsInOrder(doc);
  const at = columns.indexOf(step);
  return (
    <Panel title={targetLabel(doc, { kind: 'step', id: step.id }, t)}>
      <BoundField
        label={t('editing.inspector.stepTitle')}
        value={step.title}
        hint={t('editing.inspector.stepHint')}
        onWrite={(title, mergeKey) => controller.session.run(renameStep, { id: step.id, title }, { mergeKey })}
      />
      <div className={partStyles.row}>
        <ActButton controller={controller} act="addStep" label={t('editing.inspector.addStep')} icon="columns" />
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
          disabled={at === columns.length - 1}
        />
        <ActButton
          controller={controller}
          act="deleteSelection"
          label={t('editing.inspector.delete')}
          icon="trash"
          disabled={columns.length < 2}
          reason={t('editing.inspector.lastStage')}
        />
      </div>
    </Panel>
  );
}

interface LanePanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly lane: Lane;
  readonly personas: BoardViewProps['personas'];
}

/** A row: its name, whether it is folded or hidden, its place. */
export function LanePanel({ controller, doc, lane, personas }: LanePanelProps) {
  const t = useT();
  useUi(controller, (ui) => ui.unfolded);
  const { session } = controller;
  const shown = visibleLanes(doc);
  const at = shown.indexOf(lane);
  const folded = isFolded(controller, lane);
  return (
    <Panel title={targetLabel(doc, { kind: 'lane', id: lane.id }, t)}>
      <BoundField
        label={t('editing.inspector.laneTitle')}
        value={lane.title}
        placeholder={t(`journey.lane.${lane.kind}`)}
        onWrite={(title, mergeKey) => session.run(renameLane, { id: lane.id, title }, { mergeKey })}
      />
      <p className={partStyles.note}>{`${t('editing.inspector.laneKind')} – ${t(`journey.lane.${lane.kind}`)}`}</p>
      <LaneLookFields controller={controller} doc={doc} lane={lane} personas={personas} />
      <div className={partStyles.row}>
        <Button
          size="small"
          icon={folded ? 'caret-down' : 'caret-right'}
          onClick={() => setFolded(controller, lane, !folded)}
        >
          {t(folded ? 'editing.inspector.unfold' : 'editing.inspector.fold')}
        </Button>
        <Button
          size="small"
          icon={lane.hidden ? 'eye' : 'eye-slash'}
          onClick={() => session.run(hideLane, { id: lane.id, hidden: !lane.hidden })}
        >
          {t(lane.hidden ? 'editing.inspector.show' : 'editing.inspector.hide')}
        </Button>
      </div>
      <div className={partStyles.row}>
        <ActButton controller={controller} act="addLane" label={t('editing.inspector.addLane')} icon="rows" />
        <ActButton
          controller={controller}
          act="moveUp"
          label={t('editing.inspector.moveUp')}
          icon="arrow-up"
          disabled={at <= 0}
        />
        <ActButton
          controller={controller}
          act="moveDown"
          label={t('editing.inspector.moveDown')}
          icon="arrow-down"
          disabled={at < 0 || at === shown.length - 1}
        />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}
