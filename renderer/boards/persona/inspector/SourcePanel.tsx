import { HEAD_LINES } from '@shared/boards/persona/blocks';
import { type EvidenceFields, setEvidenceFields } from '@shared/boards/persona/commands/evidence';
import { EVIDENCE_SOURCES, type EvidenceItem } from '@shared/boards/persona/model';
import { slotOf } from '@shared/boards/persona/order';
import { claimsOf } from '@shared/boards/persona/strength';
import { claimText, evidenceTitle, oneLine } from '@shared/boards/persona/words';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles, Section } from '@/editor/inspector/parts';
import { NumberField } from '@/ui/NumberField';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { proofOf } from '../entities';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';
import { TakenUp } from './TakenUp';

/** One source: what it is, when, out of how many, and what it proves. */
export function SourcePanel({ controller, doc, source }: PersonaPanelProps & { readonly source: EvidenceItem }) {
  const t = useT();
  const set = (fields: Partial<EvidenceFields>, mergeKey?: string) =>
    controller.session.run(setEvidenceFields, { id: source.id, fields }, mergeKey ? { mergeKey } : {});
  const proves = claimsOf(doc).filter((claim) => proofOf(doc, claim).cites.includes(source.id));
  const lines = HEAD_LINES.filter((line) => slotOf(doc, line).cites.includes(source.id));
  return (
    <Panel title={evidenceTitle(source, { t })}>
      <Select
        label={t('personaEditor.source.kind')}
        quiet
        value={source.kind}
        options={EVIDENCE_SOURCES.map((kind) => ({ value: kind, label: t(`persona.source.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <BoundField
        label={t('personaEditor.source.title')}
        value={source.title}
        onWrite={(title, mergeKey) => set({ title }, mergeKey)}
      />
      <BoundField
        label={t('personaEditor.source.date')}
        value={source.date}
        onWrite={(date, mergeKey) => set({ date }, mergeKey)}
      />
      <NumberField
        label={t('personaEditor.source.sample')}
        value={source.sample}
        min={0}
        onChange={(sample) => set({ sample })}
      />
      <BoundField
        label={t('personaEditor.source.note')}
        value={source.note}
        multiline
        onWrite={(note, mergeKey) => set({ note }, mergeKey)}
      />
      <Section title={t('personaEditor.source.proves')}>
        {proves.length + lines.length === 0 && (
          <p className={partStyles.note}>{t('personaEditor.source.provesNothing')}</p>
        )}
        {lines.map((line) => (
          <button
            key={line}
            type="button"
            className={styles.goTo}
            onClick={() => controller.reveal({ kind: line, id: line })}
          >
            {t(`persona.outline.${line}`, { text: oneLine(doc.info[line]) || t('journey.outline.empty') })}
          </button>
        ))}
        {proves.map((claim) => (
          <button
            key={claim.id}
            type="button"
            className={styles.goTo}
            onClick={() => controller.reveal({ kind: claim.kind, id: claim.id })}
          >
            {claimText(doc, claim, { t }) || t('journey.outline.empty')}
          </button>
        ))}
      </Section>
      <TakenUp doc={doc} target={{ kind: 'evidence', id: source.id }} others={controller.others()} />
      <div className={partStyles.row}>
        <ActButton controller={controller} act="moveUp" label={t('editing.menu.moveUp')} icon="arrow-up" />
        <ActButton controller={controller} act="moveDown" label={t('editing.menu.moveDown')} icon="arrow-down" />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}
