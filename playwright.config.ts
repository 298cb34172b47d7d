import { defineConfig } from '@playwright/test';
import { findRuntime, runtimeEnvironment } from './scripts/electronRuntime.mjs';

const runtime = findRuntime();
if (!runtime) throw new Error('There is no Electron runtime yet: run `npm run setup` first.');
// Makes `_electron.launch()` start the runtime that set-up chose, in every worker.
Object.assign(process.env, runtimeEnvironment(runtime));

// Two workers on one display would share its clipboard, its pointer and its focus: each has its own, given by `npm test`.
const displays = (process.env.PERSONARIUM_TEST_DISPLAYS ?? '').split(' ').filter((display) => display !== '');
const own = displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % displays.length];
if (own !== undefined) process.env.DISPLAY = own;

/**
 * Files that take longest start first, so that at the end both workers are busy with short ones: a file is one worker's, and the longest of
 * them, begun near the end, kept the other worker idle for a minute and a half.
 */
const LONG = [
  'recovery',
  'crash',
  'journey-keyboard',
  'accessibility',
  'canvasLimits',
  'posters',
  'allSheets',
  'journey-mouse',
  'cli',
  'groups',
  'notes',
  'clipboard',
].map((name) => `**/${name}.spec.ts`);

/** The app is really started by these tests, two copies at a time, each with its own folder of user data. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  // What passes does not wait for these: they are for a machine that is many times slower, or busy with something else.
  timeout: 180_000,
  expect: { timeout: 30_000, toPass: { timeout: 60_000 } },
  workers: 2,
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'short', testMatch: '**/*.spec.ts', testIgnore: LONG },
  ],
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
});
