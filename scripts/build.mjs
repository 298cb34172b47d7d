/** Builds dist/ when a source is newer than the last build. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runOrFail, step } from './steps.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const dist = join(root, 'dist');
const STAMP = '.sources';
const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function sourcesKey() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(join(root, source))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Builds the app for `env` unless dist/ already holds the build of these sources. */
export async function buildIfStale(env) {
  const key = sourcesKey();
  const stamp = join(dist, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  // Beside dist/, which stays whole meanwhile for whoever starts the app from it.
  const made = join(root, 'out', `build-${process.pid}`);
  try {
    await build('build the app', ['--outDir', made], env);
    writeFileSync(join(made, STAMP), key);
    putInPlace(made);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Makes a finished build dist/, by its name alone where the system allows that. */
function putInPlace(made) {
  const old = `${made}-old`;
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(made, dist);
  } catch {
    // A folder in use cannot be renamed on Windows, and another build may have come first.
    rmSync(dist, { recursive: true, force: true });
    cpSync(made, dist, { recursive: true });
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

/** Builds out/release: what is packaged, without what only benchmarks use. */
export async function buildRelease(env) {
  await build('build the app for its release', ['--mode', 'release'], env);
}

function build(name, options, env) {
  const words = [electronVite, 'build', '--logLevel', 'warn', ...options];
  return step(name, () => runOrFail(process.execPath, words, { cwd: root, env, shown: false }));
}
