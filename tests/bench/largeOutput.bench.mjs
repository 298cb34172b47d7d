/**
 * An A0 of 1,000 notes as a PDF and as a picture of 300 dpi, in the poster workshop: what it takes of memory at most, all processes together,
 * and how long it takes to stop one that has begun.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from './canvasProbe.mjs';
import { withProfile } from './profile.mjs';
import { memoryOfAll, startApp } from './runningApp.mjs';
import { median, row } from './statistics.mjs';

const REPEATS = 3;
const SAMPLE_MS = 100;

/** The most memory while `work` lasts, and how long that was. */
async function peakOf(app, work) {
  let most = 0;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      most = Math.max(most, memoryOfAll(app.pid));
      await sleep(SAMPLE_MS);
    }
  })();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  isOver = true;
  await watch;
  return { most, seconds };
}

const answerSave = ({ app }, filePath) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);

async function exportTo(app, path) {
  await answerSave(app, path);
  await app.page.getByRole('button', { name: /^Exporter 1 affiche$/ }).click();
}

async function done(app) {
  await app.page.getByRole('status').filter({ hasText: '1 affiche enregistrée' }).waitFor({ timeout: 300_000 });
  await app.page.getByRole('button', { name: 'Fermer', exact: true }).click();
}

/** Milliseconds from the press of the button to the message that nothing goes on, `afterMs` into an export; null when it was over before. */
async function timeToCancel(app, path, afterMs) {
  await exportTo(app, path);
  const cancel = app.page.getByRole('button', { name: 'Annuler', exact: true });
  const finished = app.page.getByRole('status').filter({ hasText: '1 affiche enregistrée' });
  await cancel.or(finished).first().waitFor({ timeout: 60_000 });
  await sleep(afterMs);
  if (!(await cancel.isVisible())) {
    await done(app);
    rmSync(path);
    return null;
  }
  const start = performance.now();
  await cancel.click();
  await app.page.getByRole('status').filter({ hasText: 'Export annulé' }).waitFor({ timeout: 60_000 });
  const waited = performance.now() - start;
  await app.page.getByRole('button', { name: 'Fermer', exact: true }).click();
  if (existsSync(path)) throw new Error('a cancelled export left a file');
  return waited;
}

export async function bench({ root, env }) {
  return withProfile(async (userData) => {
    const app = await startApp({ root, env, userData, words: ['--bench-notes=1000'] });
    try {
      const folder = join(userData, 'posters');
      mkdirSync(folder);
      await app.page.keyboard.press('Control+e');
      const choose = (name) => app.page.getByRole('radio', { name, exact: true }).check();
      await choose('A0');
      // One sheet, whatever its text: what is measured stays the same work.
      await choose('Toujours une, même trop petit');
      const rows = [];
      const measure = async (title, file, targetMb) => {
        const peaks = [];
        for (let at = 0; at < REPEATS; at += 1)
          peaks.push(
            await peakOf(app, async () => {
              await exportTo(app, join(folder, `${at}-${file}`));
              await done(app);
            }),
          );
        rows.push(
          row(`${title}: most memory, all processes`, Math.max(...peaks.map(({ most }) => most)), 'MB', targetMb),
        );
        rows.push(row(`${title}: time`, median(peaks.map(({ seconds }) => seconds)), 's'));
        const waits = [];
        for (let at = 0; at < REPEATS; at += 1) {
          const waited = await timeToCancel(app, join(folder, `cancelled-${at}-${file}`), at * 300);
          if (waited !== null) waits.push(waited);
        }
        if (waits.length > 0) rows.push(row(`${title}: until cancelled, longest`, Math.max(...waits), 'ms', 1000));
      };
      await measure('A0 PDF, 1000 notes', 'poster.pdf', 1000);
      await choose('PNG');
      await choose('300');
      await measure('A0 PNG 300 dpi, 1000 notes', 'poster.png', 1500);
      if (readdirSync(folder).length !== REPEATS * 2) throw new Error('a file too many, or too few');
      return rows;
    } finally {
      await app.close();
    }
  });
}
