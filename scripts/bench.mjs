/**
 * `npm run bench`: sets up, builds, and runs each tests/bench/*.bench.mjs in turn under one virtual display. Such a file
 * exports `bench({ root, runtime, env })`, which resolves to rows `{ name, value, unit, target, ok }` (`target` and `ok`
 * left out where nothing is promised). The rows are printed as a table and written to out/bench.json.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { runtimeEnvironment } from './electronRuntime.mjs';
import { root } from './project.mjs';
import { setUp } from './setup.mjs';
import { runScript, StepFailure, step } from './steps.mjs';

const folder = join(root, 'tests', 'bench');

function benchFiles(words) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.mjs')) : [];
  const wanted = words.length > 0 ? files.filter((name) => words.some((word) => name.includes(word))) : files;
  if (wanted.length === 0) throw new StepFailure(`no benchmark in ${folder}${words.length > 0 ? ' of that name' : ''}`);
  return wanted.sort();
}

function printTable(rows) {
  const mark = ({ ok }) => (ok === undefined ? '' : ok ? 'ok' : 'MISSED');
  const number = (value) => (typeof value === 'number' ? Number(value.toPrecision(4)).toString() : String(value));
  const cells = rows.map((row) => [row.name, number(row.value), row.unit ?? '', String(row.target ?? ''), mark(row)]);
  const table = [['measure', 'value', 'unit', 'target', ''], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
  for (const line of table) {
    const padded = line.map((cell, i) => (i === 1 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])));
    console.log(padded.join('  ').trimEnd());
  }
}

await runScript(async () => {
  const files = benchFiles(process.argv.slice(2));
  const runtime = await setUp({ tests: true });
  const env = runtimeEnvironment(runtime);
  await buildIfStale(env);

  const rows = await withVirtualDisplay(async (display) => {
    // Playwright and the electron package read these from this process.
    Object.assign(process.env, env, display);
    const found = [];
    for (const name of files) {
      const { bench } = await import(pathToFileURL(join(folder, name)).href);
      found.push(...(await step(name, () => bench({ root, runtime, env: { ...process.env } }))));
    }
    return found;
  });
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out', 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
  console.log('');
  printTable(rows);
  return rows.some((row) => row.ok === false) ? 1 : 0;
});
