/**
 * Brings a fresh copy of the project to the point where everything runs: Node version, npm packages, Electron runtime,
 * system libraries. Uses only what Node has built in, since it runs before any package is there. A second run asks no network.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRuntime, installRuntime } from './electronRuntime.mjs';
import { npmCommand, root } from './project.mjs';
import { runOrFail, runScript, StepFailure, step } from './steps.mjs';
import { checkSandbox, DISPLAY_PROGRAMS, ensureSystemPackages, TEST_PROGRAMS } from './systemPackages.mjs';

const MINIMUM_NODE = [20, 20];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  throw new StepFailure(
    `this is Node ${process.versions.node}; ${MINIMUM_NODE.join('.')} or newer is needed`,
    'install a newer Node, then start again',
  );
}

const packagesOf = (lockfile) => Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages);

/** Whether node_modules holds what the lockfile says; npm keeps its own list of what it installed there. */
function packagesAreInstalled() {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const installed = new Map(packagesOf(installedList));
  return packagesOf(join(root, 'package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.get(path);
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

async function installPackages() {
  const { command, args } = npmCommand();
  await step('install the npm packages', () =>
    runOrFail(command, [...args, 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      advice: 'check that the npm registry can be reached (npm ping), then start again',
    }),
  );
}

/**
 * Prepares this machine; `tests`: also what the tests use, `display`: also a virtual display.
 * Returns the runtime (see electronRuntime.mjs).
 */
export async function setUp({ tests = false, display = false } = {}) {
  checkNode();
  const fresh = !packagesAreInstalled();
  if (fresh) await installPackages();
  // Packages that were just installed come without a runtime: the official one gets its chance again.
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const runtime = (fresh && !given ? undefined : findRuntime()) ?? (await installRuntime());
  const programs = { ...(display ? DISPLAY_PROGRAMS : {}), ...(tests ? TEST_PROGRAMS : {}) };
  await ensureSystemPackages({ executable: runtime.exec, programs });
  checkSandbox(runtime.exec);
  console.log(`Electron ${runtime.version}: ${runtime.why} (${runtime.dir})`);
  return runtime;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await setUp({ tests: process.argv.includes('--tests'), display: true });
  });
}
