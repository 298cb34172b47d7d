import type { NewId, PersonaId } from '@shared/base/ids';
import { docType, swapOf, sweepOf } from '@shared/boards/docTypes';
import { type PersonaComparison, personaChanges } from '@shared/boards/persona/changes';
import { restoreVersion } from '@shared/boards/persona/commands/versions';
import { type PersonaDoc, personaType } from '@shared/boards/persona/model';
import { applyCommand } from '@shared/document/applyCommand';
import { createYDoc, encodeState, loadYDoc, missingFrom, snapshotOf } from '@shared/document/yDocument';
import { mergePersonas } from '@shared/exchange/mergePersonas';
import type { ExchangedPersona, PersonaSet } from '@shared/exchange/personaSet';
import type { StoredDoc } from '@shared/file/storedState';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { AnyDoc } from '@shared/model/document';
import type { Core } from './core';
import type { Documents } from './documents';
import { factsOf, setMeta } from './facts';
import type { NewWrite } from './writer';

/** What becomes of a persona that is here already and says something else in a file. */
export type PersonaDecision =
  /** What either says; where both say something else, the file. */
  | 'merge'
  /** The one of the file comes in beside it. */
  | 'both'
  /** What the file says, under the same id. */
  | 'replace'
  /** The one of the file is left aside. */
  | 'mine';

export type PersonaDecisions = ReadonlyMap<PersonaId, PersonaDecision>;

/** A persona of a file, and what the library has of it. */
export interface IncomingPersona {
  readonly id: PersonaId;
  readonly doc: PersonaDoc;
  readonly here: PersonaDoc | null;
  /** From the library's to the file's; null for one that is not here. */
  readonly comparison: PersonaComparison | null;
}

/** True for one that somebody has to decide about. */
export const isChanged = ({ comparison }: IncomingPersona): boolean => (comparison?.changes.length ?? 0) > 0;

type Ports = Pick<Core, 'catalog' | 'now'> & { readonly documents: Pick<Documents, 'peek' | 'use'> };

/** Holds the personas of a file against those of the library, the trash included. */
export async function comparePersonas(ports: Ports, set: PersonaSet): Promise<readonly IncomingPersona[]> {
  const incoming: IncomingPersona[] = [];
  for (const persona of set.personas) {
    const known = ports.catalog.get(persona.id)?.kind === 'persona';
    const here = known ? ((await ports.documents.peek(persona.id)) as PersonaDoc | null) : null;
    const doc = set.isWhole ? persona.doc : withOwn(persona.doc, here);
    incoming.push({ id: persona.id, doc, here, comparison: here && personaChanges(here, doc) });
  }
  return incoming;
}

/** What its file says nothing of stays. */
const withOwn = (doc: PersonaDoc, here: PersonaDoc | null): PersonaDoc => ({
  ...doc,
  info: { ...doc.info, photo: here?.info.photo ?? null },
  translations: Object.keys(doc.translations).length > 0 ? doc.translations : (here?.translations ?? {}),
});

export interface IncomingWrites {
  readonly writes: readonly NewWrite[];
  /** Personas that came in under another id. */
  readonly renamed: ReadonlyMap<PersonaId, PersonaId>;
  readonly added: readonly PersonaId[];
  readonly changed: readonly PersonaId[];
}

/** What is to be written so that the personas of a file are here, as decided; nothing is written yet. */
export async function writesFor(
  ports: Ports,
  set: PersonaSet,
  incoming: readonly IncomingPersona[],
  decisions: PersonaDecisions,
  newId: NewId,
): Promise<IncomingWrites> {
  const states = new Map(set.personas.map((persona) => [persona.id, persona] as const));
  const writes: NewWrite[] = [];
  const renamed = new Map<PersonaId, PersonaId>();
  const added: PersonaId[] = [];
  const changed: PersonaId[] = [];
  for (const one of incoming) {
    const decision = isChanged(one) ? (decisions.get(one.id) ?? 'mine') : 'mine';
    // An id that something else than a persona has here is no place for it.
    const isTaken = one.here === null && ports.catalog.get(one.id) !== undefined;
    if (one.here && decision !== 'both') {
      const write = await changeOf(ports, one, states.get(one.id) ?? null, decision);
      if (write) writes.push(write);
      if (decision !== 'mine') changed.push(one.id);
      continue;
    }
    const id = one.here || isTaken ? newId<PersonaId>() : one.id;
    if (id !== one.id) renamed.set(one.id, id);
    writes.push(freshWrite(ports, id, one.doc, id === one.id ? (states.get(one.id)?.state ?? null) : null));
    added.push(id);
  }
  return { writes, renamed, added, changed };
}

/** A persona that is here comes to say what was decided; null when that changes nothing. */
async function changeOf(
  { catalog, now, documents }: Ports,
  { id, doc, here }: IncomingPersona,
  file: ExchangedPersona | null,
  decision: PersonaDecision,
): Promise<NewWrite | null> {
  const mine = await documents.use(id, encodeState);
  if (!mine.ok || !here) return null;
  const wanted = decision === 'merge' ? mergePersonas(here, doc) : decision === 'replace' ? doc : here;
  // Both histories stay, so that further copies still merge.
  const history = decision !== 'mine' && file?.state ? [file.state] : [];
  const ydoc = loadYDoc([mine.value, ...history]);
  setMeta(ydoc, 'createdAt', catalog.get(id)?.createdAt ?? now());
  setMeta(ydoc, 'trashedAt', null);
  applyCommand(ydoc, personaType, snapshotOf(ydoc, personaType), restoreVersion, { version: wanted });
  const sweep = sweepOf<PersonaDoc>('persona');
  applyCommand(ydoc, personaType, snapshotOf(ydoc, personaType), sweep, null);
  const update = missingFrom(ydoc, mine.value);
  const facts = factsOf(ydoc, now());
  ydoc.destroy();
  return update && { docId: id, erase: false, update, ...(facts && { facts }) };
}

function freshWrite({ now }: Ports, id: PersonaId, doc: PersonaDoc, state: Uint8Array | null): NewWrite {
  const ydoc = state ? loadYDoc([state]) : createYDoc(personaType, doc);
  setMeta(ydoc, 'createdAt', now());
  setMeta(ydoc, 'trashedAt', null);
  const facts = factsOf(ydoc, now());
  const update = encodeState(ydoc);
  ydoc.destroy();
  return { docId: id, erase: false, update, ...(facts && { facts }) };
}

/** The bundle without its personas; what names one that came in under another id names that. */
export function withoutPersonas(bundle: WorkshopBundle, renamed: IncomingWrites['renamed']): WorkshopBundle {
  const docs = Object.entries(bundle.docs).filter(([, { doc }]) => doc.kind !== 'persona');
  return { ...bundle, docs: Object.fromEntries(docs.map(([id, stored]) => [id, renamedIn(stored, renamed)])) };
}

function renamedIn(stored: StoredDoc, renamed: IncomingWrites['renamed']): StoredDoc {
  const swap = swapOf(stored.doc.kind);
  if (!swap || renamed.size === 0) return stored;
  const type = docType<AnyDoc>(stored.doc.kind);
  const ydoc = loadYDoc([stored.state]);
  for (const [id, by] of renamed) applyCommand(ydoc, type, snapshotOf(ydoc, type), swap, { id, by });
  const swapped = { doc: snapshotOf(ydoc, type), state: encodeState(ydoc) };
  ydoc.destroy();
  return swapped;
}
