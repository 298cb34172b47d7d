/**
 * A library of 10,000 personas with portraits in the app's real window: how long it takes to come up against an empty one, what a key press in the search costs the window's
 * thread and when its first cards stand, frames while it scrolls, and the heap.
 */
import { withProfile } from './profile.mjs';
import { startApp } from './runningApp.mjs';
import { median, quantile, row } from './statistics.mjs';

const PERSONAS = Number(process.env.BENCH_PERSONAS ?? 10_000);
const OPENINGS = 7;
const WORDS = ['solene', 'haddad', 'pilote', 'vendeur', 'nantes'];
const SCROLL_FRAMES = 180;

/** Runs inside the page: from a press of a section's button to the frame in which what it shows is painted. */
function measureOpening() {
  const buttons = () => [...document.querySelectorAll('nav button')];
  const go = (name) =>
    buttons()
      .find(({ textContent }) => textContent?.trim() === name)
      ?.click();
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const until = async (test) => {
    while (!test()) await painted();
    await painted();
  };
  return async () => {
    go('Ateliers');
    await until(() => document.querySelector('[data-library-scroll], .library-empty') === null);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const from = performance.now();
    go('Bibliothèque');
    await until(
      () =>
        document.querySelector('[role="gridcell"] svg') !== null ||
        [...document.querySelectorAll('main h2')].some(({ textContent }) => textContent === 'Votre premier persona'),
    );
    return performance.now() - from;
  };
}

async function openings(page) {
  const times = [];
  // The first one also loads the code of the screen; both sides do.
  for (let at = 0; at <= OPENINGS; at += 1) {
    const ms = await page.evaluate(`(${measureOpening})()()`);
    if (at > 0) times.push(ms);
  }
  return times;
}

/** Milliseconds that the window's thread has worked so far. */
async function worked(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Types words letter by letter; what each press costs the thread, and when the cards that answer it stand. */
async function typing(page, cdp) {
  const field = page.getByRole('searchbox', { name: /Chercher dans les personas/ });
  const work = [];
  const answers = [];
  for (const word of WORDS) {
    await field.fill('');
    await page.waitForTimeout(600);
    await field.focus();
    for (const letter of word) {
      const answered = page.evaluate(
        () =>
          new Promise((resolve) => {
            let from = 0;
            addEventListener('keydown', () => (from = performance.now()), { capture: true, once: true });
            const main = document.querySelector('main');
            const limit = setTimeout(() => resolve(null), 1500);
            const observer = new MutationObserver((records) => {
              // The field itself changes at once: cards are what is waited for.
              const isCards = records.some(
                ({ target }) => target.closest?.('[role="grid"]') ?? target.parentElement?.closest('[role="grid"]'),
              );
              if (!isCards) return;
              observer.disconnect();
              clearTimeout(limit);
              requestAnimationFrame(() => resolve(performance.now() - from));
            });
            observer.observe(main, { subtree: true, childList: true, characterData: true, attributes: true });
          }),
      );
      const before = await worked(cdp);
      await page.keyboard.press(letter);
      const ms = await answered;
      await page.waitForTimeout(150);
      work.push((await worked(cdp)) - before);
      if (ms !== null) answers.push(ms);
    }
  }
  await field.fill('');
  await page.waitForTimeout(600);
  return { work, answers };
}

/** The watch itself costs something: what 150 ms and its own calls cost when nothing is typed. */
async function idleWork(page, cdp) {
  const all = [];
  for (let at = 0; at < 10; at += 1) {
    const before = await worked(cdp);
    await page.waitForTimeout(200);
    all.push((await worked(cdp)) - before);
  }
  return median(all);
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

export async function bench({ root, env }) {
  const empty = await withProfile(async (userData) => {
    const { page, close } = await startApp({ root, env, userData, words: ['--bench-notes=10'] });
    await page.keyboard.press('Control+Shift+H');
    await page.getByRole('heading', { level: 1, name: 'Ateliers' }).waitFor();
    const times = await openings(page);
    await close();
    return median(times);
  });
  return withProfile(async (userData) => {
    const { page, cdp, close } = await startApp({
      root,
      env,
      userData,
      words: ['--bench-notes=10', `--bench-personas=${PERSONAS}`],
    });
    try {
      await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
      await page.keyboard.press('Control+Shift+H');
      await page.getByRole('heading', { level: 1, name: 'Ateliers' }).waitFor();
      const full = median(await openings(page));
      await searchIsReady(page);
      const idle = await idleWork(page, cdp);
      const { work, answers } = await typing(page, cdp);
      const frames = await scrolling(page);
      const heap = await heapMb(cdp);
      const name = (what) => `library of ${PERSONAS} personas: ${what}`;
      return [
        row('empty library comes up', empty, 'ms'),
        row(name('comes up'), full, 'ms'),
        row(name('comes up, against an empty one'), full / empty, 'times', 1.5),
        row(name('work of the thread per key press, 95th of 100'), quantile(work, 0.95) - idle, 'ms', 16),
        row(name('first cards after a key press, median'), median(answers), 'ms', 50),
        row(name('first cards after a key press, 95th of 100'), quantile(answers, 0.95), 'ms'),
        row(name('frame while scrolling, median'), median(frames), 'ms', 17),
        row(name('frame while scrolling, 95th of 100'), quantile(frames, 0.95), 'ms', 34),
        row(name('heap of the window'), heap, 'MB', 250),
      ];
    } finally {
      await close();
    }
  });
}
