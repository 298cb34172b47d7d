import type { LaneId, PersonaId } from '@shared/base/ids';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import { addLane, hideLane } from '@shared/boards/journey-map/commands/lanes';
import { JOURNEY_STATES, type JourneyMapDoc, LANE_KINDS, type LaneKind } from '@shared/boards/journey-map/model';
import { lanesInOrder, stagesInOrder } from '@shared/boards/journey-map/order';
import { useState } from 'react';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles, Section } from '@/editor/inspector/parts';
import { newId } from '@/editor/newId';
import type { BoardViewProps } from '@/session/boardHandle';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { NumberField } from '@/ui/NumberField';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { laneTitle } from '../selectionWords';
import { MapViews } from './MapViews';
import { PersonaFields } from './PersonaFields';

interface BoardPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly view: Pick<BoardViewProps, 'workspace' | 'personas'>;
}

const STATE_WORDS = { current: 'stateCurrent', target: 'stateTarget' } as const;

/** The journey itself, while nothing on it is selected: what the poster says of it, its personas, its hidden rows. */
export function BoardPanel({ controller, doc, view }: BoardPanelProps) {
  const t = useT();
  const { info } = doc;
  const set = (fields: Partial<JourneyMapDoc['info']>, mergeKey?: string) =>
    controller.session.run(setInfo, { fields }, mergeKey ? { mergeKey } : {});
  return (
    <Panel title={t('editing.inspector.board')}>
      <p className={partStyles.note}>
        {t('editing.inspector.summary', {
          stages: t('journey.stageCount', { count: stagesInOrder(doc).length }),
          steps: t('journey.stepCount', { count: Object.keys(doc.steps).length }),
        })}
      </p>
      <BoundField
        label={t('editing.inspector.title')}
        value={info.title}
        multiline
        onWrite={(title, mergeKey) => set({ title }, mergeKey)}
      />
      <Segmented
        label={t('editing.inspector.state')}
        value={info.state}
        options={JOURNEY_STATES.map((value) => ({ value, label: t(`editing.inspector.${STATE_WORDS[value]}`) }))}
        onChange={(state) => set({ state })}
      />
      <BoundField
        label={t('editing.inspector.result')}
        value={info.result}
        multiline
        placeholder={t('editing.inspector.resultHint')}
        onWrite={(result, mergeKey) => set({ result }, mergeKey)}
      />
      <BoundField
        label={t('editing.inspector.sources')}
        value={info.sources}
        multiline
        onWrite={(sources, mergeKey) => set({ sources }, mergeKey)}
      />
      <BoundField
        label={t('editing.inspector.date')}
        type="date"
        value={info.date}
        onWrite={(date, mergeKey) => set({ date }, mergeKey)}
      />
      <NumberField
        label={t('editing.inspector.version')}
        value={info.version}
        min={0}
        max={9999}
        onChange={(version) => set({ version: version ?? 0 }, 'version')}
      />
      <Personas doc={doc} view={view} onChange={(personaIds) => set({ personaIds })} />
      <MapViews controller={controller} doc={doc} />
      <Lanes controller={controller} doc={doc} />
      <ActButton controller={controller} act="addStage" label={t('editing.inspector.addStage')} icon="path" />
    </Panel>
  );
}

interface PersonasProps {
  readonly doc: JourneyMapDoc;
  readonly view: BoardPanelProps['view'];
  readonly onChange: (ids: PersonaId[]) => void;
}

/** Who lives the journey; the first one is on the poster's card. Personas of the workshop can join. */
function Personas({ doc, view, onChange }: PersonasProps) {
  const t = useT();
  const { personaIds } = doc.info;
  const others = (Object.keys(view.personas) as PersonaId[]).filter((id) => !personaIds.includes(id));
  return (
    <Section title={t('editing.inspector.personas')}>
      {personaIds.map((id, at) => (
        <div key={id} className={partStyles.person}>
          <PersonaFields workspace={view.workspace} id={id} />
          <div className={partStyles.row}>
            {at > 0 && (
              <Button
                size="small"
                icon="arrow-up"
                onClick={() => onChange([id, ...personaIds.filter((one) => one !== id)])}
              >
                {t('editing.inspector.first')}
              </Button>
            )}
            <Button size="small" icon="x" onClick={() => onChange(personaIds.filter((one) => one !== id))}>
              {t('editing.inspector.leave')}
            </Button>
          </div>
        </div>
      ))}
      {others.map((id) => (
        <div key={id} className={partStyles.hidden}>
          <span>{view.personas[id]?.info.name}</span>
          <IconButton
            icon="plus"
            bordered
            label={t('editing.inspector.join')}
            onClick={() => onChange([...personaIds, id])}
          />
        </div>
      ))}
    </Section>
  );
}

/** Rows that are hidden, each one press from being shown again, and rows to add. */
function Lanes({
  controller,
  doc,
}: {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
}) {
  const t = useT();
  const [kind, setKind] = useState<LaneKind>('notes');
  const hidden = lanesInOrder(doc).filter((lane) => lane.hidden);
  const { session } = controller;
  const add = () => {
    const id = newId<LaneId>();
    session.run(addLane, { id, kind, at: null, title: '' });
    controller.reveal({ kind: 'lane', id });
  };
  return (
    <>
      {hidden.length > 0 && (
        <Section title={t('editing.inspector.hiddenLanes')}>
          {hidden.map((lane) => (
            <div key={lane.id} className={partStyles.hidden}>
              <span>{laneTitle(lane, t)}</span>
              <Button size="small" icon="eye" onClick={() => session.run(hideLane, { id: lane.id, hidden: false })}>
                {t('editing.inspector.show')}
              </Button>
            </div>
          ))}
        </Section>
      )}
      <Section title={t('editing.inspector.addLane')}>
        <div className={partStyles.row} style={{ flexWrap: 'nowrap' }}>
          <Select
            className={partStyles.grow}
            label={t('editing.inspector.laneToAdd')}
            hideLabel
            quiet
            value={kind}
            options={LANE_KINDS.map((value) => ({ value, label: t(`journey.lane.${value}`) }))}
            onChange={setKind}
          />
          <IconButton icon="plus" bordered label={t('editing.inspector.addLane')} onClick={add} />
        </div>
      </Section>
    </>
  );
}
