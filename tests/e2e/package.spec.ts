import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { projectRoot } from './launch';

const folder = join(projectRoot, 'out', 'package', `Personarium-${process.platform}-${process.arch}`);
const executable = join(folder, 'personarium');
/** How a fuse is written into the program: as a digit. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

const archive = () => readFileSync(join(folder, 'resources', 'app.asar'));

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.skip(process.platform !== 'linux', 'the paths of a package differ by system');

test.beforeAll(() => {
  test.setTimeout(240_000);
  execFileSync(process.execPath, [join(projectRoot, 'scripts', 'package.mjs')], { cwd: projectRoot, stdio: 'pipe' });
});

test('a packaged app has its back doors closed', async () => {
  const wire: Partial<Record<FuseV1Options, number>> = await getCurrentFuseWire(executable);
  expect(wire[FuseV1Options.RunAsNode]).toBe(OFF);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(OFF);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(OFF);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON);
});

test('it carries its licences and nothing that only tests and benchmarks use', () => {
  for (const hook of ['__bench', '__board', '__settled', '__personarium', 'benchWorkshop']) {
    expect(archive().includes(hook), hook).toBe(false);
    expect(
      built().some((text) => text.includes(hook)),
      `${hook} in a development build`,
    ).toBe(true);
  }
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']));
  for (const name of ['THIRD-PARTY.txt', 'noto-sans-math-OFL.txt']) expect(archive().includes(name), name).toBe(true);
});

test('it exports the sample from the command line', () => {
  const out = mkdtempSync(join(tmpdir(), 'personarium-package-'));
  try {
    const words = [
      'export',
      '--sample',
      '--board',
      '1',
      '--format',
      'pdf',
      '--sheet',
      'A1',
      '--out',
      join(out, 'p.pdf'),
    ];
    const env = { ...process.env, LANG: 'fr_FR.UTF-8' };
    // Chromium makes no sandbox for the root user; there the words of the command line have no room for its switch.
    const asRoot = process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {};
    const { status, stdout } = spawnSync(executable, words, { env: { ...env, ...asRoot }, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${join(out, 'p.pdf')}\n` });
    expect(readFileSync(join(out, 'p.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

/** The scripts of the build that the other tests run. */
function built(): readonly string[] {
  const assets = join(projectRoot, 'dist', 'renderer', 'assets');
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(assets, name), 'utf8'));
}
