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
  });
  const page = await app.firstWindow();
  const pid = app.process().pid;
  if (pid === undefined) throw new Error('the app has no process id');
  return {
    app,
    page,
    userData,
    pid,
    close: async () => {
      await app.close();
      if (!options.userData) await rm(userData, { recursive: true, force: true });
    },
    kill: async () => {
      const ended = new Promise((resolve) => app.process().once('exit', resolve));
      // Playwright starts the app as the head of a process group: all its helper processes end with it.
      process.kill(-pid, 'SIGKILL');
      await ended;
    },
  };
}
