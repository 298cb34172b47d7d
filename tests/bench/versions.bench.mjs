/**
 * Every save point of a persona is kept: what one takes on disk and how long it takes to keep, by 500 of them made as a person makes them; and, with 10,000
 * there, how long keeping one more takes and how soon their list stands. BENCH_VERSIONS=1000 measures another number.
 */
import { withProfile } from './profile.mjs';
import { startApp } from './runningApp.mjs';
import { median, quantile, row } from './statistics.mjs';

const MADE = 500;
const VERSIONS = Number(process.env.BENCH_VERSIONS ?? 10_000);
const OPENINGS = 7;
const TEXTS = ['tagline', 'quote'];

const isEditable = () => {
  const board = window.__board?.session.store.getState();
  return board?.editable && board.doc.kind === 'persona';
};

/** Runs inside the page: what the database holds of versions. */
async function stored() {
  const database = await window.__versionsDatabase();
  const request = database.transaction('versions').objectStore('versions').getAll();
  const rows = await new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return rows.sort((a, b) => a.number - b.number);
}

/** Runs inside the page: puts the rows there are, again and again, into two years, up to `count`. */
async function multiply({ count, days }) {
  const database = await window.__versionsDatabase();
  const rows = await window.__storedVersions();
  const transaction = database.transaction('versions', 'readwrite');
  const store = transaction.objectStore('versions');
  store.clear();
  const now = Date.now();
  for (let number = 1; number <= count; number += 1) {
    const round = Math.floor((number - 1) / rows.length);
    const one = rows[(number - 1) % rows.length];
    const age = days * (1 - number / count) ** 2 * 86_400_000;
    const base = one.base === undefined ? {} : { base: `${round} ${one.base}` };
    store.put({
      ...one,
      ...base,
      id: `${round} ${one.id}`,
      number,
      at: now - age,
      crc: window.__crc(one.json, base.base),
    });
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

/** Runs inside the page. */
function install(storedText) {
  window.__versionsDatabase = () =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open('personarium');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  window.__storedVersions = new Function(`return (${storedText})()`);
  const table = Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  // As the app counts it: the base's name first.
  window.__crc = (json, base = '') => {
    let crc = ~0;
    for (const byte of new TextEncoder().encode(`${base}${json}`)) crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
    return ~crc >>> 0;
  };
  window.__tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.__tasks.push(duration);
  }).observe({ type: 'longtask', buffered: false });
}

/** Writes a text of the sheet as a person does, and keeps it; milliseconds until it is kept. */
async function savePoint(page, at) {
  await page.evaluate((id) => window.__board.reveal({ kind: id, id }), TEXTS[at % TEXTS.length]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(`Une phrase de la longueur de celles d’un atelier, la ${at}e`);
  await page.keyboard.press('Control+Enter');
  return page.evaluate(async () => {
    const from = performance.now();
    await window.__personarium.versions.settle();
    return performance.now() - from;
  });
}

/** Milliseconds from the keys to the list being painted, and its longest task. */
async function openList(page, count) {
  await page.evaluate((wanted) => {
    window.__tasks.length = 0;
    window.__listed = new Promise((resolve) => {
      const pressed = () => {
        const from = performance.now();
        const look = () => {
          const heading = document.querySelector('aside h2')?.textContent ?? '';
          const isThere = Number(heading.replace(/\D/g, '')) >= wanted;
          if (isThere) requestAnimationFrame(() => resolve(performance.now() - from));
          else requestAnimationFrame(look);
        };
        look();
      };
      addEventListener('keydown', pressed, { capture: true, once: true });
    });
  }, count);
  // Shift alone is a key too: the letter is what is waited for.
  await page.keyboard.press('Shift+H');
  const ms = await page.evaluate(() => window.__listed);
  await page.waitForTimeout(300);
  const found = await page.evaluate(() => ({
    longest: Math.max(0, ...window.__tasks),
    lines: document.querySelectorAll('aside input[name="side-a"], aside [aria-expanded]').length,
    unread: document.querySelector('aside')?.textContent.includes('Illisible') ?? true,
  }));
  if (found.unread) throw new Error('a version could not be read');
  await page.keyboard.press('Escape');
  await page.waitForFunction(isEditable);
  return { ms, ...found };
}

export async function bench({ root, env }) {
  return withProfile(async (userData) => {
    const { page, close } = await startApp({ root, env, userData, words: ['--sample'] });
    await page.evaluate(install, stored.toString());
    await page.getByRole('button', { name: 'Modifier Solène, 36 ans' }).click();
    await page.waitForFunction(isEditable);
    await page.getByTestId('board-canvas').focus();
    const first = [];
    for (let at = 0; at < MADE; at += 1) first.push(await savePoint(page, at));
    const rows = await page.evaluate(() => window.__storedVersions());
    const bytes = rows.map(({ json }) => Buffer.byteLength(json));
    const whole = rows.filter(({ base }) => base === undefined);
    await page.evaluate(multiply, { count: VERSIONS, days: 700 });
    const lists = [];
    for (let at = 0; at < OPENINGS; at += 1) lists.push(await openList(page, VERSIONS));
    const later = [];
    for (let at = 0; at < 50; at += 1) later.push(await savePoint(page, at));
    await close();
    return [
      row('save points made', rows.length, ''),
      row('text of one, mean', bytes.reduce((sum, size) => sum + size, 0) / bytes.length, 'B'),
      row('text of one kept whole', Buffer.byteLength(whole[0].json), 'B'),
      row('keeping one, median', median(first), 'ms'),
      row(`keeping one, ${VERSIONS} there, median`, median(later), 'ms'),
      row(`keeping one, ${VERSIONS} there, p95`, quantile(later, 0.95), 'ms'),
      row(`list of ${VERSIONS}, median`, median(lists.map(({ ms }) => ms)), 'ms'),
      row(`list of ${VERSIONS}, longest task`, median(lists.map(({ longest }) => longest)), 'ms'),
      row(`list of ${VERSIONS}, lines shown`, lists.at(-1).lines, ''),
    ];
  });
}
