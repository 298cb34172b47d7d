import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JourneyMapDoc, Note } from '../../shared/boards/journey-map/model';
import { lanesInOrder } from '../../shared/boards/journey-map/order';
import { shownStages, shownSteps } from '../../shared/boards/journey-map/shown';
import { buildReport, filledParts } from '../../shared/report/buildReport';
import { reportMarkdown } from '../../shared/report/markdown';
import { REPORT_PARTS, type Report, type ReportBlock } from '../../shared/report/model';
import { arbitraryReportSource } from '../support/arbitraryReport';
import { sampleReport, sampleReportSource } from '../support/sampleReport';

const request = { lang: 'fr', parts: REPORT_PARTS, today: '2026-11-27' } as const;

const blocksOf = (blocks: readonly ReportBlock[]): readonly ReportBlock[] =>
  blocks.flatMap((block) => (block.kind === 'sheet' ? [block, ...blocksOf(block.text)] : [block]));
const allBlocks = ({ sections }: Report) => sections.flatMap(({ blocks }) => blocksOf(blocks));
const markdownOf = (report: Report): string => new TextDecoder().decode(reportMarkdown(report));

describe('the report of any workshop', () => {
  it('has whole tables and ids that are there once', () => {
    fc.assert(
      fc.property(arbitraryReportSource, (source) => {
        const report = buildReport(source, request);
        const ids: string[] = report.sections.map(({ id }) => id);
        for (const block of allBlocks(report)) {
          if (block.kind === 'heading' || block.kind === 'sheet') ids.push(block.id);
          if (block.kind !== 'table') continue;
          expect(block.rows.length).toBeGreaterThan(0);
          for (const cells of block.rows) expect(cells).toHaveLength(block.columns.length);
        }
        expect(new Set(ids).size).toBe(ids.length);
        expect(buildReport(source, request)).toEqual(report);
        expect(filledParts(source, request)).toEqual(report.sections.map(({ part }) => part));
      }),
      { numRuns: 25 },
    );
  });

  it('says every note that a journey shows', () => {
    fc.assert(
      fc.property(arbitraryReportSource, (source) => {
        const report = buildReport(source, { ...request, parts: ['journeys'] });
        const said = JSON.stringify(report.sections);
        for (const { doc } of source.boards) {
          if (doc.kind !== 'journey-map') continue;
          const map = doc as JourneyMapDoc;
          const rows = new Set<string>(lanesInOrder(map).flatMap(({ id, hidden }) => (hidden ? [] : [id])));
          const stages = new Map(shownStages(map).map(({ id }) => [id, shownSteps(map, id).map((step) => step.id)]));
          const shown = Object.values<Note>(map.notes).filter(
            ({ laneId, stageId, stepId }) =>
              rows.has(laneId) && stages.has(stageId) && (stepId === null || stages.get(stageId)?.includes(stepId)),
          );
          for (const { text } of shown)
            for (const word of text.split(/\s+/)) if (/^\p{L}+$/u.test(word)) expect(said).toContain(word);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is text whatever is typed: no title makes Markdown of its own', () => {
    const source = sampleReportSource('fr');
    const text = markdownOf(
      buildReport({ ...source, workshop: { ...source.workshop, title: '# 1. | *Salon* <b>' } }, request),
    );
    expect(text.split('\n')[0]).toBe('# \\# 1. \\| \\*Salon\\* \\<b\\>');
  });
});

describe('the report of the sample as Markdown', () => {
  it.each([
    [
      'fr',
      [
        'Sommaire',
        'Personas',
        'Cartes d’empathie',
        'Parcours',
        'Rapport de friction',
        'Plan d’action',
        'Preuves',
        'Participants',
        'Glossaire',
      ],
    ],
    [
      'en',
      [
        'Contents',
        'Personas',
        'Empathy maps',
        'Journeys',
        'Friction report',
        'Action plan',
        'Evidence',
        'Participants',
        'Glossary',
      ],
    ],
  ] as const)('has every part, in order, in %s', (lang, titles) => {
    const text = markdownOf(sampleReport(lang));
    expect([...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(titles);
  });

  it('links its contents to headings that are there, each to another', () => {
    const text = markdownOf(sampleReport('en'));
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1] ?? '');
    expect(links).toContain('friction-report');
    expect(new Set(links).size).toBe(links.length);
    const slug = (title: string) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-');
    const headings = new Set([...text.matchAll(/^#{1,3} (.*)$/gm)].map((match) => slug(match[1] ?? '')));
    for (const link of links) expect(headings).toContain(link.replace(/-\d+$/, ''));
  });

  it('ranks frictions with what they come from, and plans with who does what', () => {
    const text = markdownOf(sampleReport('fr'));
    expect(text).toContain('| 1 | Tchat du SAV<br>Après-vente & fidélisation | 74 | −1,7 | Creux −1,7');
    expect(text).toContain('Toute l’étape\u00A0: gravité 5/5, Trois jours d’attente au SAV');
    expect(text).toContain(
      '| Trouver ma paire en quatre questions<br>Considération | À faire d’abord | 5/5, 3/5 | 7 | Digital |',
    );
  });

  it('counts delays from the day it is made on', () => {
    const source = sampleReportSource('en');
    const boards = source.boards.map((board) => {
      if (board.doc.kind !== 'journey-map') return board;
      const map = board.doc as JourneyMapDoc;
      const notes = Object.fromEntries(
        Object.entries<Note>(map.notes).map(([id, note]) => [
          id,
          note.impact === 5 ? { ...note, due: '2026-11-25' } : note,
        ]),
      );
      return { ...board, doc: { ...map, notes } as unknown as typeof board.doc };
    });
    const text = markdownOf(buildReport({ ...source, boards }, { ...request, lang: 'en', parts: ['plan'] }));
    expect(text).toContain('25\u00A0Nov\u00A02026<br>2 days overdue');
  });
});
