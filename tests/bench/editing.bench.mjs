/**
 * Cost of one edit, one undo and one save (both stores have acknowledged), and of a letter typed into a note, in the app's real
 * window, by size of the board.
 */
import { installProbe, middleNote, sleep } from './canvasProbe.mjs';
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

const WORDS = 'une phrase de plus, tapée au clavier dans la note';
const KEY_MS = 90;
/** How often the words are typed, over what the note said: the slowest few of fifty letters are another number each time. */
const ROUNDS = 5;

/** Runs inside the page: from each key to the end of the frame that shows its letter. */
function watchKeys() {
  const times = [];
  const frameEnd = new MessageChannel();
  let pending = [];
  frameEnd.port1.onmessage = ({ data }) => {
    for (const at of data) times.push(performance.now() - at);
  };
  let pressed = 0;
  window.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
  window.addEventListener(
    'input',
    () => {
      if (pending.length === 0)
        requestAnimationFrame(() => {
          frameEnd.port2.postMessage(pending);
          pending = [];
        });
      pending.push(pressed);
    },
    true,
  );
  window.__keyTimes = times;
}

/** Types into the note in the middle of the view, at 100 %, about as fast as people do. */
async function typeIntoNote(app) {
  await app.page.evaluate(installProbe);
  await app.page.evaluate(watchKeys);
  await app.page.evaluate(() => window.__bench.setView({ fit: true }));
  const { x, y } = await app.page.evaluate(middleNote);
  await app.page.evaluate(([cx, cy]) => window.__bench.setView({ zoom: 1, cx, cy }), [x, y]);
  await sleep(500);
  const { screen } = await app.page.evaluate(middleNote);
  await app.page.mouse.click(screen.x, screen.y);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await app.page.keyboard.press('Enter');
    await app.page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await app.page.keyboard.press(round === 0 ? 'End' : 'Control+A');
    for (const text of WORDS) {
      await app.cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text });
      await app.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
      await sleep(KEY_MS);
    }
    await app.page.keyboard.press('Escape');
    const times = await app.page.evaluate(() => window.__keyTimes.splice(0));
    if (times.length < WORDS.length) throw new Error(`${times.length} letters of ${WORDS.length} were painted`);
    rounds.push(times);
  }
  return rounds;
}

async function measureSize({ root, env }, count) {
  return withProfile(async (userData) => {
    const app = await startApp({ root, env, userData, words: [`--bench-notes=${count}`] });
    try {
      await app.page.evaluate(measureEdits, 3);
      const keys = await typeIntoNote(app);
      const { edits, undos, saves } = await app.page.evaluate(measureEdits, REPEATS);
      const part = (all, name) => median(all.map((one) => one[name]));
      const name = (what) => `${count} notes: ${what}`;
      return [
        row(name('a key to its painted letter'), median(keys.flat()), 'ms'),
        row(
          name('a key to its painted letter, 95 of 100'),
          median(keys.map((round) => quantile(round, 0.95))),
          'ms',
          33,
        ),
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
