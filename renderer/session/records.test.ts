import { readFile } from 'node:fs/promises';
import { personaType } from '@shared/boards/persona/model';
import { migrateJson } from '@shared/document/migrate';
import type { DesktopApi, JournalEntry } from '@shared/ipc';
import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { VersionRow } from '@/storage/versionStore';
import { openDatabase3 } from '../../tests/support/database3';
import { ID, tag, taglines, versionsRig } from '../../tests/support/versionsRig';
import { createRecords } from './records';
import type { Workspace } from './workspaceApi';

const { freshDatabase, open, withPersona, wait, refuse, desktop, rowsOnDisk, putOnDisk } = versionsRig();

/** Long enough for a store that refused to be asked again. */
const A_WHILE = 10_000;

/** A persona with three versions, the last under a name. */
async function withVersions() {
  const made = await withPersona();
  for (const text of ['un', 'deux']) {
    tag(made.session, text);
    await made.workspace.versions.settle();
  }
  expect(await made.workspace.versions.save(ID, 'Avant')).toBe(true);
  return made;
}
const named = async (workspace: Workspace) =>
  (await workspace.versions.list(ID)).map((one) => one.name || one.read()?.info.tagline);
const journalTexts = async (): Promise<string> => {
  const records = await desktop().journalRecords();
  if (!records.ok) throw new Error(records.error.code);
  return records.value.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
};

