import type { PersonaId } from '@shared/base/ids';
import type { DesktopApi, JournalEntry } from '@shared/ipc';
import type { DocumentStore } from '@/storage/documentStore';
import type { TemplateRow, TemplateStore } from '@/storage/templateStore';
import { isSoundVersionRow, type VersionRow, type VersionStore } from '@/storage/versionStore';
import { answered } from './core';
import { repackOld } from './versionRows';

/**
 * What stands beside documents, in both stores: versions of personas and own templates are in the journal as they are in the database. What is
 * written is written to both, or nothing of it is; one thing after the other.
 */
export interface Records {
  readonly versions: VersionStore;
  readonly templates: TemplateStore;
  /** Brings both stores together where they may differ. It is done before each use too, where what cannot be brought together is read as the database has it, and not written. */
  readonly settle: () => Promise<void>;
  /** The database is not the one that was left: they are compared one by one. */
  readonly renew: (trust?: Trust) => void;
}

/** Whether what only the journal has was lost by the database, or deleted in it: a damaged journal may have lost the deletion. */
export type Trust = 'both' | 'database';

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
/** A store that refused is not asked again sooner. */
const AGAIN_AFTER_MS = 5_000;

export function createRecords({ desktop, store, inJournal, now }: RecordsPorts): Records {
  let isSettled = false;
  let failedAt = Number.NEGATIVE_INFINITY;
  /** Null where they are to be compared one by one, whatever their numbers. */
  let known = inJournal;
  let trust: Trust = 'both';
  /** What the journal was told and the database then refused: there it is the database that is right. */
  const refused = new Set<string>();
  let isMended = false;

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = turn.then(task);
    turn = done.catch(() => undefined);
    return done;
  };

  const renew = (next: Trust = 'both'): void => {
    isSettled = false;
    failedAt = Number.NEGATIVE_INFINITY;
    known = null;
    trust = next;
  };

  const append = async (put: readonly RecordValue[], gone: readonly string[]): Promise<boolean> => {
    const stamp = { seq: 1, at: Math.max(0, now()) };
    const entries: readonly JournalEntry[] = [
      ...put.map((value): JournalEntry => ({ ...stamp, type: 'record', docId: value.row.id, bytes: bytesOf(value) })),
      ...gone.map((docId): JournalEntry => ({ ...stamp, type: 'erase', docId, bytes: new Uint8Array() })),
    ];
    for (let from = 0; from < entries.length; from += MOST_ENTRIES)
      if (!(await answered(desktop.journalAppend(entries.slice(from, from + MOST_ENTRIES)))).ok) return false;
    return true;
  };

  /** Null where the journal does not answer. */
  const inJournalNow = async (): Promise<ReadonlyMap<string, RecordValue> | null> => {
    const kept = await answered(desktop.journalRecords());
    return kept.ok ? byId(kept.value.flatMap((entry) => valueIn(entry) ?? [])) : null;
  };

  /** Each store gets what only the other has, or has in a later state. False where one of them does not take it. */
  const bringTogether = async (): Promise<boolean> => {
    if (known !== null && known === (await store.versions.count()) + (await store.templates.list()).length) return true;
    const journal = await inJournalNow();
    if (!journal) return false;
    const database = byId(await everything(store, now()));
    const isRefused = (id: string) => trust === 'database' || refused.has(id);
    const differs = ({ row }: RecordValue) => row.writtenAt !== journal.get(row.id)?.row.writtenAt;
    const toJournal = [...database.values()].filter((value) =>
      isRefused(value.row.id) ? differs(value) : isLater(value, journal.get(value.row.id)),
    );
    const fromJournal = [...journal.values()].filter(({ row }) => !isRefused(row.id));
    const toDatabase = fromJournal.filter((value) => isLater(value, database.get(value.row.id)));
    const gone = [...journal.keys()].filter((id) => isRefused(id) && !database.has(id));
    const [versions, templates] = [versionsIn(toDatabase), templatesIn(toDatabase)];
    if (versions.length > 0 && !(await store.versions.change(versions, []))) return false;
    if (templates.length > 0 && !(await store.templates.put(templates))) return false;
    if (!(await append(toJournal, gone))) return false;
    refused.clear();
    trust = 'both';
    return true;
  };

  /** Only in turn. */
  const settle = async (): Promise<boolean> => {
    if (isSettled) return true;
    if (Math.abs(now() - failedAt) < AGAIN_AFTER_MS) return false;
    isSettled = await bringTogether().catch(() => false);
    if (!isSettled) failedAt = now();
    return isSettled;
  };

  const read = <T>(ask: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await settle();
      return ask();
    });

  /** The journal first: what only it has comes back, what only the database has too. */
  const write = (put: readonly RecordValue[], gone: readonly string[], toDatabase: () => Promise<boolean>) =>
    inTurn(async () => {
      if (!(await settle()) || !(await append(put, gone))) return false;
      if (await toDatabase()) return true;
      for (const id of [...put.map(({ row }) => row.id), ...gone]) refused.add(id);
      renew(trust);
      return false;
    });

  /** Later than what the row was, also where a clock was set back. */
  const stamped = <Row extends { readonly writtenAt?: number }>(rows: readonly Row[]): readonly Row[] =>
    rows.map((row) => ({ ...row, writtenAt: Math.max(now(), (row.writtenAt ?? 0) + 1) }));

  const { versions, templates } = store;

  /** What is damaged in the database may be whole in the journal: that is looked up once. */
  const mended = async (rows: readonly VersionRow[], ask: () => Promise<readonly VersionRow[]>) => {
    if (isMended || rows.every(isSoundVersionRow)) return rows;
    isMended = true;
    renew();
    return (await settle()) ? ask() : rows;
  };

  const removeOf = (personaIds: readonly PersonaId[]) =>
    inTurn(async () => {
      // By what the journal says itself: the database may have lost what the journal still has.
      const journal = await inJournalNow();
      if (!journal) return false;
      const personas = new Set(personaIds);
      const rows = versionsIn([...journal.values()]).filter(({ personaId }) => personas.has(personaId));
      const gone = rows.map(({ id }) => id);
      return (await append([], gone)) && versions.removeOf(personaIds);
    });

  return {
    settle: async () => {
      await inTurn(settle);
    },
    renew,
    versions: {
      of: (id) => read(async () => mended(await versions.of(id), () => versions.of(id))),
      latest: (id) =>
        inTurn(async () => {
          if (!(await settle())) throw new Error('the latest may be in the other store');
          const latest = await versions.latest(id);
          return latest && ((await mended([latest], () => versions.of(id))).at(-1) ?? null);
        }),
      get: (id) => read(() => versions.get(id)),
      all: () => read(versions.all),
      count: () => read(versions.count),
      change: (put, remove) => {
        const rows = stamped(put);
        return write(rows.map(versionValue), remove, () => versions.change(rows, remove));
      },
      removeOf,
    },
    templates: {
      list: () => read(templates.list),
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

const byId = (values: readonly RecordValue[]): ReadonlyMap<string, RecordValue> =>
  new Map(values.map((value) => [value.row.id, value]));

/** What the database has, but for what is damaged in it. Rows of before, each of which holds its document whole, are packed first. */
async function everything({ versions, templates }: RecordsPorts['store'], at: number): Promise<readonly RecordValue[]> {
  const sound = (await versions.all()).filter(isSoundVersionRow);
  const packed = repackOld(sound).map((row) => ({ ...row, writtenAt: at }));
  if (packed.length > 0 && !(await versions.change(packed, []))) throw new Error('not packed');
  const rows = new Map([...sound, ...packed].map((row) => [row.id, row]));
  return [...[...rows.values()].map(versionValue), ...(await templates.list()).map(templateValue)];
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
