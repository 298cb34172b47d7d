/**
 * The canvas while a person works: panning, zooming, dragging one note and 500, adding, with everything in view and at
 * 100 %. Input comes through the DevTools protocol at 60 events a second. BENCH_NOTES=2000,10000 measures other sizes;
 * `map` among them is the large map with rows of every kind and six curves.
 */
import { drag, installProbe, middleNote, middleOf, pan, sleep, zoom } from './canvasProbe.mjs';
import { SIZE, writeLargeMap } from './largeMap.mjs';
import { withProfile } from './profile.mjs';
import { processorTime, startApp } from './runningApp.mjs';
import { median, quantile, row, rowAtLeast } from './statistics.mjs';

const SIZES = (process.env.BENCH_NOTES ?? '500,2000,5000,10000,map').split(',');
const GESTURE_MS = 1500;
const REPEATS = 5;
const MANY = 500;

/** Measures the app while `gesture` lasts. */
async function once(app, gesture) {
  await sleep(500);
  await app.page.evaluate(() => window.__probe.start());
  const cpu = processorTime(app.pid);
  await gesture();
  const used = processorTime(app.pid) - cpu;
  const found = await app.page.evaluate(() => window.__probe.stop());
  return { ...found, cpuPerFrame: used / found.intervals.length };
}

/** Measures a gesture several times, each from the same view: every frame of all of them, the median of what they cost. */
async function during(app, show, gesture) {
  const runs = [];
  for (let i = 0; i < REPEATS; i++) {
    await show();
    runs.push(await once(app, gesture));
  }
  const sum = (part) => runs.reduce((total, run) => total + run[part], 0);
  return {
    intervals: runs.flatMap(({ intervals }) => intervals),
    latencies: runs.flatMap(({ latencies }) => latencies),
    updates: sum('updates'),
    seconds: sum('seconds'),
    cpuPerFrame: median(runs.map(({ cpuPerFrame }) => cpuPerFrame)),
  };
}

/** Rows of a gesture that moves the view. */
const viewRows = (name, found) => [
  row(`${name}: frame interval, 95 of 100`, quantile(found.intervals, 0.95), 'ms', 33.5),
  row(`${name}: processor time of a frame`, found.cpuPerFrame, 'ms', 18),
  rowAtLeast(`${name}: view updates`, found.updates / found.seconds, '1/s', 40),
];

/** Rows of a gesture that holds something. */
const dragRows = (name, found) => [
  row(`${name}: event to end of its frame`, median(found.latencies), 'ms', 25),
  row(`${name}: frame interval, 95 of 100`, quantile(found.intervals, 0.95), 'ms'),
  row(`${name}: processor time of a frame`, found.cpuPerFrame, 'ms'),
];

/** Zooms a little and measures from the last turn of the wheel until everything is exact. */
async function afterZoom(app, at) {
  const waits = [];
  const longest = [];
  for (let i = 0; i < REPEATS; i++) {
    await sleep(300);
    const event = { type: 'mouseWheel', x: at.x, y: at.y, deltaX: 0, deltaY: i % 2 ? 30 : -30, modifiers: 2 };
    for (let turn = 0; turn < 3; turn++) {
      await app.cdp.send('Input.dispatchMouseEvent', event);
      await sleep(20);
    }
    const found = await app.page.evaluate(async () => {
      const start = performance.now();
      const { at: exactAt, longest: frame } = await window.__probe.exact();
      return { wait: exactAt - start, frame };
    });
    waits.push(found.wait);
    longest.push(found.frame);
  }
  return { wait: median(waits), longest: median(longest) };
}

/** Runs inside the page: adds notes one by one where the view looks; ms from the call until everything on show is right. */
async function addNotes(repeats) {
  const times = [];
  for (let i = 0; i < repeats; i++) {
    await window.__bench.saved();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { cx, cy } = window.__bench.view();
    const start = performance.now();
    window.__bench.addNote({ x: cx, y: cy, text: `Une note de plus, écrite pendant la mesure, la numéro ${i}` });
    await window.__probe.frameEnd();
    const painted = performance.now() - start;
    await window.__probe.exact();
    times.push({ painted, settled: performance.now() - start });
    // Nobody writes the next one within half a second.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return times;
}

async function measureView(app, name, show) {
  const at = await middleOf(app.page);
  const rows = [
    ...viewRows(`${name}, pan`, await during(app, show, () => pan(app, at, GESTURE_MS))),
    ...viewRows(`${name}, zoom`, await during(app, show, () => zoom(app, at, GESTURE_MS))),
  ];
  await show();
  const { wait, longest } = await afterZoom(app, at);
  rows.push(row(`${name}, after a zoom: exact again`, wait, 'ms', 150));
  rows.push(row(`${name}, after a zoom: longest frame`, longest, 'ms', 50));
  await show();
  const note = await app.page.evaluate(middleNote);
  const held = async (count) => {
    await show();
    await app.page.evaluate((many) => window.__bench.select(many), count);
  };
  const dragging = () => drag(app, note, GESTURE_MS);
  rows.push(...dragRows(`${name}, drag of a note`, await during(app, show, dragging)));
  rows.push(...dragRows(`${name}, drag of ${MANY}`, await during(app, () => held(MANY), dragging)));
  await app.page.evaluate(() => window.__bench.select(0));
  await show();
  const added = await app.page.evaluate(addNotes, REPEATS);
  rows.push(row(`${name}, added note painted`, median(added.map(({ painted }) => painted)), 'ms', 30));
  rows.push(row(`${name}, added note, all around it right`, median(added.map(({ settled }) => settled)), 'ms'));
  return rows;
}

async function measureSize({ root, env }, count) {
  return withProfile(async (userData) => {
    const word = count === 'map' ? await writeLargeMap(root, userData) : `--bench-notes=${count}`;
    const app = await startApp({ root, env, userData, words: [word] });
    try {
      await app.page.evaluate(installProbe);
      // The message that a file was opened lies over the board at first.
      await app.page.getByText('est ouvert').waitFor({ state: 'hidden' });
      const all = () => app.page.evaluate(() => window.__bench.setView({ fit: true }));
      await all();
      const name = count === 'map' ? SIZE : `${count} notes`;
      const rows = await measureView(app, `${name} all in view`, all);
      await all();
      const middle = await app.page.evaluate(middleNote);
      const near = () => app.page.evaluate(({ x, y }) => window.__bench.setView({ zoom: 1, cx: x, cy: y }), middle);
      await near();
      rows.push(...(await measureView(app, `${name} at 100 %`, near)));
      return rows;
    } finally {
      await app.close();
    }
  });
}

export async function bench(context) {
  const rows = [];
  for (const count of SIZES) rows.push(...(await measureSize(context, count)));
  return rows;
}
