import type { FactId } from '@shared/boards/persona/blocks';
import { setFact } from '@shared/boards/persona/commands/blocks';
import { setPersonaFields } from '@shared/boards/persona/commands/info';
import { slotOf } from '@shared/boards/persona/order';
import { factLabel } from '@shared/boards/persona/words';
import { BoundField } from '@/editor/inspector/BoundField';
import { Panel } from '@/editor/inspector/parts';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { ProofFields } from './ProofFields';
import type { PersonaPanelProps } from './panelProps';

/** One fact of the band: what it says, what it is called, what proves it. */
export function FactPanel({ controller, doc, fact }: PersonaPanelProps & { readonly fact: FactId }) {
  const t = useT();
  const { session } = controller;
  const slot = slotOf(doc, fact);
  return (
    <Panel title={factLabel(doc, fact, { t })}>
      <BoundField
        label={t('personaEditor.entry.text')}
        value={doc.info[fact]}
        onWrite={(text, mergeKey) => session.run(setPersonaFields, { fields: { [fact]: text } }, { mergeKey })}
      />
      <BoundField
        label={t('personaEditor.fact.label')}
        value={slot.label}
        placeholder={t(`persona.fact.${fact}`)}
        onWrite={(label, mergeKey) => session.run(setFact, { id: fact, fields: { label } }, { mergeKey })}
      />
      <ProofFields controller={controller} doc={doc} claim={{ kind: 'fact', id: fact }} />
      <Switch
        label={t('personaEditor.fact.shown')}
        on={slot.visible}
        onChange={(visible) => session.run(setFact, { id: fact, fields: { visible } })}
      />
    </Panel>
  );
}
