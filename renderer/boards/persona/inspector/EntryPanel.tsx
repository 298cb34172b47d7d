import { type EntryFields, moveEntry, setEntryFields, setEntryText } from '@shared/boards/persona/commands/entries';
import { type Entry, MEDIA } from '@shared/boards/persona/model';
import { shownBlocks } from '@shared/boards/persona/order';
import { blockTitle } from '@shared/boards/persona/words';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import { NumberField } from '@/ui/NumberField';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { blockById } from '../entities';
import { ProofFields } from './ProofFields';
import type { PersonaPanelProps } from './panelProps';
import { TakenUp } from './TakenUp';

type EntryProps = PersonaPanelProps & { readonly entry: Entry };

/** One entry: its words, its figures, what proves it, where it stands. */
export function EntryPanel({ controller, doc, entry }: EntryProps) {
  const t = useT();
  const { session } = controller;
  const block = blockById(doc, entry.block);
  if (!block) return null;
  return (
    <Panel title={blockTitle(block, { t })}>
      <BoundField
        label={t(block.kind === 'sliders' ? 'personaEditor.entry.from' : 'personaEditor.entry.text')}
        value={entry.text}
        multiline
        onWrite={(text, mergeKey) => session.run(setEntryText, { id: entry.id, text }, { mergeKey })}
      />
      <Figures controller={controller} doc={doc} entry={entry} />
      <ProofFields controller={controller} doc={doc} claim={{ kind: 'entry', id: entry.id }} />
      <TakenUp doc={doc} target={{ kind: 'entry', id: entry.id }} others={controller.others()} />
      <Select
        label={t('personaEditor.entry.block')}
        quiet
        value={entry.block as string}
        options={shownBlocks(doc).map((each) => ({ value: each.id as string, label: blockTitle(each, { t }) }))}
        onChange={(id) => {
          const home = blockById(doc, id);
          if (home && home.id !== entry.block) session.run(moveEntry, { id: entry.id, block: home.id, at: null });
        }}
      />
      <div className={partStyles.row}>
        <ActButton controller={controller} act="duplicate" label={t('editing.inspector.duplicate')} icon="copy" />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}

/** What an entry says in figures, by the kind of its block. */
function Figures({ controller, doc, entry }: EntryProps) {
  const t = useT();
  const kind = blockById(doc, entry.block)?.kind;
  const set = (fields: Partial<Omit<EntryFields, 'text'>>, mergeKey?: string) =>
    controller.session.run(setEntryFields, { id: entry.id, fields }, mergeKey ? { mergeKey } : {});
  switch (kind) {
    case 'channels':
      return (
        <>
          <NumberField
            label={t('personaEditor.entry.weight')}
            value={entry.value}
            min={0}
            onChange={(value) => set({ value })}
          />
          <NumberField
            label={t('personaEditor.entry.sample')}
            value={entry.sample}
            min={0}
            onChange={(sample) => set({ sample })}
          />
          <Segmented
            label={t('personaEditor.entry.medium')}
            value={entry.medium ?? 'unknown'}
            options={[
              ...MEDIA.map((medium) => ({ value: medium, label: t(`persona.medium.${medium}`) })),
              { value: 'unknown' as const, label: t('personaEditor.entry.unknown') },
            ]}
            onChange={(medium) => set({ medium: medium === 'unknown' ? null : medium })}
          />
        </>
      );
    case 'sliders':
      return (
        <>
          <BoundField
            label={t('personaEditor.entry.to')}
            value={entry.opposite}
            onWrite={(opposite, mergeKey) => set({ opposite }, mergeKey)}
          />
          <label className={partStyles.section}>
            <span className={partStyles.label}>{t('personaEditor.entry.slider', { value: entry.value ?? 50 })}</span>
            <input
              type="range"
              className={partStyles.slider}
              min={0}
              max={100}
              value={entry.value ?? 50}
              onChange={(event) => set({ value: event.currentTarget.valueAsNumber }, `slider:${entry.id}`)}
            />
          </label>
        </>
      );
    case 'number':
      return (
        <>
          <NumberField
            label={t('personaEditor.entry.value')}
            value={entry.value}
            step={0.001}
            onChange={(value) => set({ value })}
          />
          <BoundField
            label={t('personaEditor.entry.unit')}
            value={entry.unit}
            onWrite={(unit, mergeKey) => set({ unit }, mergeKey)}
          />
        </>
      );
    default:
      return null;
  }
}
