/** `npm start`: sets up, builds, and opens the app on the sample workshop; without a display it prints the sample's posters. */
import { buildIfStale } from './build.mjs';
import { hasDisplay, withDisplay } from './display.mjs';
import { runtimeArguments, runtimeEnvironment } from './electronRuntime.mjs';
import { root } from './project.mjs';
import { setUp } from './setup.mjs';
import { run, runScript, step } from './steps.mjs';

const POSTERS = ['export', '--sample', '--lang', 'fr,en', '--out', 'out/'];

await runScript(async () => {
  const shown = hasDisplay();
  if (!shown) console.log('There is no display here: the posters of the sample workshop are written to out/ instead.');
  const runtime = await setUp({ display: !shown });
  const env = runtimeEnvironment(runtime);
  await buildIfStale(env);

  const words = process.argv.slice(2);
  const appArguments = shown ? ['--sample', ...words] : [...POSTERS, ...words];
  const start = (display) =>
    run(runtime.exec, [...runtimeArguments(), root, ...appArguments], {
      cwd: root,
      isEngine: true,
      env: { ...env, ...display },
    });
  if (shown) console.log('Opening Personarium.');
  const { code } = shown ? await start({}) : await step('write the posters', () => withDisplay(start));
  return code;
});
