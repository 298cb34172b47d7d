import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../shared/report/buildReport';
import { REPORT_PARTS, type Report } from '../../shared/report/model';
import { layPages, type ReportPage } from '../../shared/report/pages/layPages';
import { pageScenes } from '../../shared/report/pages/pageScenes';
import type { ReportSheet } from '../../shared/report/pages/pageType';
import { placedScene } from '../../shared/report/pages/placedScene';
import { reportWords } from '../../shared/report/reportWords';
import type { Primitive, Scene } from '../../shared/scene/primitives';
import { sheetSize } from '../../shared/scene/sheet';
import { leftOf } from '../../shared/scene/textLine';
import { eachText } from '../../shared/scene/walkScene';
import { plainMeasurer } from '../support/arbitraryJourneyMap';
import { arbitraryReportSource } from '../support/arbitraryReport';
import { fontkitMeasurer } from '../support/fontkitMeasurer';
import { sampleReport } from '../support/sampleReport';
import { samplePoster } from '../support/sampleScenes';

const pagesOf = (report: Report, measure = plainMeasurer, sheet: ReportSheet = 'A4') => {
  const ids = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'sheet' ? [block.id] : [])),
  );
  return layPages(report, { sheet, measure, tooSmall: new Set(ids) });
};

const scenesOf = (report: Report, pages: readonly ReportPage[], measure = plainMeasurer): readonly Scene[] =>
  pageScenes(pages, report, {
    measure,
    lang: report.lang,
    r: reportWords(report.lang),
    brand: 'Personarium',
    scenes: new Map(),
  });

const wordsOn = (items: readonly Primitive[]): string => {
  const words: string[] = [];
  eachText(items, ({ text }) => words.push(text));
  return words.join(' ');
};

