import { expect, test } from '@playwright/test';
import type {} from '../../renderer/platform/desktop';
import { IPC_ARGS } from '../../shared/ipc';
import type { Channel } from '../../shared/ipcChannels';
import { launchApp, type RunningApp } from './launch';

/** Every request to the main process is checked: who asks, and for what. */
test.describe.configure({ mode: 'serial' });

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
  await running.page.waitForLoadState();
});

test.afterAll(async () => {
  await running.close();
});

const PER_CHANNEL = 200;
const BYTES = { $bytes: 3 };

/** One right request for each channel: mutations of it come closest to being accepted. */
const RIGHT: Readonly<Record<Channel, readonly unknown[]>> = {
  boot: [],
  ready: [],
  painted: [],
  setPreferences: [{ lang: 'fr', theme: 'light' }],
  setMenuState: [{ screen: 'home', undo: '', redo: '', selection: false }],
  toggleFullScreen: [],
  lendFullScreen: [false],
  roomWindow: ['close'],
  quit: [],
  closeAnswer: ['flushed'],
  journalStatus: [],
  journalRewrite: [],
  resetDatabase: [],
  sweepRemains: [{ since: 1, mark: 'abcdefghijklmnop' }],
  journalAppend: [[{ seq: 1, docId: 'a', type: 'update', at: 1, bytes: BYTES }]],
  journalRead: [{ afterSeq: 0, docId: null }],
  journalRecords: [],
  snapshotWrite: [{ workshopId: 'a', title: 'a', bytes: BYTES }],
  snapshotList: [null],
  snapshotRead: ['a'],
  snapshotReplace: [{ token: 'a', bytes: BYTES }],
  openBackupsFolder: [],
  chooseFilesToOpen: [],
  choosePersonaFiles: [],
  choosePictures: [],
  takePendingFiles: [],
  chooseTarget: [{ suggestedName: 'a.pdf', kind: 'pdf' }],
  chooseFolder: [],
  writeTarget: [{ token: 'a', name: null, bytes: BYTES }],
  showInFolder: ['a'],
  preparePdf: [{ html: '<p>', widthMm: 100, heightMm: 100, title: 'a', lang: 'fr' }],
  printPdf: [{ html: '<p>', widthMm: 100, heightMm: 100, title: 'a', lang: 'fr' }],
  cliJob: [],
  cliReport: [{ stream: 'out', line: 'a' }],
  cliWrite: [{ name: 'a.pdf', bytes: BYTES }],
  cliDone: [0],
};

const WRONG_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e300,
  2 ** 53,
  '',
  'x',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\x',
  '__proto__',
  'a'.repeat(300),
  '\u0000',
  '\ud800',
  [],
  [[]],
  [null],
  {},
  { length: 3 },
  { $bytes: 3, x: 1 },
  { toString: 1 },
  { constructor: { prototype: {} } },
  'javascript:1',
  '=cmd|x',
  '2026-11-22',
];

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function wrongRequests(channel: Channel, right: readonly unknown[]): readonly (readonly unknown[])[] {
  const next = sequence([...channel].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2 ** 31);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const found: unknown[][] = [];
  for (let tries = 0; found.length < PER_CHANNEL && tries < 20_000; tries += 1) {
    const request = mutated([...right], next, pick);
    if (!IPC_ARGS[channel].safeParse(revived(request)).success) found.push(request);
  }
  return found;
}

function mutated(request: unknown[], next: () => number, pick: <T>(list: readonly T[]) => T): unknown[] {
  const way = next();
  if (way < 0.2) return [...request, pick(WRONG_VALUES)];
  if (way < 0.3 && request.length > 0) return request.slice(1);
  if (way < 0.5 || request.length === 0)
    return Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(WRONG_VALUES));
  return request.map((value) => changed(value, next, pick));
}

function changed(value: unknown, next: () => number, pick: <T>(list: readonly T[]) => T): unknown {
  if (Array.isArray(value)) return value.map((part) => changed(part, next, pick));
  if (typeof value !== 'object' || value === null) return pick(WRONG_VALUES);
  const entries = Object.entries(value);
  const [key] = pick(entries);
  if (next() < 0.25) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (next() < 0.25) return { ...value, [pick(['extra', 'path', 'constructor', '__proto__x'])]: pick(WRONG_VALUES) };
  return { ...value, [key]: pick(WRONG_VALUES) };
}

