/**
 * The canvas while a person works: opening, panning, zooming, dragging and adding, with everything in view and at 100 %.
 * Input comes through the DevTools protocol at 60 events a second. BENCH_NOTES=2000,10000 measures other sizes.
 */
import { withProfile } from './profile.mjs';
import { processorTime, startApp } from './runningApp.mjs';
import { median, quantile, row } from './statistics.mjs';

const SIZES = (process.env.BENCH_NOTES ?? '500,5000').split(',').map(Number);
const GESTURE_MS = 2500;
const EVENT_MS = 1000 / 60;
const REPEATS = 5;

/** Runs inside the page: notes every frame, which view it showed, and how late each input was painted. */
function installProbe() {
  let running = false;
  let frames = [];
  let views = [];
  let latencies = [];
  let pending = [];
  const endOfFrame = new MessageChannel();
  endOfFrame.port1.onmessage = ({ data }) => {
    const now = performance.now();
    for (const at of data) latencies.push(now - at);
  };
  const tick = (time) => {
    if (!running) return;
    frames.push(time);
    const { zoom, cx, cy } = window.__bench.view();
    views.push(`${zoom} ${cx} ${cy}`);
    if (pending.length > 0) endOfFrame.port2.postMessage(pending);
    pending = [];
    requestAnimationFrame(tick);
  };
  for (const type of ['pointermove', 'wheel'])
    window.addEventListener(type, (event) => running && pending.push(event.timeStamp), {
      capture: true,
      passive: true,
    });
  window.__probe = {
    start: () => {
      running = true;
      frames = [];
      views = [];
      latencies = [];
      pending = [];
      requestAnimationFrame(tick);
    },
    stop: () => {
      running = false;
      const intervals = frames.slice(1).map((time, i) => time - frames[i]);
      const updates = views.filter((view, i) => i > 0 && view !== views[i - 1]).length;
      return { intervals, latencies, updates, seconds: (frames.at(-1) - frames[0]) / 1000 };
    },
  };
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends one event every 1/60 s for a while; `eventAt(i)` gives its parameters. Late answers do not hold up the next event. */
async function sendEvents(cdp, eventAt) {
  const start = performance.now();
  for (let i = 0; performance.now() - start < GESTURE_MS; i++) {
    void cdp.send('Input.dispatchMouseEvent', eventAt(i)).catch(() => undefined);
    await sleep(Math.max(0, start + (i + 1) * EVENT_MS - performance.now()));
  }
}

/** Measures the app while `gesture` lasts. */
async function during(app, gesture) {
  await sleep(500);
  await app.page.evaluate(() => window.__probe.start());
  const cpu = processorTime(app.pid);
  await gesture();
  const used = processorTime(app.pid) - cpu;
  const found = await app.page.evaluate(() => window.__probe.stop());
  return { ...found, cpuPerFrame: used / found.intervals.length };
}

function rowsOf(name, found) {
  const rows = [
    row(`${name}: frame interval, 95 of 100`, quantile(found.intervals, 0.95), 'ms'),
    row(`${name}: processor time of a frame`, found.cpuPerFrame, 'ms'),
  ];
  if (found.latencies.length > 0) rows.push(row(`${name}: event to end of its frame`, median(found.latencies), 'ms'));
  if (found.updates > 0) rows.push(row(`${name}: view updates`, found.updates / found.seconds, '1/s'));
  return rows;
}

const middleOf = (page) =>
  page.evaluate(() => {
    const box = document.querySelector('[data-testid="board-canvas"]').getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });

async function pan(app, at) {
  const press = { x: at.x, y: at.y, button: 'middle', buttons: 4, clickCount: 1 };
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
  await sendEvents(app.cdp, (i) => ({
    type: 'mouseMoved',
    x: at.x + 150 * Math.sin(i / 12),
    y: at.y + 100 * Math.sin(i / 17),
    button: 'middle',
    buttons: 4,
  }));
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
}

/** In and out again, with the control key held. */
const zoom = (app, at) =>
  sendEvents(app.cdp, (i) => ({
    type: 'mouseWheel',
    x: at.x,
    y: at.y,
    deltaX: 0,
    deltaY: i % 60 < 30 ? -12 : 12,
    modifiers: 2,
  }));

async function drag(app, note) {
  const { x, y } = note.screen;
  const press = { x, y, button: 'left', buttons: 1, clickCount: 1 };
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...press });
  await sendEvents(app.cdp, (i) => ({
    type: 'mouseMoved',
    x: x + 120 * Math.sin(i / 15),
    y: y + 80 * Math.sin(i / 11),
    button: 'left',
    buttons: 1,
  }));
  await app.cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...press });
  await app.page.keyboard.press('Escape');
}

/** Runs inside the page: the note in view that is nearest to the middle. */
function middleNote() {
  const bench = window.__bench;
  const box = document.querySelector('[data-testid="board-canvas"]').getBoundingClientRect();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const notes = Array.from({ length: bench.noteCount() }, (_, i) => bench.notePos(i));
  const away = ({ screen }) => Math.hypot(screen.x - middle.x, screen.y - middle.y);
  return notes.reduce((best, note) => (away(note) < away(best) ? note : best));
}

/** Runs inside the page: adds notes one by one where the view looks; ms from the call to the end of the frame that shows it. */
async function addNotes(repeats) {
  const times = [];
  for (let i = 0; i < repeats; i++) {
    await window.__bench.saved();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { cx, cy } = window.__bench.view();
    const start = performance.now();
    window.__bench.addNote({ x: cx, y: cy, text: `Une note de plus, écrite pendant la mesure, la numéro ${i}` });
    await new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
    times.push(performance.now() - start);
  }
  return times;
}

async function reopened(page) {
  const times = [];
  for (let i = 0; i < REPEATS; i++) {
    times.push(await page.evaluate(() => window.__bench.reopen()));
    await page.waitForFunction(() => window.__bench.editable());
  }
  return times;
}

async function measureView(app, name, notesAreLarge) {
  const at = await middleOf(app.page);
  const rows = [
    ...rowsOf(`${name}, pan`, await during(app, () => pan(app, at))),
    ...rowsOf(`${name}, zoom`, await during(app, () => zoom(app, at))),
  ];
  await app.page.evaluate((fit) => {
    const { cx, cy } = window.__bench.view();
    window.__bench.setView(fit ? { fit: true } : { zoom: 1, cx, cy });
  }, !notesAreLarge);
  const note = await app.page.evaluate(middleNote);
  rows.push(...rowsOf(`${name}, drag of a note`, await during(app, () => drag(app, note))));
  rows.push(row(`${name}, added note painted`, median(await app.page.evaluate(addNotes, REPEATS)), 'ms'));
  return rows;
}

async function measureSize({ root, env }, count) {
  return withProfile(async (userData) => {
    const app = await startApp({ root, env, userData, words: [`--bench-notes=${count}`] });
    try {
      await app.page.evaluate(installProbe);
      const name = `${count} notes`;
      const rows = [row(`${name}, opened from the library`, median(await reopened(app.page)), 'ms')];
      await app.page.evaluate(() => window.__bench.setView({ fit: true }));
      rows.push(...(await measureView(app, `${name} all in view`, false)));
      const middle = await app.page.evaluate(middleNote);
      await app.page.evaluate(({ x, y }) => window.__bench.setView({ zoom: 1, cx: x, cy: y }), middle);
      rows.push(...(await measureView(app, `${name} at 100 %`, true)));
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
