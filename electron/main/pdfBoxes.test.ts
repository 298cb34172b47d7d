import { describe, expect, it } from 'vitest';
import { withExactPages } from './pdfBoxes';

/** A PDF built the way Chromium builds them: classic table, plain objects, pages possibly in a tree. */
function pdf(objects: readonly string[], { root = 1, tail = '' } = {}): Uint8Array {
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, index) => {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const at = text.length;
  text += `${table}trailer\n<</Size ${objects.length + 1}\n/Root ${root} 0 R${tail}>>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

const page = (box: string) => `<</Type /Page\n/MediaBox [${box}]\n/Parent 2 0 R>>`;
const A1 = { width: 2383.937, height: 1683.7795 };
const onePage = pdf([
  '<</Type /Catalog\n/Pages 2 0 R>>',
  '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
  page('0 0 2383.9199 1684.08'),
]);
const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');

describe('exact pages', () => {
  it('are appended: what was there stays as it was', () => {
    const exact = withExactPages(onePage, A1);
    expect(text(exact).startsWith(text(onePage))).toBe(true);
    expect(text(exact)).toContain(
      '/MediaBox [0 0.3005 2383.937 1684.08]\n/BleedBox [0 0.3005 2383.937 1684.08]\n/TrimBox [0 0.3005 2383.937 1684.08]',
    );
  });

  it('say what is cut out of them, and what is printed beyond the cut', () => {
    const exact = text(withExactPages(onePage, { width: 2383, height: 1684.08, trim: 42.5, bleed: 34 }));
    expect(exact).toContain('/MediaBox [0 0 2383 1684.08]');
    expect(exact).toContain('/BleedBox [34 34 2349 1650.08]');
    expect(exact).toContain('/TrimBox [42.5 42.5 2340.5 1641.58]');
  });

  it('have a size each where they are given one, and stay as they were where some are missing', () => {
    const two = pdf([
      '<</Type /Catalog\n/Pages 2 0 R>>',
      '<</Type /Pages\n/Count 2\n/Kids [3 0 R\n4 0 R]>>',
      page('0 0 842 842'),
      page('0 0 842 842'),
    ]);
    const upright = { width: 595, height: 842 };
    const exact = text(withExactPages(two, [upright, { width: 842, height: 595 }]));
    expect(exact.match(/\/MediaBox \[[^\]]*\]/g)?.slice(2)).toEqual([
      '/MediaBox [0 0 595 842]',
      '/MediaBox [0 247 842 842]',
    ]);
    expect(withExactPages(two, [upright])).toBeNull();
  });

  it('are found where the new table says', () => {
    const exact = text(withExactPages(onePage, A1));
    const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(exact)?.[1]);
    const [, number, offset] = /^xref\n(\d+) 1\n(\d{10}) 00000 n \n/.exec(exact.slice(at)) ?? [];
    expect(exact.slice(Number(offset))).toMatch(new RegExp(`^${number} 0 obj\n<</Type /Page\n`));
    expect(exact.slice(at)).toContain(`/Prev ${/startxref\n(\d+)/.exec(text(onePage))?.[1]}>>`);
  });

  it('are all of a tree', () => {
    const tree = pdf([
      '<</Type /Catalog\n/Pages 2 0 R>>',
      '<</Type /Pages\n/Count 2\n/Kids [3 0 R\n4 0 R]>>',
      page('0 0 600 800'),
      '<</Type /Pages\n/Count 1\n/Kids [5 0 R]>>',
      page('0 0 600 800'),
    ]);
    expect(text(withExactPages(tree, { width: 595.28, height: 799 })).match(/\/TrimBox/g)).toHaveLength(2);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no PDF', new TextEncoder().encode('hello')],
    ['a cut file', onePage.subarray(0, onePage.length - 20)],
    ['no catalog', pdf(['<</Type /Catalog>>'])],
    ['a page without a box', pdf(['<</Pages 2 0 R>>', '<</Type /Page>>'])],
    ['a reference into nowhere', pdf(['<</Pages 9 0 R>>'])],
    ['pages that contain themselves', pdf(['<</Pages 2 0 R>>', '<</Type /Pages /Kids [2 0 R]>>'])],
  ])('leave %s alone', (_what, bytes) => {
    expect(withExactPages(bytes, A1)).toBeNull();
  });
});

describe('what a PDF says of itself', () => {
  const info =
    "<</Title (Carte)\n/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Personarium/0.1.0)\n/Producer (Skia/PDF m130)\n/CreationDate (D:20261127051717+00'00')\n/ModDate (D:20261127051717+00'00')>>";
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
    page('0 0 600 800'),
    info,
  ];
  const about = { title: 'Été & œuvre', lang: 'fr', creator: 'Personarium 0.1.0' } as const;
  const made = pdf(objects, { tail: '\n/Info 4 0 R' });
  const later = pdf([...objects.slice(0, 3), info.replaceAll('0517', '0944')], { tail: '\n/Info 4 0 R' });
  const described = (bytes: Uint8Array, date?: string) =>
    withExactPages(bytes, { width: 600, height: 800 }, { ...about, date });

  it('names the program and no system, in place', () => {
    const told = text(described(made));
    expect(told).toContain('/Creator (Personarium 0.1.0)');
    expect(told).not.toMatch(/Mozilla|Linux/);
    expect(told.indexOf('xref')).toBe(text(made).indexOf('xref'));
  });

  it('holds its title, language and moment as XMP, found from the catalog', () => {
    const told = Buffer.from(described(made) ?? []).toString('utf8');
    expect(told).toContain('<rdf:li xml:lang="x-default">Été &#38; œuvre</rdf:li>');
    expect(told).toContain('<rdf:li>fr</rdf:li>');
    expect(told).toContain('<xmp:CreateDate>2026-11-27T05:17:17Z</xmp:CreateDate>');
    expect(told).toContain('/Metadata 5 0 R');
    expect(told).toMatch(/5 0 obj\n<<\/Type \/Metadata/);
    const last = told.slice(told.lastIndexOf('trailer'));
    expect(last).toMatch(/\/Size 6/);
    expect(last).toMatch(/\/ID \[<([0-9A-F]{32})> <\1>\]/);
  });

  it('is the same bytes for the same content and day, and has the same identifier whenever it was made', () => {
    const [one, other] = [described(made, '2026-11-22'), described(later, '2026-11-22')];
    expect(text(one) === text(other)).toBe(true);
    expect(text(one)).toContain("/ModDate (D:20261122000000+00'00')");
    expect(text(one)).toContain('<xmp:ModifyDate>2026-11-22T00:00:00Z</xmp:ModifyDate>');
    const id = (bytes: Uint8Array | null) => /\/ID (\[.*\])/.exec(text(bytes))?.[1];
    expect(id(described(made))).toBe(id(described(later)));
    expect(text(described(made)) === text(described(later))).toBe(false);
  });
});
