import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { PersonaId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { RecoveryReport } from '../../renderer/session/recoveryReport';
import type {} from '../../renderer/session/testHook';
import type { PersonaVersion } from '../../renderer/session/versions';
import { freshProfile, launchApp, type RunningApp, removeProfile } from './launch';

/*
 * The stores are damaged while the app is closed. Whatever the damage: never an empty app, and everything that it had said to be saved is
 * there again. What was saved is kept in this process.
 */
test.describe.configure({ mode: 'serial' });

const OPEN_WITHIN_MS = 120_000;
const EDITS = 12;
/** Enough for the engine to sort its log into tables: every kind of file is there to be damaged. */
const COPIES = 16;

/** Every document, as JSON. */
type Content = Readonly<Record<string, unknown>>;

/** Those that have versions. */
let personas: readonly PersonaId[] = [];
let profile = '';
let older = '';
let saved: Content = {};
let savedOlder: Content = {};

test.beforeAll(async () => {
  test.setTimeout(180_000);
  profile = await freshProfile();
  older = await mkdtemp(join(tmpdir(), 'personarium-older-'));
  savedOlder = await work('avant');
  await cp(join(profile, 'IndexedDB'), older, { recursive: true });
  await work('après', COPIES);
  // The newest edits are still in its log.
  saved = await work('enfin');
});

test.afterAll(async () => {
  await removeProfile(profile);
  await removeProfile(older);
});

/** Some saved edits, and the app closed as people do. */
async function work(words: string, copies = 0): Promise<Content> {
  const { page, close } = await launchApp({ userData: profile, args: ['--sample'] });
  await opened(page);
  await page.getByTestId('board-canvas').waitFor();
  await page.getByTestId('board-canvas').focus();
  await page.keyboard.press('n');
  for (let at = 0; at < EDITS; at += 1) {
    await page.getByTestId('text-editor').waitFor();
    await page.keyboard.type(`${words} ${at}`);
    // Ends this note and begins the next one.
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  personas = await page.evaluate(
    async ([times, name, known]) => {
      const workspace = window.__personarium;
      const id = workspace?.library.getState().workshops[0]?.id;
      for (let at = 0; id && at < times; at += 1) await workspace?.duplicateWorkshop(id, `Copie ${at}`);
      for (const card of workspace?.library.getState().workshops ?? []) await workspace?.snapshotNow(card.id, 'asked');
      const inLibrary = workspace?.library.getState().personas.map(({ id }) => id) ?? [];
      const [first, second] = known.length > 0 ? known : inLibrary;
      const [oldest] = second ? ((await workspace?.versions.list(second)) ?? []) : [];
      // One has one version more each time, the other another name.
      if (first) await workspace?.versions.save(first, name);
      if (oldest) await workspace?.versions.rename(oldest.id, name);
      else if (second) await workspace?.versions.save(second, name);
      return first && second ? [first, second] : [];
    },
    [copies, words, personas] as const,
  );
  await page.waitForFunction(() => window.__personarium?.saveState.getState().status === 'saved');
  const content = await contentOf(page);
  await close();
  return content;
}

const opened = (page: Page) => page.waitForFunction(() => window.__personarium, undefined, { timeout: OPEN_WITHIN_MS });

async function contentOf(page: Page): Promise<Content> {
  // As one string: documents that are handed over as objects take many times as long.
  const json = await page.evaluate(async () => {
    const workspace = window.__personarium;
    const content: Record<string, unknown> = {};
    for (const card of workspace?.library.getState().workshops ?? []) {
      const bundle = await workspace?.exportBundle(card.id);
      if (!bundle?.ok) throw new Error(bundle?.error.code);
      for (const [id, { doc }] of Object.entries(bundle.value.docs)) content[id] = doc;
    }
    for (const { id } of workspace?.library.getState().personas ?? []) {
      const versions = (await workspace?.versions.list(id)) ?? [];
      if (versions.length > 0) content[`versions of ${id}`] = versions.map((one) => ({ ...one, doc: one.read() }));
    }
    return JSON.stringify(content);
  });
  return JSON.parse(json) as Content;
}

const reportOf = (page: Page): Promise<RecoveryReport | null | undefined> =>
  page.evaluate(() => window.__personarium?.recovery.getState().report);

interface Outcome {
  readonly content: Content;
  readonly report: RecoveryReport | null | undefined;
  readonly ms: number;
}

/** Starts the app on a damaged copy of the profile. */
async function afterDamage(
  damage: (copy: string) => Promise<void>,
  check?: (running: RunningApp) => Promise<void>,
): Promise<Outcome> {
  const copy = await mkdtemp(join(tmpdir(), 'personarium-damaged-'));
  try {
    await cp(profile, copy, { recursive: true });
    await damage(copy);
    const from = performance.now();
    const running = await launchApp({ userData: copy });
    await opened(running.page);
    const ms = performance.now() - from;
    const content = await contentOf(running.page);
    const report = await reportOf(running.page);
    await check?.(running);
    await running.close();
    return { content, report, ms };
  } finally {
    await removeProfile(copy);
  }
}

const database = (copy: string) => join(copy, 'IndexedDB', 'app_board_0.indexeddb.leveldb');

async function files(folder: string, pattern: RegExp): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  if (names.length === 0) throw new Error(`nothing like ${pattern} in ${folder}`);
  return names.map((name) => join(folder, name));
}

const inDatabase =
  (pattern: RegExp, damage: (path: string) => Promise<unknown>) =>
  async (copy: string): Promise<void> => {
    for (const path of await files(database(copy), pattern)) await damage(path);
  };

const remove = (path: string) => rm(path, { recursive: true });
const cut = (part: number) => async (path: string) => truncate(path, Math.floor((await stat(path)).size * part));
const overwrite =
  (byte: number, from = 0, to = 1) =>
  async (path: string) => {
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(byte, Math.floor(bytes.length * from), Math.ceil(bytes.length * to)));
  };
