import type { DocId, NewId, PersonaId } from '@shared/base/ids';
import { type PersonaDoc, personaType } from '@shared/boards/persona/model';
import { staleVersions } from '@shared/boards/persona/versions';
import { jsonEqual } from '@shared/document/jsonEqual';
import { migrateJson } from '@shared/document/migrate';
import type { AnyDoc, Json } from '@shared/model/document';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type VersionRow, versionRow } from '@/storage/versionStore';
import type { Core } from './core';
import type { SessionState } from './session';

/** A persona as it was at one moment, read and brought up to this app's schema. */
export interface PersonaVersion extends Omit<VersionRow, 'json' | 'crc' | 'personaId'> {
  readonly doc: PersonaDoc;
}

/** Every save point of every persona: kept by itself when editing rests, thinned with age; and those that were given a name. */
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
  /** Gives a version another name; an empty one lets it be thinned with age. */
  readonly rename: (id: PersonaId, version: string, name: string) => Promise<boolean>;
  /** Forgets one; what it answers with brings it back. Null when the disk refuses. */
  readonly remove: (id: PersonaId, version: string) => Promise<(() => Promise<boolean>) | null>;
  /** Forgets every version of these personas, for good: for a persona that is erased. */
  readonly drop: (ids: readonly PersonaId[]) => Promise<boolean>;
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
  readonly core: () => Pick<Core, 'store' | 'catalog' | 'now'>;
  readonly newId: NewId;
  /** What the persona is at this moment. */
  readonly docOf: (id: PersonaId) => Promise<PersonaDoc | null>;
}

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
  const changes = createStore(() => 0);
  let authorNow = (): string => '';
  let turn: Promise<unknown> = Promise.resolve();
  /** One change after the other: numbers are counted from what is stored. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = turn.then(task);
    turn = done.catch(() => undefined);
    return done;
  };

  const stored = () => ports.core().store.versions;
  const raised = async (done: Promise<boolean>): Promise<boolean> => {
    const isDone = await done;
    if (isDone) changes.setState((before) => before + 1, true);
    return isDone;
  };
  const change = (put: readonly VersionRow[], remove: readonly string[]) => raised(stored().change(put, remove));

  /** Keeps what differs from the latest version; what has a name or was restored is kept even if nothing does. */
  const keep = async (id: PersonaId, all: readonly Kept[]): Promise<boolean> => {
    const rows = await stored().of(id);
    let last = rows.at(-1);
    const added: VersionRow[] = [];
    for (const { doc, at, name = '', restored = null } of all) {
      const isSame = last !== undefined && jsonEqual(readDoc(last), doc);
      if (isSame && name === '' && restored === null) continue;
      // The latest save point is given the name, where nothing was done since and it has none.
      const named = isSame && last && last.name === '' && restored === null ? last : null;
      const row = named
        ? { ...named, name, at }
        : versionRow({
            id: ports.newId<DocId>(),
            personaId: id,
            number: (last?.number ?? 0) + 1,
            at,
            author: authorNow(),
            name,
            restored,
            json: JSON.stringify(doc),
          });
      added.push(row);
      last = row;
    }
    if (added.length === 0) return true;
    const left = [...rows.filter((row) => !added.some((one) => one.id === row.id)), ...added];
    const stale = new Set(staleVersions(left, ports.core().now()));
    return change(
      added.filter((row) => !stale.has(row.id)),
      [...stale],
    );
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
    return inTurn(() => keep(id, [...points, ...more]));
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
      const rows = await inTurn(() => stored().of(id));
      return rows.flatMap((row) => {
        const doc = readDoc(row);
        if (!doc) return [];
        const { json: _, crc: __, personaId: ___, ...rest } = row;
        return [{ ...rest, doc }];
      });
    },
    save: (id, name) => withNow(id, { name }),
    restored: (id, number) => withNow(id, { restored: number }),
    rename: (id, version, name) =>
      inTurn(async () => {
        const row = (await stored().of(id)).find((one) => one.id === version);
        return row !== undefined && change([{ ...row, name }], []);
      }),
    remove: (id, version) =>
      inTurn(async () => {
        const row = (await stored().of(id)).find((one) => one.id === version);
        const isGone = row !== undefined && (await change([], [version]));
        return isGone ? () => inTurn(() => change([row], [])) : null;
      }),
    drop: (ids) => {
      for (const id of ids) {
        clearTimeout(waiting.get(id)?.timer);
        waiting.delete(id);
      }
      return inTurn(() => raised(stored().removeOf(ids)));
    },
    settle: async () => {
      await Promise.all([...waiting.keys()].map((id) => settleOne(id)));
    },
  };
}

const FILED: ReadonlySet<string> = new Set(['tags', 'archived', 'favourite']);

/** True when only the way the library files it changed: tags given to a thousand personas at once are no thousand save points. */
function isFiling(was: PersonaDoc, is: PersonaDoc): boolean {
  const names = Object.keys(is.info) as (keyof PersonaDoc['info'])[];
  return (
    personaType.collections.every((name) => was[name as 'blocks'] === is[name as 'blocks']) &&
    names.every((name) => FILED.has(name) || was.info[name] === is.info[name])
  );
}

/** The document of a version in this app's schema; null when it is of a newer app or cannot be read. */
function readDoc({ json }: VersionRow): PersonaDoc | null {
  try {
    const stored = JSON.parse(json) as Record<string, Json>;
    if (stored.schema === personaType.schemaVersion) return stored as unknown as PersonaDoc;
    const read = personaType.schema.safeParse(migrateJson(stored, personaType));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
