import type { BlockId, EntryId, EvidenceId } from '@shared/base/ids';
import { addEntry } from '@shared/boards/persona/commands/entries';
import { addEvidence } from '@shared/boards/persona/commands/evidence';
import type { EvidenceItem, PersonaDoc } from '@shared/boards/persona/model';
import { newId } from '@/editor/newId';
import type { Session } from '@/session/session';
import type { FaceNote } from '../boardFace';

/** Figures tell what people do: they stand among the purchase habits until somebody moves them. */
const HOME = 'purchase' as BlockId;

/** The source of that title, added where there is none yet. */
function sourceNamed(session: Session<PersonaDoc>, title: string, mergeKey: string): EvidenceId {
  const known = Object.values<EvidenceItem>(session.store.getState().doc.evidence).find((item) => item.title === title);
  if (known) return known.id;
  const id = newId<EvidenceId>();
  session.run(addEvidence, { id, at: null, fields: { kind: 'data', title } }, { mergeKey });
  return id;
}

/** Adds facts from elsewhere as entries that cite their source, as one step of undo; how many there are now. */
export function takeFacts(session: Session<PersonaDoc>, facts: readonly FaceNote[]): number {
  const mergeKey = `take facts ${newId()}`;
  for (const { text, evidence, source } of facts) {
    const cites = source ? [sourceNamed(session, source, mergeKey)] : [];
    session.run(
      addEntry,
      { id: newId<EntryId>(), block: HOME, at: null, fields: { text, evidence, cites } },
      { mergeKey },
    );
  }
  return session.store.getState().doc.blocks[HOME] ? facts.length : 0;
}
