import { FACT_IDS } from '@shared/boards/persona/blocks';
import { setBlockFields } from '@shared/boards/persona/commands/blocks';
import { type PersonaFields, type PersonaMeta, setMeta, setPersonaFields } from '@shared/boards/persona/commands/info';
import { PERSONA_KINDS, type PersonaDoc } from '@shared/boards/persona/model';
import { blocksInOrder, evidenceInOrder } from '@shared/boards/persona/order';
import { personaStrength } from '@shared/boards/persona/strength';
import { blockTitle, evidenceSuffix, evidenceTitle, factLabel } from '@shared/boards/persona/words';
import { BoundField } from '@/editor/inspector/BoundField';
import { Panel, Section } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import { Button } from '@/ui/Button';
import { useLang } from '@/ui/preferences';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { blockItems } from '../addingBlocks';
import { addSource } from '../evidenceItems';
import { today } from '../today';
import { Findings } from './Findings';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';
import { SourcedLine } from './SourcedLine';
import { StrengthList } from './StrengthList';
import { TagLine } from './TagLine';

type PageProps = PersonaPanelProps & { readonly view: BoardViewProps<PersonaDoc> };

/** The page itself: how strong it is, what to look at, who it is about, what it stands on. */
export function PagePanel({ controller, doc, view }: PageProps) {
  const t = useT();
  return (
    <Panel title={doc.info.name.trim() || t('persona.unnamed')}>
      <SourcedLine strength={personaStrength(doc)} />
      <StrengthList controller={controller} doc={doc} current={null} />
      <Findings controller={controller} doc={doc} view={view} />
      <Sources controller={controller} doc={doc} />
      <Identity controller={controller} doc={doc} />
      <Blocks controller={controller} doc={doc} />
      <Filing controller={controller} doc={doc} />
    </Panel>
  );
}

function Sources({ controller, doc }: PersonaPanelProps) {
  const t = useT();
  const lang = useLang();
  return (
    <Section title={t('persona.foot.sources')}>
      {evidenceInOrder(doc).map((item) => (
        <button
          key={item.id}
          type="button"
          className={styles.goTo}
          onClick={() => controller.reveal({ kind: 'evidence', id: item.id })}
        >
          {`${evidenceTitle(item, { t })}${evidenceSuffix(item, { t, lang })}`}
        </button>
      ))}
      <div>
        <Button
          size="small"
          icon="plus"
          onClick={() => controller.reveal({ kind: 'evidence', id: addSource(controller) })}
        >
          {t('actions.addSource')}
        </Button>
      </div>
    </Section>
  );
}

function Identity({ controller, doc }: PersonaPanelProps) {
  const t = useT();
  const field = (name: keyof PersonaFields, label: string, multiline = false) => (
    <BoundField
      key={name}
      label={label}
      value={doc.info[name]}
      {...(multiline ? { multiline } : {})}
      onWrite={(text, mergeKey) => controller.session.run(setPersonaFields, { fields: { [name]: text } }, { mergeKey })}
    />
  );
  return (
    <Section title={t('personaEditor.identity')}>
      {field('name', t('persona.change.name'))}
      {field('tagline', t('persona.change.tagline'), true)}
      {field('quote', t('persona.change.quote'), true)}
      {FACT_IDS.map((id) => field(id, factLabel(doc, id, { t })))}
      {field('facts', t('persona.change.facts'), true)}
    </Section>
  );
}

/** Blocks that are hidden come back from here; new ones are added. */
function Blocks({ controller, doc }: PersonaPanelProps) {
  const t = useT();
  const hidden = blocksInOrder(doc).filter(({ visible }) => !visible);
  const items = blockItems(controller, t);
  return (
    <Section title={t('personaEditor.block.all')}>
      {hidden.map((block) => (
        <Button
          key={block.id}
          size="small"
          icon="eye"
          onClick={() => controller.session.run(setBlockFields, { id: block.id, fields: { visible: true } })}
        >
          {t('personaEditor.block.show', { title: blockTitle(block, { t }) })}
        </Button>
      ))}
      <Select
        label={t('personaEditor.block.add')}
        quiet
        hideLabel
        value=""
        options={[
          { value: '', label: t('personaEditor.block.add'), icon: 'plus' },
          ...items.map(({ id, label, icon }) => ({ value: id, label, icon })),
        ]}
        onChange={(id) => items.find((item) => item.id === id)?.run()}
      />
    </Section>
  );
}

/** How the library files it. */
function Filing({ controller, doc }: PersonaPanelProps) {
  const t = useT();
  const { info } = doc;
  const set = (fields: Partial<PersonaMeta>, mergeKey?: string) =>
    controller.session.run(setMeta, { fields }, mergeKey ? { mergeKey } : {});
  return (
    <Section title={t('personaEditor.filing')}>
      <Select
        label={t('persona.change.kind')}
        quiet
        value={info.kind}
        options={PERSONA_KINDS.map((kind) => ({ value: kind, label: t(`personaEditor.kind.${kind}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <TagLine tags={info.tags} onChange={(tags) => set({ tags: [...tags] })} />
      <BoundField
        label={t('persona.change.owner')}
        value={info.owner}
        onWrite={(owner, mergeKey) => set({ owner }, mergeKey)}
      />
      <BoundField
        label={t('persona.change.lastReviewed')}
        type="date"
        value={info.lastReviewed}
        onWrite={(lastReviewed, mergeKey) => set({ lastReviewed }, mergeKey)}
      />
      <div>
        <Button size="small" icon="calendar-check" onClick={() => set({ lastReviewed: today() })}>
          {t('personaEditor.reviewedToday')}
        </Button>
      </div>
    </Section>
  );
}
