/**
 * Time of a PDF in the poster workshop, from the chosen target to the message that the file is there, against
 * `printToPDF` alone: the same page, loaded and ready, printed once more by the same run.
 */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withProfile } from './profile.mjs';
import { startApp } from './runningApp.mjs';
import { median, row } from './statistics.mjs';

const REPEATS = Number(process.env.BENCH_REPEATS ?? 7);
const TARGET = 1.3;
/** As long as anyone needs to answer a dialog, at least. */
const DIALOG_MS = 700;

/** The save dialog answers after a while, and notes when. `times` makes the next print tell its parts. */
function answerDialog({ app }, answer) {
  return app.evaluate(({ dialog }, { filePath, waitMs, times }) => {
    process.env.PERSONARIUM_PRINT_TIMES = times ? '1' : '0';
    dialog.showSaveDialog = async () => {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      globalThis.answeredAt = Date.now();
      return { canceled: false, filePath };
    };
  }, answer);
}

/** Runs inside the page: exports, and resolves with the moment at which the message of success stands there. */
function exportOnce() {
  const button = (words) => [...document.querySelectorAll('button')].find(({ textContent }) => words.test(textContent));
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const close = button(/^\s*Fermer\s*$/);
      if (!close) return;
      const doneAt = Date.now();
      observer.disconnect();
      resolve(doneAt);
      close.click();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    button(/^Exporter\s1\s/).click();
  });
}

/** Milliseconds from the answered dialog to the message. */
async function timeOfExport(app, filePath, waitMs, times = false) {
  rmSync(filePath, { force: true });
  await answerDialog(app, { filePath, waitMs, times });
  const doneAt = await app.page.evaluate(exportOnce);
  const answeredAt = await app.app.evaluate(() => globalThis.answeredAt);
  // Fails when the message told of a failure.
  const { size } = statSync(filePath);
  await app.page.waitForTimeout(100);
  return { ms: doneAt - answeredAt, size };
}

/** The parts of one print, and the same print alone; told before the file is written. */
async function partsOfPrint(app, filePath) {
  const from = app.lines.length;
  await timeOfExport(app, filePath, DIALOG_MS, true);
  const line = app.lines.slice(from).find((text) => text.startsWith('PRINT '));
  return JSON.parse(line.slice('PRINT '.length));
}

async function measureSheet(app, name, sheet, filePath) {
  await app.page.getByRole('radio', { name: sheet, exact: true }).check();
  await app.page.getByRole('img', { name: new RegExp(`, ${sheet} `) }).waitFor();
  await app.page.getByRole('button', { name: /^Exporter 1 affiche$/ }).waitFor();
  const samples = [];
  // The first one reads files that stay in memory after that.
  for (let i = 0; i <= REPEATS; i++) {
    const parts = await partsOfPrint(app, filePath);
    const { ms, size } = await timeOfExport(app, filePath, DIALOG_MS);
    const { ms: atOnce } = await timeOfExport(app, filePath, 0);
    if (i > 0) samples.push({ ...parts, size, ms, atOnce });
  }
  const of = (part) => median(samples.map((sample) => sample[part]));
  const title = `${sheet} PDF, ${name}`;
  return [
    row(`${title}: chosen target to written file`, of('ms'), 'ms'),
    row(`${title}: printToPDF alone`, of('alone'), 'ms'),
    row(`${title}: ratio`, median(samples.map(({ ms, alone }) => ms / alone)), 'x', TARGET),
    row(`${title}: with a dialog that takes no time`, of('atOnce'), 'ms'),
    row(`${title}: its ratio`, median(samples.map(({ atOnce, alone }) => atOnce / alone)), 'x', TARGET),
    row(`${title}: load`, of('load'), 'ms'),
    row(`${title}: print`, of('print'), 'ms'),
    row(`${title}: exact page boxes`, of('patch'), 'ms'),
    row(`${title}: size`, of('size') / 1024, 'KB'),
  ];
}

async function measureBoard({ root, env }, name, words) {
  return withProfile(async (userData) => {
    const app = await startApp({ root, env, userData, words });
    try {
      const folder = join(userData, 'posters');
      mkdirSync(folder);
      await app.page.keyboard.press('Control+e');
      // One sheet, whatever its text: what is measured stays the same work.
      await app.page.getByRole('radio', { name: /^Toujours une/ }).check();
      const file = join(folder, 'poster.pdf');
      return [...(await measureSheet(app, name, 'A1', file)), ...(await measureSheet(app, name, 'A0', file))];
    } finally {
      await app.close();
    }
  });
}

export async function bench(context) {
  return [
    ...(await measureBoard(context, 'sample', ['--sample'])),
    ...(await measureBoard(context, '1000 notes', ['--bench-notes=1000'])),
  ];
}
