import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateParts, dayOf, detectDateOrder, isoDay, parseDateCell } from './dateCell';
import { detectDelimiter, sepLine } from './delimiter';
import { detectEncoding } from './encoding';
import { detectDecimal, parseNumberCell } from './numberCell';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe('encoding', () => {
  it('is told by its byte order mark', () => {
    expect(detectEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('utf-8');
    expect(detectEncoding(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toBe('utf-16le');
    expect(detectEncoding(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toBe('utf-16be');
  });

  it('is told by its bytes without one', () => {
    expect(detectEncoding(utf8('prénom;âge\n'))).toBe('utf-8');
    expect(detectEncoding(latin('prénom;âge\n'))).toBe('windows-1252');
    expect(detectEncoding(utf16('age;ville\n', true))).toBe('utf-16le');
    expect(detectEncoding(utf16('age;ville\n', false))).toBe('utf-16be');
    expect(detectEncoding(utf8('age;city\n'))).toBe('utf-8');
  });

  it('is Mac Roman where letters of French stand in words only so', () => {
    const macSigns = new TextDecoder('macintosh').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const windowsSigns = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const as = (signs: string, text: string) => Uint8Array.from(text, (sign) => signs.indexOf(sign));
    for (const text of [
      'prénom;âge\nRezé;12\n',
      '« Où ça ? », dit-elle. L’été, c’est l’œuvre d’Hélène…',
      'PRÉNOM;VILLE\nZOÉ;NANTES\nPREMIÈRE;À VOIR\n',
    ]) {
      expect(detectEncoding(as(macSigns, text))).toBe('macintosh');
      expect(detectEncoding(as(windowsSigns, text))).toBe('windows-1252');
    }
    // Quotes, dashes, œ and signs of money beside letters are no letters of Mac Roman.
    const english = '“Don’t—really…” ‘so’ – Brand™ costs €5, says Šárka • cœur';
    expect(detectEncoding(as(windowsSigns, english))).toBe('windows-1252');
  });

  it('refuses null bytes that no text has', () => {
    expect(detectEncoding(Uint8Array.from([...utf8('age;ville\n12;Nan'), 0, ...utf8('tes\n')]))).toBeNull();
  });

  it('does not mind a character cut at the end of the sample', () => {
    const bytes = utf8('note 👟');
    for (let end = 5; end <= bytes.length; end += 1) expect(detectEncoding(bytes.subarray(0, end))).toBe('utf-8');
  });

  it('takes every text that is encoded as UTF-8 for UTF-8, and every Latin letter for none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'));
        expect(detectEncoding(utf8(text))).toBe('utf-8');
      }),
    );
    expect(detectEncoding(Uint8Array.of(0xc0, 0x80))).toBe('windows-1252');
    expect(detectEncoding(Uint8Array.of(0xed, 0xa0, 0x80))).toBe('windows-1252');
  });
});

describe('delimiter', () => {
  it.each([
    ['a;b;c\n1;2;3\n4;5,5;6\n', ';'],
    ['a,b\n1,2\n', ','],
    ['a\tb\tc\n1,5\t2\t3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['a;b\n"x,y,z";1\n"u,v,w";2\n', ';'],
    ['a,b,c\n"1;2",3,4\n"5;\n6",7,8\n', ','],
    ['montant;ville\n1,5;Nantes\n2,5;Rezé\n', ';'],
    ['depense\n20,5\n1 230,75 €\n18\n', ';'],
    ['20,5\n30,25\n', ';'],
    ['n,note\n20,5\n30,6\n', ','],
    ['un\ndeux\ntrois\nquatre\na,b\n1,2\n3,4\n', ','],
  ] as const)('of %j is %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('is named by a line of its own', () => {
    expect(sepLine('sep=|\r\na|b')).toEqual({ delimiter: '|', length: 7 });
    expect(sepLine('sept;huit')).toBeNull();
  });
});

