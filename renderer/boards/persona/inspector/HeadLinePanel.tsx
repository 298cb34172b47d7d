import type { HeadLine } from '@shared/boards/persona/blocks';
import { setPersonaFields } from '@shared/boards/persona/commands/info';
import { BoundField } from '@/editor/inspector/BoundField';
import { Panel } from '@/editor/inspector/parts';
import { useT } from '@/ui/useT';
import { ProofFields } from './ProofFields';
import type { PersonaPanelProps } from './panelProps';

/** A line of the head: what it says, and what proves it. */
export function HeadLinePanel({ controller, doc, line }: PersonaPanelProps & { readonly line: HeadLine }) {
  const t = useT();
  return (
    <Panel title={t(`persona.change.${line}`)}>
      <BoundField
        label={t('personaEditor.entry.text')}
        value={doc.info[line]}
        multiline
        onWrite={(text, mergeKey) =>
          controller.session.run(setPersonaFields, { fields: { [line]: text } }, { mergeKey })
        }
      />
      <ProofFields controller={controller} doc={doc} claim={{ kind: line, id: line }} />
    </Panel>
  );
}
