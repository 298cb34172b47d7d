import * as fsp from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nameSnapshot, parseSnapshotName, type SnapshotFile, snapshotsToDrop } from './snapshotRing';
import { createSnapshots } from './snapshots';

const root = await fsp.mkdtemp(join(tmpdir(), 'snapshots-'));
afterAll(() => fsp.rm(root, { recursive: true, force: true }));

const DAY = 86_400_000;
const START = Date.parse('2026-05-04T14:32:07.120Z');
const bytes = (size: number, fill = 1) => new Uint8Array(size).fill(fill);

describe('backups', () => {
  it('are written, listed newest first and read by token', async () => {
    let now = START;
    const snapshots = createSnapshots(join(root, 'one'), { now: () => now });
    expect(await snapshots.list(null)).toEqual([]);
    await snapshots.write({ workshopId: 'w1', title: 'Équipe à vélo !', bytes: bytes(10) });
    now += 5000;
    const second = await snapshots.write({ workshopId: 'w1', title: 'Équipe à vélo !', bytes: bytes(20, 2) });
    await snapshots.write({ workshopId: 'w2', title: 'Autre', bytes: bytes(5) });
    const list = await snapshots.list('w1');
    expect(list.map((info) => [info.savedAt, info.size, info.title])).toEqual([
      [START + 5000, 20, 'Équipe à vélo !'],
      [START, 10, 'Équipe à vélo !'],
    ]);
    expect(second.ok && second.value).toEqual(list[0]);
    expect(await snapshots.read(list[0]!.token)).toEqual({ ok: true, value: bytes(20, 2) });
    expect((await snapshots.list(null)).length).toBe(3);
    expect(await snapshots.read('../../etc/passwd')).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
    expect((await fsp.readdir(join(snapshots.folder, 'w1'))).filter((name) => name.endsWith('.personarium'))).toEqual([
      '2026-05-04T14-32-07-120Z--1--equipe-a-velo.personarium',
      '2026-05-04T14-32-12-120Z--2--equipe-a-velo.personarium',
    ]);
  });

  it('keep the last ten and one a day for 21 days', async () => {
    let now = START;
    const snapshots = createSnapshots(join(root, 'ring'), { now: () => now });
    for (let day = 0; day < 30; day += 1) {
      for (let time = 0; time < 3; time += 1) {
        now = START + day * DAY + time * 600_000;
        await snapshots.write({ workshopId: 'w', title: '', bytes: bytes(100) });
      }
    }
    const kept = await snapshots.list('w');
    const days = new Set(kept.map((info) => Math.floor((info.savedAt - START) / DAY)));
    expect([...days].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, at) => at + 9));
    expect(kept.slice(0, 10).map((info) => info.savedAt)).toEqual(
      [29, 28, 27, 26].flatMap((day) => [2, 1, 0].map((time) => START + day * DAY + time * 600_000)).slice(0, 10),
    );
    expect(kept.length).toBe(10 + 21 - 4);
  });

  it('of an emptied workshop never push out the last full one', async () => {
    let now = START;
    const snapshots = createSnapshots(join(root, 'rich'), { now: () => now });
    await snapshots.write({ workshopId: 'w', title: '', bytes: bytes(5000) });
    for (let day = 0; day < 60; day += 1) {
      now += DAY;
      await snapshots.write({ workshopId: 'w', title: '', bytes: bytes(40) });
    }
    const sizes = (await snapshots.list('w')).map((info) => info.size);
    expect(sizes.filter((size) => size === 5000)).toHaveLength(1);
    expect(sizes).toHaveLength(22);
  });

  it('go by their number, not by a clock that jumps', () => {
    const at = (number: number, savedAt: number): SnapshotFile => ({ number, savedAt, size: 1, name: String(number) });
    const ahead = Array.from({ length: 12 }, (_, index) => at(index + 1, START + index));
    const back = [...ahead, at(13, START + 30 * 365 * DAY), at(14, START - 10 * 365 * DAY)];
    expect(snapshotsToDrop(back).map((file) => file.number)).toEqual([1, 2, 3, 4]);
  });

  it('leave nothing behind when the disk refuses', async () => {
    const dir = join(root, 'full');
    const refuse = async () => {
      throw Object.assign(new Error('no'), { code: 'ENOSPC' });
    };
    const snapshots = createSnapshots(dir, { now: () => START, fs: { ...fsp, rename: refuse } });
    const outcome = await snapshots.write({ workshopId: 'w', title: 'x', bytes: bytes(10) });
    expect(outcome).toEqual({ ok: false, error: { code: 'disk-full', name: '' } });
    expect(await fsp.readdir(join(dir, 'backups', 'w'))).toEqual([]);
  });

  it('have names that say when and what, and foreign files are left alone', () => {
    expect(nameSnapshot(7, START, 'Œuvre n° 3 / suite')).toBe(
      '2026-05-04T14-32-07-120Z--7--oeuvre-n-3-suite.personarium',
    );
    expect(parseSnapshotName('2026-05-04T14-32-07-120Z--7.personarium')).toEqual({ number: 7, savedAt: START });
    expect(parseSnapshotName('notes.txt')).toBeNull();
    expect(parseSnapshotName('2026-99-04T14-32-07-120Z--7.personarium')).toBeNull();
  });
});
