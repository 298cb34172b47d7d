import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../shared/report/buildReport';
import { reportDocx } from '../../shared/report/docx/reportDocx';
import { REPORT_PARTS, type Report } from '../../shared/report/model';
import { arbitraryReportSource } from '../support/arbitraryReport';
import { sampleReport } from '../support/sampleReport';

const PIXEL = new Uint8Array([137, 80, 78, 71]);
const docxOf = (report: Report, ids: readonly string[] = []) =>
  reportDocx(report, {
    sheet: 'A4',
    today: '2026-11-27',
    pageOf: new Map([['plan', 28]]),
    pictures: new Map(ids.map((id) => [id, { png: PIXEL, width: 297, height: 160 }])),
  });
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, inside]) => [name, strFromU8(inside)]));

/** Throws where it is no XML. */
function parsed(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

describe('the report as a document of a word processor', () => {
  it('is well formed whatever the workshop says, and the same for the same', () => {
    fc.assert(
      fc.property(arbitraryReportSource, (source) => {
        const report = buildReport(source, { lang: 'fr', parts: REPORT_PARTS, today: '2026-11-27' });
        const bytes = docxOf(report, ['persona-1', 'journey-1']);
        expect(docxOf(report, ['persona-1', 'journey-1'])).toEqual(bytes);
        for (const [name, text] of Object.entries(partsOf(bytes))) if (!name.endsWith('.png')) parsed(text);
      }),
      { numRuns: 15 },
    );
  });

  it('has headings as headings, no question at opening, tables with heads that come again, its language and its title', () => {
    const parts = partsOf(docxOf(sampleReport('fr')));
    const text = parts['word/document.xml'] ?? '';
    const headings = (level: number) =>
      [...text.matchAll(new RegExp(`<w:pStyle w:val="Heading${level}"/>.*?</w:p>`, 'g'))].map(([found]) =>
        found.replace(/<[^>]*>/g, ''),
      );
    expect(headings(1)).toEqual(
      REPORT_PARTS.map((part) => sampleReport('fr').sections.find((one) => one.part === part)?.title),
    );
    expect(headings(2)).toContain('Changer de chaussures de course');
    expect(headings(3)).toContain('1. Prise de conscience');
    // A question at every opening is no way to get page numbers.
    expect(parts['word/settings.xml']).not.toContain('updateFields');
    expect(text.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(10);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="fr-FR"');
    expect(parts['docProps/core.xml']).toContain('<dc:title>Boutique Commerce, rapport d’atelier</dc:title>');
  });

  it('links each line of the contents to a bookmark that is there', () => {
    const text = partsOf(docxOf(sampleReport('en')))['word/document.xml'] ?? '';
    const bookmarks = new Set(
      [...text.matchAll(/w:bookmarkStart w:id="\d+" w:name="([^"]*)"/g)].map((match) => match[1]),
    );
    const links = [...text.matchAll(/w:hyperlink w:anchor="([^"]*)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(15);
    for (const link of links) expect(bookmarks).toContain(link);
    const fields = [
      ...text.matchAll(/fldCharType="begin" w:dirty="true"\/><\/w:r><w:r><w:instrText[^>]*> PAGEREF (\S+) \\h /g),
    ];
    expect(fields.map((match) => match[1])).toEqual(links);
    const line = /<w:pStyle w:val="TOC1"\/>(?:(?!<\/w:p>).)*Action plan.*?<\/w:p>/.exec(text)?.[0] ?? '';
    expect(line.replace(/<w:instrText.*?<\/w:instrText>|<[^>]*>/g, '')).toBe('Action plan28');
  });

  it('shows boards as pictures with their description, across where they lie across', () => {
    const parts = partsOf(docxOf(sampleReport('fr'), ['persona-1', 'journey-1']));
    const text = parts['word/document.xml'] ?? '';
    expect([...text.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'Fiche du persona Solène Marchand',
      'Parcours «\u00A0Changer de chaussures de course\u00A0»',
    ]);
    expect(text.match(/w:orient="landscape"/g)).toHaveLength(1);
    expect(Object.keys(parts).filter((name) => name.endsWith('.png'))).toHaveLength(2);
  });
});
