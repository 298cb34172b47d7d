import type { BoardId, PersonaId } from '@shared/base/ids';
import { canBeByPersona } from '@shared/boards/journey-map/byPersona';
import { setInfo } from '@shared/boards/journey-map/commands/info';
import { type LaneLook, setLaneLook } from '@shared/boards/journey-map/commands/lanes';
import { CURVE_CHOICES, CURVE_DISPLAYS } from '@shared/boards/journey-map/enums';
import { lanePaper } from '@shared/boards/journey-map/layout/lanePapers';
import type { JourneyMapDoc, Lane } from '@shared/boards/journey-map/model';
import { formatValence } from '@shared/boards/pieces/valence';
import { useState } from 'react';
import { useStore } from 'zustand/react';
import type { BoardController } from '@/editor/boardController';
import { BoundField } from '@/editor/inspector/BoundField';
import { ColorField, partStyles, Section } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import { IconButton } from '@/ui/IconButton';
import { NumberField } from '@/ui/NumberField';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { copyRowTo } from '../copyingRows';

interface LaneLookProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly lane: Lane;
  readonly personas: BoardViewProps['personas'];
}

const ALL = 'all';
const LEVELS = ['-2', '-1', '0', '1', '2'] as const;

/** How a row looks, and what of its content it shows. */
export function LaneLookFields({ controller, doc, lane, personas }: LaneLookProps) {
  const t = useT();
  const set = (look: Partial<LaneLook>, mergeKey?: string) =>
    controller.session.run(setLaneLook, { id: lane.id, look }, mergeKey ? { mergeKey } : {});
  const people = doc.info.personaIds.map((id) => ({ value: id as string, label: personas[id]?.info.name ?? id }));
  return (
    <>
      {lane.kind === 'emotion' && (
        <>
          <Segmented
            label={t('editing.lane.display')}
            value={lane.display}
            options={CURVE_DISPLAYS.map((value) => ({ value, label: t(`editing.lane.${value}`) }))}
            onChange={(display) => set({ display })}
          />
          <Segmented
            label={t('editing.lane.curves')}
            value={lane.curves}
            options={CURVE_CHOICES.map((value) => ({ value, label: t(`editing.lane.${value}`) }))}
            onChange={(curves) => set({ curves })}
          />
          {people.length > 1 && (
            <Select
              label={t('editing.inspector.persona')}
              quiet
              value={lane.personaId ?? ALL}
              options={[{ value: ALL, label: t('editing.lane.allPersonas') }, ...people]}
              onChange={(id) => set({ personaId: id === ALL ? null : (id as PersonaId) })}
            />
          )}
          <Switch
            label={t('editing.lane.intensity')}
            on={lane.intensity}
            onChange={(intensity) => set({ intensity })}
          />
          <EmotionWords controller={controller} doc={doc} />
        </>
      )}
      {canBeByPersona(lane.kind) && people.length > 0 && (
        <Switch label={t('editing.lane.byPersona')} on={lane.byPersona} onChange={(byPersona) => set({ byPersona })} />
      )}
      <ColorField
        value={lane.color}
        paper={lanePaper({ kind: lane.kind, color: null })}
        onChange={(color) => set({ color })}
      />
      <NumberField
        label={t('editing.lane.minHeight')}
        value={lane.minHeight}
        min={0}
        max={2000}
        step={10}
        onChange={(minHeight) => set({ minHeight: minHeight ?? 0 }, `height:${lane.id}`)}
      />
      <CopyRow controller={controller} lane={lane} />
    </>
  );
}

/** The team's own words for the five levels; what is left out keeps the app's. */
function EmotionWords({ controller, doc }: Pick<LaneLookProps, 'controller' | 'doc'>) {
  const t = useT();
  const lang = useLang();
  const words = doc.info.emotionWords;
  const write = (at: number, word: string, mergeKey: string) => {
    const emotionWords = LEVELS.map((_, index) => (index === at ? word : (words[index] ?? '')));
    controller.session.run(setInfo, { fields: { emotionWords } }, { mergeKey });
  };
  return (
    <Section title={t('editing.lane.words')}>
      {LEVELS.map((level, at) => (
        <BoundField
          key={level}
          label={formatValence(Number(level), lang)}
          value={words[at] ?? ''}
          placeholder={t(`journey.emotionLevel.${level}`)}
          onWrite={(word, mergeKey) => write(at, word, mergeKey)}
        />
      ))}
    </Section>
  );
}

/** Copies the row, with its content, to another map of the workshop. */
function CopyRow({ controller, lane }: Pick<LaneLookProps, 'controller' | 'lane'>) {
  const t = useT();
  const others = controller.others();
  useStore(others.version);
  const maps = others.list().filter(({ kind }) => kind === 'journey-map');
  const [chosen, setChosen] = useState<BoardId | null>(null);
  const to = maps.find(({ id }) => id === chosen) ?? maps[0];
  if (!to) return null;
  return (
    <Section title={t('editing.lane.copyTo')}>
      <div className={partStyles.row} style={{ flexWrap: 'nowrap' }}>
        <Select
          className={partStyles.grow}
          label={t('editing.lane.copyTo')}
          hideLabel
          quiet
          value={to.id as string}
          options={maps.map(({ id, title }) => ({ value: id as string, label: title || t('board.untitled') }))}
          onChange={(id) => setChosen(id as BoardId)}
        />
        <IconButton
          icon="copy"
          bordered
          label={t('editing.lane.copy')}
          onClick={() => void copyRowTo(controller, lane, to.id)}
        />
      </div>
    </Section>
  );
}
