/**
 * `npm test`: sets up, then runs every check. `npm test -- unit types` runs only the steps named; words that name no step
 * go to the last of them (`npm run e2e -- journey.spec.ts`). The last line printed is `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { withVirtualDisplays } from './display.mjs';
import { runtimeEnvironment } from './electronRuntime.mjs';
import { npmCommand, root } from './project.mjs';
import { setUp } from './setup.mjs';
import { run, runScript, step } from './steps.mjs';

const UNIT_REPORT = join(root, 'out', 'unit.json');
const E2E_REPORT = join(root, 'out', 'e2e.json');

const names = ['types', 'lint', 'unused', 'unit', 'build', 'e2e'];
const words = process.argv.slice(2);
const chosen = names.filter((name) => words.includes(name));
const extra = words.filter((word) => !names.includes(word));
const steps = chosen.length > 0 ? chosen : names;

const npmRun = (name, env) => {
  const { command, args } = npmCommand();
  return run(command, [...args, 'run', '--silent', name], { cwd: root, env });
};

const bin = (...path) => join(root, 'node_modules', ...path);

function unit(env) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  const more = steps.at(-1) === 'unit' ? extra : [];
  return run(process.execPath, [bin('vitest', 'vitest.mjs'), 'run', ...reporters, ...more], { cwd: root, env });
}

function e2e(env) {
  const cli = [bin('@playwright', 'test', 'cli.js'), 'test', '--pass-with-no-tests', '--reporter=list,json'];
  const more = steps.at(-1) === 'e2e' ? extra : [];
  // A display for each of the two workers: the clipboard, the pointer and the focus of one are nothing to the other.
  return withVirtualDisplays(2, (displays) =>
    run(process.execPath, [...cli, ...more], {
      cwd: root,
      env: {
        ...env,
        ...displays[0],
        PERSONARIUM_TEST_DISPLAYS: displays.map(({ DISPLAY }) => DISPLAY).join(' '),
        PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT,
      },
    }),
  );
}

async function build(env) {
  await buildIfStale(env);
  return { code: 0 };
}

const work = {
  types: (env) => npmRun('types', env),
  lint: (env) => npmRun('lint', env),
  unused: (env) => npmRun('unused', env),
  unit,
  build,
  e2e: async (env) => {
    await buildIfStale(env);
    return e2e(env);
  },
};

/** Runs one step; what it throws is shown and counts as its failure, so that the next steps still run. */
async function succeeds(name, env) {
  try {
    const { code } = await step(name, () => work[name](env));
    return code === 0;
  } catch (error) {
    console.error(`${name} failed: ${error.message}`);
    return false;
  }
}

const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** The tests that ran, from both reports; a file that could not be loaded counts as one that failed. */
function counts() {
  const units = report(UNIT_REPORT) ?? { testResults: [], numPassedTests: 0, numFailedTests: 0 };
  const unread = units.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const { stats, errors } = report(E2E_REPORT) ?? { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [] };
  return {
    passed: units.numPassedTests + stats.expected + stats.flaky,
    failed: units.numFailedTests + unread.length + stats.unexpected + errors.length,
  };
}

await runScript(async () => {
  mkdirSync(join(root, 'out'), { recursive: true });
  for (const file of [UNIT_REPORT, E2E_REPORT]) rmSync(file, { force: true });
  const runtime = await setUp({ tests: true });
  const env = runtimeEnvironment(runtime);

  const failures = [];
  for (const name of steps) {
    if (name === 'e2e' && failures.includes('build')) console.log('e2e is left out: there is no build');
    else if (!(await succeeds(name, env))) failures.push(name);
  }
  const { passed, failed } = counts();
  console.log(failures.length > 0 ? `\nFailed steps: ${failures.join(', ')}` : '');
  console.log(`${passed} passed, ${failed} failed`);
  return failures.length > 0 || failed > 0 ? 1 : 0;
});
