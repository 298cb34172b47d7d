import { strFromU8, strToU8 } from 'fflate';
import type { DocId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { assetHash } from './assets';
import { JSON_NAME, MIMETYPE_NAME } from './limits';
import { unpack } from './unpack';
import { type PackedEntry, readDirectory } from './zipDirectory';
import { writeZip, type ZipEntry } from './zipWriter';

interface FileJson {
  readonly workshopId: string;
  readonly docs: Record<string, { readonly personas?: Record<string, unknown> }>;
}

/**
 * The bytes of a workshop's file without some of its documents: their text, their mergeable state, the workshop's references to them, and the images that
 * nothing else in the file uses. All the rest stays byte for byte, of whatever version it is. Null when the file has none of them. Fails like
 * `readWorkshopFile` when the file is damaged and may hold them.
 */
export function withoutDocuments(bytes: Uint8Array, ids: ReadonlySet<DocId>): Result<Uint8Array | null> {
  const directory = readDirectory(bytes, '', () => true);
  if (!directory.ok) return mentions(bytes, ids) ? directory : ok(null);
  const entries = directory.value;
  if (![...ids].some((id) => entries.has(stateName(id)))) return ok(null);
  const json = readJson(entries.get(JSON_NAME));
  if (!json.ok) return json;
  const { docs, workshopId } = json.value;
  for (const id of ids) {
    delete docs[id];
    delete docs[workshopId]?.personas?.[id];
  }
  const text = `${JSON.stringify(json.value, null, 2)}\n`;
  const kept: ZipEntry[] = [];
  for (const [name, entry] of entries) {
    const hash = assetHash(name);
    if ([...ids].some((id) => name === stateName(id)) || (hash && !text.includes(hash))) continue;
    const content = name === JSON_NAME ? ok(strToU8(text)) : unpack(entry, '');
    if (!content.ok) return content;
    kept.push({ name, bytes: content.value, stored: name === MIMETYPE_NAME || hash !== null });
  }
  return ok(writeZip(kept));
}

const stateName = (id: DocId): string => `state/${id}.yjs`;

function readJson(entry: PackedEntry | undefined): Result<FileJson> {
  const content = entry ? unpack(entry, '') : null;
  if (content && !content.ok) return content;
  try {
    const json = JSON.parse(strFromU8(content?.value ?? new Uint8Array())) as FileJson;
    if (typeof json.docs === 'object' && json.docs !== null) return ok(json);
  } catch {
    // Told below.
  }
  return fail({ code: 'file-invalid', name: '', where: JSON_NAME, reason: 'json' });
}

/** Names of entries stand in an archive as plain letters. */
function mentions(bytes: Uint8Array, ids: ReadonlySet<DocId>): boolean {
  const text = strFromU8(bytes, true);
  return [...ids].some((id) => text.includes(id));
}
