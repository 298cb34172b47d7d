import { generateNKeysBetween } from 'fractional-indexing';
import type { DocId, WorkshopId } from '../base/ids';
import { docType } from '../boards/docTypes';
import { createYDoc, encodeState } from '../document/yDocument';
import type { StoredDoc } from '../file/storedState';
import { type WorkshopBundle, writeWorkshopFile } from '../file/workshopFile';
import type { WorkshopDoc } from '../model/workshop';
import type { ExchangeFacts, PersonaSet } from './personaSet';

/** A workshop id that says: only personas are in this file. An app that does not know it opens it as a workshop without boards. */
const ONLY_PERSONAS = 'personas-only' as WorkshopId;

/** True for the bundle of a file that `writePersonaArchive` made. */
export const isPersonaArchive = (bundle: WorkshopBundle): boolean => bundle.workshopId === ONLY_PERSONAS;

/** The bytes of a `.personarium` file that holds personas, their history and their pictures, under a title. */
export function writePersonaArchive(set: PersonaSet, title: string, facts: ExchangeFacts): Uint8Array {
  const orders = generateNKeysBetween(null, null, set.personas.length);
  const workshop: WorkshopDoc = {
    kind: 'workshop',
    schema: 3,
    translations: {},
    info: { title, client: '', place: '', date: '', sample: false, logo: null },
    boards: {},
    personas: Object.fromEntries(set.personas.map(({ id }, at) => [id, { id, order: orders[at] ?? 'a0' }])),
  };
  const stored = (doc: StoredDoc['doc'], state: Uint8Array | null): StoredDoc => ({
    doc,
    state: state ?? encodeState(createYDoc(docType(doc.kind), doc)),
  });
  const docs = Object.fromEntries([
    [ONLY_PERSONAS, stored(workshop, null)],
    ...set.personas.map(({ id, doc, state }) => [id, stored(doc, state)]),
  ]) as Record<DocId, StoredDoc>;
  return writeWorkshopFile({ workshopId: ONLY_PERSONAS, docs, assets: set.assets }, facts);
}
