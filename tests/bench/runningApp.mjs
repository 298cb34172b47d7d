/** The app under measurement: started as built, driven through its window, the DevTools protocol and `window.__bench`. */
import { readdirSync, readFileSync } from 'node:fs';
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
export function memoryOfAll(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), readStat(name)?.parent]);
  const own = new Set([pid]);
  for (let size = 0; size !== own.size; ) {
    size = own.size;
    for (const [id, parent] of parents) if (own.has(parent)) own.add(id);
  }
  return [...own].reduce((sum, id) => sum + shareOf(id), 0);
}

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
