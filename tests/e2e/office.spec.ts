import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { pdfInfo, pdfText, pdfWords } from '../support/pdfFacts';
import { personarium } from './commandLine';

/** Presentations and Word documents as an office suite shows them, where one is installed: it is larger than all the rest of the set-up. */
const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
test.skip(!hasOffice, 'LibreOffice is not installed');

const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u200B\u00AD]+/g, '');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Texts of the parts of an office file, paragraph by paragraph. */
async function paragraphsOf(path: string, part: RegExp, paragraph: string, run: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(path)))) {
    if (!part.test(name)) continue;
    for (const [, inside = ''] of strFromU8(bytes).matchAll(
      new RegExp(`<${paragraph}(?: [^>]*)?>(.*?)</${paragraph}>`, 'gs'),
    ))
      texts.push(
        [...inside.matchAll(new RegExp(`<${run}(?: [^>]*)?>(.*?)</${run}>`, 'gs'))]
          .map(([, text = '']) => text.replace(/&(\w+);/g, (all, entity: string) => ENTITIES[entity] ?? all))
          .join(''),
      );
  }
  return texts.filter((text) => text.trim() !== '');
}

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'personarium-office-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes a file and has the office suite print it. */
async function printed(
  words: readonly string[],
  name: string,
): Promise<{ readonly file: string; readonly pdf: string }> {
  const file = join(folder, name);
  expect(await personarium(['export', '--sample', ...words, '--out', file])).toMatchObject({ code: 0 });
  const own = `-env:UserInstallation=file://${folder}/office`;
  execFileSync('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' });
  return { file, pdf: file.replace(/\.\w+$/, '.pdf') };
}

const isOn = (widthPt: number, heightPt: number) => (word: { x: number; right: number; top: number; bottom: number }) =>
  word.x >= 0 && word.top >= 0 && word.right <= widthPt && word.bottom <= heightPt;

test('a presentation shows every text of its slides, and nothing off them', async () => {
  const { file, pdf } = await printed(['--format', 'pptx', '--lang', 'fr'], 'slides.pptx');
  const texts = await paragraphsOf(file, /^ppt\/slides\/slide\d+\.xml$/, 'a:p', 'a:t');
  expect(texts.length).toBeGreaterThan(300);
  const { pages, widthMm, heightMm } = pdfInfo(pdf);
  const slides = Object.keys(unzipSync(await readFile(file))).filter((name) => /^ppt\/slides\/slide\d+/.test(name));
  expect(pages).toBe(slides.length);
  const words = pdfWords(pdf);
  expect(words.length).toBeGreaterThan(1000);
  const on = isOn((widthMm * 72) / 25.4, (heightMm * 72) / 25.4);
  expect(words.filter((word) => !on(word)).map(({ text }) => text)).toEqual([]);
  const shown = squeezed(pdfText(pdf));
  expect(texts.filter((text) => !shown.includes(squeezed(text)))).toEqual([]);
});

test('a report as a Word document shows every text', async () => {
  const { file, pdf } = await printed(['--report', '--format', 'docx', '--lang', 'en'], 'report.docx');
  const texts = await paragraphsOf(file, /^word\/document\.xml$/, 'w:p', 'w:t');
  expect(texts.length).toBeGreaterThan(500);
  const shown = squeezed(pdfText(pdf));
  // Numbers of the contents are the office suite's own, and right.
  const pages = pdfText(pdf).split('\f');
  const contents = [...(pages[1] ?? '').matchAll(/^\s*(\S.*?)[\s.]*?(\d+)\s*$/gm)].map(([, text = '', page]) => ({
    text: squeezed(text).replace(/\.+$/, ''),
    page: Number(page),
  }));
  const pagesOf = (text: string) =>
    pages.flatMap((page, at) => (at > 1 && page.split('\n').some((line) => squeezed(line) === text) ? [at + 1] : []));
  const found = contents.filter(({ text }) => pagesOf(text).length > 0);
  expect(found.length).toBeGreaterThan(15);
  for (const { text, page } of found) expect(pagesOf(text), text).toContain(page);
  expect(new Set(found.map(({ page }) => page)).size).toBeGreaterThan(8);
  const missing = texts.filter(
    (text) => !shown.includes(squeezed(text)) && !shown.includes(squeezed(text.replace(/\d+$/, ''))),
  );
  expect(missing).toEqual([]);
});
