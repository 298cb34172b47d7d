import type { EvidenceId } from '@shared/base/ids';
import { addEvidence, cite } from '@shared/boards/persona/commands/evidence';
import type { EvidenceSource, PersonaDoc } from '@shared/boards/persona/model';
import type { BoardController } from '@/editor/boardController';
import { newId } from '@/editor/newId';
import { editKey } from '@/editor/textEditing';
import { claimOf } from './entities';

/** Adds a source. What is chosen and makes a claim cites it at once: one comes from the claim to its proof. Undone together. */
export function addSource(controller: BoardController<PersonaDoc>, kind: EvidenceSource = 'interview'): EvidenceId {
  const { session } = controller;
  const id = newId<EvidenceId>();
  const mergeKey = editKey();
  const { doc } = session.store.getState();
  const claims = controller.selection().flatMap((target) => claimOf(doc, target) ?? []);
  session.run(addEvidence, { id, at: null, fields: { kind } }, { mergeKey });
  for (const claim of claims) session.run(cite, { claim, evidence: id, cited: true }, { mergeKey });
  return id;
}
