/** System libraries and programs on Linux: finds what is missing, installs it with apt-get where it may, else says how. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { run, runOrFail, StepFailure, step } from './steps.mjs';

/** Packages of the libraries Electron is linked with; alternatives differ between Debian and Ubuntu releases. */
const LIBRARY_PACKAGES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libnotify4'],
];

/** Programs, each with the packages it comes from. */
export const DISPLAY_PROGRAMS = { Xvfb: ['xvfb'] };
export const TEST_PROGRAMS = {
  ...DISPLAY_PROGRAMS,
  pdftotext: ['poppler-utils'],
  pdftoppm: ['poppler-utils'],
  pdfinfo: ['poppler-utils'],
  pdffonts: ['poppler-utils'],
  pdfdetach: ['poppler-utils'],
  qpdf: ['qpdf'],
};

export function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The shared libraries that `executable` is linked with and that are not on this machine. */
async function missingLibraries(executable) {
  if (!hasProgram('ldd')) return [];
  const env = { ...process.env, LD_LIBRARY_PATH: dirname(executable) };
  const { output } = await run('ldd', [executable], { shown: false, env });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

/** Makes sure that `executable` finds its libraries and that `programs` are there. Does nothing outside Linux. */
export async function ensureSystemPackages({ executable, programs = {} }) {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries(executable);
  const missing = Object.keys(programs).filter((name) => !hasProgram(name));
  if (libraries.length === 0 && missing.length === 0) return;

  const wanted = [
    ...(libraries.length > 0 ? LIBRARY_PACKAGES : []),
    ...missing.flatMap((name) => programs[name].map((p) => [p])),
  ];
  const isMissing = `missing on this system: ${[...libraries, ...missing].join(', ')}`;
  if (!hasProgram('apt-get'))
    throw new StepFailure(isMissing, 'install them with the package manager of this system, then start again');
  if (process.getuid() !== 0) {
    const names = await installable(wanted);
    throw new StepFailure(
      isMissing,
      `run this once, then start again:\n  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`,
    );
  }
  await install(wanted);
  const still = [...(await missingLibraries(executable)), ...missing.filter((name) => !hasProgram(name))];
  if (still.length > 0) throw new StepFailure(`still missing after the installation: ${still.join(', ')}`);
}

async function install(wanted) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const advice = 'check the network and the package sources of this system, then start again';
  await step('update the list of system packages', () =>
    runOrFail('apt-get', ['update', '-q'], { env, shown: false, advice }),
  );
  const names = await installable(wanted);
  await step(`install system packages: ${names.join(' ')}`, () =>
    runOrFail('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env, shown: false, advice }),
  );
}

/** One name for each group of alternatives: the first that this release offers. */
async function installable(groups) {
  const names = [];
  for (const group of groups) {
    let chosen = group.at(-1);
    for (const name of group.length > 1 ? group : []) {
      const { output } = await run('apt-cache', ['policy', name], {
        shown: false,
        env: { ...process.env, LC_ALL: 'C' },
      });
      if (/Candidate: (?!\(none\))/.test(output)) {
        chosen = name;
        break;
      }
    }
    if (!names.includes(chosen)) names.push(chosen);
  }
  return names;
}

/**
 * Whether Chromium's sandbox can start here: an unprivileged user needs either user namespaces or a setuid sandbox helper.
 * Throws with the one command that allows it.
 */
export function checkSandbox(executable) {
  if (process.platform !== 'linux' || process.getuid() === 0) return;
  const restricted = isSet('apparmor_restrict_unprivileged_userns', '1') || isSet('unprivileged_userns_clone', '0');
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (!restricted || isSetuidRoot(helper)) return;
  throw new StepFailure(
    'this system does not let programs without privileges make a sandbox',
    `allow it for this runtime once, then start again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

function isSet(kernelOption, value) {
  const file = `/proc/sys/kernel/${kernelOption}`;
  return existsSync(file) && readFileSync(file, 'utf8').trim() === value;
}

function isSetuidRoot(file) {
  if (!existsSync(file)) return false;
  const { uid, mode } = statSync(file);
  return uid === 0 && (mode & 0o4000) !== 0;
}
