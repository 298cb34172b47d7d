#!/usr/bin/env node
/** The command `personarium`: starts the app with the words it was given; `personarium help` lists them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay, withDisplay } from './display.mjs';
import { findRuntime, runtimeArguments, runtimeEnvironment } from './electronRuntime.mjs';
import { root } from './project.mjs';
import { run, runScript, StepFailure } from './steps.mjs';

const verbs = join(root, 'dist', 'main', 'verbs.js');

await runScript(async () => {
  // Commands that need no window need neither the engine nor a display.
  if (existsSync(verbs)) {
    const { plainRun } = await import(pathToFileURL(verbs).href);
    const code = await plainRun(process.argv.slice(2));
    if (code !== null) return code;
  }
  const runtime = findRuntime();
  if (!runtime || !existsSync(join(root, 'dist', 'main', 'main.js')))
    throw new StepFailure(
      'Personarium is not set up yet',
      `run this once, then try again: npm start --prefix '${root}'`,
    );
  const words = [...runtimeArguments(), root, ...process.argv.slice(2)];
  // On a display that nobody sees, the app opens no window.
  const unseen = hasDisplay() ? {} : { PERSONARIUM_NO_DISPLAY: '1' };
  const { code } = await withDisplay((display) =>
    run(runtime.exec, words, { isEngine: true, env: { ...runtimeEnvironment(runtime), ...display, ...unseen } }),
  );
  return code;
});
