import type { AppError } from '../base/appError';
import type { AnyDoc, Json } from '../model/document';
import { usedAssets } from '../model/usedAssets';
import type { WorkshopDoc } from '../model/workshop';
import { assetHash, checkAsset } from './assets';
import { readDoc, readEnvelope } from './envelope';
import { JSON_NAME } from './limits';
import { type SchemaFault, schemaFaults } from './schemaFaults';
import { stateFault } from './storedState';
import { unpack } from './unpack';
import { openWorkshopFile, readWorkshopFile, readWorkshopJson } from './workshopFile';
import type { PackedEntry } from './zipDirectory';

/** What the reader forgives, and a person may want to know; each has its words in `verbs.validate.warning`. */
export type FileWarning =
  | 'noHistory'
  | 'historyDamaged'
  | 'historyDiffers'
  | 'boardMissing'
  | 'personaMissing'
  | 'imageMissing';

/** One thing that is wrong with a file, and where. */
export type FileProblem =
  /** The app refuses the file for it; `fault` tells of a value of a document what its schema wants. */
  | { readonly severity: 'error'; readonly where: string; readonly error: AppError; readonly fault: SchemaFault | null }
  /** The app opens the file all the same. */
  | { readonly severity: 'warning'; readonly where: string; readonly warning: FileWarning };

type Entries = ReadonlyMap<string, PackedEntry>;

/**
 * Everything that is wrong with a `.personarium` file; `name` is its file name, for messages. There is an error in the list exactly when
 * `readWorkshopFile` refuses the file; warnings are only looked for in files that it takes.
 */
export function fileProblems(bytes: Uint8Array, name: string): readonly FileProblem[] {
  const opened = openWorkshopFile(bytes, name);
  if (!opened.ok) return [problemOf(opened.error)];
  const read = readWorkshopFile(bytes, name);
  const json = readWorkshopJson(opened.value, name);
  if (!json.ok) return [problemOf(json.error), ...assetErrors(opened.value, name)];
  if (read.ok) return warnings(opened.value, json.value, name);
  const errors = [...documentErrors(json.value, name), ...assetErrors(opened.value, name)];
  // Whatever the reader refuses is told, whether it was found again here or not.
  return errors.length > 0 ? errors : [problemOf(read.error)];
}

function problemOf(error: AppError): FileProblem {
  const where = error.code === 'file-invalid' ? error.where : error.code === 'file-unsafe' ? error.entry : '';
  return { severity: 'error', where, error, fault: null };
}

/** What is wrong with the documents, each looked at by itself; then what is wrong with the whole they make. */
function documentErrors(json: Json, name: string): readonly FileProblem[] {
  const whole = readEnvelope(json, name);
  if (whole.ok) return [];
  const docs = isObject(json) && isObject(json.docs) ? json.docs : {};
  const errors = Object.entries(docs).flatMap(([id, raw]) => (isObject(raw) ? errorsOf(raw, id, name) : []));
  // A newer file is newer as a whole: what this app thinks of its documents says nothing.
  return whole.error.code === 'file-newer' || errors.length === 0 ? [problemOf(whole.error)] : errors;
}

function errorsOf(raw: Record<string, Json>, id: string, name: string): readonly FileProblem[] {
  const read = readDoc(raw, id, name);
  if (read.ok) return [];
  const faults = schemaFaults(raw, id).map((fault): FileProblem => {
    const where = `${JSON_NAME}: ${['docs', id, ...fault.path].join('.')}`;
    return { severity: 'error', where, error: { code: 'file-invalid', name, where, reason: 'schema' }, fault };
  });
  return faults.length > 0 ? faults : [problemOf(read.error)];
}

function assetErrors(entries: Entries, name: string): readonly FileProblem[] {
  return [...entries.values()].flatMap((entry) => {
    const hash = assetHash(entry.name);
    if (!hash) return [];
    const content = unpack(entry, name);
    const checked = content.ok ? checkAsset(hash, content.value, name) : content;
    return checked.ok ? [] : [problemOf(checked.error)];
  });
}

function warnings(entries: Entries, json: Json, name: string): readonly FileProblem[] {
  const envelope = readEnvelope(json, name);
  if (!envelope.ok) return [];
  const { docs, workshopId } = envelope.value;
  const workshop = docs[workshopId] as unknown as WorkshopDoc;
  const known = docs as Readonly<Record<string, AnyDoc>>;
  const missing = (list: 'boards' | 'personas', warning: FileWarning) =>
    Object.keys(workshop[list])
      .filter((id) => !Object.hasOwn(known, id))
      .map((id) => warningOf(`${JSON_NAME}: docs.${workshopId}.${list}.${id}`, warning));
  return [
    ...Object.entries(known).flatMap(([id, doc]) => historyWarning(entries, id, doc, name)),
    ...missing('boards', 'boardMissing'),
    ...missing('personas', 'personaMissing'),
    ...missingImages(entries, known),
  ];
}

function historyWarning(entries: Entries, id: string, doc: AnyDoc, name: string): readonly FileProblem[] {
  const where = `state/${id}.yjs`;
  const entry = entries.get(where);
  if (!entry) return [warningOf(where, 'noHistory')];
  const state = unpack(entry, name);
  const fault = state.ok ? stateFault(doc, state.value) : 'damaged';
  if (!fault) return [];
  return [warningOf(where, fault === 'damaged' ? 'historyDamaged' : 'historyDiffers')];
}

function missingImages(entries: Entries, docs: Readonly<Record<string, AnyDoc>>): readonly FileProblem[] {
  const there = new Set<string>([...entries.keys()].flatMap((entry) => assetHash(entry) ?? []));
  return Object.entries(docs).flatMap(([id, doc]) => {
    const gone = [...usedAssets(doc)].filter((hash) => !there.has(hash));
    return gone.map((hash) => warningOf(`${JSON_NAME}: docs.${id} (${hash.slice(0, 12)})`, 'imageMissing'));
  });
}

const warningOf = (where: string, warning: FileWarning): FileProblem => ({ severity: 'warning', where, warning });

const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
