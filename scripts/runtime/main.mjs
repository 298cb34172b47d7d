/**
 * What an Electron runtime does with `electron [-r MODULE] APP [ARGUMENTS]`: the fallback runtime comes without this part
 * of the official one. It is copied into the runtime's resources/app.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** Reads the options that stand before the app's path; what comes after it belongs to the app. */
function readArguments(words) {
  const modules = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === '-r' || word === '--require') modules.push(words[++i]);
    else if (!word.startsWith('-')) return { modules, target: resolve(word) };
  }
  return { modules, target: undefined };
}

function readApp(target) {
  const folder = existsSync(target) && statSync(target).isDirectory() ? target : dirname(target);
  const manifestPath = join(folder, 'package.json');
  const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {};
  const entry = folder === target ? join(folder, manifest.main ?? 'index.js') : target;
  return { folder, manifest, entry };
}

const { modules, target } = readArguments(process.argv.slice(1));
Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });

if (!target) {
  console.error('Usage: electron [-r MODULE] APP [ARGUMENTS]');
  app.exit(2);
} else {
  const { folder, manifest, entry } = readApp(target);
  app.setAppPath(folder);
  const name = manifest.productName ?? manifest.name;
  if (name) app.setName(name);
  if (manifest.version) app.setVersion(manifest.version);
  const requireFromApp = createRequire(join(folder, 'package.json'));
  for (const module of modules) requireFromApp(module);
  try {
    // Awaited before `ready`, so that the app can still register its privileged schemes.
    await import(pathToFileURL(entry).href);
  } catch (error) {
    console.error(`The app at ${entry} could not be started:`, error);
    app.exit(1);
  }
}
