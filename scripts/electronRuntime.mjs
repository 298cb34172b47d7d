/**
 * Which Electron runs the app. The official one (node_modules/electron/dist) where it can be downloaded; else the fallback
 * of fallbackRuntime.mjs. ELECTRON_OVERRIDE_DIST_PATH names another one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFallback, fallbackIsPossible, makeFallback } from './fallbackRuntime.mjs';
import { root } from './project.mjs';
import { run, StepFailure, step } from './steps.mjs';

const DOWNLOAD_LIMIT_MS = 15 * 60_000;

const electronPackage = join(root, 'node_modules', 'electron');

const read = (...path) => {
  const file = join(...path);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

/** The official runtime if it is installed in the pinned version. */
function officialRuntime() {
  const wanted = JSON.parse(read(electronPackage, 'package.json') ?? '{}').version;
  const name = read(electronPackage, 'path.txt');
  const dir = join(electronPackage, 'dist');
  if (!name || !wanted || read(dir, 'version')?.replace(/^v/, '') !== wanted || !existsSync(join(dir, name)))
    return undefined;
  return { dir, exec: join(dir, name), version: wanted, source: 'official', why: 'the official download' };
}

function runtimeAt(dir, source, why) {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const exec = join(dir, names[process.platform] ?? 'electron');
  return { dir, exec, version: read(dir, 'version')?.replace(/^v/, '') ?? 'unknown', source, why };
}

/**
 * The runtime that is already on this machine, or undefined; asks no network.
 * `dir`: its folder; `exec`: the program; `source`: 'given', 'official' or 'fallback'; `why`: a few words for people.
 */
export function findRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) {
    const runtime = runtimeAt(given, 'given', 'named by ELECTRON_OVERRIDE_DIST_PATH');
    if (existsSync(runtime.exec)) return runtime;
    throw new StepFailure(
      `ELECTRON_OVERRIDE_DIST_PATH names a folder without ${runtime.exec}`,
      'correct or unset ELECTRON_OVERRIDE_DIST_PATH, then start again',
    );
  }
  const official = officialRuntime();
  if (official) return official;
  const fallback = cachedFallback();
  return fallback && runtimeAt(fallback, 'fallback', 'the official download was not reachable at set-up');
}

/** Installs a runtime: tries the official download, then the fallback. */
export async function installRuntime() {
  const reason = await step('download the official Electron runtime', downloadOfficial);
  const official = officialRuntime();
  if (official) return official;
  console.log(`  not reachable (${reason}): using the fallback runtime`);
  if (!fallbackIsPossible)
    throw new StepFailure(
      `the official Electron runtime could not be downloaded (${reason}), and there is no fallback for this system`,
      'check the network or the proxy (ELECTRON_GET_USE_PROXY, ELECTRON_MIRROR), then start again',
    );
  const dir = cachedFallback() ?? (await makeFallback());
  return runtimeAt(dir, 'fallback', 'the official download is not reachable');
}

/** Runs the electron package's own installer; returns why it failed, if it did. */
async function downloadOfficial() {
  const script = join(electronPackage, 'install.js');
  const { code, signal, output } = await run(process.execPath, [script], {
    shown: false,
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  if (signal) return `no end after ${DOWNLOAD_LIMIT_MS / 60_000} minutes`;
  if (code !== 0) return output.match(/^\w*Error: .*/m)?.[0] ?? `code ${code}`;
  return undefined;
}

/** Environment variables that make the electron package, electron-vite and Playwright use `runtime`. */
export function runtimeEnvironment(runtime) {
  const env = { ...process.env, ELECTRON_EXEC_PATH: runtime.exec };
  // A terminal inside an Electron program sets this; it would turn the app into plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  if (runtime.source !== 'official') env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dir;
  return env;
}

/** Options the runtime itself needs: Chromium refuses to make its sandbox for the root user of a Linux system. */
export function runtimeArguments() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}
