/** The app under measurement: started as built, driven through its window, the DevTools protocol and `window.__bench`. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { _electron } from '@playwright/test';

/**
 * Starts the app in a profile and waits for `window.__bench`. Rendering is done in software, so that machines with and
 * without a graphics card compare.
 * `atLibrary`: the start shows the library, where nothing can be edited.
 * @returns {Promise<{ page, app, pid: number, cdp, lines: string[], close: () => Promise<void> }>} `lines`: what it printed
 */
export async function startApp({ root, env, userData, words, atLibrary = false, more = {} }) {
  const app = await _electron.launch({
    args: [root, ...words],
    cwd: root,
    env: {
      ...env,
      LANG: 'fr_FR.UTF-8',
      PERSONARIUM_USER_DATA: userData,
      PERSONARIUM_SOFTWARE_RENDERING: '1',
      ...more,
    },
  });
  const lines = [];
  app.process().stdout.on('data', (chunk) => lines.push(...String(chunk).split('\n')));
  const page = await app.firstWindow();
  await page.waitForFunction((library) => window.__bench && (library || window.__bench.editable()), atLibrary, {
    timeout: 120_000,
  });
  const cdp = await page.context().newCDPSession(page);
  return { app, page, cdp, lines, pid: app.process().pid, close: () => app.close() };
}

/**
 * Gives the thread of the app's window a processor of its own, as it has on a computer with more of them than two: the clock then counts what the thread does, not how long it waits while
 * others draw. What else the app and this program do shares the rest. Linux only, with two processors at least.
 * @returns the way back, or null where it cannot be done
 */
export function ownProcessor(pid) {
  const all = 2 ** Math.min(30, cpus().length) - 1;
  if (process.platform !== 'linux' || all < 3) return null;
  const others = [...descendants(pid), process.pid];
  const window = others.find((id) => readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer'));
  if (!window) return null;
  const pin = (mask, ...words) => execFileSync('taskset', ['-p', ...words.slice(1), mask.toString(16), `${words[0]}`]);
  for (const id of others) pin(all - 1, id, '-a');
  pin(1, window);
  return () => {
    for (const id of others) pin(all, id, '-a');
  };
}

/** A process and all that it has started, it first. */
function descendants(pid) {
  const found = [pid];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), readStat(name)?.parent]);
  for (const id of found) found.push(...parents.filter(([, parent]) => parent === id).map(([child]) => child));
  return found;
}

const TICK_MS = 10;

/** Processor time in ms that a process and all its descendants have used so far. */
export function processorTime(pid) {
  const children = new Map();
  const times = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(name);
    if (!stat) continue;
    times.set(Number(name), stat.ms);
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const sum = (id) => (times.get(id) ?? 0) + (children.get(id) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(pid);
}

/** Memory in MB (10^6 bytes) of a process and all its descendants together; what they share counts once. */
export const memoryOfAll = (pid) => descendants(pid).reduce((sum, id) => sum + shareOf(id), 0);

/** The proportional share of a process; 0 once it has ended. */
function shareOf(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return (Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1]) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets: what follows the last one is regular.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
  } catch {
    return undefined;
  }
}

/** Memory in MB (10^6 bytes): what the page's script holds after a collection, and the proportional share of its process. */
export async function memoryOf({ app, cdp }) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const pid = await app.evaluate(({ app: main }) => main.getAppMetrics().find(({ type }) => type === 'Tab')?.pid);
  return { heap: usedSize / 1e6, renderer: shareOf(pid) };
}
