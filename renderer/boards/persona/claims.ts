import type { EntryId } from '@shared/base/ids';
import { setFact } from '@shared/boards/persona/commands/blocks';
import { addEntry, setEntryFields } from '@shared/boards/persona/commands/entries';
import type { Entry, PersonaDoc } from '@shared/boards/persona/model';
import { slotOf } from '@shared/boards/persona/order';
import { EMPTY_NOTE } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import type { EditedNote, NewNote, NoteEdit, NoteHome } from '@/editor/boardEditing';
import { newId } from '@/editor/newId';
import { editKey } from '@/editor/textEditing';
import type { RunOptions, Session } from '@/session/session';
import { blockOf, entryOf, factOf, headLineOf, slotId } from './entities';

const ofEntry = ({ id, text, evidence }: Entry): EditedNote => ({ ...EMPTY_NOTE, id, text, evidence });

/** A claim as the editor knows notes: its words and its proof; it has no paper, votes, lock or tags. */
export function claimAsNote(doc: PersonaDoc, target: Target): EditedNote | null {
  const entry = entryOf(doc, target);
  if (entry) return ofEntry(entry);
  const slot = headLineOf(target) ?? (target.kind === 'fact' ? factOf(target) : null);
  if (!slot || doc.info[slot].trim() === '') return null;
  return { ...EMPTY_NOTE, id: slot, text: doc.info[slot], evidence: slotOf(doc, slot).evidence };
}

/** Every entry as a note. */
export const allClaims = (doc: PersonaDoc): readonly EditedNote[] => Object.values<Entry>(doc.entries).map(ofEntry);

/** Sets words and proofs of claims as one change. */
export function setClaims(session: Session<PersonaDoc>, edits: readonly NoteEdit[], options: RunOptions = {}): void {
  const all = edits.length > 1 && !options.mergeKey ? { ...options, mergeKey: editKey() } : options;
  for (const { id, fields } of edits) {
    const { evidence } = fields;
    if (evidence === undefined) continue;
    const slot = slotId(id);
    if (slot) session.run(setFact, { id: slot, fields: { evidence } }, all);
    else session.run(setEntryFields, { id: id as EntryId, fields: { evidence } }, all);
  }
}

/** Adds pasted or dropped notes as entries, one after the other; what a persona does not know of them is left out. */
export function addClaims(
  session: Session<PersonaDoc>,
  { place, at }: NoteHome,
  notes: readonly NewNote[],
  options: RunOptions,
): readonly Target[] {
  const block = blockOf(session.store.getState().doc, place);
  if (!block) return [];
  // A picture alone says nothing that could be proved: a persona has one portrait, and that is set elsewhere.
  const said = notes.filter(({ fields }) => (fields.text ?? '').trim() !== '');
  return said.map(({ fields }, index) => {
    const id = newId<EntryId>();
    const { text = '', evidence = null } = fields;
    const added = { id, block: block.id, at: at === null ? null : at + index, fields: { text, evidence } };
    session.run(addEntry, added, options);
    return { kind: 'entry', id };
  });
}
