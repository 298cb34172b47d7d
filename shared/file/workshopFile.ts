import { strFromU8, strToU8 } from 'fflate';
import type { AssetHash, BoardId, DocId, PersonaId, WorkshopId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { carriedWorkshop, carrierKind } from '../carrier/carried';
import type { AnyDoc, Json } from '../model/document';
import type { WorkshopDoc } from '../model/workshop';
import { assetHash, assetName, checkAsset } from './assets';
import { type Envelope, FILE_FORMAT, FILE_VERSION, readEnvelope } from './envelope';
import { FILE_LIMITS, inMb, JSON_NAME, MIMETYPE, MIMETYPE_NAME } from './limits';
import { inStableOrder } from './orderedJson';
import { parseJson } from './parseJson';
import { reconcile, type StoredDoc } from './storedState';
import { unpack } from './unpack';
import { type PackedEntry, readDirectory } from './zipDirectory';
import { writeZip, type ZipEntry } from './zipWriter';

/** A whole workshop: its document, its boards, its personas, and the images they use. */
export interface WorkshopBundle {
  readonly workshopId: WorkshopId;
  readonly docs: Readonly<Record<DocId, StoredDoc>>;
  readonly assets: Readonly<Record<AssetHash, Uint8Array>>;
}

export interface WriteFacts {
  /** Version of the app, e.g. `0.1.0`. */
  readonly appVersion: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** The bytes of a `.personarium` file. The same bundle and facts always give the same bytes. */
export function writeWorkshopFile(bundle: WorkshopBundle, facts: WriteFacts): Uint8Array {
  const docs = Object.entries(bundle.docs).sort(byKey) as [DocId, StoredDoc][];
  const assets = Object.entries(bundle.assets).sort(byKey) as [AssetHash, Uint8Array][];
  const json = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    app: facts.appVersion.slice(0, 64),
    savedAt: facts.savedAt.slice(0, 64),
    workshopId: bundle.workshopId,
    docs: Object.fromEntries(docs.map(([id, { doc }]) => [id, inStableOrder(doc)])),
  };
  const entries: ZipEntry[] = [
    { name: MIMETYPE_NAME, bytes: strToU8(MIMETYPE), stored: true },
    { name: JSON_NAME, bytes: strToU8(`${JSON.stringify(json, null, 2)}\n`) },
    ...docs.map(([id, { state }]) => ({ name: `state/${id}.yjs`, bytes: state })),
    // Images are compressed already.
    ...assets.map(([hash, bytes]) => ({ name: assetName(hash, bytes), bytes, stored: true })),
  ];
  return writeZip(entries);
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1);

/**
 * Reads a `.personarium` file, or a poster that carries one, that may be damaged or mean harm; `name` is its file name, for messages. Either a whole, valid,
 * migrated workshop, or one failure: `file-truncated`, `file-not-ours`, `no-workshop-inside`, `file-newer`, `file-too-large`, `file-unsafe` or `file-invalid`.
 */
export function readWorkshopFile(bytes: Uint8Array, name: string): Result<WorkshopBundle> {
  const opened = openWorkshopFile(bytes, name);
  if (!opened.ok) return opened;
  const entries = opened.value;
  const json = readWorkshopJson(entries, name);
  if (!json.ok) return json;
  const envelope = readEnvelope(json.value, name);
  if (!envelope.ok) return envelope;
  const docs = readDocs(entries, envelope.value, name);
  if (!docs.ok) return docs;
  const assets = readAssets(entries, name);
  if (!assets.ok) return assets;
  return ok({ workshopId: envelope.value.workshopId, docs: docs.value, assets: assets.value });
}

/** The parts of a `.personarium` file, or of the one that a poster carries, packed as they are; fails as `readWorkshopFile` does. */
export function openWorkshopFile(bytes: Uint8Array, name: string): Result<ReadonlyMap<string, PackedEntry>> {
  const file = ownBytes(bytes, name);
  if (!file.ok) return file;
  const sniffed = sniff(file.value, name);
  return sniffed.ok ? readDirectory(file.value, name, isOurMimetype) : sniffed;
}

/** The bytes of a `.personarium` file: those given, or those that the poster given carries inside. Fails as `readWorkshopFile` does. */
export function ownBytes(bytes: Uint8Array, name: string): Result<Uint8Array> {
  const kind = carrierKind(bytes);
  return kind ? carriedWorkshop(bytes, kind, name) : ok(bytes);
}

/** `workshop.json` of an opened file, parsed and not looked at yet; fails as `readWorkshopFile` does. */
export function readWorkshopJson(entries: ReadonlyMap<string, PackedEntry>, name: string): Result<Json> {
  const entry = entries.get(JSON_NAME);
  if (!entry) return fail({ code: 'file-invalid', name, where: JSON_NAME, reason: 'missing' });
  const content = unpack(entry, name);
  return content.ok ? parseJson(content.value, name, JSON_NAME) : content;
}

/** `PK\3\4`: every archive of ours begins with an entry. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04];

function sniff(bytes: Uint8Array, name: string): Result<null> {
  if (bytes.length > FILE_LIMITS.totalBytes)
    return fail({ code: 'file-too-large', name, limitMb: inMb(FILE_LIMITS.totalBytes) });
  const fits = ZIP_START.every((byte, at) => at >= bytes.length || bytes[at] === byte);
  if (!fits) return fail({ code: 'file-not-ours', name });
  return bytes.length < ZIP_START.length ? fail({ code: 'file-truncated', name }) : ok(null);
}

/** Editors may have added a line feed. */
function isOurMimetype(entry: PackedEntry): boolean {
  if (entry.size > MIMETYPE.length + 2) return false;
  const content = unpack(entry, '');
  return content.ok && strFromU8(content.value).trimEnd() === MIMETYPE;
}

function readDocs(
  entries: ReadonlyMap<string, PackedEntry>,
  { workshopId, docs }: Envelope,
  name: string,
): Result<Record<DocId, StoredDoc>> {
  const read: Record<DocId, StoredDoc> = {};
  for (const [id, doc] of Object.entries(docs) as [DocId, AnyDoc][]) {
    const entry = entries.get(`state/${id}.yjs`);
    const state = entry ? unpack(entry, name) : ok(null);
    // A damaged state is no loss, the JSON says the same; one that unpacks to too much is meant to do harm.
    if (!state.ok && state.error.code !== 'file-invalid') return state;
    const json = id === workshopId ? withoutDanglingRefs(doc as WorkshopDoc, docs) : doc;
    read[id] = reconcile(json, state.ok ? state.value : null);
  }
  return ok(read);
}

/** The workshop without references to documents that are not in the file. */
function withoutDanglingRefs(workshop: WorkshopDoc, docs: Envelope['docs']): WorkshopDoc {
  const boards = Object.entries(workshop.boards).filter(([id, ref]) => docs[id as BoardId]?.kind === ref.kind);
  const personas = Object.entries(workshop.personas).filter(([id]) => docs[id as PersonaId]?.kind === 'persona');
  return { ...workshop, boards: Object.fromEntries(boards), personas: Object.fromEntries(personas) };
}

function readAssets(entries: ReadonlyMap<string, PackedEntry>, name: string): Result<Record<AssetHash, Uint8Array>> {
  const assets: Record<AssetHash, Uint8Array> = {};
  for (const entry of entries.values()) {
    const hash = assetHash(entry.name);
    if (!hash) continue;
    const content = unpack(entry, name);
    const checked = content.ok ? checkAsset(hash, content.value, name) : content;
    if (!checked.ok) return checked;
    assets[hash] = checked.value;
  }
  return ok(assets);
}