/** Flips one bit in every `step` bytes. */
const flip = (step: number, start: number) => async (path: string) => {
  const bytes = await readFile(path);
  for (let at = start; at < bytes.length; at += step) bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
  await writeFile(path, bytes);
};

const LOG = /\.log$/;
const TABLE = /\.ldb$/;
const MANIFEST = /^MANIFEST/;
const CURRENT = /^CURRENT$/;
const ALL = /^(CURRENT|MANIFEST.*|.*\.log|.*\.ldb)$/;

const WAYS: Readonly<Record<string, (copy: string) => Promise<void>>> = {
  'the folder of all databases deleted': (copy) => remove(join(copy, 'IndexedDB')),
  'the database folder deleted': (copy) => remove(database(copy)),
  'a file where the folder was': async (copy) => {
    await remove(database(copy));
    await writeFile(database(copy), 'nothing');
  },
  'an older copy put back': async (copy) => {
    await remove(join(copy, 'IndexedDB'));
    await cp(older, join(copy, 'IndexedDB'), { recursive: true });
  },
  'its log deleted': inDatabase(LOG, remove),
  'its tables deleted': inDatabase(TABLE, remove),
  'its manifest deleted': inDatabase(MANIFEST, remove),
  'its pointer deleted': inDatabase(CURRENT, remove),
  'its log emptied': inDatabase(LOG, cut(0)),
  'its log cut in half': inDatabase(LOG, cut(0.5)),
  'its tables cut in half': inDatabase(TABLE, cut(0.5)),
  'its manifest cut in half': inDatabase(MANIFEST, cut(0.5)),
  'its pointer filled with zeros': inDatabase(CURRENT, overwrite(0)),
  'its log filled with zeros from the middle on': inDatabase(LOG, overwrite(0, 0.5)),
  'its tables overwritten in the middle': inDatabase(TABLE, overwrite(0xaa, 0.4, 0.6)),
  'one bit of its log flipped': inDatabase(LOG, flip(1_000_000_000, 900)),
  'one bit in every kilobyte of its log flipped': inDatabase(LOG, flip(1_000, 77)),
  'one bit in every kilobyte of its tables flipped': inDatabase(TABLE, flip(1_000, 33)),
  'one bit in every hundred bytes of its manifest flipped': inDatabase(MANIFEST, flip(100, 20)),
  'one bit in every ten kilobytes of everything flipped': inDatabase(ALL, flip(10_000, 5)),
  'every file cut to a third': inDatabase(ALL, cut(0.33)),
};

