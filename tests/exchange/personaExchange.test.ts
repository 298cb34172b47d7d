import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCutter } from '../../renderer/tables/csvRows';
import type { AssetHash, NewId, PersonaId } from '../../shared/base/ids';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { guarded, unguarded } from '../../shared/exchange/formulaSafe';
import { isPersonaArchive, writePersonaArchive } from '../../shared/exchange/personaArchive';
import { personasFromRows, writePersonaCsv } from '../../shared/exchange/personaCsv';
import { readPersonaJson, writePersonaJson } from '../../shared/exchange/personaJson';
import { writePersonaMarkdown } from '../../shared/exchange/personaMarkdown';
import { type PersonaSet, personasOf } from '../../shared/exchange/personaSet';
import { readPersonaMarkdown } from '../../shared/exchange/readPersonaMarkdown';
import { sha256 } from '../../shared/file/sha256';
import { readWorkshopFile } from '../../shared/file/workshopFile';
import type { Lang } from '../../shared/i18n/translate';
import { translator } from '../../shared/i18n/translate';
import { personaNamed } from '../../shared/sample/samplePersonas';
import { arbitraryPersona } from '../support/arbitraryPersona';
import { PNG } from '../support/workshopBundles';

const FACTS = { appVersion: '0.1.0', savedAt: '2026-11-22T14:32:00.000Z' };
const asset = sha256(PNG) as AssetHash;
const newId = (() => {
  throw new Error('nothing new is in an export');
}) as NewId;

/** Texts that spreadsheets and parsers stumble over. */
const risky = fc.constantFrom(
  '=1+1',
  '+33 6',
  '-5 %',
  '@home',
  "'=x",
  "''-x",
  '＝A1',
  '"a";b',
  'a,b\nc',
  "'quote",
  ' =1',
  '',
);

