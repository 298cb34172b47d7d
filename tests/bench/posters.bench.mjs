/**
 * Time of a PDF through the app, from the chosen target to the written file, against `printToPDF` alone: the same page,
 * loaded and ready, printed once more by the same run.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { withProfile } from './profile.mjs';
import { startApp } from './runningApp.mjs';
import { median, row } from './statistics.mjs';

const REPEATS = Number(process.env.BENCH_REPEATS ?? 5);
const TARGET = 1.3;

/** Runs inside the page: what a click on "Create the PDF" does once the dialog was answered. */
async function makePdf(sheet) {
  const target = await window.desktop.chooseTarget({ suggestedName: `${sheet}.pdf`, kind: 'pdf' });
  if (!target) throw new Error('no target');
  // As long as anyone needs to answer the dialog; the printer warms up meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 700));
  const start = performance.now();
  const bytes = await window.__bench.exportPdf(sheet);
  const printed = performance.now();
  const written = await window.desktop.writeTarget({ token: target.token, name: null, bytes });
  if (!written.ok) throw new Error(written.error.code);
  return { total: performance.now() - start, write: performance.now() - printed, size: bytes.length };
}

const printLine = (lines) =>
  JSON.parse(
    lines
      .filter((line) => line.startsWith('PRINT '))
      .at(-1)
      .slice('PRINT '.length),
  );

async function measureSheet(app, name, sheet) {
  const samples = [];
  // The first one reads files that stay in memory after that.
  for (let i = 0; i <= REPEATS; i++) {
    const { total, write, size } = await app.page.evaluate(makePdf, sheet);
    const { alone, ...parts } = printLine(app.lines);
    const prepared = total - alone - write - parts.load - parts.print - parts.patch;
    if (i > 0) samples.push({ total: total - alone, alone, write, size, prepared, ...parts });
  }
  const of = (part) => median(samples.map((sample) => sample[part]));
  const title = `${sheet} PDF, ${name}`;
  return [
    row(`${title}: through the app`, of('total'), 'ms'),
    row(`${title}: printToPDF alone`, of('alone'), 'ms'),
    row(`${title}: ratio`, median(samples.map((sample) => sample.total / sample.alone)), 'x', TARGET),
    row(`${title}: layout and transfer`, of('prepared'), 'ms'),
    row(`${title}: load`, of('load'), 'ms'),
    row(`${title}: print`, of('print'), 'ms'),
    row(`${title}: exact page boxes`, of('patch'), 'ms'),
    row(`${title}: write`, of('write'), 'ms'),
    row(`${title}: size`, of('size') / 1024, 'KB'),
  ];
}

async function measureBoard({ root, env }, name, words) {
  return withProfile(async (userData) => {
    const app = await startApp({ root, env, userData, words, more: { PERSONARIUM_PRINT_TIMES: '1' } });
    try {
      const folder = join(userData, 'posters');
      mkdirSync(folder);
      await app.app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${path}/poster.pdf` });
      }, folder);
      return [...(await measureSheet(app, name, 'A1')), ...(await measureSheet(app, name, 'A0'))];
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
