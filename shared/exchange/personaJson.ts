import { strToU8 } from 'fflate';
import type { FileFault } from '../base/appError';
import { type AssetHash, isId, type PersonaId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import type { PersonaDoc } from '../boards/persona/model';
import { assetType, checkAsset } from '../file/assets';
import { readDoc } from '../file/envelope';
import { FILE_LIMITS, inMb } from '../file/limits';
import { inStableOrder } from '../file/orderedJson';
import { parseJson } from '../file/parseJson';
import type { Json } from '../model/document';
import { fromBase64, toBase64 } from './base64';
import type { ExchangedPersona, ExchangeFacts, PersonaSet } from './personaSet';

const FORMAT = 'personarium-personas';
const VERSION = 1;
/** Most personas of one file. */
export const MOST_PERSONAS = 20_000;

/** Personas as JSON: the documents as the app stores them, pictures in base64 under the hash of their bytes. */
export function writePersonaJson({ personas, assets }: PersonaSet, facts: ExchangeFacts): Uint8Array {
  const sorted = [...personas].sort((a, b) => (a.id < b.id ? -1 : 1));
  const pictures = Object.entries(assets).sort(([a], [b]) => (a < b ? -1 : 1));
  const json = {
    format: FORMAT,
    version: VERSION,
    app: facts.appVersion,
    savedAt: facts.savedAt,
    personas: Object.fromEntries(sorted.map(({ id, doc }) => [id, inStableOrder(doc)])),
    pictures: Object.fromEntries(pictures.map(([hash, bytes]) => [hash, toBase64(bytes)])),
  };
  return strToU8(`${JSON.stringify(json, null, 2)}\n`);
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads such a file, which may be damaged or mean harm: every persona in it whole, migrated and valid, or one failure (`file-too-large`, `file-newer`,
 * `file-invalid`, `no-personas`). `name` is its file name, for messages.
 */
export function readPersonaJson(bytes: Uint8Array, name: string): Result<PersonaSet> {
  if (bytes.length > FILE_LIMITS.totalBytes)
    return fail({ code: 'file-too-large', name, limitMb: inMb(FILE_LIMITS.totalBytes) });
  const parsed = parseJson(bytes, name, name);
  if (!parsed.ok) return parsed;
  const json = parsed.value;
  if (!isObject(json) || json.format !== FORMAT) return fail({ code: 'no-personas', name });
  const { version } = json;
  if (typeof version === 'number' && version > VERSION)
    return fail({ code: 'file-newer', name, fileVersion: version, appVersion: VERSION });
  const all = json.personas;
  if (!isObject(all) || Object.keys(all).length > MOST_PERSONAS) return wrong(name, 'personas', 'schema');
  const personas: ExchangedPersona[] = [];
  for (const [id, raw] of Object.entries(all)) {
    const doc = isId(id) && isObject(raw) && raw.kind === 'persona' ? readDoc(raw, id, name) : null;
    if (!doc) return wrong(name, `personas.${id.slice(0, 64)}`, 'schema');
    if (!doc.ok) return doc;
    personas.push({ id: id as unknown as PersonaId, doc: doc.value as unknown as PersonaDoc, state: null });
  }
  if (personas.length === 0) return fail({ code: 'no-personas', name });
  const assets = readPictures(json.pictures, name);
  return assets.ok ? ok({ personas, assets: assets.value, isWhole: true }) : assets;
}

const wrong = (name: string, where: string, reason: FileFault) =>
  fail({ code: 'file-invalid', name, where, reason } as const);

function readPictures(json: Json | undefined, name: string): Result<Record<AssetHash, Uint8Array>> {
  if (json === undefined) return ok({});
  if (!isObject(json)) return wrong(name, 'pictures', 'schema');
  const assets: Record<AssetHash, Uint8Array> = {};
  for (const [key, text] of Object.entries(json)) {
    const hash = key as unknown as AssetHash;
    const where = `pictures.${key.slice(0, 8)}`;
    const bytes = typeof text === 'string' ? fromBase64(text) : null;
    if (!bytes || bytes.length > FILE_LIMITS.entryBytes || assetType(bytes) === null)
      return wrong(name, where, 'schema');
    const checked = checkAsset(hash, bytes, name);
    if (!checked.ok) return checked;
    assets[hash] = bytes;
  }
  return ok(assets);
}
