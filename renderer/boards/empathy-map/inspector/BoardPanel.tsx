import type { BoardId, PersonaId } from '@shared/base/ids';
import { type InfoFields, setInfo } from '@shared/boards/empathy-map/commands/info';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { useStore } from 'zustand/react';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import { Button } from '@/ui/Button';
import { NumberField } from '@/ui/NumberField';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { guideStore, startGuide } from '../guide/guideStore';
import { linkJourney } from '../journeyStages';
import { AreaLines } from './AreaLines';
import { LayoutPicker } from './LayoutPicker';

interface BoardPanelProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly view: Pick<BoardViewProps<EmpathyMapDoc>, 'personas' | 'others' | 'workshop'>;
}

const NONE = 'none';

/** The map itself, while nothing on it is selected: its layout, whom it is about, what its poster says, its linked journey. */
export function BoardPanel({ controller, doc, view }: BoardPanelProps) {
  const t = useT();
  const { info } = doc;
  const isAsking = useStore(guideStore(controller.session), (guide) => guide.on);
  const set = (fields: Partial<InfoFields>, mergeKey?: string) =>
    controller.session.run(setInfo, { fields }, mergeKey ? { mergeKey } : {});
  const field = (name: 'title' | 'goal' | 'situation' | 'sources' | 'participants' | 'designedBy', isLong = true) => (
    <BoundField
      label={t(`empathy.panel.${name}`)}
      value={info[name]}
      {...(isLong ? { multiline: true } : {})}
      {...(name === 'goal' ? { placeholder: t('empathy.goalHint') } : {})}
      onWrite={(text, mergeKey) => set({ [name]: text }, mergeKey)}
    />
  );
  return (
    <Panel title={t('empathy.name')}>
      <LayoutPicker controller={controller} doc={doc} />
      {!isAsking && (
        <Button icon="chats-circle" onClick={() => startGuide(controller)}>
          {t('empathy.guide.start')}
        </Button>
      )}
      <AreaLines controller={controller} doc={doc} />
      <Person view={view} value={info.personaId} onChange={(personaId) => set({ personaId })} />
      {field('situation')}
      {field('goal')}
      <Journey controller={controller} doc={doc} view={view} />
      <Switch
        label={t('empathy.panel.prompts')}
        on={info.showPrompts}
        onChange={(showPrompts) => set({ showPrompts })}
      />
      {field('title')}
      {field('sources')}
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
      {field('participants')}
      {field('designedBy', false)}
      {info.layout === 'stages' && (
        <div className={partStyles.row}>
          <ActButton controller={controller} act="addStage" label={t('editing.inspector.addStage')} icon="path" />
        </div>
      )}
    </Panel>
  );
}

interface PersonProps {
  readonly view: BoardPanelProps['view'];
  readonly value: PersonaId | null;
  readonly onChange: (id: PersonaId | null) => void;
}

/** Whom the map is about: one of the workshop's personas. */
function Person({ view, value, onChange }: PersonProps) {
  const t = useT();
  const people = (Object.keys(view.personas) as PersonaId[]).map((id) => ({
    value: id as string,
    label: view.personas[id]?.info.name || t('board.persona.untitled'),
  }));
  return (
    <Select
      label={t('empathy.panel.persona')}
      quiet
      value={value && view.personas[value] ? value : NONE}
      options={[{ value: NONE, label: t('board.persona.none') }, ...people]}
      onChange={(id) => onChange(id === NONE ? null : (id as PersonaId))}
    />
  );
}

/** The journey whose stages are the columns of the layout by stage; from here one goes to it. */
function Journey({ controller, doc, view }: BoardPanelProps) {
  const t = useT();
  const { others } = view;
  useStore(others.version);
  const { journeyId } = doc.info;
  const journeys = others.list().filter(({ kind }) => kind === 'journey-map');
  const isThere = journeys.some(({ id }) => id === journeyId);
  return (
    <div className={partStyles.section}>
      <Select
        label={t('empathy.panel.journey')}
        quiet
        value={isThere && journeyId ? (journeyId as string) : NONE}
        options={[
          { value: NONE, label: t('empathy.panel.noJourney') },
          ...journeys.map(({ id, title }) => ({ value: id as string, label: title || t('board.untitled') })),
        ]}
        onChange={(id) => void linkJourney(controller.session, others, id === NONE ? null : (id as BoardId))}
      />
      {isThere && journeyId && (
        <Button size="small" variant="ghost" icon="path" onClick={() => void others.show(journeyId, null)}>
          {t('empathy.panel.goToJourney')}
        </Button>
      )}
    </div>
  );
}
