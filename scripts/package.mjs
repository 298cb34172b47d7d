/**
 * `npm run package`: makes the app for this system in out/package, with its own Electron, the code in one archive and the
 * runtime's back doors closed.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { buildRelease } from './build.mjs';
import { runtimeEnvironment } from './electronRuntime.mjs';
import { root } from './project.mjs';
import { setUp } from './setup.mjs';
import { runScript, step } from './steps.mjs';

const target = join(root, 'out', 'package');
const work = join(root, 'out', 'package-work');
const built = join(root, 'out', 'release');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What goes into the app's archive: the build, its fonts and pictures, and a manifest without the development parts. */
function stage() {
  const folder = join(work, 'app');
  cpSync(built, join(folder, 'dist'), { recursive: true });
  for (const name of ['resources', 'LICENSE']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const { name, productName, version, description, license, type, main } = manifest;
  const kept = { name, productName, version, description, license, type, main };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), bundledLicences());
  return folder;
}

/** The licences of the packages whose code the build contains. */
function bundledLicences() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const bundled = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev && !entry.optional);
  const texts = bundled.map(([path, { version, license }]) => {
    const folder = join(root, path);
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    const name = path.replace(/^.*node_modules\//, '');
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : 'The package carries no licence text.';
    return `${name} ${version} (${license ?? 'see its text'})\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

function* filesUnder(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** The runtime as the archive that the packager expects; it is not compressed, since it is unpacked again at once. */
async function runtimeArchive(runtime) {
  const { zipSync } = await import('fflate');
  const files = {};
  for (const path of filesUnder(runtime.dir)) {
    const name = relative(runtime.dir, path).replaceAll('\\', '/');
    if (name.startsWith('resources/app/')) continue;
    files[name] = [readFileSync(path), { os: 3, attrs: (0o100000 | (statSync(path).mode & 0o777)) << 16 }];
  }
  const folder = join(work, 'runtime');
  mkdirSync(folder, { recursive: true });
  const file = `electron-v${runtime.version}-${process.platform}-${process.arch}.zip`;
  writeFileSync(join(folder, file), zipSync(files, { level: 0 }));
  return folder;
}

async function makeApp(runtime, folder) {
  const { packager } = await import('@electron/packager');
  const ownArchive = runtime.source === 'official' ? {} : { electronZipDir: await runtimeArchive(runtime) };
  const [made] = await packager({
    dir: folder,
    out: target,
    name: manifest.productName,
    executableName: manifest.name,
    electronVersion: runtime.version,
    platform: process.platform,
    arch: process.arch,
    appBundleId: 'org.personarium.app',
    asar: true,
    prune: false,
    overwrite: true,
    quiet: true,
    ...ownArchive,
  });
  return made;
}

function executableIn(folder) {
  if (process.platform === 'darwin') return join(folder, `${manifest.productName}.app`);
  return join(folder, process.platform === 'win32' ? `${manifest.name}.exe` : manifest.name);
}

async function closeBackDoors(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executableIn(folder), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
  });
}

await runScript(async () => {
  const runtime = await setUp();
  await buildRelease(runtimeEnvironment(runtime));
  rmSync(work, { recursive: true, force: true });
  try {
    const folder = await step('collect the app', () => stage());
    const made = await step('put it into its runtime', () => makeApp(runtime, folder));
    await step('close the back doors of the runtime', () => closeBackDoors(made));
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
      const notice = join(runtime.dir, name);
      if (existsSync(notice)) cpSync(notice, join(made, name));
    }
    // The packager makes the folder for its own user alone.
    chmodSync(made, 0o755);
    console.log(`\nMade: ${made}\nStart it with: ${executableIn(made)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