describe('numbers', () => {
  it.each([
    ['12', 'comma', 12, ''],
    ['-12,5', 'comma', -12.5, ''],
    ['\u221212,5', 'comma', -12.5, ''],
    ['1 234,50 €', 'comma', 1234.5, '€'],
    ['1\u202F234\u202F567', 'comma', 1234567, ''],
    ['1\u00A0234,5', 'comma', 1234.5, ''],
    ['1.234,5', 'comma', 1234.5, ''],
    ['1,234.5', 'point', 1234.5, ''],
    ['$1,234', 'point', 1234, '$'],
    ['12 EUR', 'comma', 12, '€'],
    ['15 %', 'comma', 15, '%'],
    ["1'234.5", 'point', 1234.5, ''],
    ['1e3', 'point', 1000, ''],
    ['.5', 'point', 0.5, ''],
    ['007', 'point', 7, ''],
  ] as const)('%s with a %s is %d%s', (text, decimal, value, unit) => {
    expect(parseNumberCell(text, decimal)).toEqual({ value, unit });
  });

  it.each([
    ['', 'comma'],
    ['-', 'comma'],
    ['12,5', 'point'],
    ['12.5', 'comma'],
    ['1 23', 'comma'],
    ['12 345 6', 'comma'],
    ['1,2,3', 'comma'],
    ['12h', 'comma'],
    ['=1+1', 'comma'],
    ['1e999', 'point'],
    ['€', 'comma'],
  ] as const)('%j with a %s is none', (text, decimal) => {
    expect(parseNumberCell(text, decimal)).toBeNull();
  });

  it('reads what the French and English formats of the engine write', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (raw) => {
        const value = Number(raw.toFixed(2)) + 0;
        const write = (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
        expect(parseNumberCell(write('fr-FR'), 'comma')?.value).toBeCloseTo(value, 6);
        expect(parseNumberCell(write('en-GB'), 'point')?.value).toBeCloseTo(value, 6);
        expect(parseNumberCell(write('de-DE'), 'comma')?.value).toBeCloseTo(value, 6);
      }),
    );
  });

  it('decides by values that can be read one way only, and asks where none decides', () => {
    expect(detectDecimal(['1', '2,5']).decimal).toBe('comma');
    expect(detectDecimal(['1', '2.5']).decimal).toBe('point');
    expect(detectDecimal(['1,234', '2,50'])).toEqual({ decimal: 'comma', ambiguous: '1,234' });
    expect(detectDecimal(['1,234', '5,678'])).toEqual({ decimal: null, ambiguous: '1,234' });
    expect(detectDecimal(['1.234,5']).decimal).toBe('comma');
    expect(detectDecimal(['12', '13'])).toEqual({ decimal: 'point', ambiguous: null });
    // Nobody groups thousands of 0.
    expect(detectDecimal(['0,125']).decimal).not.toBeNull();
  });
});

describe('dates', () => {
  it.each([
    ['12/10/2026', 'dmy', '2026-10-12'],
    ['12/10/2026', 'mdy', '2026-12-10'],
    ['2026-10-12', 'dmy', '2026-10-12'],
    ['2026/10/12', 'mdy', '2026-10-12'],
    ['2026-10-12T09:30:00Z', 'dmy', '2026-10-12'],
    ['12/10/2026 09:30', 'dmy', '2026-10-12'],
    ['10/12/2026 9:30 PM', 'mdy', '2026-10-12'],
    ['12.10.26', 'dmy', '2026-10-12'],
    ['26/10/12', 'ymd', '2026-10-12'],
    ['01/02/70', 'dmy', '1970-02-01'],
    ['12 oct. 2026', 'dmy', '2026-10-12'],
    ['lundi 12 octobre 2026', 'dmy', '2026-10-12'],
    ['1er août 2026', 'dmy', '2026-08-01'],
    ['Oct 12, 2026', 'mdy', '2026-10-12'],
    ['12 Feb 2026', 'dmy', '2026-02-12'],
    ['20261012', 'dmy', '2026-10-12'],
    ['29/02/2028', 'dmy', '2028-02-29'],
  ] as const)('%s as %s is %s', (text, order, iso) => {
    const day = parseDateCell(text, order);
    expect(typeof day === 'number' ? isoDay(day) : day).toBe(iso);
  });

  it('tells a date that does not exist from what is no date', () => {
    expect(parseDateCell('31/02/2026', 'dmy')).toBe('no-such-date');
    expect(parseDateCell('29/02/2026', 'dmy')).toBe('no-such-date');
    expect(parseDateCell('13/13/2026', 'dmy')).toBe('no-such-date');
    for (const text of ['', 'demain', '12/10', '1/2/3/4', '123/10/2026', '12 foo 2026', '3.14'])
      expect(parseDateCell(text, 'dmy')).toBe('not-a-date');
  });

  it('finds the order by what only one order allows, and asks where none decides', () => {
    expect(detectDateOrder(['03/04/2026', '25/12/2026']).order).toBe('dmy');
    expect(detectDateOrder(['03/04/2026', '12/25/2026']).order).toBe('mdy');
    expect(detectDateOrder(['2026-03-04', '2026-05-06']).order).toBe('ymd');
    expect(detectDateOrder(['03/04/2026', '05/06/2026'])).toEqual({ order: null, ambiguous: '03/04/2026' });
    expect(detectDateOrder(['04/04/2026']).order).toBe('dmy');
  });

  it('writes and reads every day of ten thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const { year, month, day: of } = dateParts(day);
        expect(dayOf(year, month, of)).toBe(day);
        if (year >= 1000) expect(parseDateCell(isoDay(day), 'dmy')).toBe(day);
      }),
    );
  });
});
