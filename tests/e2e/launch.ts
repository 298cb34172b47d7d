import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { findRuntime, type Runtime, runtimeEnvironment } from '../../scripts/electronRuntime.mjs';

export interface LaunchOptions {
  /** A profile to start with (a restart); a fresh one by default, removed by `close`. */
  readonly userData?: string;
  /** Words for the app: files, `--sample`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Keep Chromium's sandbox although Playwright would switch it off; impossible for root. */
  readonly sandboxed?: boolean;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  /** The app's window. */
  readonly page: Page;
  readonly userData: string;
  /** Main's process id. */
  readonly pid: number;
  /** Closes as a person does, and waits for the end; removes a profile that was made for this start. */
  readonly close: () => Promise<void>;
  /** `kill -9` of the whole process tree; the profile stays. */
  readonly kill: () => Promise<void>;
}

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The runtime the tests use: the one the set-up installed. */
export function testRuntime(): Runtime {
  const runtime = findRuntime();
  if (!runtime) throw new Error('there is no Electron runtime: run `npm run setup` first');
  return runtime;
}

/** A start on a machine that is busy with something else; a test that hangs ends before that. */
const START_LIMIT_MS = 120_000;
const END_LIMIT_MS = 20_000;

/** Removes a profile of an app that has ended: its helper processes may still be writing into it for a moment. */
export function removeProfile(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** A new, empty profile folder. */
export function freshProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'personarium-profile-'));
}

/** The environment of a start: the runtime, the profile, a fixed language unless the test chooses another. */
export function appEnvironment(userData: string, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const all = { ...runtimeEnvironment(testRuntime()), LC_ALL: '', LC_MESSAGES: '', LANG: 'fr_FR.UTF-8', ...env };
  const given = Object.entries({ ...all, PERSONARIUM_USER_DATA: userData });
  return Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Processes of a group that still run; a zombie only waits for its parent to ask how it ended. */
function running(group: number): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      // The name of a program stands in brackets and may hold anything: what counts comes after the last one.
      const [state, , ofGroup] = readFileSync(`/proc/${name}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
      return Number(ofGroup) === group && state !== 'Z';
    } catch {
      // It ended meanwhile.
      return false;
    }
  });
}

/** Resolves once the helper processes of an app have ended too: until then they hold its profile. Known of Linux alone. */
async function treeEnded(pid: number): Promise<void> {
  if (process.platform !== 'linux') return;
  const until = performance.now() + END_LIMIT_MS;
  while (running(pid).length > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
}

/**
 * Main now and then collects the promise by which Playwright waits for what was evaluated there, although that has run:
 * results are held in main, and one that was lost on its way is asked for again, not made again.
 */
function keepResults(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (run: unknown, arg: unknown) => Promise<unknown>;
  let count = 0;
  const ask = (run: unknown, arg: unknown) => {
    count += 1;
    const call = { id: count, source: String(run), arg };
    const once = (electronModule: unknown, { id, source, arg }: typeof call): unknown => {
      const kept: Map<number, unknown> = (Reflect.get(globalThis, 'kept') as Map<number, unknown>) ?? new Map();
      Reflect.set(globalThis, 'kept', kept);
      // biome-ignore lint/security/noGlobalEval: the test's own words, as Playwright reads them.
      if (!kept.has(id)) kept.set(id, globalThis.eval(`(${source})`)(electronModule, arg));
      return kept.get(id);
    };
    return evaluate(once, call).catch((error: unknown) => {
      if (!String(error).includes('promise was garbage collected')) throw error;
      return evaluate(once, call);
    });
  };
  app.evaluate = ask as typeof app.evaluate;
}

/** Starts the built app as a person would, in a profile of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? (await freshProfile());
  // Playwright asks the electron package where the runtime is; this variable answers.
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= testRuntime().dir;
  const app = await electron.launch({
    args: [projectRoot, ...(options.args ?? [])],
    cwd: projectRoot,
    env: appEnvironment(userData, options.env),
    chromiumSandbox: options.sandboxed ?? false,
    timeout: START_LIMIT_MS,
  });
  keepResults(app);
  const page = await app.firstWindow({ timeout: START_LIMIT_MS });
  const pid = app.process().pid;
  if (pid === undefined) throw new Error('the app has no process id');
  return {
    app,
    page,
    userData,
    pid,
    close: async () => {
      await app.close();
      await treeEnded(pid);
      if (!options.userData) await removeProfile(userData);
    },
    kill: async () => {
      const ended = new Promise((resolve) => app.process().once('exit', resolve));
      // Playwright starts the app as the head of a process group: all its helper processes end with it.
      process.kill(-pid, 'SIGKILL');
      await ended;
      await treeEnded(pid);
    },
  };
}
