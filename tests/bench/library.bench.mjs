/**
 * A library of 10,000 personas with portraits in the app's real window: how long it takes to come up against an empty one, what a key press in the search costs the window's
 * thread and when its first cards stand, frames while it scrolls, and the heap.
 */
import { withProfile } from './profile.mjs';
import { ownProcessor, startApp } from './runningApp.mjs';
import { median, quantile, row } from './statistics.mjs';

const PERSONAS = Number(process.env.BENCH_PERSONAS ?? 10_000);
const OPENINGS = 31;
/** The words are typed so often. */
const PASSES = 3;
const WORDS =
  'solene haddad pilote vendeur nantes karim diallo infirmier analyste boutique marchand ferreira chloe tiago'.split(
    ' ',
  );
const SCROLL_FRAMES = 180;

/** Runs inside the page: from a press of a section's button until the window's thread has painted what it shows. */
function measureOpening() {
  const buttons = () => [...document.querySelectorAll('nav button')];
  const go = (name) =>
    buttons()
      .find(({ textContent }) => textContent?.trim() === name)
      ?.click();
  // A task after the next frame: a message, for a timer may wait longer.
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      }),
    );
  const stands = () =>
    // The elements of the library stay while the workshops are shown, hidden.
    document.querySelector('[role="gridcell"] svg')?.checkVisibility() ||
    [...document.querySelectorAll('main h2')].some(
      (title) => title.textContent === 'Votre premier persona' && title.checkVisibility(),
    );
  return async () => {
    go('Ateliers');
    while (stands()) await painted();
    await new Promise((resolve) => setTimeout(resolve, 400 + Math.random() * 20));
    const from = performance.now();
    go('Bibliothèque');
    // What a press changes is there when its event is over; the frame after that paints it.
    await null;
    while (!stands()) await painted();
    await painted();
    return performance.now() - from;
  };
}

/** Median of the openings in each window, in turn: a host that is slower for a while is slower for all of them. */
async function openings(...pages) {
  const times = pages.map(() => []);
  // The first one also loads the code of the screen.
  for (let at = 0; at <= OPENINGS; at += 1) {
    for (const [which, page] of pages.entries()) {
      const ms = await page.evaluate(`(${measureOpening})()()`);
      if (at > 0) times[which].push(ms);
    }
  }
  return times.map(median);
}

async function atHome(page) {
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('heading', { level: 1, name: 'Ateliers' }).waitFor();
}

/** Milliseconds that the tasks of the window's thread have taken so far, by the clock and in processor time. */
async function worked({ clock, processor }) {
  const [byClock, byProcessor] = await Promise.all([clock, processor].map(taskTime));
  return { clock: byClock, processor: byProcessor };
}

async function taskTime(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Two sessions: one counts by the clock, which also runs while other threads have the processor, one the thread's own time. */
async function taskClocks(page) {
  const [clock, processor] = await Promise.all([1, 2].map(() => page.context().newCDPSession(page)));
  await clock.send('Performance.enable', { timeDomain: 'timeTicks' });
  await processor.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { clock, processor };
}

const since = (before, after) => ({
  clock: after.clock - before.clock,
  processor: after.processor - before.processor,
});
const byClock = (all) => all.map(({ clock }) => clock);
const byProcessor = (all) => all.map(({ processor }) => processor);

/** Runs inside the page: resolves with the time from the next key press to the frame that has the cards of the answer to `query`. */
function answerTo(query) {
  return new Promise((resolve) => {
    let from = 0;
    addEventListener('keydown', () => (from = performance.now()), { capture: true, once: true });
    const stands = () => document.querySelector('[data-library-scroll]')?.dataset.answered === query;
    const limit = setTimeout(() => resolve(null), 3000);
    const observer = new MutationObserver(() => {
      if (!stands()) return;
      observer.disconnect();
      clearTimeout(limit);
      requestAnimationFrame(() => resolve(performance.now() - from));
    });
    // The grid says which question its cards answer, in the same change that brings them.
    observer.observe(document.querySelector('main'), { subtree: true, attributeFilter: ['data-answered'] });
  });
}

const AFTER = 150;

/** Types words letter by letter; what each press costs the thread, what is done once typing rests, and when the cards that answer it stand. */
async function typing(page, clocks) {
  const field = page.getByRole('searchbox', { name: /Chercher dans les personas/ });
  const work = [];
  const rests = [];
  const answers = [];
  for (const word of WORDS) {
    await field.fill('');
    await page.waitForTimeout(900);
    await field.focus();
    for (let at = 0; at < word.length; at += 1) {
      const answered = page.evaluate(answerTo, word.slice(0, at + 1));
      const before = await worked(clocks);
      await page.keyboard.press(word[at]);
      const ms = await answered;
      if (ms === null) throw new Error(`no answer to ${word.slice(0, at + 1)}`);
      await page.waitForTimeout(AFTER);
      work.push(since(before, await worked(clocks)));
      answers.push(ms);
    }
    const before = await worked(clocks);
    await page.waitForTimeout(700);
    rests.push(since(before, await worked(clocks)));
  }
  await field.fill('');
  await page.waitForTimeout(600);
  return { work, rests, answers };
}

/** The watch itself costs something: the same calls and a press of a key that does nothing. */
async function idleWork(page, clocks) {
  const all = [];
  await page.getByRole('searchbox', { name: /Chercher dans les personas/ }).focus();
  for (let at = 0; at < 15; at += 1) {
    const watched = page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)));
    const before = await worked(clocks);
    await page.keyboard.press('Shift');
    await watched;
    await page.waitForTimeout(AFTER);
    all.push(since(before, await worked(clocks)));
  }
  return { clock: median(byClock(all)), processor: median(byProcessor(all)) };
}

