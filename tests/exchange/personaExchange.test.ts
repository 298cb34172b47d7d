import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchPersonas } from '../../renderer/app/library/benchPersonas';
import { createCutter } from '../../renderer/tables/csvRows';
import type { AssetHash, BlockId, NewId, PersonaId } from '../../shared/base/ids';
import type { PersonaDoc } from '../../shared/boards/persona/model';
import { entriesOf } from '../../shared/boards/persona/order';
import { guarded, unguarded } from '../../shared/exchange/formulaSafe';
import { isPersonaArchive, writePersonaArchive } from '../../shared/exchange/personaArchive';
import { isPersonaHeader, personasFromRows, writePersonaCsv } from '../../shared/exchange/personaCsv';
import { readPersonaJson, writePersonaJson } from '../../shared/exchange/personaJson';
import { writePersonaMarkdown } from '../../shared/exchange/personaMarkdown';
import { personaParts } from '../../shared/exchange/personaParts';
import { type PersonaSet, personasOf } from '../../shared/exchange/personaSet';
import { readPersonaMarkdown } from '../../shared/exchange/readPersonaMarkdown';
import { sha256 } from '../../shared/file/sha256';
import { readWorkshopFile } from '../../shared/file/workshopFile';
import type { Lang } from '../../shared/i18n/translate';
import { translator } from '../../shared/i18n/translate';
import { personaNamed } from '../../shared/sample/samplePersonas';
import { inLanguage, translationId } from '../../shared/translate/texts';
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

