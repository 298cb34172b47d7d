import type { DocId, NewId, PersonaId } from '@shared/base/ids';
import { type PersonaDoc, personaType } from '@shared/boards/persona/model';
import { jsonEqual } from '@shared/document/jsonEqual';
import type { AnyDoc } from '@shared/model/document';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VersionRow, VersionStore } from '@/storage/versionStore';
import type { Core } from './core';
import type { SessionState } from './session';
import {
  packVersion,
  readStored,
  repackVersions,
  type StoredJson,
  unpackVersion,
  type WholeVersion,
  wholeVersion,
} from './versionRows';

/** A persona as it was at one moment. */
export interface PersonaVersion extends Omit<VersionRow, 'base' | 'json' | 'crc' | 'personaId' | 'writtenAt'> {
  /** What it was, in this app's schema; null when that is of a newer app or damaged. Read when asked for, once. */
  readonly read: () => PersonaDoc | null;
}

/** Every save point of every persona, for as long as the persona is there: kept by itself when editing rests, or under a name. */
export interface Versions {
  /** Rises whenever one is kept, named or forgotten. */
  readonly changes: StoreApi<number>;
  /** Who signs the versions made from now on. */
  readonly signAs: (author: () => string) => void;
  /** Oldest first. What is being edited at this moment is kept first, so that the list ends with it. */
  readonly list: (id: PersonaId) => Promise<readonly PersonaVersion[]>;
  /** Keeps what the persona is now, under a name. False when the disk refuses. */
  readonly save: (id: PersonaId, name: string) => Promise<boolean>;
  /** Keeps what the persona is now as the restoring of a version; to be called right after it. */
  readonly restored: (id: PersonaId, number: number) => Promise<boolean>;
  /** Gives a version another name; an empty one takes it away. */
  readonly rename: (version: string, name: string) => Promise<boolean>;
  /** Forgets one; what it answers with brings it back. Null when the disk refuses. */
  readonly remove: (version: string) => Promise<(() => Promise<boolean>) | null>;
  /** Forgets every version of these personas, for good: for a persona that is erased. */
  readonly drop: (ids: readonly PersonaId[]) => Promise<boolean>;
  /** Makes a change that no open session makes (an import), and keeps what each persona was before and is after it, where these differ. */
  readonly around: <T>(ids: readonly PersonaId[], change: () => Promise<T>) => Promise<T>;
  /** Keeps now whatever still waits for its rest. */
  readonly settle: () => Promise<void>;
}

/** A save point is where hands have rested for so long, or so long after the first edit when they do not rest. */
const REST_MS = 8_000;
const MOST_MS = 120_000;

interface Waiting {
  /** What it was before the first of the edits that wait, and since when. */
  readonly before: PersonaDoc;
  readonly beforeAt: number;
  /** What it is by now, and since when. */
  now: PersonaDoc;
  at: number;
  readonly since: number;
  timer: ReturnType<typeof setTimeout>;
}

interface VersionsPorts {
  readonly core: () => Pick<Core, 'catalog' | 'now'>;
  readonly store: () => VersionStore;
  readonly newId: NewId;
  /** What the persona is at this moment. */
  readonly docOf: (id: PersonaId) => Promise<PersonaDoc | null>;
}

/** Save points that a store refused are tried again after so long. */
const AGAIN_MS = 30_000;

interface Kept {
  readonly doc: PersonaDoc;
  readonly at: number;
  readonly name?: string;
  readonly restored?: number;
}