test('the profile holds what was saved', () => {
  expect(Object.keys(saved).length).toBeGreaterThan(3);
  const notes = (content: Content) =>
    Object.values(content).flatMap((doc) => Object.values((doc as Partial<JourneyMapDoc>).notes ?? {}));
  const written = (content: Content) => notes(content).filter((note) => /^(avant|après|enfin) \d+$/.test(note.text));
  expect(written(savedOlder)).toHaveLength(EDITS);
  expect(written(saved)).toHaveLength(EDITS * (2 * (COPIES + 1) + 1));
  const names = Object.entries(saved).flatMap(([id, all]) =>
    id.startsWith('versions of') ? [(all as readonly PersonaVersion[]).map(({ name }) => name)] : [],
  );
  expect(names).toEqual(expect.arrayContaining([['avant', 'après', 'enfin'], ['enfin']]));
});

for (const [way, damage] of Object.entries(WAYS)) {
  test(`the database: ${way}`, async () => {
    const { content, report, ms } = await afterDamage(damage);
    expect(content).toEqual(saved);
    expect(report?.lost ?? 0).toBe(0);
    console.info(
      `${way}: ${report ? `${report.cause}, ${report.replayed} replayed` : 'not noticed, nothing missing'}, ${ms.toFixed(0)} ms`,
    );
  });
}

const segments = (copy: string) => files(join(copy, 'journal'), LOG);

test('the journal damaged: the database has everything, and the journal is whole again', async () => {
  const ways: Readonly<Record<string, (copy: string) => Promise<void>>> = {
    deleted: (copy) => remove(join(copy, 'journal')),
    'cut in half': async (copy) => cut(0.5)((await segments(copy)).at(-1) ?? ''),
    'with flipped bits': async (copy) => {
      for (const path of await segments(copy)) await flip(5_000, 700)(path);
    },
  };
  for (const [way, damage] of Object.entries(ways)) {
    const { content, report } = await afterDamage(damage, async ({ page, userData, close }) => {
      await page.waitForFunction(() => window.__personarium?.saveState.getState().status === 'saved');
      await close();
      await remove(join(userData, 'IndexedDB'));
      const again = await launchApp({ userData });
      await opened(again.page);
      expect(await contentOf(again.page), way).toEqual(saved);
      await again.close();
    });
    expect(content, way).toEqual(saved);
    expect(report?.lost ?? 0, way).toBe(0);
  }
});

test('both gone: the workshops come back from their backups, never an empty app', async () => {
  const { content, report } = await afterDamage(async (copy) => {
    await remove(join(copy, 'journal'));
    await remove(join(copy, 'IndexedDB'));
  });
  expect(report?.sources).toContain('backups');
  // Backups are of workshops.
  const documents = Object.entries(saved).filter(([id]) => !id.startsWith('versions of'));
  expect(content).toEqual(Object.fromEntries(documents));
});

test('what was repaired is said on screen', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'personarium-damaged-'));
  await cp(profile, copy, { recursive: true });
  await remove(join(copy, 'IndexedDB'));
  const { page, close } = await launchApp({ userData: copy });
  await expect(page.getByText('Base reconstruite depuis le journal')).toBeVisible({ timeout: OPEN_WITHIN_MS });
  await expect(page.getByText(/gestes? rejoués?, aucun perdu/)).toBeVisible();
  await close();
  await removeProfile(copy);
});
