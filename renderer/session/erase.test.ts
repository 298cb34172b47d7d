import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssetHash, BoardId, Id, NewId, PersonaId } from '@shared/base/ids';
import { setMeta } from '@shared/boards/persona/commands/info';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { defineCommand } from '@shared/document/command';
import type { WorkshopDoc } from '@shared/model/workshop';
import { setWorkshopInfo } from '@shared/model/workshopCommands';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStorageRig, type StorageRig } from '../../tests/support/storageRig';
import { openWorkspace } from './workspace';

let rig: StorageRig;
let clock: number;
let count: number;
const newId: NewId = <T extends Id<string>>() => {
  count += 1;
  return `id-${count}` as T;
};

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  count = 0;
  clock = Date.parse('2026-05-04T14:32:00Z');
  rig = await createStorageRig(() => clock);
});
afterEach(() => rig.remove());

const open = () =>
  openWorkspace(rig.desktop, {
    now: () => {
      clock += 1000;
      return clock;
    },
    newId,
    openMs: 500,
    hints: rig.desktop.boot().then(({ database }) => ({ database, docs: [] })),
  });

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

const NAME = 'Zaphira Quendolyne';
const setPhoto = defineCommand<PersonaDoc, AssetHash>('persona.photo', (draft, asset) => {
  draft.info.photo = { asset, width: 10, height: 10, alt: '' };
});
const picture = (text: string) => new TextEncoder().encode(`PNG ${text}`);

/** The sample with a persona renamed, photographed twice, and backed up. */
async function withPersona() {
  const workspace = await open();
  const made = sampleWorkshop({ lang: 'fr', newId, date: '2026-05-04' });
  await value(workspace.createWorkshop(made));
  const [personaId, otherId] = Object.keys(made.workshop.personas) as PersonaId[];
  if (!personaId || !otherId) throw new Error('the sample has personas');
  const [first, second, shared] = await Promise.all(
    ['first', 'second', 'shared'].map((text) => value(workspace.keepAsset(picture(text)))),
  );
  const session = await value(workspace.openDoc<PersonaDoc>(personaId));
  session.run(setMeta, { fields: { tags: [NAME] } });
  session.run(setPhoto, first!);
  await value(workspace.snapshotNow(made.id, 'asked'));
  session.run(setPhoto, second!);
  await session.close();
  const other = await value(workspace.openDoc<PersonaDoc>(otherId));
  other.run(setPhoto, shared!);
  await other.close();
  await value(workspace.snapshotNow(made.id, 'asked'));
  const workshop = await value(workspace.openDoc<WorkshopDoc>(made.id));
  const logo = await value(workspace.keepAsset(picture('logo')));
  workshop.run(setWorkshopInfo, { fields: { logo: { asset: logo, width: 40, height: 10 } } });
  await workshop.close();
  await workspace.keptTables.keep({ id: 't', name: 't.csv', size: 1, keptAt: 1 }, Uint8Array.of(7));
  return { workspace, made, personaId, otherId, shared: shared!, logo };
}

/** Every file under the rig's folder, backups unpacked. */
async function everything(): Promise<string> {
  const names = await readdir(rig.dir, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const bytes = await readFile(join(entry.parentPath, entry.name));
        if (!entry.name.endsWith('.personarium')) return bytes.toString('latin1');
        return Object.values(unzipSync(bytes))
          .map((part) => Buffer.from(part).toString('latin1'))
          .join('\n');
      }),
  );
  return texts.join('\n');
}

/** Which of the texts stand anywhere: a failure shows them, not all that was searched. */
async function found(...texts: readonly string[]): Promise<readonly string[]> {
  const all = await everything();
  return texts.filter((text) => all.includes(text));
}