/** `follow` watches a persona for as long as it is open. */
export function createVersions(ports: VersionsPorts): Versions & {
  readonly follow: (id: DocId, store: StoreApi<SessionState<AnyDoc>>) => void;
} {
  const waiting = new Map<PersonaId, Waiting>();
  /** Save points that a store refused: they are kept with those that follow. */
  const owed = new Map<PersonaId, readonly Kept[]>();
  /** Numbers are not given twice, also where the latest version was deleted and may be brought back. */
  const highest = new Map<PersonaId, number>();
  const changes = createStore(() => 0);
  let authorNow = (): string => '';
  let turn: Promise<unknown> = Promise.resolve();
  /** One change after the other: numbers are counted from what is stored. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = turn.then(task);
    turn = done.catch(() => undefined);
    return done;
  };

  const stored = ports.store;
  const raised = async (done: Promise<boolean>): Promise<boolean> => {
    const isDone = await done;
    if (isDone) changes.setState((before) => before + 1, true);
    return isDone;
  };
  const change = (put: readonly VersionRow[], remove: readonly string[]) => raised(stored().change(put, remove));

  const baseOf = async (row: VersionRow | null): Promise<WholeVersion | null> =>
    wholeVersion(row?.base === undefined ? row : await stored().get(row.base));

  /** Rows of what differs from the latest version; what has a name or was restored gets one even if nothing does. */
  const rowsOf = async (id: PersonaId, all: readonly Kept[]): Promise<readonly VersionRow[]> => {
    let last = await stored().latest(id);
    let base = await baseOf(last);
    let lastDoc = last && readStored(unpackVersion(last, base));
    const added = new Map<string, VersionRow>();
    for (const { doc, at, name = '', restored = null } of all) {
      const isSame = lastDoc !== null && jsonEqual(lastDoc, doc);
      if (isSame && name === '' && restored === null) continue;
      // The latest save point is given the name, where nothing was done since and it has none.
      const isNamed = isSame && last !== null && last.name === '' && restored === null;
      const stamp = {
        id: ports.newId<DocId>(),
        personaId: id,
        number: Math.max(last?.number ?? 0, highest.get(id) ?? 0) + 1,
        at,
        author: authorNow(),
        name,
        restored,
      };
      const json = doc as unknown as StoredJson;
      if (isNamed && last) last = { ...last, name, at };
      else {
        last = packVersion(stamp, json, base);
        if (last.base === undefined) base = { row: last, json };
        highest.set(id, last.number);
      }
      lastDoc = doc;
      added.set(last.id, last);
    }
    return [...added.values()];
  };

  const keep = async (all: ReadonlyMap<PersonaId, readonly Kept[]>): Promise<boolean> => {
    const rows: VersionRow[] = [];
    try {
      for (const [id, points] of all) rows.push(...(await rowsOf(id, points)));
    } catch {
      // Without the latest there is no number to go on from.
      return false;
    }
    return rows.length === 0 || change(rows, []);
  };

  const settleOne = (id: PersonaId, more: readonly Kept[] = []): Promise<boolean> => {
    const held = waiting.get(id);
    if (held) clearTimeout(held.timer);
    waiting.delete(id);
    const points = held
      ? [
          { doc: held.before, at: held.beforeAt },
          { doc: held.now, at: held.at },
        ]
      : [];
    return inTurn(async () => {
      const all = [...(owed.get(id) ?? []), ...points];
      owed.delete(id);
      const isKept = await keep(new Map([[id, [...all, ...more]]]));
      if (!isKept && all.length > 0) {
        owed.set(id, all);
        setTimeout(() => void settleOne(id), AGAIN_MS);
      }
      return isKept;
    });
  };

  const edited = (id: PersonaId, before: PersonaDoc, doc: PersonaDoc): void => {
    const { now, catalog } = ports.core();
    const at = now();
    const held = waiting.get(id) ?? {
      before,
      beforeAt: catalog.get(id)?.updatedAt ?? at,
      now: doc,
      at,
      since: at,
      timer: undefined as unknown as ReturnType<typeof setTimeout>,
    };
    clearTimeout(held.timer);
    held.now = doc;
    held.at = at;
    held.timer = setTimeout(() => void settleOne(id), Math.max(0, Math.min(REST_MS, held.since + MOST_MS - at)));
    waiting.set(id, held);
  };

  const docsOf = async (ids: readonly PersonaId[]): Promise<ReadonlyMap<PersonaId, PersonaDoc>> => {
    const docs = new Map<PersonaId, PersonaDoc>();
    for (const id of ids) {
      const doc = await ports.docOf(id);
      if (doc) docs.set(id, doc);
    }
    return docs;
  };

  const around: Versions['around'] = async (ids, act) => {
    const { catalog, now } = ports.core();
    const before = await docsOf(ids);
    const since = new Map(ids.map((id) => [id, catalog.get(id)?.updatedAt ?? now()] as const));
    const done = await act();
    const all = new Map<PersonaId, readonly Kept[]>();
    for (const [id, doc] of await docsOf([...before.keys()])) {
      const was = before.get(id);
      if (was && !isFiling(was, doc))
        all.set(id, [
          { doc: was, at: since.get(id) ?? now() },
          { doc, at: now() },
        ]);
    }
    // What waits was there before.
    await Promise.all([...all.keys()].map((id) => settleOne(id)));
    await inTurn(() => keep(all));
    return done;
  };

  const withNow = async (id: PersonaId, more: Omit<Kept, 'doc' | 'at'>): Promise<boolean> => {
    const doc = await ports.docOf(id);
    return doc !== null && settleOne(id, [{ doc, at: ports.core().now(), ...more }]);
  };

  return {
    changes,
    signAs: (author) => {
      authorNow = author;
    },
    follow: (id, documents) => {
      documents.subscribe((state, before) => {
        // What a document shows before it can be edited is no edit of it.
        if (!before.editable || state.doc === before.doc || state.doc.kind !== 'persona') return;
        const [was, is] = [before.doc as PersonaDoc, state.doc as PersonaDoc];
        if (!isFiling(was, is)) edited(id as PersonaId, was, is);
      });
    },
    list: async (id) => {
      await settleOne(id);
      return versionsOf(await inTurn(() => stored().of(id)));
    },
    save: (id, name) => withNow(id, { name }),
    restored: (id, number) => withNow(id, { restored: number }),
    rename: (version, name) =>
      inTurn(async () => {
        const row = await stored().get(version);
        return row !== null && change([{ ...row, name }], []);
      }),
    remove: (version) =>
      inTurn(async () => {
        const row = await stored().get(version);
        if (!row) return null;
        const base = await baseOf(row);
        const resting = base?.row === row ? repackVersions(await stored().of(row.personaId), base) : [];
        if (!(await change(resting, [version]))) return null;
        // Whole: its base may be gone before it comes back.
        const { base: _, ...stamp } = row;
        const json = unpackVersion(row, base);
        const whole = json ? packVersion(stamp, json, null) : row;
        highest.set(row.personaId, Math.max(row.number, highest.get(row.personaId) ?? 0));
        // The persona may have been erased for good meanwhile.
        const isThere = () => ports.core().catalog.get(row.personaId) !== undefined;
        return () => inTurn(async () => isThere() && change([whole], []));
      }),
    drop: (ids) => {
      for (const id of ids) {
        clearTimeout(waiting.get(id)?.timer);
        waiting.delete(id);
        owed.delete(id);
      }
      return inTurn(() => {
        // What was refused before it was their turn.
        for (const id of ids) owed.delete(id);
        return raised(stored().removeOf(ids));
      });
    },
    around,
    settle: async () => {
      await Promise.all([...new Set([...waiting.keys(), ...owed.keys()])].map((id) => settleOne(id)));
    },
  };
}

