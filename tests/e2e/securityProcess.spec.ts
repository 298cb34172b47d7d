import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type {} from '../../renderer/platform/desktop';
import { appEnvironment, freshProfile, launchApp, projectRoot, removeProfile, testRuntime } from './launch';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly host?: string };
  }[];
}

test('a whole run asks nothing of any network', async () => {
  const profile = await freshProfile();
  const logFile = join(profile, 'net-log.json');
  const running = await launchApp({ userData: profile, args: ['--sample', `--log-net-log=${logFile}`] });
  const { page } = running;
  await expect(page.getByText('6 étapes, 12 moments')).toBeVisible();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const printed = await page.evaluate(async () => {
    await window.desktop?.setPreferences({ lang: 'en' });
    const html = '<!doctype html><html lang="fr"><head><title>x</title></head><body><p>x</p></body></html>';
    const result = await window.desktop?.printPdf({ html, widthMm: 100, heightMm: 100, title: 'x', lang: 'fr' });
    // What would leave the machine if anything could: the policy stops it, and behind it the session does.
    await fetch('https://example.com/').catch(() => undefined);
    return result?.ok;
  });
  expect(printed).toBe(true);
  // The session's own refusal, without the page's policy before it.
  const direct = await running.app.evaluate(async ({ session }) => {
    const outcomes = ['https://example.com/', 'http://127.0.0.1:9/', 'http://localhost:9/'].map((url) =>
      session.defaultSession.fetch(url).then(
        () => `${url} answered`,
        (error: Error) => error.message,
      ),
    );
    return Promise.all(outcomes);
  });
  expect(direct).toEqual(direct.map(() => 'net::ERR_BLOCKED_BY_CLIENT'));
  await running.close();

  const log = JSON.parse(readFileSync(logFile, 'utf8')) as NetLog;
  const type = log.constants.logEventTypes;
  const count = (name: string) => log.events.filter((event) => event.type === type[name]).length;
  const asked = [...log.events.map((event) => event.params?.url), ...loaded].filter((url) => url !== undefined);
  expect(asked.filter((url) => !/^(app|blob|data|devtools):/.test(url))).toEqual([]);
  // Names that a changed Chromium no longer had would make these counts worthless.
  for (const name of ['HOST_RESOLVER_MANAGER_REQUEST', 'TCP_CONNECT_ATTEMPT', 'UDP_CONNECT', 'URL_REQUEST_START_JOB']) {
    expect(type[name], name).toBeDefined();
  }
  expect([count('HOST_RESOLVER_MANAGER_REQUEST'), count('TCP_CONNECT_ATTEMPT'), count('UDP_CONNECT')]).toEqual([
    0, 0, 0,
  ]);
  await removeProfile(profile);
});

/** Chromium makes no sandbox for the root user; under root the app is started as another user of its own namespace. */
function startSandboxed(userData: string): ChildProcess {
  const isRoot = process.getuid?.() === 0;
  const words = [testRuntime().exec, projectRoot, '--sample'];
  const [command = '', ...args] = isRoot
    ? ['unshare', '--user', '--map-user=1000', '--map-group=1000', ...words]
    : words;
  return spawn(command, args, { env: appEnvironment(userData), stdio: 'ignore', detached: true });
}

function canStartSandboxed(): boolean {
  if (process.platform !== 'linux') return false;
  if (process.getuid?.() !== 0) return true;
  try {
    execFileSync('unshare', ['--user', '--map-user=1000', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface ProcessFacts {
  readonly command: string;
  readonly seccomp: string;
  readonly noNewPrivileges: string;
  readonly namespace: string;
}

function processesOf(userData: string): readonly ProcessFacts[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        if (!environment.includes(userData) && !command.includes(userData)) return [];
        const field = (name: string) => new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? '';
        const namespace = /^NSpid:\s*(.*)$/m.exec(status)?.[1] ?? '';
        return [{ command, seccomp: field('Seccomp'), noNewPrivileges: field('NoNewPrivs'), namespace }];
      } catch {
        // It ended meanwhile, or belongs to somebody else.
        return [];
      }
    });
}

test('the page runs in the system\u2019s sandbox, not merely by preference', async () => {
  test.skip(!canStartSandboxed(), 'this system lets nobody make a sandbox');
  const profile = await freshProfile();
  const child = startSandboxed(profile);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const renderers = () => processesOf(profile).filter(({ command }) => command.includes('--type=renderer'));
    await expect.poll(() => renderers().length, { timeout: 120_000 }).toBeGreaterThan(0);
    await expect.poll(() => renderers().every(({ seccomp }) => seccomp === '2'), { timeout: 60_000 }).toBe(true);
    for (const { command, noNewPrivileges, namespace } of renderers()) {
      expect(command).not.toContain('--no-sandbox');
      expect(noNewPrivileges).toBe('1');
      // A process space of its own, inside the one it was started in.
      expect(namespace.split(/\s+/).length).toBeGreaterThan(1);
    }
    const isKept = () => existsSync(join(profile, 'IndexedDB')) || existsSync(join(profile, 'Local Storage'));
    await expect.poll(isKept, { timeout: 60_000 }).toBe(true);
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
    await removeProfile(profile);
  }
});
