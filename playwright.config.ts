import { defineConfig } from '@playwright/test';
import { findRuntime, runtimeEnvironment } from './scripts/electronRuntime.mjs';

const runtime = findRuntime();
if (!runtime) throw new Error('There is no Electron runtime yet: run `npm run setup` first.');
// Makes `_electron.launch()` start the runtime that set-up chose, in every worker.
Object.assign(process.env, runtimeEnvironment(runtime));

/** The app is really started by these tests, two copies at a time, each with its own folder of user data. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
});
