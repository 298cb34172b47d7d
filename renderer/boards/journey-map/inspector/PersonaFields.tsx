import type { PersonaId } from '@shared/base/ids';
import { setPersonaFields } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { BoundField } from '@/editor/inspector/BoundField';
import type { Session } from '@/session/session';
import type { Workspace } from '@/session/workspaceApi';
import { useT } from '@/ui/useT';

/** A persona's document for as long as the component stands; opening it twice shares it. */
function usePersona(workspace: Workspace, id: PersonaId): Session<PersonaDoc> | null {
  const [session, setSession] = useState<Session<PersonaDoc> | null>(null);
  useEffect(() => {
    let wanted = true;
    let opened: Session<PersonaDoc> | null = null;
    void workspace.openDoc<PersonaDoc>(id).then((result) => {
      if (!result.ok) return;
      opened = result.value;
      if (wanted) setSession(result.value);
      else void result.value.close();
    });
    return () => {
      wanted = false;
      setSession(null);
      void opened?.close();
    };
  }, [workspace, id]);
  return session;
}

/** The few facts of a persona that a map shows; a change reaches every map of the workshop. */
export function PersonaFields({ workspace, id }: { readonly workspace: Workspace; readonly id: PersonaId }) {
  const session = usePersona(workspace, id);
  return session && <Fields session={session} />;
}

const FIELDS = ['name', 'age', 'role', 'facts', 'quote'] as const;
const WORDS = { name: 'name', age: 'age', role: 'role', facts: 'facts', quote: 'said' } as const;

function Fields({ session }: { readonly session: Session<PersonaDoc> }) {
  const t = useT();
  const info = useStore(session.store, (state) => state.doc.info);
  return FIELDS.map((field) => (
    <BoundField
      key={field}
      label={t(`editing.inspector.${WORDS[field]}`)}
      value={info[field]}
      multiline={field === 'facts' || field === 'quote'}
      onWrite={(text, mergeKey) => session.run(setPersonaFields, { fields: { [field]: text } }, { mergeKey })}
    />
  ));
}
