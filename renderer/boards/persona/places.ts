import type { BlockId, EntryId } from '@shared/base/ids';
import { addEntry, duplicateEntry, moveEntry } from '@shared/boards/persona/commands/entries';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { entriesOf, shownBlocks } from '@shared/boards/persona/order';
import type { Target } from '@shared/scene/primitives';
import type { NoteHome } from '@/editor/boardEditing';
import { newId } from '@/editor/newId';
import type { RunOptions, Session } from '@/session/session';
import { blockOf, blockTargetOf, entryOf } from './entities';

type PersonaSession = Session<PersonaDoc>;
const docOf = (session: PersonaSession): PersonaDoc => session.store.getState().doc;

/** The block an entry stands in. */
export function placeOf(doc: PersonaDoc, piece: Target): Target | null {
  const entry = entryOf(doc, piece);
  return entry && blockTargetOf(entry.block);
}

/** The entries of a block, in order. */
export const contentsOf = (doc: PersonaDoc, place: Target): readonly Target[] =>
  place.kind === 'block' ? entriesOf(doc, place.id as BlockId).map(({ id }) => ({ kind: 'entry', id })) : [];

/** The shown block after, or before; null past the ends. */
export function blockBeside(doc: PersonaDoc, place: Target, by: 1 | -1): Target | null {
  const blocks = shownBlocks(doc);
  const at = blocks.findIndex(({ id }) => id === blockOf(doc, place)?.id);
  const next = at < 0 ? undefined : blocks[at + by];
  return next ? blockTargetOf(next.id) : null;
}

/** Puts an entry into a block at an index, itself not counted (null is the end). */
export function putIn(
  session: PersonaSession,
  piece: Target,
  place: Target,
  at: number | null,
  options: RunOptions,
): void {
  const entry = entryOf(docOf(session), piece);
  const block = blockOf(docOf(session), place);
  if (entry && block) session.run(moveEntry, { id: entry.id, block: block.id, at }, options);
}

/** Adds an empty entry to a block. */
export function addTo(session: PersonaSession, place: Target, at: number | null, options: RunOptions): Target | null {
  const block = blockOf(docOf(session), place);
  if (!block) return null;
  const id = newId<EntryId>();
  session.run(addEntry, { id, block: block.id, at, fields: {} }, options);
  return { kind: 'entry', id };
}

/** Where new entries go for what is chosen: behind a chosen entry, to the end of a chosen block, else to the first block. */
export function entryHome(session: PersonaSession, chosen: Target | null): NoteHome | null {
  const doc = docOf(session);
  const block = (chosen && blockOf(doc, chosen)) ?? shownBlocks(doc)[0];
  if (!block) return null;
  const entry = chosen && entryOf(doc, chosen);
  const at = entry ? entriesOf(doc, block.id).findIndex(({ id }) => id === entry.id) + 1 : null;
  return { place: blockTargetOf(block.id), at };
}

/** Adds an entry where the selection is. */
export function addNear(session: PersonaSession, chosen: Target | null, options: RunOptions): Target | null {
  const home = entryHome(session, chosen);
  return home && addTo(session, home.place, home.at, options);
}

/** Copies entries right behind themselves, with their proofs. */
export function duplicateEntries(
  session: PersonaSession,
  targets: readonly Target[],
  options: RunOptions,
): readonly Target[] {
  return targets.flatMap((target): readonly Target[] => {
    const entry = entryOf(docOf(session), target);
    if (!entry) return [];
    const id = newId<EntryId>();
    session.run(duplicateEntry, { id: entry.id, newId: id }, options);
    return [{ kind: 'entry', id }];
  });
}
