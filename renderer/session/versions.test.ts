import type { PersonaId } from '@shared/base/ids';
import { setMeta } from '@shared/boards/persona/commands/info';
import { restoreVersion } from '@shared/boards/persona/commands/versions';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Seed, seeds } from '../../tests/support/journeyCommands';
import { personaStep, richPersona } from '../../tests/support/personaCommands';
import { ID, tag, taglines, versionsRig } from '../../tests/support/versionsRig';
import type { Session } from './session';

const { newId, withPersona, wait, desktop, rowsOnDisk, putOnDisk } = versionsRig();
const docOf = (session: Session<PersonaDoc>) => session.store.getState().doc;

describe('versions of a persona', () => {
  it('keep what it was before the first edit, and what it was each time hands had rested', async () => {
    const { workspace, session } = await withPersona();
    workspace.versions.signAs(() => 'AB');
    const first = docOf(session);
    tag(session, 'un');
    tag(session, 'deux');
    await workspace.versions.settle();
    tag(session, 'trois');
    const list = await workspace.versions.list(ID);
    expect(taglines(list)).toEqual([first.info.tagline, 'deux', 'trois']);
    expect(list[0]?.read()).toEqual(first);
    expect(list.map(({ number, author, name }) => [number, author, name])).toEqual([
      [1, 'AB', ''],
      [2, 'AB', ''],
      [3, 'AB', ''],
    ]);
  });

  it('are none where nothing was edited, and none twice where nothing differs', async () => {
    const { workspace, session } = await withPersona();
    expect(await workspace.versions.list(ID)).toEqual([]);
    tag(session, 'un');
    session.undo();
    expect(await workspace.versions.list(ID)).toHaveLength(1);
    expect(await workspace.versions.list(ID)).toHaveLength(1);
  });

  it('are not made of tags, favourites and archiving alone, but have them', async () => {
    const { workspace, session } = await withPersona();
    session.run(setMeta, { fields: { tags: ['Pilote'], favourite: true } });
    expect(await workspace.versions.list(ID)).toEqual([]);
    tag(session, 'un');
    const list = await workspace.versions.list(ID);
    expect(list.map((one) => one.read()?.info.tags)).toEqual([['Pilote'], ['Pilote']]);
  });

  it('get a name: the latest save point takes it, a second name is one more', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    expect(await workspace.versions.save(ID, 'Avant les entretiens')).toBe(true);
    expect(await workspace.versions.save(ID, 'Pour le comité')).toBe(true);
    const list = await workspace.versions.list(ID);
    expect(list.map(({ name }) => name)).toEqual(['', 'Avant les entretiens', 'Pour le comité']);
    await workspace.versions.rename(list[1]?.id ?? '', 'Avril');
    await workspace.versions.remove(list[2]?.id ?? '');
    expect((await workspace.versions.list(ID)).map(({ name }) => name)).toEqual(['', 'Avril']);
  });

  it('all stay, however many and however old, and each reads as it was', async () => {
    const { workspace, session, restart } = await withPersona();
    const kept = [docOf(session)];
    await fc.assert(
      fc.asyncProperty(seeds(6), fc.integer({ min: 9_000, max: 40 * 86_400_000 }), async (all, later) => {
        wait(later);
        for (const seed of all) {
          const { command, args } = personaStep(docOf(session), seed, newId, [richPersona(), kept[0]!]);
          session.run(command as never, args as never);
        }
        // What differs in its tags alone is no version.
        tag(session, `n${kept.length}`);
        await workspace.versions.settle();
        kept.push(docOf(session));
      }),
      { numRuns: 300, endOnFailure: true },
    );
    wait(400 * 86_400_000);
    const list = await (await restart()).versions.list(ID);
    expect(list.map(({ number }) => number)).toEqual(kept.map((_, at) => at + 1));
    expect(list.map((one) => one.read())).toEqual(kept);
    // Most of them are little more than what changed.
    const rows = await rowsOnDisk();
    expect(rows.filter(({ base }) => base !== undefined).length).toBeGreaterThan(rows.length / 2);
  }, 60_000);

  it('any of them is deleted and brought back, and the others stay what they were', async () => {
    const { workspace, session } = await withPersona();
    // More than rest on one base.
    for (let at = 0; at < 80; at += 1) {
      tag(session, `n${at}`);
      await workspace.versions.settle();
    }
    const before = await workspace.versions.list(ID);
    for (const at of [0, 3, 64, 80]) {
      const left = before.filter((_, place) => place !== at);
      const bringBack = await workspace.versions.remove(before[at]!.id);
      expect(taglines(await workspace.versions.list(ID))).toEqual(taglines(left));
      expect(await bringBack?.()).toBe(true);
      expect(taglines(await workspace.versions.list(ID))).toEqual(taglines(before));
    }
    // The one that others rest on, while another waits to be brought back.
    const second = await workspace.versions.remove(before[1]!.id);
    await workspace.versions.remove(before[0]!.id);
    await second?.();
    expect(taglines(await workspace.versions.list(ID))).toEqual(taglines(before.slice(1)));
  });

  it('have each a number of its own, also when the latest was deleted and comes back', async () => {
    const { workspace, session } = await withPersona();
    for (const text of ['un', 'deux']) {
      tag(session, text);
      await workspace.versions.settle();
    }
    const bringBack = await workspace.versions.remove((await workspace.versions.list(ID)).at(-1)!.id);
    tag(session, 'trois');
    await workspace.versions.settle();
    await bringBack?.();
    const list = await workspace.versions.list(ID);
    expect(list.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(taglines(list).slice(1)).toEqual(['un', 'deux', 'deux', 'trois']);
  });

  it('that a store refuses are kept once it takes them, with those that came meanwhile', async () => {
    const { workspace, session } = await withPersona();
    const { tagline } = docOf(session).info;
    const sick = () => {
      throw new DOMException('sick', 'UnknownError');
    };
    const spies = (['openCursor', 'openKeyCursor', 'getAll'] as const).map((name) =>
      vi.spyOn(IDBIndex.prototype, name).mockImplementation(sick),
    );
    for (const text of ['un', 'deux']) {
      tag(session, text);
      await workspace.versions.settle();
    }
    for (const spy of spies) spy.mockRestore();
    tag(session, 'trois');
    tag(session, 'quatre');
    expect(taglines(await workspace.versions.list(ID))).toEqual([tagline, 'un', 'deux', 'quatre']);
  });

  it('are forgotten with the persona that is erased, and only they', async () => {
    const { workspace, session } = await withPersona();
    const other = 'p-2' as PersonaId;
    await workspace.addDoc(other, richPersona());
    await workspace.versions.save(other, 'La sienne');
    tag(session, 'un');
    expect(await workspace.versions.list(ID)).toHaveLength(2);
    tag(session, 'deux');
    expect(await workspace.versions.drop([ID])).toBe(true);
    await workspace.versions.settle();
    expect(await workspace.versions.list(ID)).toEqual([]);
    expect(await workspace.versions.list(other)).toHaveLength(1);
  });

  it('that are damaged in both stores say so, and those that rest on them', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    await workspace.versions.settle();
    tag(session, 'deux');
    const sound = taglines(await workspace.versions.list(ID));
    const damage = async (number: number) => {
      const row = (await rowsOnDisk()).find((one) => one.number === number)!;
      const damaged = { ...row, json: row.json.replace('d', 'e') };
      await putOnDisk(damaged);
      const bytes = new TextEncoder().encode(JSON.stringify({ kind: 'version', row: damaged }));
      await desktop().journalAppend([{ type: 'record', seq: 1, at: 1, docId: row.id, bytes }]);
    };
    await damage(3);
    expect(taglines(await workspace.versions.list(ID))).toEqual([...sound.slice(0, 2), undefined]);
    await damage(1);
    expect(taglines(await workspace.versions.list(ID))).toEqual([undefined, undefined, undefined]);
    tag(session, 'trois');
    expect(taglines(await workspace.versions.list(ID))).toEqual([undefined, undefined, undefined, 'deux', 'trois']);
  });

  it('and own templates come along when a sick database is made anew', async () => {
    const { workspace, session } = await withPersona();
    tag(session, 'un');
    await workspace.versions.save(ID, 'Avant');
    await workspace.templates.put([{ id: 't1', madeAt: 1, template: { name: 'Le nôtre' } }]);
    expect((await workspace.flushAll()).status).toBe('saved');
    const put = IDBObjectStore.prototype.put;
    let refused = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      if (this.name === 'docs' && refused < 1) {
        refused += 1;
        throw new DOMException('sick', 'UnknownError');
      }
      return put.call(this, row, key);
    });
    tag(session, 'deux');
    expect((await workspace.flushAll()).status).toBe('saved');
    expect(refused).toBe(1);
    expect(workspace.recovery.getState().report).toMatchObject({ cause: 'database-damaged' });
    expect((await workspace.versions.list(ID)).map((one) => one.name || one.read()?.info.tagline)).toEqual([
      richPersona().info.tagline,
      'Avant',
      'deux',
    ]);
    expect(await workspace.templates.list()).toMatchObject([{ id: 't1', template: { name: 'Le nôtre' } }]);
  });

  it('come back whole when restored, after whatever edits, and undo is one step', async () => {
    const { workspace, session } = await withPersona();
    await fc.assert(
      fc.asyncProperty(seeds(12), seeds(12), async (first, later) => {
        const play = (all: readonly Seed[]) => {
          for (const seed of all) {
            const { command, args } = personaStep(docOf(session), seed, newId, [richPersona()]);
            session.run(command as never, args as never);
          }
        };
        play(first);
        expect(await workspace.versions.save(ID, 'Essai')).toBe(true);
        const saved = docOf(session);
        wait(5000);
        play(later);
        const present = docOf(session);
        const version = (await workspace.versions.list(ID)).findLast(({ name }) => name === 'Essai');
        expect(version?.read()).toEqual(saved);
        wait(5000);
        session.run(restoreVersion, { version: version!.read()! });
        expect(docOf(session)).toEqual(saved);
        expect(await workspace.versions.restored(ID, version!.number)).toBe(true);
        expect((await workspace.versions.list(ID)).at(-1)?.read()).toEqual(saved);
        if (JSON.stringify(present) !== JSON.stringify(saved)) {
          session.undo();
          expect(docOf(session)).toEqual(present);
          session.redo();
          expect(docOf(session)).toEqual(saved);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 60_000);
});
