import { fail, ok, type Result } from '@shared/base/result';
import type { PrintJob } from '@shared/ipc';
import { pointsOfMm } from '@shared/scene/sheet';
import { app, BrowserWindow, type PrintToPDFOptions, type Session, session } from 'electron';
import { PRINT_POLICY } from './contentPolicy';
import { guardSession, SAFE_PREFERENCES } from './lockdown';
import { errorCode, log } from './log';
import { APP_SCHEME, PRINT_HOST } from './origin';
import { withExactPages } from './pdfBoxes';
import { printTimes } from './printTimes';
import { fileOf, headersWith, refusal } from './protocol';

export interface Printer {
  /** Starts the hidden window ahead of a print that is likely to come. */
  readonly warmUp: () => void;
  /** Loads a document ahead of its print: the print then starts at once. */
  readonly prepare: (job: PrintJob) => Promise<undefined>;
  /** A PDF of one HTML document on a page of exactly the job's size. Prints one after the other. */
  readonly print: (job: PrintJob) => Promise<Result<Uint8Array>>;
  readonly close: () => void;
}

const IDLE_MS = 60_000;
const LONGEST_PRINT_MS = 180_000;
const ISOLATED_WORLD = 999;
const BLANK = '<!doctype html><title>Personarium</title>';
/**
 * On screen the document stays empty: it is laid out once, for the page, instead of twice. Fonts are then not fetched by
 * themselves, so all those its text needs are asked for before printing.
 */
const SCREEN_STYLE = '<style>@media screen{body{display:none}}</style>';
const WAIT_FOR_FONTS_AND_IMAGES = `(async () => {
  const text = document.body.textContent;
  const first = (range) => range.split(' ')[0];
  const name = (face) => first(face.style) + ' ' + first(face.weight) + ' 16px ' + face.family;
  const fonts = new Set([...document.fonts].map(name));
  await Promise.all([...fonts].map((font) => document.fonts.load(font, text)));
  await Promise.all([...document.images].map((image) => image.decode()));
})().then(() => '', String)`;

/**
 * Replaces the page's content and waits until it can be printed. Cheaper than a navigation, and still under the page's
 * policy, which lets no script of the document run.
 */
async function show(window: BrowserWindow, html: string): Promise<void> {
  const code = `document.open(); document.write(${JSON.stringify(html)}); document.close(); ${WAIT_FOR_FONTS_AND_IMAGES}`;
  const problem: unknown = await window.webContents.executeJavaScriptInIsolatedWorld(ISOLATED_WORLD, [{ code }]);
  if (problem !== '') throw new Error(`print page: ${String(problem)}`);
}

/** Prints posters in a hidden, sandboxed window with a session of its own that lives in memory only. */
export function createPrinter(): Printer {
  let printSession: Session | null = null;
  let window: BrowserWindow | null = null;
  let warm: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** What the page shows, ready to be printed. */
  let shown = '';

  const close = () => {
    clearTimeout(idle);
    window?.destroy();
    window = null;
    shown = '';
  };
  const openWindow = (): BrowserWindow => {
    printSession ??= printingSession();
    const opened = new BrowserWindow({
      show: false,
      webPreferences: { ...SAFE_PREFERENCES, session: printSession, backgroundThrottling: false },
    });
    // Chromium signs its files with the name of the browser: they are Personarium's.
    opened.webContents.setUserAgent(`Personarium ${app.getVersion()}`);
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    return opened;
  };
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(close, IDLE_MS);
  };
  const warmUp = () => {
    if (window) return;
    window = openWindow();
    shown = '';
    warm = window.loadURL(`${APP_SCHEME}://${PRINT_HOST}/`).catch(() => undefined);
    rest();
  };
  const load = async (target: BrowserWindow, html: string): Promise<void> => {
    if (shown === html) return;
    shown = '';
    await show(target, html.replace('<head>', `<head>${SCREEN_STYLE}`));
    shown = html;
  };
  const prepareNow = async (job: PrintJob): Promise<undefined> => {
    warmUp();
    await warm;
    const target = window;
    // A print tells what went wrong; preparing one only saves time.
    if (target) await unlessGone(target, () => load(target, job.html)).catch(close);
    rest();
    return undefined;
  };
  const printNow = async (job: PrintJob): Promise<Result<Uint8Array>> => {
    warmUp();
    clearTimeout(idle);
    await warm;
    const target = window;
    if (!target) return fail({ code: 'export-failed', detail: 'no print window' });
    try {
      const times = printTimes();
      const bytes = await unlessGone(target, async () => {
        await load(target, job.html);
        times.lap('load');
        return target.webContents.printToPDF(optionsOf(job));
      });
      times.lap('print');
      const page = exact(bytes, job);
      times.lap('patch');
      await times.tell(() => target.webContents.printToPDF(optionsOf(job)));
      // The document stays for a second print of it; the window that holds it goes when it rests.
      rest();
      return ok(page);
    } catch (error) {
      log('print-failed', errorCode(error));
      close();
      return fail({ code: 'export-failed', detail: error instanceof Error ? error.message : 'print' });
    }
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  return {
    warmUp,
    prepare: (job) => inTurn(() => prepareNow(job)),
    print: (job) => inTurn(() => printNow(job)),
    close,
  };
}

