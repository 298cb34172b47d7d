/** Cold start to the first screen that can be used, as a ratio to a bare Electron window measured alternately in the same run. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runtimeArguments } from '../../scripts/electronRuntime.mjs';
import { withProfile } from './profile.mjs';
import { median, row } from './statistics.mjs';

const REPEATS = Number(process.env.BENCH_REPEATS ?? 11);
const LONGEST_START_MS = 60_000;
const LONGEST_END_MS = 10_000;

/** Starts an app, waits for its START line, ends it in an orderly way. Times are milliseconds since the process was made. */
export async function startOnce({ runtime, env, folder, words, userData, stayMs = 0 }) {
  const spawned = Date.now();
  const child = spawn(runtime.exec, [...runtimeArguments(), folder, ...words], {
    env: { ...env, PERSONARIUM_USER_DATA: userData, PERSONARIUM_START_TIMES: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const times = JSON.parse(await startLine(child));
    await new Promise((resolve) => setTimeout(resolve, stayMs));
    return Object.fromEntries(Object.entries(times).map(([part, at]) => [part, at - spawned]));
  } finally {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MS);
    await ended;
    clearTimeout(timer);
  }
}

function startLine(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`no START line; it printed:\n${output}`)), LONGEST_START_MS);
    const read = (chunk) => {
      output += chunk;
      const line = /^START (.*)$/m.exec(output)?.[1];
      if (!line) return;
      clearTimeout(timer);
      resolve(line);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`it ended with code ${code}; it printed:\n${output}`));
    });
  });
}

export async function bench({ root, runtime, env }) {
  const bareFolder = join(root, 'tests', 'bench', 'bareWindow');
  const app = (userData, stayMs) => startOnce({ runtime, env, folder: root, words: ['--sample'], userData, stayMs });
  const bare = (userData) => startOnce({ runtime, env, folder: bareFolder, words: [], userData });
  return withProfile((appProfile) =>
    withProfile(async (bareProfile) => {
      const first = [];
      const starts = [];
      const bares = [];
      // Before it counts: files are read from the disk, the sample is made, and the app comes to rest as in a room.
      await bare(bareProfile);
      await app(appProfile, 4000);
      await app(appProfile);
      for (let i = 0; i < REPEATS; i++) {
        bares.push(await bare(bareProfile));
        starts.push(await app(appProfile));
        first.push(await withProfile((profile) => app(profile)));
      }
      const part = (all, name) => median(all.map((times) => times[name]));
      const bareTime = part(bares, 'firstPaint');
      return [
        row('start: bare Electron window', bareTime, 'ms'),
        row('start: main script runs', part(starts, 'main'), 'ms'),
        row('start: Electron is ready', part(starts, 'ready'), 'ms'),
        row('start: sample workshop usable', part(starts, 'firstPaint'), 'ms'),
        row('start: ratio to the bare window', part(starts, 'firstPaint') / bareTime, 'x', 1.5),
        row('start: first ever, the sample is made', part(first, 'firstPaint'), 'ms'),
        row('start: ratio of the first ever', part(first, 'firstPaint') / bareTime, 'x'),
      ];
    }),
  );
}
