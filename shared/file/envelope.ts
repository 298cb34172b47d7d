import type { AppError, FileFault } from '../base/appError';
import type { DocId, WorkshopId } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { z } from '../base/schema';
import { docType, isDocKind } from '../boards/docTypes';
import { migrateJson } from '../document/migrate';
import { cleanText } from '../model/cleanText';
import type { AnyDoc, Json } from '../model/document';
import { idOf } from '../model/fields';
import { JSON_NAME } from './limits';

export const FILE_FORMAT = 'personarium';
/** Version of the container. A new kind of document raises it; a new schema of a known kind does not.
 * 1: journey maps. 2: empathy maps. */
export const FILE_VERSION = 2;

const shortText = z.string().max(64);

/** `workshop.json` without the documents' own schemas. */
const envelopeSchema = z.strictObject({
  format: z.literal(FILE_FORMAT),
  version: z.int().min(1).max(FILE_VERSION),
  app: shortText,
  savedAt: shortText,
  workshopId: idOf<WorkshopId>(),
  docs: z.record(idOf<DocId>() as unknown as z.ZodString, z.looseObject({ kind: z.string(), schema: z.int().min(1) })),
});

export interface Envelope {
  readonly workshopId: WorkshopId;
  /** Migrated to the current schemas and validated. */
  readonly docs: Readonly<Record<DocId, AnyDoc>>;
}

/** Reads parsed `workshop.json`: version first, then each document is migrated and validated. `file` names it in messages. */
export function readEnvelope(json: Json, file: string): Result<Envelope> {
  if (!isObject(json) || json.format !== FILE_FORMAT) return fail({ code: 'file-not-ours', name: file });
  const { version } = json;
  if (typeof version === 'number' && version > FILE_VERSION)
    return fail({ code: 'file-newer', name: file, fileVersion: version, appVersion: FILE_VERSION });
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return fail(invalid(file, 'schema', envelope.error.issues[0]?.path));
  const { workshopId } = envelope.data;
  const docs: Record<string, AnyDoc> = {};
  for (const [id, raw] of Object.entries(envelope.data.docs)) {
    const doc = readDoc(raw as unknown as Record<string, Json>, id, file);
    if (!doc.ok) return doc;
    if ((doc.value.kind === 'workshop') !== (id === workshopId))
      return fail(invalid(file, 'schema', ['docs', id, 'kind']));
    docs[id] = doc.value;
  }
  if (!Object.hasOwn(docs, workshopId)) return fail(invalid(file, 'missing', ['docs', workshopId]));
  return ok({ workshopId, docs });
}

/** One document of a file, brought up to the current schema, validated and cleaned; `id` and `file` name it in messages. */
export function readDoc(raw: Record<string, Json>, id: string, file: string): Result<AnyDoc> {
  const { kind, schema } = raw;
  if (!isDocKind(kind)) return fail(invalid(file, 'schema', ['docs', id, 'kind']));
  const type = docType(kind);
  if (typeof schema === 'number' && schema > type.schemaVersion)
    return fail({ code: 'file-newer', name: file, fileVersion: schema, appVersion: type.schemaVersion });
  let current: Record<string, Json>;
  try {
    current = migrateJson(raw, type);
  } catch {
    return fail(invalid(file, 'unknown-schema', ['docs', id, 'schema']));
  }
  const parsed = type.schema.safeParse(current);
  if (!parsed.success) return fail(invalid(file, 'schema', ['docs', id, ...(parsed.error.issues[0]?.path ?? [])]));
  const misnamed = misnamedEntity(current, type.collections);
  if (misnamed) return fail(invalid(file, 'schema', ['docs', id, ...misnamed, 'id']));
  // Migrations and the schema decide the shape; texts are cleaned last, as commands would store them.
  return ok(cleanValues(parsed.data) as AnyDoc);
}

/** Every entity says the id it is filed under. */
function misnamedEntity(doc: Record<string, Json>, collections: readonly string[]): string[] | null {
  for (const name of collections) {
    const all = doc[name];
    if (!isObject(all)) continue;
    for (const [id, entity] of Object.entries(all)) if (isObject(entity) && entity.id !== id) return [name, id];
  }
  return null;
}

/** The same value with clean texts and without negative zero. */
function cleanValues(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return value + 0;
  if (Array.isArray(value)) return value.map(cleanValues);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanValues(item)]));
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (name: string, reason: FileFault, path: readonly PropertyKey[] = []): AppError => ({
  code: 'file-invalid',
  name,
  where: path.length === 0 ? JSON_NAME : `${JSON_NAME}: ${path.map(String).join('.').slice(0, 200)}`,
  reason,
});
