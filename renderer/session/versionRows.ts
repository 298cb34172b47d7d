import { type PersonaDoc, personaType } from '@shared/boards/persona/model';
import { type Difference, differenceOf, withDifference } from '@shared/document/difference';
import { jsonEqual } from '@shared/document/jsonEqual';
import { migrateJson } from '@shared/document/migrate';
import type { Json } from '@shared/model/document';
import { isSoundVersionRow, type VersionRow, versionRow } from '@/storage/versionStore';

/** A document as it was stored, of the schema it had then. */
export type StoredJson = Readonly<Record<string, Json>>;

/** A row that holds its document whole, read. */
export interface WholeVersion {
  readonly row: VersionRow;
  readonly json: StoredJson;
}

type Stamp = Omit<VersionRow, 'base' | 'json' | 'crc'>;

/** Versions with one base at most, it among them: what a damaged row may take along. */
const ON_ONE_BASE = 64;
/** A difference of more than this share of its base is no gain. */
const WORTH = 0.25;

/** The row of a version: the difference from `base` where that is much less than the document, else the whole. */
export function packVersion(stamp: Stamp, doc: StoredJson, base: WholeVersion | null): VersionRow {
  const isNear = base !== null && base.json.schema === doc.schema && stamp.number - base.row.number < ON_ONE_BASE;
  const difference = isNear ? JSON.stringify(differenceOf(base.json, doc)) : null;
  return difference !== null && base && difference.length < base.row.json.length * WORTH
    ? versionRow({ ...stamp, base: base.row.id, json: difference })
    : versionRow({ ...stamp, json: JSON.stringify(doc) });
}

/** The document of a row that holds it whole; null where the row is damaged or holds a difference. */
export function wholeVersion(row: VersionRow | null | undefined): WholeVersion | null {
  if (!row || row.base !== undefined || !isSoundVersionRow(row)) return null;
  return { row, json: JSON.parse(row.json) as StoredJson };
}

/** The document of a row, as it was stored; null where it, or the base it rests on, is damaged or gone. */
export function unpackVersion(row: VersionRow, base: WholeVersion | null): StoredJson | null {
  if (row.base === undefined) return wholeVersion(row)?.json ?? null;
  if (!base || base.row.id !== row.base || !isSoundVersionRow(row)) return null;
  return withDifference(base.json, JSON.parse(row.json) as Difference);
}

/** The rows that rest on `gone`, resting on one of themselves instead. Those that cannot be read stay as they are. */
export function repackVersions(rows: readonly VersionRow[], gone: WholeVersion): readonly VersionRow[] {
  let base: WholeVersion | null = null;
  const packed: VersionRow[] = [];
  for (const row of rows) {
    const json = row.base === gone.row.id ? unpackVersion(row, gone) : null;
    if (!json) continue;
    const { base: _, ...stamp } = row;
    const again = packVersion(stamp, json, base);
    if (again.base === undefined) base = { row: again, json };
    packed.push(again);
  }
  return packed;
}

/** Of rows that an app wrote each one whole: those that are smaller as differences, oldest first. */
export function repackOld(rows: readonly VersionRow[]): readonly VersionRow[] {
  const packed: VersionRow[] = [];
  let base: WholeVersion | null = null;
  for (const row of rows.filter(isOld).sort(byPersona)) {
    const { json: _, crc: __, ...stamp } = row;
    const whole = wholeVersion(row);
    if (!whole) continue;
    const again: VersionRow = packVersion(stamp, whole.json, base?.row.personaId === row.personaId ? base : null);
    if (again.base === undefined) base = whole;
    else if (jsonEqual(unpackVersion(again, base), whole.json)) packed.push(again);
  }
  return packed;
}

const byPersona = (a: VersionRow, b: VersionRow): number =>
  a.personaId === b.personaId ? a.number - b.number : a.personaId < b.personaId ? -1 : 1;

const isOld = ({ base, writtenAt }: VersionRow): boolean => base === undefined && writtenAt === undefined;

/** A stored document in this app's schema; null when it is of a newer app or cannot be read. */
export function readStored(stored: StoredJson | null): PersonaDoc | null {
  if (!stored) return null;
  if (stored.schema === personaType.schemaVersion) return stored as unknown as PersonaDoc;
  try {
    const read = personaType.schema.safeParse(migrateJson({ ...stored }, personaType));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
