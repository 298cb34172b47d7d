import type { Id, NewId, PersonaId } from '@shared/base/ids';
import { setPersonaFields } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { DesktopApi } from '@shared/ipc';
import Dexie, { type Table } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Session } from '../../renderer/session/session';
import type { PersonaVersion } from '../../renderer/session/versions';
import { openWorkspace } from '../../renderer/session/workspace';
import type { VersionRow } from '../../renderer/storage/versionStore';
import { richPersona } from './personaCommands';
import { createStorageRig, type StorageRig } from './storageRig';

/** The persona that every workspace of the rig is opened on. */
export const ID = 'p-1' as PersonaId;

/** A workspace with one persona for each test, on a database in memory and a journal on disk; clock and ids count up. */
export function versionsRig() {
  let rig: StorageRig;
  let clock = 0;
  let count = 0;
  const newId: NewId = <T extends Id<string>>() => {
    count += 1;
    return `id-${count}` as T;
  };
  const freshDatabase = () => {
    Dexie.dependencies.indexedDB = new IDBFactory();
  };
  beforeEach(async () => {
    freshDatabase();
    Dexie.dependencies.IDBKeyRange = IDBKeyRange;
    count = 0;
    clock = Date.parse('2026-05-04T14:32:00Z');
    rig = await createStorageRig(() => clock);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rig.remove();
  });

  const tick = () => {
    clock += 1;
    return clock;
  };
  const open = (desktop: DesktopApi = rig.desktop) => openWorkspace(desktop, { now: tick, newId, openMs: 500 });
  const withPersona = async () => {
    const workspace = await open();
    expect((await workspace.addDoc(ID, richPersona())).ok).toBe(true);
    const opened = await workspace.openDoc<PersonaDoc>(ID);
    if (!opened.ok) throw new Error(opened.error.code);
    await expect.poll(() => opened.value.store.getState().editable).toBe(true);
    /** Ends it, and starts the next one where the first left off. */
    const restart = async (desktop?: DesktopApi) => {
      await opened.value.close();
      expect((await workspace.flushAll()).status).toBe('saved');
      await rig.restart();
      return open(desktop ?? rig.desktop);
    };
    return { workspace, session: opened.value, restart };
  };
  const onDisk = async <T>(act: (table: Table<VersionRow, string>) => PromiseLike<T>): Promise<T> => {
    const raw = new Dexie('personarium');
    await raw.open();
    const done = await act(raw.table('versions'));
    raw.close();
    return done;
  };
  return {
    newId,
    freshDatabase,
    open,
    withPersona,
    /** Milliseconds that pass before anything else is done. */
    wait: (ms: number) => {
      clock += ms;
    },
    /** Appends are refused, or not any more. */
    refuse: (isRefused: boolean) => {
      rig.refuseAppends = isRefused ? { ok: false, error: { code: 'disk-full', name: 'journal' } } : null;
    },
    desktop: () => rig.desktop,
    rowsOnDisk: async () => (await onDisk((table) => table.toArray())).sort((a, b) => a.number - b.number),
    putOnDisk: (row: VersionRow) => onDisk((table) => table.put(row)),
  };
}

export const tag = (session: Session<PersonaDoc>, tagline: string) =>
  session.run(setPersonaFields, { fields: { tagline } });
export const taglines = (list: readonly PersonaVersion[]) => list.map((one) => one.read()?.info.tagline);
