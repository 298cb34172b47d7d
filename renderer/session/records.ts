import type { DesktopApi, JournalEntry } from '@shared/ipc';
import type { DocumentStore } from '@/storage/documentStore';
import type { TemplateRow, TemplateStore } from '@/storage/templateStore';
import { isSoundVersionRow, type VersionRow, type VersionStore } from '@/storage/versionStore';
import { answered } from './core';

/** What stands beside documents, in both stores: versions of personas and own templates are in the journal as they are in the database. */
export interface Records {
  readonly versions: VersionStore;
  readonly templates: TemplateStore;
  /** Brings both stores together where they may differ; done before each use. */
  readonly settle: () => Promise<void>;
  /** The database is not the one that was left: they are compared one by one. */
  readonly renew: () => void;
}

export interface RecordsPorts {
  readonly desktop: Pick<DesktopApi, 'journalAppend' | 'journalRecords'>;
  readonly store: Pick<DocumentStore, 'versions' | 'templates'>;
  /** Records in the journal as the app started; null where it did not answer. */
  readonly inJournal: number | null;
  /** Clock, epoch ms. */
  readonly now: () => number;
}

/** What the bytes of a record say, as JSON. */
type RecordValue =
  | { readonly kind: 'version'; readonly row: VersionRow }
  | { readonly kind: 'template'; readonly row: TemplateRow };

/** Entries of one append. */
const MOST_ENTRIES = 5_000;

export function createRecords({ desktop, store, inJournal, now }: RecordsPorts): Records {
  let known = inJournal;
  let settling: Promise<void> | null = null;
  const renew = () => {
    known = null;
    settling = null;
  };

  const stamped = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, writtenAt: now() }));

  const append = async (put: readonly RecordValue[], gone: readonly string[]): Promise<boolean> => {
    const stamp = { seq: 1, at: now() };
    const entries: readonly JournalEntry[] = [
      ...put.map((value): JournalEntry => ({ ...stamp, type: 'record', docId: value.row.id, bytes: bytesOf(value) })),
      ...gone.map((docId): JournalEntry => ({ ...stamp, type: 'erase', docId, bytes: new Uint8Array() })),
    ];
    for (let from = 0; from < entries.length; from += MOST_ENTRIES)
      if (!(await answered(desktop.journalAppend(entries.slice(from, from + MOST_ENTRIES)))).ok) return false;
    return true;
  };

  /** Each store gets what only the other has, or has in a later state. Rejects where one does not take it: it is tried again. */
  const bringTogether = async (): Promise<void> => {
    if (known !== null && known === (await store.versions.count()) + (await store.templates.list()).length) return;
    const kept = await answered(desktop.journalRecords());
    if (!kept.ok) throw new Error(kept.error.code);
    const journal = new Map(kept.value.flatMap((entry) => valueIn(entry) ?? []).map((value) => [value.row.id, value]));
    const database = await everything(store);
    const toJournal = [...database.values()].filter((value) => isLater(value, journal.get(value.row.id)));
    const toDatabase = [...journal.values()].filter((value) => isLater(value, database.get(value.row.id)));
    const [versions, templates] = [versionsIn(toDatabase), templatesIn(toDatabase)];
    if (versions.length > 0 && !(await store.versions.change(versions, []))) throw new Error('versions');
    if (templates.length > 0 && !(await store.templates.put(templates))) throw new Error('templates');
    if (!(await append(toJournal, []))) throw new Error('journal');
  };

  const settle = async (): Promise<void> => {
    settling ??= bringTogether();
    await settling.catch(renew);
  };

  /** The journal first: what it still has and the database has not would come back. */
  const write = async (
    put: readonly RecordValue[],
    gone: readonly string[],
    toDatabase: () => Promise<boolean>,
  ): Promise<boolean> => {
    await settle();
    const isKept = await append(put, gone);
    if (!isKept) renew();
    if (!isKept && gone.length > 0) return false;
    const isStored = await toDatabase();
    if (!isStored) renew();
    return isStored;
  };

  const { versions, templates } = store;
  return {
    settle,
    renew,
    versions: {
      of: (id) => settle().then(() => versions.of(id)),
      latest: (id) => settle().then(() => versions.latest(id)),
      get: (id) => settle().then(() => versions.get(id)),
      all: () => settle().then(() => versions.all()),
      count: () => settle().then(() => versions.count()),
      change: (put, remove) => {
        const rows = stamped(put);
        return write(rows.map(versionValue), remove, () => versions.change(rows, remove));
      },
      removeOf: async (personaIds) => {
        await settle();
        const rows = await Promise.all(personaIds.map((id) => versions.of(id)));
        const ids = rows.flat().map(({ id }) => id);
        return write([], ids, () => versions.removeOf(personaIds));
      },
    },
    templates: {
      list: () => settle().then(() => templates.list()),
      put: (put) => {
        const rows = stamped(put);
        return write(rows.map(templateValue), [], () => templates.put(rows));
      },
      remove: (id) => write([], [id], () => templates.remove(id)),
    },
  };
}

const isLater = (one: RecordValue, other: RecordValue | undefined): boolean =>
  !other || (one.row.writtenAt ?? 0) > (other.row.writtenAt ?? 0);

const versionValue = (row: VersionRow): RecordValue => ({ kind: 'version', row });
const templateValue = (row: TemplateRow): RecordValue => ({ kind: 'template', row });

const versionsIn = (values: readonly RecordValue[]): readonly VersionRow[] =>
  values.flatMap((value) => (value.kind === 'version' ? [value.row] : []));
const templatesIn = (values: readonly RecordValue[]): readonly TemplateRow[] =>
  values.flatMap((value) => (value.kind === 'template' ? [value.row] : []));

async function everything({ versions, templates }: RecordsPorts['store']): Promise<ReadonlyMap<string, RecordValue>> {
  // What is damaged here may be whole in the journal.
  const sound = (await versions.all()).filter(isSoundVersionRow);
  const values = [...sound.map(versionValue), ...(await templates.list()).map(templateValue)];
  return new Map(values.map((value) => [value.row.id, value]));
}

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder();

const bytesOf = (value: RecordValue): Uint8Array<ArrayBuffer> => utf8.encode(JSON.stringify(value));

/** Null where the journal holds something else under that id. */
function valueIn({ docId, bytes }: JournalEntry): RecordValue | null {
  try {
    const value = JSON.parse(fromUtf8.decode(bytes)) as RecordValue;
    if (value.row.id !== docId) return null;
    const isSound = value.kind === 'version' ? isSoundVersionRow(value.row) : value.kind === 'template';
    return isSound ? value : null;
  } catch {
    return null;
  }
}