/** Bytes travel to the test's processes as `{ $bytes: n }`. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === '$bytes') return new Uint8Array(3);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revived(part)]));
}

for (const channel of Object.keys(IPC_ARGS) as Channel[]) {
  test(`${channel} refuses ${PER_CHANNEL} wrong requests with a typed error`, async () => {
    const requests = wrongRequests(channel, RIGHT[channel]);
    expect(requests).toHaveLength(PER_CHANNEL);
    const answers = await running.app.evaluate(
      async ({ BrowserWindow, ipcMain }, { name, list }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        // The handlers themselves, as if the preload were not there; Electron keeps them in this map.
        const handlers = (
          ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>> }
        )._invokeHandlers;
        const revive = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(revive);
          if (typeof value !== 'object' || value === null) return value;
          const keys = Object.keys(value);
          if (keys.length === 1 && keys[0] === '$bytes') return new Uint8Array(3);
          return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revive(part)]));
        };
        const cyclic: Record<string, unknown> = {};
        cyclic.self = cyclic;
        const unsendable = [[() => 1], [Symbol('x')], [1n], [cyclic], [undefined, undefined]];
        const event = { sender: contents, senderFrame: contents?.mainFrame };
        const texts: string[] = [];
        for (const args of [...list.map((one) => revive(one) as unknown[]), ...unsendable]) {
          texts.push(JSON.stringify(await handlers.get(name)?.(event, ...args)));
        }
        return texts;
      },
      { name: channel, list: requests },
    );
    expect(
      answers.filter((answer) => !answer.includes('"ok":false') || !answer.includes('"code":"bad-request"')),
    ).toEqual([]);
  });
}

test('what the page itself sends wrong is a failure or a rejection, never a crash', async () => {
  const requests = (Object.keys(RIGHT) as Channel[])
    .filter((channel) => RIGHT[channel].length > 0)
    .map((channel) => ({
      channel,
      list: wrongRequests(channel, RIGHT[channel])
        .filter((args) => args.length === 1)
        .slice(0, 40),
    }));
  const odd = await running.page.evaluate(async (all) => {
    const found: string[] = [];
    for (const { channel, list } of all) {
      for (const args of list) {
        const call = (window.desktop as unknown as Record<string, (...values: unknown[]) => Promise<unknown>>)[channel];
        const answer = await call?.(...args).then(
          (value) => JSON.stringify(value),
          (error: unknown) => String(error),
        );
        if (!answer?.includes('bad-request')) found.push(`${channel} ${JSON.stringify(args)} ${answer}`);
      }
    }
    return found;
  }, requests);
  expect(odd).toEqual([]);
  expect(await running.page.evaluate(async () => (await window.desktop?.boot())?.mode)).toBe('app');
});

test('nobody but the top frame of the window is answered', async () => {
  const answers = await running.app.evaluate(async ({ app, BrowserWindow, ipcMain }) => {
    const [main] = BrowserWindow.getAllWindows();
    const preload = `${app.getAppPath()}/dist/preload/preload.cjs`;
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await other.loadURL('app://board/index.html');
    const asked = await other.webContents.executeJavaScript('window.desktop.boot().then(() => "answered", String)');
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: unknown) => Promise<unknown>> })
      ._invokeHandlers;
    const boot = handlers.get('boot');
    const frame = main?.webContents.mainFrame;
    const forged = [
      { sender: main?.webContents, senderFrame: null },
      { sender: main?.webContents, senderFrame: other.webContents.mainFrame },
      { sender: other.webContents, senderFrame: frame },
      { sender: main?.webContents, senderFrame: { url: 'app://board/', origin: 'app://board', parent: null } },
    ];
    const texts = await Promise.all(forged.map(async (event) => JSON.stringify(await boot?.(event))));
    other.destroy();
    return [asked, ...texts];
  });
  expect(answers).toHaveLength(5);
  expect(answers.filter((answer) => !answer.includes('bad-request') || !answer.includes('sender'))).toEqual([]);
  const inFrame = await running.page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const seen = typeof Reflect.get(frame.contentWindow ?? {}, 'desktop');
    frame.remove();
    return seen;
  });
  expect(inFrame).toBe('undefined');
});

test('tokens that were never given open nothing', async () => {
  const outcome = await running.page.evaluate(async () => {
    const tokens = ['a', '/etc/passwd', '../../etc/passwd', '0'.repeat(32), '__proto__', 'constructor'];
    const written = await Promise.all(
      tokens.map((token) => window.desktop?.writeTarget({ token, name: null, bytes: new Uint8Array(1) })),
    );
    const named = await Promise.all(
      tokens.map((token) => window.desktop?.writeTarget({ token, name: 'x.pdf', bytes: new Uint8Array(1) })),
    );
    const read = await Promise.all(tokens.map((token) => window.desktop?.snapshotRead(token)));
    return [...written, ...named, ...read].map((result) => result?.ok);
  });
  expect(outcome).toEqual(outcome.map(() => false));
});
