import { standardBlock } from '@shared/boards/persona/blocks';
import { type BlockFields, setBlockFields } from '@shared/boards/persona/commands/blocks';
import type { Block, EvidenceSource } from '@shared/boards/persona/model';
import { entriesOf, evidenceInOrder } from '@shared/boards/persona/order';
import { blockStrength } from '@shared/boards/persona/strength';
import { questionOf } from '@shared/boards/persona/templates';
import { blockTitle, evidenceSuffix, evidenceTitle } from '@shared/boards/persona/words';
import type { EvidenceKind } from '@shared/model/evidence';
import { addHere } from '@/editor/addHere';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { BoundField } from '@/editor/inspector/BoundField';
import { ActButton, Panel, partStyles, Section } from '@/editor/inspector/parts';
import { Button } from '@/ui/Button';
import { useLang } from '@/ui/preferences';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';
import { SourcedLine } from './SourcedLine';
import { StrengthList } from './StrengthList';

/** The sign a source is drawn with. */
const SIGN_OF: Readonly<Record<EvidenceSource, EvidenceKind>> = {
  interview: 'verbatim',
  observation: 'observation',
  questionnaire: 'data',
  data: 'data',
  other: 'observation',
};

/** One block: what proves it, how strong the page is, how it is called and what it asks. */
export function BlockPanel({ controller, doc, block }: PersonaPanelProps & { readonly block: Block }) {
  const t = useT();
  const lang = useLang();
  const { session } = controller;
  const set = (fields: Partial<BlockFields>, mergeKey?: string) =>
    session.run(setBlockFields, { id: block.id, fields }, mergeKey ? { mergeKey } : {});
  const cited = new Set(entriesOf(doc, block.id).flatMap(({ cites }) => cites));
  const sources = evidenceInOrder(doc).filter(({ id }) => cited.has(id));
  const standard = standardBlock(block.id);
  return (
    <Panel title={blockTitle(block, { t })}>
      <SourcedLine strength={blockStrength(doc, block.id)} />
      <Section title={t('personaEditor.block.proofs')}>
        {sources.length === 0 && <p className={partStyles.note}>{t('personaEditor.block.noProof')}</p>}
        {sources.map((item) => (
          <button
            key={item.id}
            type="button"
            className={styles.card}
            onClick={() => controller.reveal({ kind: 'evidence', id: item.id })}
          >
            <strong>
              <EvidenceSign kind={SIGN_OF[item.kind]} />
              {`${evidenceTitle(item, { t })}${evidenceSuffix(item, { t, lang })}`}
            </strong>
            {item.note !== '' && <span>{item.note}</span>}
          </button>
        ))}
      </Section>
      <StrengthList controller={controller} doc={doc} current={block.id} />
      <Button
        size="small"
        icon="plus"
        onClick={() => {
          controller.select([{ kind: 'block', id: block.id }]);
          addHere(controller);
        }}
      >
        {t('personaEditor.entry.add')}
      </Button>
      <BoundField
        label={t('personaEditor.block.title')}
        value={block.title}
        {...(standard ? { placeholder: t(`persona.block.${standard}`) } : {})}
        onWrite={(title, mergeKey) => set({ title }, mergeKey)}
      />
      <BoundField
        label={t('personaEditor.block.prompt')}
        value={block.prompt}
        multiline
        {...(standard ? { placeholder: t(questionOf(doc.info.template, standard)) } : {})}
        onWrite={(prompt, mergeKey) => set({ prompt }, mergeKey)}
      />
      <BoundField
        label={t('personaEditor.block.note')}
        value={block.note}
        onWrite={(note, mergeKey) => set({ note }, mergeKey)}
      />
      <Switch label={t('personaEditor.block.shown')} on={block.visible} onChange={(visible) => set({ visible })} />
      <div className={partStyles.row}>
        <ActButton controller={controller} act="moveUp" label={t('editing.menu.moveUp')} icon="arrow-up" />
        <ActButton controller={controller} act="moveDown" label={t('editing.menu.moveDown')} icon="arrow-down" />
        <ActButton controller={controller} act="deleteSelection" label={t('editing.inspector.delete')} icon="trash" />
      </div>
    </Panel>
  );
}