/** A library of any personas, some with texts that look like formulas. */
const libraries = fc
  .array(
    fc.record({
      doc: arbitraryPersona({ entries: 12 }),
      name: risky,
      quote: risky,
      tags: fc.uniqueArray(fc.constantFrom('a', 'b, c', '=x', '-1')),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((all): PersonaSet => {
    const personas = all.map(({ doc, name, quote, tags }, at) => {
      const photo = doc.info.photo && { ...doc.info.photo, asset };
      const info = { ...doc.info, photo, quote, tags, name: name || doc.info.name };
      return { id: `${at % 2 ? '-' : ''}p${at}` as PersonaId, doc: { ...doc, info }, state: null };
    });
    const hasPhoto = personas.some(({ doc }) => doc.info.photo);
    return { personas, assets: hasPhoto ? { [asset]: PNG } : {}, hasPictures: true };
  });

const rowsOf = (bytes: Uint8Array, lang: Lang): string[][] => {
  const text = new TextDecoder().decode(bytes);
  return createCutter({ delimiter: lang === 'fr' ? ';' : ',', newline: '\n' })(text, true).rows.map((row) => [...row]);
};

const byId = (set: PersonaSet): Record<string, PersonaDoc> =>
  Object.fromEntries(set.personas.map(({ id, doc }) => [id, doc]));

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('importing an export', () => {
  it('gives the same library: JSON', () => {
    fc.assert(
      fc.property(libraries, (set) => {
        const read = value(readPersonaJson(writePersonaJson(set, FACTS), 'x.json'));
        expect(byId(read)).toEqual(byId(set));
        expect(read.assets).toEqual(set.assets);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same library: CSV, but for photographs, in both languages', () => {
    fc.assert(
      fc.property(libraries, fc.constantFrom<Lang>('fr', 'en'), (set, lang) => {
        const read = value(personasFromRows(rowsOf(writePersonaCsv(set, lang), lang), newId, 'x.csv'));
        const without = set.personas.map(({ id, doc }) => [id, { ...doc, info: { ...doc.info, photo: null } }]);
        expect(byId(read)).toEqual(Object.fromEntries(without));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same library: Markdown, but for photographs, in both languages', () => {
    fc.assert(
      fc.property(libraries, fc.constantFrom<Lang>('fr', 'en'), (set, lang) => {
        const bytes = writePersonaMarkdown(set, { t: translator(lang), lang });
        const read = value(readPersonaMarkdown(bytes, newId, 'x.md'));
        const without = set.personas.map(({ id, doc }) => [id, { ...doc, info: { ...doc.info, photo: null } }]);
        expect(byId(read)).toEqual(Object.fromEntries(without));
        expect(read.hasPictures).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same library: a Personarium file', () => {
    fc.assert(
      fc.property(libraries, (set) => {
        const bundle = value(readWorkshopFile(writePersonaArchive(set, 'Personas', FACTS), 'x.personarium'));
        expect(isPersonaArchive(bundle)).toBe(true);
        expect(byId(personasOf(bundle))).toEqual(byId(set));
        expect(bundle.assets).toEqual(set.assets);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a CSV', () => {
  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(libraries, (set) => {
        for (const cell of rowsOf(writePersonaCsv(set, 'fr'), 'fr').flat())
          expect(cell).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^'{0,3}[=+@-][a-z']{0,4}$/), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
  });

  let made = 0;
  const solene = personaNamed('runner', 'fr', (() => `n${++made}`) as NewId);
  const one: PersonaSet = {
    personas: [{ id: 'p' as PersonaId, doc: solene, state: null }],
    assets: {},
    hasPictures: true,
  };
  const edited = (change: (row: string[], header: readonly string[]) => void): PersonaDoc => {
    const [header = [], row = []] = rowsOf(writePersonaCsv(one, 'fr'), 'fr');
    change(row, header);
    let fresh = 0;
    const ids = (() => `new-${++fresh}`) as NewId;
    return value(personasFromRows([header, row], ids, 'x.csv')).personas[0]!.doc;
  };

  it('brings back what was edited in a spreadsheet, and keeps the proofs of what was not', () => {
    const doc = edited((row, header) => {
      row[header.indexOf('Nom')] = 'Solène Martin';
      const needs = header.indexOf('Besoins');
      row[needs] = `${row[needs]}\nUn essai près de chez elle`;
    });
    expect(doc.info.name).toBe('Solène Martin');
    const needs = Object.values(doc.entries).filter(({ block }) => (block as string) === 'needs');
    expect(needs.map(({ text }) => text)).toContain('Un essai près de chez elle');
    for (const entry of Object.values(solene.entries)) {
      const { order: _, ...kept } = doc.entries[entry.id]!;
      expect(kept).toEqual({ ...entry, order: undefined, ...kept });
    }
  });

  it('still brings the cells when the last column was cut off', () => {
    const doc = edited((row) => {
      row[row.length - 1] = (row.at(-1) ?? '').slice(0, 500);
    });
    expect(doc.info).toMatchObject({ name: solene.info.name, quote: solene.info.quote, age: solene.info.age });
    expect(Object.values(doc.entries).length).toBeGreaterThan(5);
  });

  it('of another program is read by its headings, or refused', () => {
    const ids = (() => `id${++made}`) as NewId;
    const rows = [
      ['Name', 'Age', 'Needs'],
      ['Ann', '36', 'Time\nCalm'],
      ['', '', ''],
    ];
    const read = value(personasFromRows(rows, ids, 'x.csv'));
    expect(read.personas).toHaveLength(1);
    expect(Object.values(read.personas[0]!.doc.entries).map(({ text }) => text)).toEqual(['Time', 'Calm']);
    expect(
      personasFromRows(
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        ids,
        'x.csv',
      ),
    ).toMatchObject({ error: { code: 'no-personas' } });
    expect(personasFromRows([], ids, 'x.csv')).toMatchObject({ error: { code: 'no-personas' } });
  });
});

describe('a hostile JSON', () => {
  const json = JSON.parse(
    new TextDecoder().decode(
      writePersonaJson(
        {
          personas: [{ id: 'p' as PersonaId, doc: personaNamed('runner', 'fr', (() => 'x') as NewId), state: null }],
          assets: {},
          hasPictures: true,
        },
        FACTS,
      ),
    ),
  );
  const read = (text: string) => readPersonaJson(new TextEncoder().encode(text), 'x.json');
  const changed = (change: (copy: typeof json) => void): string => {
    const copy = structuredClone(json);
    change(copy);
    return JSON.stringify(copy);
  };
  it.each([
    ['', 'file-invalid'],
    ['[]', 'no-personas'],
    ['{"format":"other"}', 'no-personas'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'file-invalid'],
    ['{"format":"personarium-personas","version":1,"personas":{"__proto__":{}}}', 'file-invalid'],
    [changed((copy) => (copy.version = 99)), 'file-newer'],
    [changed((copy) => (copy.personas.p.schema = 99)), 'file-newer'],
    [changed((copy) => (copy.personas.p.info.name = 3)), 'file-invalid'],
    [changed((copy) => (copy.personas.p.extra = 1)), 'file-invalid'],
    [changed((copy) => (copy.personas = { '../x': copy.personas.p })), 'file-invalid'],
    [changed((copy) => (copy.pictures = { [asset]: 'AAAA' })), 'file-invalid'],
    [changed((copy) => (copy.pictures = { [asset]: '<svg onload=1>' })), 'file-invalid'],
    [JSON.stringify(json).slice(0, -20), 'file-invalid'],
  ])('is refused with one reason: %.40s', (text, code) => {
    expect(read(text)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('Markdown', () => {
  it('says what the page says, and lets no sign of a text become markup', () => {
    const doc = personaNamed('runner', 'fr', (() => `m${Math.round(1)}`) as NewId);
    const odd = { ...doc, info: { ...doc.info, name: '# <b>*x*</b> [y](z)' } };
    const set = { personas: [{ id: 'p' as PersonaId, doc: odd, state: null }] };
    const text = new TextDecoder().decode(writePersonaMarkdown(set, { t: translator('fr'), lang: 'fr' }));
    expect(text.split('\n')[0]).toBe('# \\# \\<b\\>\\*x\\*\\</b\\> \\[y\\](z)');
    expect(text).toContain(`> ${doc.info.quote.slice(0, 10)}`);
    expect(text).toContain('## ');
  });
});