const FILED: ReadonlySet<string> = new Set(['tags', 'archived', 'favourite']);

/** True when only the way the library files it changed: tags given to a thousand personas at once are no thousand save points. */
function isFiling(was: PersonaDoc, is: PersonaDoc): boolean {
  const names = Object.keys(is.info) as (keyof PersonaDoc['info'])[];
  return (
    personaType.collections.every((name) => jsonEqual(was[name as 'blocks'], is[name as 'blocks'])) &&
    names.every((name) => FILED.has(name) || jsonEqual(was.info[name], is.info[name]))
  );
}

/** The versions of one persona from all its rows; each base is read once, and what a version shares with it is shared. */
function versionsOf(rows: readonly VersionRow[]): readonly PersonaVersion[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const bases = new Map<string, WholeVersion | null>();
  const baseOf = (id: string): WholeVersion | null => {
    const base = bases.has(id) ? (bases.get(id) ?? null) : wholeVersion(byId.get(id));
    bases.set(id, base);
    return base;
  };
  return rows.map((row) => {
    let doc: PersonaDoc | null | undefined;
    const { base, json: _, crc: __, personaId: ___, writtenAt: ____, ...rest } = row;
    return {
      ...rest,
      read: () => {
        if (doc === undefined) doc = readStored(unpackVersion(row, base === undefined ? null : baseOf(base)));
        return doc;
      },
    };
  });
}
