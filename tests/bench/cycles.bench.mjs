/**
 * Whether the app keeps what it took: nodes, listeners, canvases and heap after 1,000 turns of panning, zooming, editing and
 * undoing, against before. And what it costs while nobody does anything. BENCH_NOTES=10000 measures another size.
 */
import { installProbe, middleNote, sleep } from './canvasProbe.mjs';
import { withProfile } from './profile.mjs';
import { memoryOf, processorTime, startApp } from './runningApp.mjs';
import { row } from './statistics.mjs';

const SIZES = (process.env.BENCH_NOTES ?? '2000').split(',').map(Number).slice(-1);
const CYCLES = Number(process.env.BENCH_CYCLES ?? 1000);
/** As many turns as the engine takes to have compiled everything. */
const WARM_UP = 300;
const IDLE_MS = 10_000;
/** Some eight seconds after the last work the engine collects its garbage once more. */
const ENGINE_RESTS_MS = 15_000;
/** What a collection found is swept afterwards, when there is time. */
const ENGINE_SWEEPS_MS = 1500;
/** Back to where it was, give or take 5 %. */
const MOST = 1.05;

/** Runs inside the page: one turn is a jump, a zoom, a pan, an edit and its undoing, each painted. */
async function runCycles({ from, count, middle }) {
  const bench = window.__bench;
  const notes = bench.noteCount();
  for (let i = from; i < from + count; i++) {
    const zoom = 0.2 + ((i * 37) % 100) / 60;
    bench.setView({ zoom, cx: middle.x + ((i * 53) % 900) - 450, cy: middle.y + ((i * 71) % 900) - 450 });
    await window.__probe.frameEnd();
    const { cx, cy } = bench.view();
    bench.setView({ zoom: zoom * 1.1, cx: cx + 40, cy: cy + 25 });
    bench.setText(i % notes, `Un texte du tour ${i}, à peu près aussi long que celui d’avant`);
    await window.__probe.frameEnd();
    bench.undo();
    await window.__probe.frameEnd();
  }
}

/** Runs inside the page: what canvases there are, in or out of the document’s view. */
function canvases() {
  const all = [...document.querySelectorAll('canvas')];
  return { count: all.length, pixels: all.reduce((sum, { width, height }) => sum + width * height, 0) };
}

async function stateOf(app, middle) {
  // By the same way each time: the picture of everything is kept as the coarse one.
  await app.page.evaluate(() => window.__bench.setView({ fit: true }));
  await sleep(2000);
  await app.page.evaluate(({ x, y }) => window.__bench.setView({ zoom: 1, cx: x, cy: y }), middle);
  await app.page.evaluate(() => window.__bench.saved());
  // What is prepared in idle time is there, and what is thrown away then is gone.
  await sleep(4000);
  // Listeners count until they are swept: 541 after one collection were 237 after the next, each time.
  await memoryOf(app);
  await sleep(ENGINE_SWEEPS_MS);
  const memory = await memoryOf(app);
  const { nodes, jsEventListeners } = await app.cdp.send('Memory.getDOMCounters');
  return { ...memory, nodes, listeners: jsEventListeners, ...(await app.page.evaluate(canvases)) };
}

async function measureSize({ root, env }, count) {
  return withProfile(async (userData) => {
    const app = await startApp({ root, env, userData, words: [`--bench-notes=${count}`] });
    try {
      await app.page.evaluate(installProbe);
      await app.page.evaluate(() => window.__bench.setView({ fit: true }));
      const middle = await app.page.evaluate(middleNote);
      await app.page.evaluate(runCycles, { from: 0, count: WARM_UP, middle });
      const before = await stateOf(app, middle);
      await app.page.evaluate(runCycles, { from: WARM_UP, count: CYCLES, middle });
      const after = await stateOf(app, middle);
      await sleep(ENGINE_RESTS_MS);
      const used = processorTime(app.pid);
      await sleep(IDLE_MS);
      const idle = (processorTime(app.pid) - used) / IDLE_MS;
      const name = (what) => `${count} notes, after ${CYCLES} turns: ${what}`;
      const ratio = (what, part) => row(name(what), after[part] / Math.max(1, before[part]), 'x', MOST);
      return [
        ratio('nodes', 'nodes'),
        ratio('listeners', 'listeners'),
        ratio('canvases', 'count'),
        ratio('pixels of canvases', 'pixels'),
        ratio('heap', 'heap'),
        row(name('heap'), after.heap, 'MB'),
        row(name('memory of the page’s process'), after.renderer, 'MB'),
        row(`${count} notes, nobody does anything: one processor`, 100 * idle, '%', 1),
      ];
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
