/**
 * Opening a large board from the library in a fresh process: until it is painted, until everything is in view, until it can
 * be edited, what keeps the window busy meanwhile, and the memory it takes. BENCH_NOTES=2000,10000 measures other sizes.
 */
import { installProbe, sleep } from './canvasProbe.mjs';
import { withProfile } from './profile.mjs';
import { memoryOf, startApp } from './runningApp.mjs';
import { median, row } from './statistics.mjs';

const SIZES = (process.env.BENCH_NOTES ?? '500,2000,5000,10000').split(',').map(Number);
const REPEATS = Number(process.env.BENCH_REPEATS ?? 5);
/** Until everything of a board is on the screen. */
const PAINTED_MS = { 500: 600, 2000: 600, 5000: 1500, 10000: 1500 };
const EDITABLE_AFTER_MS = 1000;
const LONGEST_TASK_MS = 200;
const HEAP_MB = 80;
const RENDERER_MB = 280;

/** Runs inside the page at the library: clicks a workshop, and notes when what is there. */
async function openFromLibrary(title) {
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  });
  observer.observe({ type: 'longtask', buffered: false });
  const frameEnd = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      }),
    );
  const isThere = () => {
    try {
      return window.__bench.exact();
    } catch {
      return false;
    }
  };
  const button = [...document.querySelectorAll('[data-card]')].find(({ textContent }) => textContent.includes(title));
  const start = performance.now();
  button.click();
  let painted = 0;
  while (!isThere()) painted = await frameEnd();
  window.__bench.setView({ fit: true });
  let whole = await frameEnd();
  while (!isThere()) whole = await frameEnd();
  while (!window.__bench.editable()) await new Promise((resolve) => setTimeout(resolve, 5));
  const editable = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 4000));
  observer.disconnect();
  const after = tasks.filter(({ startTime }) => startTime > painted).map(({ duration }) => duration);
  return {
    painted: painted - start,
    whole: whole - start,
    editableAfter: Math.max(0, editable - painted),
    longest: Math.max(0, ...after),
  };
}

async function openOnce({ root, env, userData, count }) {
  const app = await startApp({ root, env, userData, words: [], atLibrary: true });
  try {
    await app.page.evaluate(installProbe);
    await sleep(1500);
    const found = await app.page.evaluate(openFromLibrary, `${count} notes`);
    const memory = await memoryOf(app);
    // The next start shows the library again.
    await app.page.keyboard.press('Control+Shift+H');
    await sleep(1000);
    return { ...found, ...memory };
  } finally {
    await app.close();
  }
}

async function measureSize({ root, env }, count) {
  return withProfile(async (userData) => {
    const first = await startApp({ root, env, userData, words: [`--bench-notes=${count}`] });
    // Its picture for the next opening is written once it has rested.
    await sleep(3000);
    await first.page.evaluate(() => window.__bench.saved());
    await first.close();
    const runs = [];
    for (let i = 0; i < REPEATS; i++) runs.push(await openOnce({ root, env, userData, count }));
    const part = (name) => median(runs.map((run) => run[name]));
    const name = (what) => `${count} notes, opened from the library: ${what}`;
    return [
      row(name('painted'), part('painted'), 'ms'),
      row(name('everything in view'), part('whole'), 'ms', PAINTED_MS[count] ?? 1500),
      row(name('editable after the first picture'), part('editableAfter'), 'ms', EDITABLE_AFTER_MS),
      row(name('longest task after that'), part('longest'), 'ms', LONGEST_TASK_MS),
      row(name('heap of the page'), part('heap'), 'MB', HEAP_MB),
      row(name('memory of the page’s process'), part('renderer'), 'MB', RENDERER_MB),
    ];
  });
}

export async function bench(context) {
  const rows = [];
  for (const count of SIZES) rows.push(...(await measureSize(context, count)));
  return rows;
}