describe('erasing a persona', () => {
  it('takes its versions along, also those that still wait to be kept, and no other’s', async () => {
    const { workspace, personaId, otherId } = await withPersona();
    expect(await workspace.versions.save(personaId, NAME)).toBe(true);
    expect(await workspace.versions.save(otherId, 'La sienne')).toBe(true);
    await value(workspace.erasePersonas([personaId]));
    await workspace.versions.settle();
    expect(await workspace.versions.list(personaId)).toEqual([]);
    expect((await workspace.versions.list(otherId)).map(({ name }) => name)).toContain('La sienne');
  });

  it('leaves nothing of it in the journal and the backups, and everything else as it was', async () => {
    const { workspace, made, personaId, otherId, shared, logo } = await withPersona();
    expect(await found(NAME, 'PNG first', 'PNG second')).toHaveLength(3);
    const before = await workspace.peek<PersonaDoc>(otherId);
    expect(await value(workspace.erasePersonas([personaId]))).toEqual({ files: 'gone' });
    const kept = ['PNG shared', 'PNG logo'];
    expect(await found(NAME, 'PNG first', 'PNG second', ...kept)).toEqual(kept);
    expect(rig.erasing).toEqual([]);

    await rig.restart();
    const again = await open();
    expect(again.recovery.getState().report).toBeNull();
    expect(again.library.getState().personas.map(({ id }) => id)).not.toContain(personaId);
    expect(await again.peek<PersonaDoc>(otherId)).toEqual(before);
    expect(await again.readAsset(shared)).toEqual(picture('shared'));
    expect(await again.readAsset(logo)).toEqual(picture('logo'));
    const copyId = await value(again.duplicateWorkshop(made.id, 'Copie'));
    expect((await again.peek<WorkshopDoc>(copyId))?.info.logo).toEqual({ asset: logo, width: 40, height: 10 });
    expect(Object.keys((await value(again.exportBundle(copyId))).assets)).toContain(logo);
    expect(await again.keptTables.read('t')).toEqual(Uint8Array.of(7));
    const [boardId] = Object.keys(made.workshop.boards) as BoardId[];
    expect(JSON.stringify(await again.peek(boardId!))).not.toContain(`"${personaId}"`);
    expect(JSON.stringify(await again.peek(made.id))).not.toContain(`"${personaId}"`);
    const [newest] = await rig.snapshots.list(made.id);
    expect((await rig.snapshots.read(newest!.token)).ok).toBe(true);
  });

  it('can be done again and again, whatever name the database has by then', async () => {
    const { workspace, personaId, otherId } = await withPersona();
    await value(workspace.erasePersonas([personaId]));
    await value(workspace.erasePersonas([otherId]));
    await value(workspace.erasePersonas([]));
    await rig.restart();
    const again = await open();
    expect(again.library.getState().workshops).toHaveLength(1);
    expect(await Dexie.getDatabaseNames()).toHaveLength(1);
  });

  it('stays noted until it is whole: a disk that refuses is told, and the next start finishes it', async () => {
    const { workspace, personaId } = await withPersona();
    const rewrite = rig.desktop.journalRewrite;
    Object.assign(rig.desktop, { journalRewrite: async () => ({ ok: false, error: { code: 'disk-full', name: '' } }) });
    const refused = await workspace.erasePersonas([personaId]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(rig.erasing).toEqual([personaId]);
    Object.assign(rig.desktop, { journalRewrite: rewrite });
    await rig.restart();
    const again = await open();
    await value(again.erasePersonas(rig.erasing as readonly PersonaId[]));
    expect(await found(NAME)).toEqual([]);
    expect(rig.erasing).toEqual([]);
  });

  it('finds the database again when its name was forgotten', async () => {
    const { workspace, personaId } = await withPersona();
    await value(workspace.erasePersonas([personaId]));
    await rig.desktop.setPreferences({ database: '' });
    await rig.restart();
    const again = await open();
    expect(await again.keptTables.read('t')).toEqual(Uint8Array.of(7));
    expect(again.recovery.getState().report).toBeNull();
  });

  it('removes a backup that is too damaged to be written without it', async () => {
    const { workspace, made, personaId } = await withPersona();
    const [newest] = await rig.snapshots.list(made.id);
    const bytes = await rig.snapshots.read(newest!.token);
    if (!bytes.ok) throw new Error('unread');
    await rig.snapshots.replace({ token: newest!.token, bytes: new Uint8Array(bytes.value.slice(0, -30)) });
    await value(workspace.erasePersonas([personaId]));
    expect((await rig.snapshots.list(made.id)).map(({ token }) => token)).not.toContain(newest!.token);
    expect(await found(NAME)).toEqual([]);
  });
});