/** Where each heading stands, by its anchor: the number of its page. */
function anchors(scenes: readonly Scene[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (items: readonly Primitive[], page: number): void => {
    for (const item of items) {
      if (item.type !== 'group') continue;
      if (item.anchor !== undefined) found.set(item.anchor, page);
      visit(item.children, page);
    }
  };
  for (const [at, scene] of scenes.entries()) visit(scene.items, at + 1);
  return found;
}

describe('the pages of any report', () => {
  it('are numbered truly in the contents, and every line of those leads to a heading', () => {
    fc.assert(
      fc.property(arbitraryReportSource, fc.constantFrom<ReportSheet>('A4', 'Letter'), (source, sheet) => {
        const report = buildReport(source, { lang: 'fr', parts: REPORT_PARTS, today: '2026-11-27' });
        const pages = pagesOf(report, plainMeasurer, sheet);
        const found = anchors(scenesOf(report, pages));
        const entries = pages.flatMap((page) => (page.kind === 'contents' ? page.entries : []));
        for (const { id, page } of entries) expect([id, found.get(id)]).toEqual([id, page]);
        for (const { id } of report.sections) expect(entries.map((entry) => entry.id)).toContain(id);
      }),
      { numRuns: 15 },
    );
  });

  it('lose no word, and keep each within the page', () => {
    fc.assert(
      fc.property(arbitraryReportSource, (source) => {
        const report = buildReport(source, { lang: 'en', parts: REPORT_PARTS, today: '2026-11-27' });
        const scenes = scenesOf(report, pagesOf(report));
        const said = scenes.map(({ items }) => wordsOn(items)).join(' ');
        for (const { blocks } of report.sections)
          for (const block of blocks) {
            if (block.kind !== 'table') continue;
            for (const word of block.rows
              .flat()
              .join(' ')
              .split(/[^\p{L}]+/u))
              if (word.length < 8) expect(said).toContain(word);
          }
        for (const { items, width, height } of scenes)
          eachText(items, (line) => {
            expect(leftOf(line)).toBeGreaterThan(0);
            expect(leftOf(line) + line.width).toBeLessThan(width);
            expect(line.y).toBeLessThan(height);
          });
      }),
      { numRuns: 15 },
    );
  });
});

describe('the pages of the sample', () => {
  const report = sampleReport('fr');
  const pages = layPages(report, { sheet: 'A4', measure: fontkitMeasurer, tooSmall: new Set() });

  it('begin with a cover and contents, and give each persona and each board a page', () => {
    expect(pages.slice(0, 2).map(({ kind }) => kind)).toEqual(['cover', 'contents']);
    const sheets = pages.flatMap((page) =>
      page.kind === 'sheet' ? [`${page.block.title}, ${page.block.orientation}`] : [],
    );
    expect(sheets).toEqual([
      'Solène Marchand, portrait',
      'Nadia Benali, portrait',
      'Dans la tête de Solène, landscape',
      'Changer de chaussures de course, landscape',
      'Changer sans se perdre, landscape',
      'Choisir un service de documents, landscape',
    ]);
  });

  it('hold titles of any length: whole above what they head, their beginning in the contents and on the cover', () => {
    const long = 'Une carte au titre sans fin '.repeat(700);
    const blocks = [
      { kind: 'heading', level: 2, id: 'long', text: long },
      { kind: 'paragraph', look: 'plain', text: 'Fin.' },
    ] as const;
    const own: Report = { ...report, title: long, sections: [{ part: 'plan', id: 'plan', title: 'Plan', blocks }] };
    const laid = layPages(own, { sheet: 'A4', measure: fontkitMeasurer, tooSmall: new Set() });
    const scenes = scenesOf(own, laid, fontkitMeasurer);
    for (const { items, height } of scenes) eachText(items, ({ y }) => expect(y).toBeLessThan(height));
    const texts = laid.flatMap((page, at) => (page.kind === 'text' ? [wordsOn(scenes[at]?.items ?? [])] : []));
    expect(texts.join(' ').match(/sans fin/g)?.length).toBeGreaterThanOrEqual(700);
  });

  it('draw a board smaller: its title heads a page of the report, its other headings are text', () => {
    const board = samplePoster('fr', 0, sheetSize('A4', 'landscape'));
    const { items, isHeaded, scale } = placedScene(
      board,
      { x: 10, y: 20, w: board.width / 2, h: board.height / 2 },
      'here',
    );
    expect([isHeaded, scale]).toEqual([true, 0.5]);
    const roles: string[] = [];
    const visit = (list: readonly Primitive[]): void => {
      for (const item of list) {
        if (item.type !== 'group') continue;
        if (item.role) roles.push(item.anchor ? `${item.role} ${item.anchor}` : item.role);
        visit(item.children);
      }
    };
    visit(items);
    expect(roles.filter((role) => role.startsWith('h'))).toEqual(['h2 here']);
    const sizes = (list: readonly Primitive[]) => {
      const found: number[] = [];
      eachText(list, ({ font, x, width }) => found.push(font.size, x, width));
      return found;
    };
    const before = sizes(board.items);
    sizes(items).forEach((value, at) => {
      expect(value).toBeCloseTo((before[at] ?? 0) * 0.5 + (at % 3 === 1 ? 10 : 0), 6);
    });
  });

  it('part a text between its lines only when it is higher than a page', () => {
    const long = 'Un mot après l’autre. '.repeat(900);
    const blocks = [{ kind: 'paragraph', look: 'plain', text: long }] as const;
    const own: Report = { ...report, sections: [{ part: 'plan', id: 'plan', title: 'Plan', blocks }] };
    const laid = layPages(own, { sheet: 'A4', measure: fontkitMeasurer, tooSmall: new Set() });
    const scenes = scenesOf(own, laid, fontkitMeasurer);
    expect(laid.length).toBeGreaterThan(3);
    expect(
      scenes
        .map(({ items }) => wordsOn(items))
        .join(' ')
        .match(/après/g),
    ).toHaveLength(900);
  });
});
