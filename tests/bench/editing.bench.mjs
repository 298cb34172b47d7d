/** Cost of one edit, one undo and one save (both stores have acknowledged) in the app's real window, by size of the board. */
import { withProfile } from './profile.mjs';
import { startApp } from './runningApp.mjs';
import { median, quantile, row } from './statistics.mjs';

const SIZES = (process.env.BENCH_NOTES ?? '500,2000,5000,10000').split(',').map(Number);
const REPEATS = 30;

/** Runs inside the page: each change alone, its script, then its picture, then its durability. */
async function measureEdits(repeats) {
  const bench = window.__bench;
  const endOfFrame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
  const settled = async () => {
    await bench.saved();
    await new Promise((resolve) => setTimeout(resolve, 60));
  };
  const measure = async (change) => {
    await settled();
    const start = performance.now();
    change();
    const script = performance.now() - start;
    await endOfFrame();
    const painted = performance.now() - start;
    return { script, painted };
  };
  const edits = [];
  const undos = [];
  const saves = [];
  for (let i = 0; i < repeats; i++) {
    edits.push(
      await measure(() => bench.setText(i, `Un autre texte, le numéro ${i}, à peu près aussi long que le premier`)),
    );
    undos.push(await measure(() => bench.undo()));
    await settled();
    const start = performance.now();
    bench.setText(i, `Enregistré, le numéro ${i}`);
    if ((await bench.saved()) !== 'saved') throw new Error('an edit was not saved');
    saves.push(performance.now() - start);
  }
  return { edits, undos, saves };
}

async function measureSize({ root, env }, count) {
  return withProfile(async (userData) => {
    const app = await startApp({ root, env, userData, words: [`--bench-notes=${count}`] });
    try {
      await app.page.evaluate(measureEdits, 3);
      const { edits, undos, saves } = await app.page.evaluate(measureEdits, REPEATS);
      const part = (all, name) => median(all.map((one) => one[name]));
      const name = (what) => `${count} notes: ${what}`;
      return [
        row(name('one edit, script'), part(edits, 'script'), 'ms'),
        row(name('one edit, until painted'), part(edits, 'painted'), 'ms'),
        row(name('one undo, script'), part(undos, 'script'), 'ms'),
        row(name('one undo, until painted'), part(undos, 'painted'), 'ms'),
        row(name('one save, both stores'), median(saves), 'ms'),
        row(name('one save, 95 of 100'), quantile(saves, 0.95), 'ms'),
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
