import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { smallJourney } from '../../tests/support/journeyCommands';
import { bundleOf, FACTS } from '../../tests/support/workshopBundles';
import { fileProblems } from '../file/fileProblems';
import { readWorkshopFile, writeWorkshopFile } from '../file/workshopFile';
import { concatBytes, pngChunk, pngEnd, pngStart } from '../scene/png';
import { bytesOf, indexOfText, lastIndexOfText, textAt } from './byteSearch';
import { type CarrierKind, carrierKind } from './carried';
import { carryWorkshop } from './carry';
import { fromPng } from './pngCarrier';

const WORKSHOP_BYTES = writeWorkshopFile(bundleOf(smallJourney()), FACTS);
const FILE = { bytes: WORKSHOP_BYTES, name: 'Été à Nantes.personarium' };

/** A PDF built the way the app builds them: classic table, plain objects. */
function pdf(catalog = '<</Type /Catalog\n/Pages 3 0 R\n/Lang (fr)>>'): Uint8Array {
  const objects = ["<</CreationDate (D:20261122000000+00'00')>>", catalog, '<</Type /Pages\n/Count 0\n/Kids []>>'];
  let text = '%PDF-1.4\n%\u00D3\u00EB\u00E9\u00E1\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, at) => {
    table += `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  });
  const id = 'A'.repeat(32);
  return bytesOf(
    `${text}${table}trailer\n<</Size 4\n/Root 2 0 R\n/Info 1 0 R\n/ID [<${id}> <${id}>]>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

const png = concatBytes([
  pngStart({ width: 1, height: 1, dpi: 96 }),
  pngChunk('IDAT', zlibSync(Uint8Array.of(0, 1, 2, 3))),
  pngEnd(),
]);
const svg = new TextEncoder().encode(
  '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"><title>Été &lt;workshop</title></svg>\n',
);
const POSTERS: Readonly<Record<CarrierKind, Uint8Array>> = { pdf: pdf(), png, svg };
const KINDS: readonly CarrierKind[] = ['pdf', 'png', 'svg'];

function carrying(kind: CarrierKind, file = FILE): Uint8Array {
  const carrier = carryWorkshop(POSTERS[kind], kind, file);
  if (!carrier.ok) throw new Error(JSON.stringify(carrier.error));
  return carrier.value;
}

const failure = (bytes: Uint8Array, name = 'affiche') => {
  const read = readWorkshopFile(bytes, name);
  return read.ok ? 'opened' : read.error;
};

describe('a workshop inside a poster', () => {
  it.each(KINDS)('is read out of a %s as from its own file', (kind) => {
    const bytes = carrying(kind);
    expect(carrierKind(bytes)).toBe(kind);
    expect(readWorkshopFile(bytes, 'affiche')).toEqual(readWorkshopFile(WORKSHOP_BYTES, 'affiche'));
    expect(fileProblems(bytes, 'affiche')).toEqual([]);
  });

  it.each(KINDS)('leaves the poster in a %s as it was, and gives the same bytes twice', (kind) => {
    const bytes = carrying(kind);
    expect(carrying(kind)).toEqual(bytes);
    const end = kind === 'pdf' ? POSTERS.pdf.length : kind === 'png' ? POSTERS.png.length - 12 : POSTERS.svg.length - 7;
    expect(bytes.subarray(0, end)).toEqual(POSTERS[kind].subarray(0, end));
  });

  it.each(KINDS)('says that a %s holds none', (kind) => {
    expect(failure(POSTERS[kind])).toEqual({
      code: 'no-workshop-inside',
      name: 'affiche',
      kind: kind.toUpperCase(),
    });
  });

  it('is attached to a PDF as the source of the whole document, under its own name', () => {
    const text = textAt(carrying('pdf'), 0, 1e9);
    expect(text).toContain('/Subtype /application#2Fvnd.personarium+zip');
    expect(text).toContain("/ModDate (D:20261122000000+00'00')");
    expect(text).toContain('/AFRelationship /Source');
    expect(text).toMatch(
      /\/Pages 3 0 R\n\/Lang \(fr\)\n\/Names <<\/EmbeddedFiles <<\/Names \[<FEFF00c9007400e9[0-9a-f]*> 5 0 R\]>>>>\n\/AF \[5 0 R\]>>/,
    );
    expect(text).toMatch(
      /\/Size 6\n[^>]*\/ID \[<A{32}> <(?!A{32})[0-9A-F]{32}>\]\n\/Prev \d+>>\nstartxref\n\d+\n%%EOF\n$/,
    );
    const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    const [, objectAt] = /^xref\n4 1\n(\d{10}) 00000 n \n/.exec(text.slice(at)) ?? [];
    expect(text.slice(Number(objectAt))).toMatch(/^4 0 obj\n<<\/Type \/EmbeddedFile/);
  });

  it('goes into a PDF once: one with attachments, or of another make, is left alone', () => {
    expect(carryWorkshop(carrying('pdf'), 'pdf', FILE).ok).toBe(false);
    expect(carryWorkshop(bytesOf('%PDF-1.7\nxref stream\n%%EOF'), 'pdf', FILE).ok).toBe(false);
    expect(carryWorkshop(png.subarray(0, 40), 'png', FILE).ok).toBe(false);
  });

  it('is found in a PDF that another program wrote anew, packed and with its length elsewhere', () => {
    const packed = zlibSync(WORKSHOP_BYTES);
    const rewritten = concatBytes([
      bytesOf(
        '%PDF-1.7\n7 0 obj\n<< /Type/EmbeddedFile/Subtype/application#2fvnd.personarium#2bzip /Filter /FlateDecode /Length 8 0 R >>\nstream\r\n',
      ),
      packed,
      bytesOf(`\nendstream\nendobj\n8 0 obj\n${packed.length}\nendobj\nstartxref\n9\n%%EOF\n`),
    ]);
    expect(failure(rewritten)).toBe('opened');
  });

  it('is found in an SVG that a drawing program wrote anew', () => {
    const text = textAt(carrying('svg'), 0, 1e9);
    const base64 = />([\w+/=]+)<\/personarium:workshop>/.exec(text)?.[1] ?? '';
    const wrapped = base64.replace(/.{76}/g, '$&\n     ');
    const rewritten = `<svg:svg xmlns:svg='http://www.w3.org/2000/svg' xmlns:ns1='urn:personarium:workshop'>
      <svg:metadata><ns1:workshop encoding='base64' type='application/vnd.personarium+zip'>\n${wrapped}\n</ns1:workshop></svg:metadata></svg:svg>`;
    expect(failure(bytesOf(rewritten))).toBe('opened');
  });

  it('takes several chunks of a PNG in their order, whatever order they stand in, and misses none', () => {
    const noise = new Uint8Array(9_000_000).map((_, at) => (at * 31) ^ (at >> 8) ^ (at >> 20));
    const bytes = carrying('png', { ...FILE, bytes: noise });
    const first = indexOfText(bytes, 'peRs') - 4;
    const second = indexOfText(bytes, 'peRs', first + 8) - 4;
    const third = indexOfText(bytes, 'peRs', second + 8) - 4;
    const swapped = concatBytes([
      bytes.subarray(0, first),
      bytes.subarray(second, third),
      bytes.subarray(first, second),
      bytes.subarray(third),
    ]);
    const found = fromPng(swapped, 1e8);
    expect(typeof found === 'string' ? found : Buffer.compare(found, noise)).toBe(0);
    expect(fromPng(swapped, 8_999_999)).toBe('too-large');
    expect(failure(concatBytes([bytes.subarray(0, first), bytes.subarray(second)]))).toMatchObject({
      code: 'file-invalid',
      where: 'PNG',
    });
  });
});

describe('a poster that is damaged or means harm', () => {
  it.each(KINDS)('is refused in one sentence when a %s is cut before the end of the workshop', (kind) => {
    const bytes = carrying(kind);
    const end = lastIndexOfText(bytes, kind === 'pdf' ? '\nendstream' : kind === 'png' ? 'IEND' : '</personarium');
    fc.assert(
      fc.property(fc.nat(end - 5), (length) => {
        // What stands before the update of a PDF is a whole PDF.
        const codes = /^(file-truncated|file-not-ours|no-workshop-inside|file-invalid)$/;
        expect(failure(bytes.subarray(0, length))).toMatchObject({ code: expect.stringMatching(codes) });
      }),
      { numRuns: 300 },
    );
  });

  it.each(KINDS)('opens whole or not at all when bytes of a %s are changed', (kind) => {
    const bytes = carrying(kind);
    const whole = readWorkshopFile(WORKSHOP_BYTES, 'affiche');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const changed = bytes.slice();
          for (const [at, value] of changes) changed[at] = value;
          const read = readWorkshopFile(changed, 'affiche');
          if (read.ok) expect(Object.keys(read.value.docs)).toEqual(whole.ok ? Object.keys(whole.value.docs) : []);
          else expect(read.error.code).toMatch(/^(file-|no-workshop-inside)/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is not unpacked beyond what a part of a workshop may be', () => {
    const packed = zlibSync(new Uint8Array(20 * 1024 * 1024), { level: 9 });
    const bomb = concatBytes([
      bytesOf(
        `%PDF-1.7\n7 0 obj\n<</Type /EmbeddedFile /Subtype /application#2Fvnd.personarium+zip /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`,
      ),
      packed,
      bytesOf('\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
    ]);
    expect(failure(bomb)).toMatchObject({ code: 'file-too-large' });
  });

  it('is not believed about its lengths, and holds no second poster', () => {
    const lying = textAt(carrying('pdf'), 0, 1e9).replace(/\/Length \d+>>/, '/Length 9999999999>>');
    expect(failure(bytesOf(lying))).toMatchObject({ code: 'file-truncated' });
    const long = carrying('png').slice();
    new DataView(long.buffer).setUint32(indexOfText(long, 'peRs') - 4, 0xffff_ffff);
    expect(failure(long)).toMatchObject({ code: 'file-truncated' });
    const nested = carrying('svg', { ...FILE, bytes: carrying('png') });
    expect(failure(nested)).toMatchObject({ code: 'file-not-ours' });
  });

  it('is looked through in bounded time, however many attachments it names', () => {
    const many = `%PDF-1.7\n${'/EmbeddedFile '.repeat(200_000)}\n%%EOF\n`;
    expect(failure(bytesOf(many))).toMatchObject({ code: 'no-workshop-inside' });
  });

  it('is not taken for a workshop because it speaks of one', () => {
    const talk = '<svg xmlns="http://www.w3.org/2000/svg"><text>application/vnd.personarium+zip</text></svg>';
    expect(failure(bytesOf(talk))).toMatchObject({ code: 'no-workshop-inside', kind: 'SVG' });
    expect(failure(bytesOf('<html><svg></svg></html>'))).toMatchObject({ code: 'file-not-ours' });
  });
});
