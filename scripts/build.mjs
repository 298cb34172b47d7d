/** Builds dist/ when a source is newer than the last build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
const stamp = join(root, 'dist', '.sources');
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
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  await build('build the app', [], env);
  writeFileSync(stamp, key);
}

/** Builds out/release: what is packaged, without what only benchmarks use. */
export async function buildRelease(env) {
  await build('build the app for its release', ['--mode', 'release'], env);
}

function build(name, options, env) {
  const words = [electronVite, 'build', '--logLevel', 'warn', ...options];
  return step(name, () => runOrFail(process.execPath, words, { cwd: root, env, shown: false }));
}
