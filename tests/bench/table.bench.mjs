/**
 * A CSV of 200,000 rows and 12 columns in the app's real window: when the first rows stand, when every distribution does, how long an answer to another
 * filter takes, how soon a cancelled reading has let go, and the longest task of the window's own thread meanwhile.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withProfile } from './profile.mjs';
import { startApp } from './runningApp.mjs';
import { median, row } from './statistics.mjs';

const ROWS = Number(process.env.BENCH_ROWS ?? 200_000);
const REPEATS = 5;

function customers(count) {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const two = (value) => String(value).padStart(2, '0');
  const lines = ['client_id;age;genre;ville;depense;dernier_achat;inscription;canal;note;fidele;avis;email'];
  const words = ['rapide', 'simple', 'long', 'cher', 'aimable', 'confus', 'livraison', 'pointure', 'retour', 'conseil'];
  for (let at = 0; at < count; at += 1) {
    lines.push(
      [
        100_000 + at,
        18 + Math.floor(random() * 60),
        pick(['femme', 'homme', 'autre']),
        `ville ${Math.floor(random() ** 3 * 400)}`,
        (20 + random() * 300).toFixed(2).replace('.', ','),
        `${two(1 + Math.floor(random() * 28))}/${two(1 + Math.floor(random() * 12))}/2026`,
        `${two(1 + Math.floor(random() * 28))}/${two(1 + Math.floor(random() * 12))}/${2015 + Math.floor(random() * 11)}`,
        pick(['boutique', 'site', 'tchat', 'téléphone']),
        Math.floor(random() * 11),
        pick(['oui', 'non']),
        `"${pick(words)}, ${pick(words)} ${Math.floor(random() * 5000)}"`,
        `client${at}@exemple.fr`,
      ].join(';'),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Runs inside the page: watches tasks, and tells when what is asked for stands on the screen. */
function watch() {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push({ at: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: false });
  const when = (test) =>
    new Promise((resolve) => {
      const look = () => (test() ? resolve(performance.now()) : requestAnimationFrame(look));
      look();
    });
  window.__table = {
    tasks,
    when,
    rows: () => document.querySelectorAll('main tbody tr').length,
    isReading: () => document.querySelector('[role="progressbar"]') !== null,
    segment: () => document.querySelector('aside [role="status"] b')?.textContent ?? '',
    start: () => {
      window.__table.from = performance.now();
    },
  };
}

/** Tasks under 50 ms are not reported at all: a 0 is only worth something where a longer one would have been seen. */
async function checkWatch(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => {
          const end = performance.now() + 90;
          while (performance.now() < end);
          resolve();
        }),
      ),
  );
  await page.waitForFunction(() => window.__table.tasks.some(({ ms }) => ms >= 90), undefined, { timeout: 10_000 });
}

async function readOnce(page, path) {
  await page.evaluate(() => {
    const input = document.querySelector('input[type="file"]');
    window.__table.tasks.length = 0;
    input.addEventListener('change', window.__table.start, { capture: true, once: true });
  });
  const stands = page.evaluate(async () => {
    const { when, rows, isReading } = window.__table;
    await when(() => window.__table.from !== undefined && isReading());
    const preview = await when(() => rows() > 0);
    const done = await when(() => rows() > 0 && !isReading());
    const { from } = window.__table;
    window.__table.from = undefined;
    return { preview: preview - from, done: done - from };
  });
  await page.locator('input[type="file"]').first().setInputFiles(path);
  const times = await stands;
  const longest = await page.evaluate(() => Math.max(0, ...window.__table.tasks.map(({ ms }) => ms)));
  return { ...times, longest };
}

async function filterOnce(page, from) {
  const whole = await page.evaluate(() => window.__table.segment());
  await page.getByRole('button', { name: 'Ajouter un filtre' }).click();
  await page.getByRole('button', { name: /Colonne du filtre$/ }).click();
  await page.getByRole('option', { name: 'age', exact: true }).click();
  await page.getByLabel('De', { exact: true }).fill(String(from));
  // Listening before the key is pressed: the two take different ways to the page.
  await page.evaluate(() => {
    const { when, segment, tasks } = window.__table;
    tasks.length = 0;
    const before = segment();
    window.__table.filtered = new Promise((resolve) => {
      const pressed = async () => {
        const start = performance.now();
        const at = await when(() => segment() !== before);
        resolve({ ms: at - start, longest: Math.max(0, ...tasks.map(({ ms }) => ms)) });
      };
      addEventListener('keydown', pressed, { capture: true, once: true });
    });
  });
  await page.keyboard.press('Enter');
  const result = await page.evaluate(() => window.__table.filtered);
  await page.getByRole('button', { name: /^Retirer le filtre/ }).click();
  // The answer to this one must not be taken for that to the next.
  await page.evaluate((all) => window.__table.when(() => window.__table.segment() === all), whole);
  return result;
}

async function cancelOnce(page, path) {
  await page.evaluate(() => {
    window.__table.cancelled = window.__table
      .when(() => window.__table.isReading())
      .then(async () => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Annuler');
        const start = performance.now();
        button.click();
        return (await window.__table.when(() => !window.__table.isReading())) - start;
      });
  });
  await page.locator('input[type="file"]').first().setInputFiles(path);
  return page.evaluate(() => window.__table.cancelled);
}

export async function bench({ root, env }) {
  const path = join(tmpdir(), `personarium-bench-${process.pid}.csv`);
  writeFileSync(path, customers(ROWS));
  try {
    return await withProfile(async (userData) => {
      const { page, close } = await startApp({ root, env, userData, words: ['--bench-notes=10'] });
      try {
        await page.keyboard.press('Control+Shift+E');
        await page.getByRole('heading', { name: 'Partez de vraies réponses' }).waitFor();
        await page.evaluate(watch);
        await checkWatch(page);
        const reads = [];
        for (let i = 0; i < REPEATS; i++) reads.push(await readOnce(page, path));
        const filters = [];
        for (let i = 0; i < REPEATS; i++) filters.push(await filterOnce(page, 30 + i));
        const cancels = [];
        for (let i = 0; i < REPEATS; i++) cancels.push(await cancelOnce(page, path));
        const name = (what) => `table of ${ROWS} rows: ${what}`;
        const of = (list, part) => median(list.map((one) => one[part]));
        return [
          row(name('first rows on the screen'), of(reads, 'preview'), 'ms'),
          row(name('every distribution'), of(reads, 'done'), 'ms', 3000),
          row(name('another filter'), of(filters, 'ms'), 'ms', 500),
          row(name('longest task of the window while reading'), of(reads, 'longest'), 'ms', 50),
          row(name('longest task of the window while filtering'), of(filters, 'longest'), 'ms', 50),
          row(name('cancelled reading lets go'), median(cancels), 'ms', 100),
        ];
      } finally {
        await close();
      }
    });
  } finally {
    rmSync(path, { force: true });
  }
}
