import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETUP, NO_CHOICE } from '@shared/poster/posterSetup';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCliJobs } from './cliJobs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'personarium-jobs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function jobsOf(files: readonly string[] | null) {
  const written: string[] = [];
  const unreadable: string[] = [];
  const jobs = await createCliJobs({
    files,
    options: {
      boards: [],
      formats: ['svg'],
      report: null,
      data: null,
      setup: DEFAULT_SETUP,
      shows: NO_CHOICE,
      date: undefined,
      dpi: 150,
      outlines: false,
      withWorkshop: false,
      langs: ['fr'],
      text: null,
    },
    out: join(folder, 'out'),
    written: (path) => written.push(path),
    toStandardOutput: async () => {},
    severalForOne: { code: 'usage', detail: '' },
    unreadable: async (file) => {
      unreadable.push(file);
    },
  });
  return { jobs, written, unreadable };
}

const made = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, name);
  return path;
};

it('gives each of several files a folder of its own, and passes over those that cannot be read', async () => {
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  const files = [made('a.personarium'), join(folder, 'gone.personarium'), made('A.zip')];
  const { jobs, written, unreadable } = await jobsOf(files);
  for (let job = await jobs.next(); job; job = await jobs.next()) {
    expect(job.formats).toEqual(['svg']);
    await jobs.output().write({ name: 'x.svg', bytes: Uint8Array.from(job.file?.bytes ?? []) });
  }
  expect(unreadable).toEqual([files[1]]);
  expect(jobs.code()).toBe(3);
  expect(written).toEqual([join(folder, 'out/a/x.svg'), join(folder, 'out/A-2/x.svg')]);
  expect(readFileSync(join(folder, 'out/A-2/x.svg'), 'utf8')).toBe('A.zip');
});

it('writes those of one file, or of the sample, where --out says', async () => {
  const { jobs, written } = await jobsOf([made('b.personarium')]);
  expect((await jobs.next())?.file?.name).toBe('b.personarium');
  await jobs.output().write({ name: 'y.svg', bytes: new Uint8Array() });
  expect([await jobs.next(), jobs.code(), written]).toEqual([null, 0, [join(folder, 'out/y.svg')]]);
  const sample = (await jobsOf(null)).jobs;
  expect([(await sample.next())?.file, await sample.next()]).toEqual([null, null]);
});