/** All words, several times: of what each time gives the middle one counts. Work is less what watching costs. */
async function typings(page, clocks) {
  const idle = await idleWork(page, clocks);
  const passes = [];
  for (let pass = 0; pass < PASSES; pass += 1) passes.push(await typing(page, clocks));
  const middle = (numbersOf, share) => median(passes.map((pass) => quantile(numbersOf(pass), share)));
  return {
    clock: (share) => middle(({ work }) => byClock(work), share) - idle.clock,
    processor: (share) => middle(({ work }) => byProcessor(work), share) - idle.processor,
    answers: (share) => middle(({ answers }) => answers, share),
    rest: median(byClock(passes.flatMap(({ rests }) => rests))),
  };
}

async function scrolling(page) {
  const box = await page.locator('[data-library-scroll]').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const intervals = page.evaluate(
    (count) =>
      new Promise((resolve) => {
        const times = [];
        const look = (now) => {
          times.push(now);
          if (times.length > count) resolve(times.slice(1).map((time, at) => time - times[at]));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    SCROLL_FRAMES,
  );
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(40);
  }
  return intervals;
}

async function heapMb(cdp) {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

const searchIsReady = (page) =>
  page.waitForFunction(() => window.__personarium?.search.state.getState().status === 'ready', undefined, {
    timeout: 120_000,
  });

/** How long the library takes to come up: an empty one, and this one while its texts are being read and after that. */
async function openingsOf({ page }, { root, env, words }) {
  return withProfile(async (userData) => {
    const { page: emptyPage, close } = await startApp({ root, env, userData, words });
    try {
      await atHome(emptyPage);
      const [early] = await openings(page);
      await searchIsReady(page);
      const [empty, full] = await openings(emptyPage, page);
      return { early, empty, full };
    } finally {
      await close();
    }
  });
}

export async function bench({ root, env }) {
  return withProfile(async (userData) => {
    const words = ['--bench-notes=10'];
    // Made by a start of its own, as a library that is there: what making it leaves behind is no part of a user's day.
    const made = await startApp({ root, env, userData, words: [...words, `--bench-personas=${PERSONAS}`] });
    await made.close();
    const app = await startApp({ root, env, userData, words });
    const { page, cdp, pid, close } = app;
    try {
      const clocks = await taskClocks(page);
      await atHome(page);
      const { early, empty, full } = await openingsOf(app, { root, env, words });
      const shared = await typings(page, clocks);
      const release = ownProcessor(pid);
      const own = release ? await typings(page, clocks) : shared;
      release?.();
      const frames = await scrolling(page);
      const heap = await heapMb(cdp);
      const name = (what) => `library of ${PERSONAS} personas: ${what}`;
      return [
        row('empty library comes up', empty, 'ms'),
        row(name('comes up while its texts are being read'), early, 'ms'),
        row(name('comes up'), full, 'ms'),
        row(name('comes up, against an empty one'), full / empty, 'times', 1.5),
        row(name('work of the thread per key press, median'), own.clock(0.5), 'ms'),
        row(name('work of the thread per key press, 95th of 100'), own.clock(0.95), 'ms', 16),
        row(name('the same in processor time, 95th of 100'), own.processor(0.95), 'ms'),
        row(name('sharing two processors, by the clock, median'), shared.clock(0.5), 'ms'),
        row(name('sharing two processors, by the clock, 95th of 100'), shared.clock(0.95), 'ms'),
        row(name('sharing two processors, in processor time, 95th of 100'), shared.processor(0.95), 'ms', 16),
        row(name('work of the thread once typing rests, median'), shared.rest, 'ms'),
        row(name('first cards after a key press, median'), shared.answers(0.5), 'ms'),
        row(name('first cards after a key press, 95th of 100'), shared.answers(0.95), 'ms', 50),
        row(name('frame while scrolling, median'), median(frames), 'ms', 17),
        row(name('frame while scrolling, 95th of 100'), quantile(frames, 0.95), 'ms', 34),
        row(name('heap of the window'), heap, 'MB', 250),
      ];
    } finally {
      await close();
    }
  });
}