describe('versions and own templates', () => {
  it('come back from the journal when the database is gone, and what was deleted does not', async () => {
    const { workspace, restart } = await withVersions();
    const [, second] = await workspace.versions.list(ID);
    await workspace.versions.remove(second!.id);
    await workspace.templates.put([1, 2].map((at) => ({ id: `t${at}`, madeAt: at, template: { name: `n${at}` } })));
    await workspace.templates.remove('t1');
    const [before, templates] = [await workspace.versions.list(ID), await workspace.templates.list()];
    freshDatabase();
    const again = await restart();
    const after = await again.versions.list(ID);
    expect(after.map(({ number, name }) => [number, name])).toEqual(before.map(({ number, name }) => [number, name]));
    expect(after.map((one) => one.read())).toEqual(before.map((one) => one.read()));
    expect(await again.templates.list()).toEqual(templates);
    expect(templates).toMatchObject([{ id: 't2' }]);
  });

  it('of an app that wrote each version whole, into the database alone, are packed and in both from then on', async () => {
    const old = openDatabase3();
    const rows = JSON.parse(await readFile('tests/fixtures/database3/versions.json', 'utf8')) as VersionRow[];
    await old.table('versions').bulkPut(rows.map((row) => ({ ...row, id: `old-${row.id}` })));
    old.close();
    const { workspace, session, restart } = await withPersona();
    const list = await workspace.versions.list(ID);
    const migrated = rows.map(({ json }) => migrateJson(JSON.parse(json), personaType));
    expect(list.map((one) => one.read())).toEqual(migrated.map((one) => personaType.schema.parse(one)));
    expect(list.map(({ number, name, restored, at }) => [number, name, restored, at])).toEqual(
      rows.map(({ number, name, restored, at }) => [number, name, restored, at]),
    );
    const size = (all: readonly VersionRow[]) => all.reduce((sum, { json }) => sum + json.length, 0);
    expect(size(await rowsOnDisk())).toBeLessThan(size(rows) / 4);
    const { tagline } = session.store.getState().doc.info;
    tag(session, 'plus tard');
    const more = await workspace.versions.list(ID);
    expect(taglines(more)).toEqual([...taglines(list), tagline, 'plus tard']);
    expect(more.at(-1)?.number).toBe(rows.length + 2);
    freshDatabase();
    expect(taglines(await (await restart()).versions.list(ID))).toEqual(taglines(more));
  });

  it('are in both stores or in none: what the journal refuses is told, and save points wait for it', async () => {
    const { workspace, session, restart } = await withVersions();
    const before = await named(workspace);
    const [first] = await workspace.versions.list(ID);
    refuse(true);
    expect(await workspace.versions.rename(first!.id, 'Premier')).toBe(false);
    expect(await workspace.versions.remove(first!.id)).toBeNull();
    expect(await workspace.versions.save(ID, 'Pour le comité')).toBe(false);
    expect(await workspace.templates.put([{ id: 't', madeAt: 1, template: {} }])).toBe(false);
    tag(session, 'trois');
    await workspace.versions.settle();
    expect(await named(workspace)).toEqual(before);
    refuse(false);
    wait(A_WHILE);
    expect(await named(workspace)).toEqual([...before, 'trois']);
    freshDatabase();
    const again = await restart();
    expect(await named(again)).toEqual([...before, 'trois']);
    expect(await again.templates.list()).toEqual([]);
  });

  it('that the database refuses after the journal took them are in neither', async () => {
    const { workspace, session, restart } = await withVersions();
    const before = await named(workspace);
    const [first, second] = await workspace.versions.list(ID);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      throw new DOMException(this.name, 'UnknownError');
    });
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await workspace.versions.rename(first!.id, 'Premier')).toBe(false);
    wait(A_WHILE);
    expect(await workspace.versions.remove(second!.id)).toBeNull();
    expect(await workspace.templates.put([{ id: 't', madeAt: 1, template: {} }])).toBe(false);
    put.mockRestore();
    remove.mockRestore();
    wait(A_WHILE);
    expect(await named(workspace)).toEqual(before);
    tag(session, 'trois');
    expect(await named(workspace)).toEqual([...before, 'trois']);
    freshDatabase();
    const again = await restart();
    expect(await named(again)).toEqual([...before, 'trois']);
    expect(await again.templates.list()).toEqual([]);
  });

  it('damaged in the database are read from the journal, which has them whole', async () => {
    const { workspace, restart } = await withVersions();
    const sound = taglines(await workspace.versions.list(ID));
    const [first] = await rowsOnDisk();
    await putOnDisk({ ...first!, json: first!.json.replace('d', 'e') });
    expect(taglines(await (await restart()).versions.list(ID))).toEqual(sound);
    expect((await rowsOnDisk())[0]).toMatchObject({ json: first!.json });
  });

  it('keep the later name, also where a clock was set back', async () => {
    const { workspace, restart } = await withVersions();
    const { id } = (await workspace.versions.list(ID)).at(-1)!;
    const older = (await rowsOnDisk()).at(-1)!;
    wait(-3_600_000);
    expect(await workspace.versions.rename(id, 'Nouveau nom')).toBe(true);
    // A copy of the database from before, and one version less, so that the two are compared.
    await putOnDisk(older);
    await desktop().journalAppend([
      { type: 'erase', seq: 1, at: 1, docId: (await rowsOnDisk())[0]!.id, bytes: new Uint8Array() },
    ]);
    expect((await named(await restart())).at(-1)).toBe('Nouveau nom');
  });

  it('have numbers of their own, also where the journal does not answer at first', async () => {
    const { restart } = await withVersions();
    freshDatabase();
    let asked = 0;
    const journalRecords: DesktopApi['journalRecords'] = async () => {
      asked += 1;
      return asked === 1
        ? { ok: false, error: { code: 'storage-unopenable', detail: 'EBUSY' } }
        : desktop().journalRecords();
    };
    const again = await restart({ ...desktop(), journalRecords });
    expect(await again.versions.save(ID, 'Trop tôt')).toBe(false);
    wait(A_WHILE);
    expect(await again.versions.save(ID, 'Après')).toBe(true);
    expect((await again.versions.list(ID)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('are erased with their persona from the journal too, or that is not said', async () => {
    const { workspace, session, restart } = await withVersions();
    tag(session, 'SECRET');
    await workspace.versions.settle();
    freshDatabase();
    const unreadable = async () => ({ ok: false, error: { code: 'storage-unopenable', detail: 'EBUSY' } }) as const;
    const second = await restart({ ...desktop(), journalRecords: unreadable });
    expect(await second.erasePersonas([ID])).toMatchObject({ ok: false });
    expect(await journalTexts()).toContain('deux');
    expect(await second.flushAll()).toMatchObject({ status: 'saved' });
    const third = await open();
    expect(await third.erasePersonas([ID])).toMatchObject({ ok: true });
    expect(await journalTexts()).toBe('');
  });

  it('do not come back after the persona was erased, when somebody undoes a deletion of before', async () => {
    const { workspace, session } = await withVersions();
    const bringBack = await workspace.versions.remove((await workspace.versions.list(ID)).at(-1)!.id);
    await session.close();
    expect((await workspace.erasePersonas([ID])).ok).toBe(true);
    expect(await bringBack?.()).toBe(false);
    expect(await journalTexts()).toBe('');
  });
});

/** Both stores in memory; what the database is told can be held back. */
function fakeStores(rows: Map<string, VersionRow>) {
  const journal = new Map<string, Uint8Array<ArrayBuffer>>();
  let hold: Promise<void> = Promise.resolve();
  let asked = 0;
  const entries = () =>
    [...journal].map(([docId, bytes]): JournalEntry => ({ seq: 1, at: 1, type: 'record', docId, bytes }));
  const records = createRecords({
    desktop: {
      journalAppend: async (all) => {
        for (const { type, docId, bytes } of all) {
          if (type === 'erase') journal.delete(docId);
          else journal.set(docId, bytes as Uint8Array<ArrayBuffer>);
        }
        return { ok: true, value: { lastSeq: 1, diskLow: false } };
      },
      journalRecords: async () => {
        asked += 1;
        return { ok: true, value: entries() };
      },
    },
    store: {
      versions: {
        of: async () => [...rows.values()],
        latest: async () => [...rows.values()].at(-1) ?? null,
        get: async (id) => rows.get(id) ?? null,
        all: async () => [...rows.values()],
        count: async () => rows.size,
        change: async (put, remove) => {
          await hold;
          for (const id of remove) rows.delete(id);
          for (const row of put) rows.set(row.id, row);
          return true;
        },
        removeOf: async () => true,
      },
      templates: { list: async () => [], put: async () => true, remove: async () => true },
    },
    inJournal: null,
    now: () => 1,
  });
  return {
    records,
    journal,
    holdDatabase: (until: Promise<void>) => {
      hold = until;
    },
    asked: () => asked,
  };
}

describe('records', () => {
  it('deleted while both stores are brought together stay deleted', async () => {
    await withVersions();
    const rows = new Map((await rowsOnDisk()).map((row) => [row.id, row]));
    const [gone] = rows.keys();
    const { records, journal, holdDatabase } = fakeStores(rows);
    await records.settle();
    expect(journal.size).toBe(rows.size);
    let release = () => {};
    holdDatabase(
      new Promise((resolve) => {
        release = resolve;
      }),
    );
    const removing = records.versions.change([], [gone!]);
    await expect.poll(() => journal.has(gone!)).toBe(false);
    records.renew();
    const settling = records.settle();
    release();
    expect(await removing).toBe(true);
    await settling;
    records.renew();
    await records.settle();
    expect([...rows.keys(), ...journal.keys()]).not.toContain(gone);
  });

  it('deleted do not come back from a journal that lost their deletion', async () => {
    await withVersions();
    const rows = new Map((await rowsOnDisk()).map((row) => [row.id, row]));
    const [gone] = rows.keys();
    const { records, journal } = fakeStores(rows);
    await records.settle();
    rows.delete(gone!);
    records.renew('database');
    await records.settle();
    expect([...journal.keys()]).toEqual([...rows.keys()]);
    // As long as it is not the journal that was damaged, they count.
    const [lost] = rows.keys();
    rows.delete(lost!);
    records.renew();
    await records.settle();
    expect([...rows.keys()]).toContain(lost);
  });

  it('are compared once, not at each question', async () => {
    await withVersions();
    const { records, asked } = fakeStores(new Map((await rowsOnDisk()).map((row) => [row.id, row])));
    for (let at = 0; at < 5; at += 1) await records.versions.latest(ID);
    expect(asked()).toBe(1);
  });
});