function optionsOf({ widthMm, heightMm }: PrintJob): PrintToPDFOptions {
  return {
    pageSize: { width: widthMm / 25.4, height: heightMm / 25.4 },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    preferCSSPageSize: false,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

function exact(pdf: Uint8Array, job: PrintJob): Uint8Array {
  const { widthMm, heightMm, cutMm = 0, bleedMm = 0, pages, title, lang, date } = job;
  const size = {
    width: pointsOfMm(widthMm),
    height: pointsOfMm(heightMm),
    trim: pointsOfMm(cutMm),
    bleed: pointsOfMm(cutMm - bleedMm),
  };
  const creator = `Personarium ${app.getVersion()}`;
  const sizes = pages?.map((page) => ({ width: pointsOfMm(page.widthMm), height: pointsOfMm(page.heightMm) }));
  const corrected = withExactPages(pdf, sizes ?? size, { title, lang, creator, date });
  // Another engine may build its files otherwise; its pages are then a quarter of a millimetre off at most.
  if (!corrected) log('pdf-boxes-left');
  return corrected ?? pdf;
}

/** Fails when the window's process ends or the work takes too long, instead of waiting for ever. */
async function unlessGone<T>(window: BrowserWindow, work: () => Promise<T>): Promise<T> {
  let stop: () => void = () => undefined;
  const gone = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), LONGEST_PRINT_MS);
    const onGone = () => reject(new Error('print process ended'));
    window.webContents.once('render-process-gone', onGone);
    stop = () => {
      clearTimeout(timer);
      if (!window.isDestroyed()) window.webContents.off('render-process-gone', onGone);
    };
  });
  try {
    return await Promise.race([work(), gone]);
  } finally {
    stop();
  }
}

/** A session in memory that serves one empty page, for the posters to be written into, and the fonts. */
function printingSession(): Session {
  const made = session.fromPartition('print', { cache: false });
  guardSession(made);
  made.protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url);
    if (url.pathname.startsWith('/fonts/')) return fontResponse(url.pathname);
    if (url.host !== PRINT_HOST || url.pathname !== '/') return refusal(404);
    return new Response(BLANK, {
      headers: { ...headersWith(PRINT_POLICY), 'content-type': 'text/html; charset=utf-8' },
    });
  });
  return made;
}

async function fontResponse(path: string): Promise<Response> {
  const file = fileOf(path);
  if (!file) return refusal(404);
  // Fonts are fetched across hosts: the documents name them where the interface has them.
  const headers = { ...headersWith(PRINT_POLICY), 'content-type': file.type, 'access-control-allow-origin': '*' };
  return new Response(file.bytes, { headers });
}