/** Texts that Markdown would read as its own. */
const marked = fc.oneof(
  fc.constantFrom(
    '# a',
    '- b\n+ c\n2) d',
    '---',
    '===',
    '<!-- x -->',
    '--> <script>',
    'oui *(Verbatim)*',
    '*(1)*',
    'a / b : 3/100',
    'Âge : 36',
    '**Type** : x',
    ' \tx\u00A0',
    '\n\nfin\n',
    'fin\\',
    '&amp;&#32;&nbsp',
    '```\n~~~',
    '_a_ __b__ ~~c~~ `d` [e](f) ![g](h)',
    'Sources',
    'Besoins',
    'Persona sans nom',
    'non mesuré : 9',
    'toString',
  ),
  fc.string({ unit: fc.constantFrom(...'\\`*_[]()<>|~#&;:/,.-+=1 \t\nab\u00A0\u3000!'), maxLength: 24 }),
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
    return { personas, assets: hasPhoto ? { [asset]: PNG } : {}, isWhole: true };
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

/** The same library with other texts in every place that has one. */
const retold = (set: PersonaSet, texts: readonly string[]): PersonaSet => {
  let at = 0;
  const next = (text: string): string => texts[at++ % texts.length] ?? text;
  const each = <T extends object>(all: Readonly<Record<string, T>>, change: (one: T) => T) =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));
  const told = (doc: PersonaDoc): PersonaDoc => ({
    ...doc,
    info: {
      ...doc.info,
      name: next(''),
      tagline: next(''),
      quote: next(''),
      role: next(''),
      place: next(''),
      facts: next(''),
    },
    blocks: each(doc.blocks, (block) => ({ ...block, title: next(''), note: next('') })),
    entries: each(doc.entries, (one) => ({ ...one, text: next(''), opposite: next(''), unit: next('') })),
    evidence: each(doc.evidence, (one) => ({ ...one, title: next(''), date: next('') })),
    factSlots: each(doc.factSlots, (slot) => ({ ...slot, label: next('') })),
  });
  return { ...set, personas: set.personas.map((one) => ({ ...one, doc: told(one.doc) })) };
};

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
    const told = fc.option(fc.array(marked, { minLength: 7, maxLength: 40 }), { freq: 4 });
    fc.assert(
      fc.property(libraries, told, fc.constantFrom<Lang>('fr', 'en'), (library, texts, lang) => {
        const set = texts ? retold(library, texts) : library;
        const bytes = writePersonaMarkdown(set, { t: translator(lang), lang });
        const read = value(readPersonaMarkdown(bytes, newId, 'x.md'));
        const without = set.personas.map(({ id, doc }) => [id, { ...doc, info: { ...doc.info, photo: null } }]);
        expect(byId(read)).toEqual(Object.fromEntries(without));
        expect(read.isWhole).toBe(false);
      }),
      { numRuns: 150 },
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

describe('a library that one file cannot hold', () => {
  it('is parted in order, each part with its pictures, and every part is read back', () => {
    const { personas } = benchPersonas(1_900);
    const photo = { asset, width: 640, height: 480, alt: '' };
    const all = personas.map((one, at) =>
      at === 1_000 ? { ...one, doc: { ...one.doc, info: { ...one.doc.info, photo } } } : one,
    );
    const set: PersonaSet = { personas: all, assets: { [asset]: PNG }, isWhole: true };
    const parts = personaParts(set, 'archive');
    expect(parts.map((part) => part.personas.length)).toEqual([900, 900, 100]);
    expect(parts.map(({ assets }) => Object.keys(assets).length)).toEqual([0, 1, 0]);
    expect(parts.flatMap((part) => part.personas.map(({ id }) => id))).toEqual(all.map(({ id }) => id));
    const [, , last] = parts;
    const bundle = value(readWorkshopFile(writePersonaArchive(last ?? set, 'Personas', FACTS), 'x.personarium'));
    expect(Object.keys(byId(personasOf(bundle))).sort()).toEqual(Object.keys(byId(last ?? set)).sort());
    expect(personaParts(set, 'text')).toEqual([set]);
  });

  it('is parted where its texts and histories would be too large, too', () => {
    const { personas } = benchPersonas(30);
    const state = new Uint8Array(20 * 1024 * 1024);
    const parts = personaParts(
      { personas: personas.map((one) => ({ ...one, state })), assets: {}, isWhole: true },
      'archive',
    );
    expect(parts.map((part) => part.personas.length)).toEqual([8, 8, 8, 6]);
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
    isWhole: true,
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

describe('a table of another program', () => {
  let count = 0;
  const ids = (() => `table-${++count}`) as NewId;
  const reading = (...rows: string[][]) => personasFromRows(rows, ids, 'x.csv');

  it('is one of personas with a name and one more column, and says what of it was left out', () => {
    const read = value(reading(['Nom', 'Âge', 'Humeur'], ['Zoé', '41', 'gaie'], ['', '36', ''], ['', '', '']));
    expect(read.personas.map(({ doc }) => doc.info.name)).toEqual(['Zoé']);
    expect(read.leftOut).toEqual({ rows: [3], columns: ['Humeur'] });
    expect(value(reading(['Nom', 'Âge'], ['Zoé', '41'])).leftOut).toBeUndefined();
  });

  it('of customers is refused, though they have names and ages', () => {
    const customers = ['Nom', 'Prénom', 'Âge', 'E-mail', 'Panier moyen'];
    expect(reading(customers, ['Martin', 'Zoé', '41', 'z@exemple.fr', '120'])).toMatchObject({
      error: { code: 'no-personas' },
    });
    expect(isPersonaHeader(customers)).toBe(false);
    for (const header of ['Nom;E-mail', 'id;Nom', 'id;Nom;Montant', 'Nom;Lieu;E-mail'])
      expect(isPersonaHeader(header.split(';')), header).toBe(false);
  });
});

describe('a hostile JSON', () => {
  const json = JSON.parse(
    new TextDecoder().decode(
      writePersonaJson(
        {
          personas: [{ id: 'p' as PersonaId, doc: personaNamed('runner', 'fr', (() => 'x') as NewId), state: null }],
          assets: {},
          isWhole: true,
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

let markdownIds = 0;

describe('Markdown', () => {
  const solene = personaNamed('runner', 'fr', (() => `m${++markdownIds}`) as NewId);
  const id = 'p' as PersonaId;
  const fr = { t: translator('fr'), lang: 'fr' } as const;
  const written = new TextDecoder().decode(writePersonaMarkdown({ personas: [{ id, doc: solene, state: null }] }, fr));
  const ids = (() => `fresh-${++markdownIds}`) as NewId;
  const reading = (text: string) => readPersonaMarkdown(new TextEncoder().encode(text), ids, 'x.md');
  const only = (text: string): PersonaDoc => value(reading(text)).personas[0]!.doc;
  const textsIn = (doc: PersonaDoc, block: string) =>
    entriesOf(doc, block as unknown as BlockId).map(({ text }) => text);

  it('says in its comment none of the texts that stand on the page, and nothing there can end it', () => {
    const comment = written.slice(written.indexOf('<!--'));
    for (const { text } of Object.values(solene.entries)) expect(comment).not.toContain(text.slice(0, 20));
    expect(comment).not.toContain(solene.info.name);
    const hidden = { ...solene, info: { ...solene.info, template: '--> <b>' } };
    const odd = new TextDecoder().decode(writePersonaMarkdown({ personas: [{ id, doc: hidden, state: null }] }, fr));
    expect(odd.split('-->')).toHaveLength(2);
    expect(only(odd).info.template).toBe('--> <b>');
  });

  it('takes over what a hand has changed, added and deleted, and keeps what belongs to the lines that stayed', () => {
    const [first = '', ...more] = textsIn(solene, 'needs');
    const [gone = '', ...motivations] = textsIn(solene, 'motivations');
    const edited = written
      .replace(`# ${solene.info.name}`, '# Solène Martin')
      .replace(first, 'Un essai près de chez elle')
      .replace(new RegExp(`^- ${gone}.*\n`, 'm'), '')
      .replace(/^## Freins\n\n/m, '## Ce qui la retient\n\n- Le prix *(Hypothèse)*\n');
    const doc = only(edited);
    expect(value(reading(edited)).personas[0]?.id).toBe(id);
    expect(doc.info).toMatchObject({ name: 'Solène Martin', portrait: solene.info.portrait, age: solene.info.age });
    expect(textsIn(doc, 'needs')).toEqual(['Un essai près de chez elle', ...more]);
    expect(textsIn(doc, 'motivations')).toEqual(motivations);
    const [changed] = entriesOf(doc, 'needs' as unknown as BlockId);
    const [was] = entriesOf(solene, 'needs' as unknown as BlockId);
    expect(changed).toMatchObject({ id: was?.id, evidence: was?.evidence, cites: was?.cites });
    expect(doc.blocks['barriers' as BlockId]?.title).toBe('Ce qui la retient');
    expect(textsIn(doc, 'barriers')).toEqual(['Le prix', ...textsIn(solene, 'barriers')]);
    expect(entriesOf(doc, 'barriers' as unknown as BlockId)[0]).toMatchObject({ evidence: 'hypothesis' });
    expect(textsIn(doc, 'channels')).toEqual(textsIn(solene, 'channels'));
  });

  it('in a translation comes back as the texts that were translated', () => {
    const place = { where: 'info', entityId: '', field: 'tagline', lang: 'en' } as const;
    const made = translationId(place);
    const translations = { [made]: { ...place, id: made, source: solene.info.tagline, text: 'She just runs' } };
    const doc: PersonaDoc = { ...solene, translations };
    const en = { t: translator('en'), lang: 'en', isTranslated: true } as const;
    const page = writePersonaMarkdown({ personas: [{ id, doc: inLanguage(doc, 'en'), state: null }] }, en);
    expect(new TextDecoder().decode(page)).toContain('\nShe just runs\n');
    expect(only(new TextDecoder().decode(page))).toEqual(doc);
  });

  it('of a hand alone is read by its headings, French and English', () => {
    const doc = only(
      '# Ann Lee\n\nThe runner\n\n> I want to run.\n\n**Age:** 36\\\n**Occupation:** nurse\n\n' +
        '## Needs\n\n* Time, *really*\n* Calm *(Verbatim, 1)*\n\n## Preferred channels\n\n- Web site: 1,200 visits\n\n' +
        '## What she hides\n\n> "Nothing."\n\n## Sources\n\n1. Interviews, Oct 2026, n = 9\n',
    );
    expect(doc.info).toMatchObject({ name: 'Ann Lee', tagline: 'The runner', quote: 'I want to run.' });
    expect(doc.info).toMatchObject({ age: '36', role: 'nurse' });
    expect(textsIn(doc, 'needs')).toEqual(['Time, really', 'Calm']);
    const [source] = Object.values(doc.evidence);
    expect(source).toMatchObject({ kind: 'interview', title: 'Interviews', date: 'Oct 2026', sample: 9 });
    expect(Object.values(doc.entries).find(({ text }) => text === 'Calm')).toMatchObject({
      evidence: 'verbatim',
      cites: [source?.id],
    });
    expect(Object.values(doc.entries).find(({ text }) => text === 'Web site')).toMatchObject({
      value: 1200,
      unit: 'visits',
    });
    expect(Object.values(doc.blocks).find(({ title }) => title === 'What she hides')?.kind).toBe('quotes');
    const two = value(
      reading('# Nos personas\n\n# Zoé\n\n- Âge : 41\n- Lieu : Lyon\n\n# Max\n\n## Besoins\n\nDu calme\n'),
    );
    expect(two.personas.map(({ doc: { info } }) => info.name)).toEqual(['Zoé', 'Max']);
    expect(two.personas[0]?.doc.info).toMatchObject({ age: '41', place: 'Lyon' });
  });

  const comment = (change: (data: { doc: object }) => void): string =>
    written.replace(/<!-- personarium (.*) -->/, (_, json: string) => {
      const data = JSON.parse(json);
      change(data);
      return `<!-- personarium ${JSON.stringify(data)} -->`;
    });
  it.each([
    ['', 'no-personas'],
    ['# Notes\n\n- a\n', 'no-personas'],
    ['Besoins\n', 'no-personas'],
    ['# a\0\n\n## Besoins\n', 'no-personas'],
    [written.slice(0, -40), 'file-invalid'],
    [written.replace('<!-- personarium {', '<!-- personarium {{'), 'file-invalid'],
    [written.replace('<!-- personarium {', '<!-- personarium {"__proto__":{"x":1},'), 'file-invalid'],
    [comment((data) => Object.assign(data.doc, { entries: [] })), 'file-invalid'],
    [comment((data) => Object.assign(data.doc, { info: { name: 3 } })), 'file-invalid'],
    [comment((data) => Object.assign(data, { id: '../x' })), 'file-invalid'],
    [comment((data) => Object.assign(data.doc, { extra: 1 })), 'file-invalid'],
    [comment((data) => Object.assign(data.doc, { schema: 99 })), 'file-newer'],
    [`# a\n\n## Besoins\n\n- ${'x'.repeat(20_001)}\n`, 'file-invalid'],
    [`# a\n\n## Besoins\n\n${'*(['.repeat(100_000)}\n`, 'file-invalid'],
    ['# a\n\n## Besoins\n\n- b\n'.repeat(20_001), 'file-invalid'],
  ])('that is none or means harm is refused with one reason: %.40s', (text, code) => {
    expect(reading(text)).toMatchObject({ ok: false, error: { code } });
  });

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
