import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../i18n/translate';
import { type Filter, filterRows, NO_FILTER } from './filter';
import { inferReading } from './inferReading';
import { factDate, factLine, factTitle, pinnedFact } from './pinnedFact';
import { createTable, type Table } from './table';
import { viewTable } from './view';
import { faultWords, filterWords } from './words';

const NAMES = ['age', 'genre', 'ville', 'depense', 'dernier_achat', 'canal', 'note', 'email'];
const line = (text: string) => text.split(';');
const filled = (rows: readonly string[], names: readonly string[] = NAMES): Table => {
  const table = createTable(names);
  rows.forEach((row, at) => {
    table.push(at + 2, line(row));
  });
  table.infer();
  return table;
};
const FR = { t: translator('fr'), lang: 'fr' } as const;
const EN = { t: translator('en'), lang: 'en' } as const;

const customers = Array.from(
  { length: 40 },
  (_, at) =>
    `${20 + at};${at % 2 ? 'femme' : 'homme'};${at % 3 ? 'Nantes' : 'Rezé'};${100 + at},50;${String(13 + (at % 15)).padStart(2, '0')}/10/2026;${at % 4 ? 'boutique' : 'site'};${at % 11};c${at}@exemple.fr`,
);

describe('types of columns', () => {
  it('are recognised, with units and limits', () => {
    const { readings } = filled(customers);
    expect(readings.map(({ type }) => type)).toEqual([
      'number',
      'category',
      'category',
      'number',
      'date',
      'category',
      'rating',
      'email',
    ]);
    expect(readings[0]).toMatchObject({ unit: 'years', min: 0, max: 120 });
    expect(readings[3]).toMatchObject({ decimal: 'comma' });
    expect(readings[4]).toMatchObject({ order: 'dmy' });
    expect(readings[6]).toMatchObject({ min: 0, max: 10 });
  });

  it.each([
    ['Téléphone', ['x'], 'phone'],
    ['Nom', ['Durand'], 'name'],
    ['prénom', ['Inès'], 'name'],
    ['Adresse e-mail', ['x'], 'email'],
    ['contact client', ['06 12 34 56 78', '+33 6 12 34 56 79', '07.12.34.56.78'], 'phone'],
    ['qui', ['a@b.fr', 'c@d.com', '?'], 'email'],
    ['fidèle', ['oui', 'non', ''], 'yesno'],
    ['groupe', ['x', 'y'], 'category'],
    ['réponse', ['oui', 'yes'], 'category'],
    ['réponse', ['oui', 'NA'], 'category'],
    ['newsletter', ['X', 'x', ''], 'yesno'],
    ['code postal', ['01000', '44000', '06000'], 'category'],
    ['cp', ['44000', '35000', '75011'], 'category'],
    ['ZipCode', ['44000', '9000', '75011'], 'category'],
    ['département', ['44', '35', '75'], 'category'],
    ['Code agence', ['101', '102', '205'], 'category'],
    ['code', ['7', '12', '105'], 'number'],
    ['pas', ['101', '102', '205'], 'number'],
    ['id', Array.from({ length: 30 }, (_, at) => String(1000 + at)), 'identifier'],
    [
      'avis',
      Array.from(
        { length: 30 },
        (_, at) => `Un avis assez long, le numéro ${at}, que personne d’autre n’a donné ainsi`,
      ),
      'text',
    ],
    ['prix', ['12 €', '15,50 €'], 'number'],
    ['vide', ['', 'N/A', '-'], 'text'],
  ] as const)('%s is read as %s', (name, values, type) => {
    expect(
      inferReading(
        name,
        values,
        values.map(() => 1),
      ).reading.type,
    ).toBe(type);
  });

  it('count the empty cells of a column of ticks as no, and say so', () => {
    const names = ['age', 'newsletter'];
    const table = filled(
      Array.from({ length: 80 }, (_, at) => `${20 + (at % 40)};${at % 4 === 0 ? 'x' : ''}`),
      names,
    );
    const { view } = viewTable(table, NO_FILTER, 0);
    const share = view.figures.find(({ column }) => column === 1)!;
    expect(share).toMatchObject({ hits: 20, n: 80, value: 25 });
    expect(view.columns[1]).toMatchObject({ missing: 0, reading: { type: 'yesno', blankIsNo: true } });
    const fact = pinnedFact(
      share,
      { columns: view.columns, filter: NO_FILTER, file: 'a.csv', sheet: null, date: '2026-11-26' },
      FR,
    );
    expect(fact.text).toContain('n\u00A0=\u00A080, vides comptés non');
    table.choose(1, { ...table.readings[1]!, blankIsNo: false });
    expect(viewTable(table, NO_FILTER, 0).view.columns[1]).toMatchObject({ missing: 60 });
  });

  it('do not read direct data, and forget it when it is set aside later', () => {
    const table = filled(customers);
    expect(table.stores[7]?.values).toEqual(['']);
    table.choose(1, { ...table.readings[1]!, type: 'ignored' });
    expect(table.stores[1]?.values).toEqual(['']);
    expect(viewTable(table, NO_FILTER, 10).view.ready).toBe(40);
  });

  it('ask instead of guessing, and compute nothing meanwhile', () => {
    const table = filled(['03/04/2026;1,234', '05/06/2026;2,345'], ['achat', 'montant']);
    expect(table.questions).toEqual([
      { column: 0, kind: 'order', example: '03/04/2026' },
      { column: 1, kind: 'decimal', example: '1,234' },
    ]);
    const { view } = viewTable(table, NO_FILTER, 10);
    expect(view.columns.map(({ chart }) => chart.kind)).toEqual(['none', 'none']);
    expect(view.figures).toEqual([]);
    table.choose(1, { ...table.readings[1]!, decimal: 'comma' });
    expect(table.questions).toHaveLength(1);
    expect(viewTable(table, NO_FILTER, 10).view.columns[1]?.summary.all?.max).toBe(2.345);
  });
});

describe('refused rows', () => {
  const bad = [
    '38;femme;Nantes;149,00;31/02/2026;boutique;9;x@y.fr',
    '336;homme;Nantes;88,00;17/05/2026;boutique;6;x@y.fr',
    '44;femme;Rezé;171,00;22/08/2026;tchat;11;x@y.fr',
    'beaucoup;femme;Rezé;171,00;22/08/2026;tchat;1;x@y.fr',
  ];

  it('are told with line, column, value and reason; the others do not wait', () => {
    const table = filled([...customers, ...bad]);
    table.pushBroken({ line: 99, fields: line('a;b'), fault: { code: 'too-few-fields', found: 2, expected: 8 } });
    const { view } = viewTable(table, NO_FILTER, 10);
    expect([view.read, view.ready, view.refused]).toEqual([45, 40, 5]);
    expect(
      view.refusals.map(({ line: at, column, value, fault }) => [at, column, value, faultWords(fault, FR)]),
    ).toEqual([
      [42, 4, '31/02/2026', 'Cette date n’existe pas'],
      [43, 0, '336', 'Hors de 0 à 120'],
      [44, 6, '11', 'Hors de 0 à 10'],
      [45, 0, 'beaucoup', 'Ce n’est pas un nombre'],
      [99, null, 'a | b', '2 champs au lieu de 8\u00A0: la ligne est incomplète'],
    ]);
    expect(view.columns.map(({ refused }) => refused)).toEqual([2, 0, 0, 0, 1, 0, 1, 0]);
  });

  it('are ready once they are corrected', () => {
    const table = filled([...customers, ...bad]);
    table.fixCell(41, 0, ' 36 ');
    expect(viewTable(table, NO_FILTER, 10).view.refused).toBe(3);
    table.pushBroken({ line: 99, fields: ['a'], fault: { code: 'too-few-fields', found: 1, expected: 8 } });
    table.fixBroken(0, line(customers[0]!));
    const { view } = viewTable(table, NO_FILTER, 10);
    expect([view.read, view.ready, view.refused]).toEqual([45, 42, 3]);
  });

  it('and ready ones are always what was read', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '12',
        '1,5',
        '1.5',
        '31/02/2026',
        '12/10/2026',
        'oui',
        '',
        'N/A',
        'femme',
        'a@b.fr',
        '\u0001#N/A',
        '=1+1',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 60 }),
        fc.nat({ max: 5 }),
        fc.constantFrom('number', 'date', 'yesno', 'category', 'rating', 'ignored'),
        (rows, broken, type) => {
          const table = createTable(['a', 'b', 'note']);
          rows.forEach((cells, at) => {
            table.push(at + 2, cells);
          });
          for (let at = 0; at < broken; at += 1)
            table.pushBroken({ line: 1000 + at, fields: [], fault: { code: 'unclosed-quote' } });
          table.infer();
          table.choose(0, { ...table.readings[0]!, type, order: 'dmy', decimal: 'comma' });
          const { view } = viewTable(table, { join: 'or', conditions: [{ kind: 'filled', column: 1 }] }, 1000);
          expect(view.read).toBe(rows.length + broken);
          expect(view.ready + view.refused).toBe(view.read);
          expect(view.refusals).toHaveLength(view.refused);
          expect(view.segment).toBeLessThanOrEqual(view.ready);
          for (const { chart } of view.columns)
            if (chart.kind === 'bins')
              expect(chart.bins.all.reduce((x, y) => x + y, 0)).toBeLessThanOrEqual(view.ready);
        },
      ),
    );
  });
});

describe('segments', () => {
  const table = filled(customers);
  const filter: Filter = {
    join: 'and',
    conditions: [
      { kind: 'labels', column: 1, labels: ['Femme'] },
      { kind: 'numbers', column: 0, from: 30, to: 44 },
      { kind: 'labels', column: 5, labels: ['boutique', 'site'] },
    ],
  };

  it('take the rows that fulfil every condition, or at least one', () => {
    expect(viewTable(table, filter, 0).view.segment).toBe(7);
    expect(viewTable(table, { ...filter, join: 'or' }, 0).view.segment).toBe(40);
    expect(viewTable(table, NO_FILTER, 0).view.segment).toBe(40);
    const some = (conditions: Filter['conditions']) => viewTable(table, { join: 'and', conditions }, 0).view.segment;
    expect(some([{ kind: 'contains', column: 2, text: 'REZE' }])).toBe(14);
    expect(some([{ kind: 'days', column: 4, from: null, to: null }])).toBe(40);
    expect(some([{ kind: 'empty', column: 3 }])).toBe(0);
    expect(some([{ kind: 'filled', column: 7 }])).toBe(0);
    expect(some([{ kind: 'filled', column: 99 }])).toBe(0);
  });

  it('answer “and” with the common rows and “or” with the united ones', () => {
    const columns = table.stores.map((store, column) => ({ store, parsed: table.parsed(column) }));
    const condition = fc.oneof(
      fc.record({
        kind: fc.constant('numbers' as const),
        column: fc.constant(0),
        from: fc.nat({ max: 70 }),
        to: fc.nat({ max: 70 }),
      }),
      fc.record({
        kind: fc.constant('labels' as const),
        column: fc.constant(1),
        labels: fc.subarray(['femme', 'homme']),
      }),
      fc.record({
        kind: fc.constant('contains' as const),
        column: fc.constant(2),
        text: fc.constantFrom('nan', 'é', ''),
      }),
    );
    fc.assert(
      fc.property(condition, condition, (a, b) => {
        const rows = (join: 'and' | 'or', conditions: Filter['conditions']) => [
          ...filterRows(columns, { join, conditions }, table.rows),
        ];
        const [of, other] = [rows('and', [a]), rows('or', [b])];
        expect(rows('and', [a, b])).toEqual(of.map((taken, at) => taken & (other[at] ?? 0)));
        expect(rows('or', [a, b])).toEqual(of.map((taken, at) => taken | (other[at] ?? 0)));
      }),
    );
  });

  it('are told in words', () => {
    expect(filterWords(filter, viewTable(table, filter, 0).view.columns, FR)).toBe(
      'genre\u00A0: Femme et age\u00A0: 30 à 44\u00A0ans et canal\u00A0: boutique ou site',
    );
    expect(filterWords(NO_FILTER, [], EN)).toBe('whole file');
  });

  it('give figures that carry everything they rest on', () => {
    const { view } = viewTable(table, filter, 0);
    const context = { columns: view.columns, filter, file: 'clients-2026.csv', sheet: null, date: '2026-11-26' };
    const median = view.figures.find(({ column, statistic }) => column === 0 && statistic === 'median')!;
    // Women of 31, 33, … 43.
    expect(pinnedFact(median, context, FR)).toEqual({
      text: 'age\u00A0: 37\u00A0ans (médiane, de 31 à 43\u00A0ans, n\u00A0=\u00A07, indicatif)',
      headline: '37\u00A0ans',
      column: 'age',
      statistic: 'median',
      value: 37,
      unit: 'years',
      label: '',
      n: 7,
      hits: 0,
      interval: { low: 31, high: 43 },
      indicative: true,
      file: 'clients-2026.csv',
      date: '2026-11-26',
      filter: 'genre\u00A0: Femme et age\u00A0: 30 à 44\u00A0ans et canal\u00A0: boutique ou site',
    });
    expect(factLine(pinnedFact(median, context, EN), EN)).toBe(
      'age: 37 years (median, 31 to 43 years, n\u00A0=\u00A07, indicative) clients-2026.csv, 2026-11-26, genre: Femme and age: 30 to 44 years and canal: boutique or site',
    );
    expect(factTitle(pinnedFact(median, context, FR), FR)).toBe(
      'age\u00A0: 37\u00A0ans (médiane), clients-2026.csv, genre\u00A0: Femme et age\u00A0: 30 à 44\u00A0ans et canal\u00A0: boutique ou site',
    );
    expect(factDate(pinnedFact(median, context, FR), FR)).toBe('26/11/2026');
    const share = view.figures.find(({ statistic, column }) => statistic === 'share' && column === 2)!;
    expect(
      factTitle(pinnedFact(share, { ...context, filter: NO_FILTER, file: 'a.xlsx', sheet: 'Lyon' }, FR), FR),
    ).toMatch(/a\.xlsx, feuille Lyon, tout le fichier$/);
    expect(factTitle(pinnedFact(share, { ...context, filter: NO_FILTER }, EN), EN)).toMatch(
      /^ville: \d+% Nantes, clients-2026\.csv, whole file$/,
    );
    expect(pinnedFact(share, context, FR).text).toMatch(
      /^ville\u00A0: \d+\u00A0% Nantes \(\d sur 7, de \d+ à \d+\u00A0%, n\u00A0=\u00A07, indicatif\)$/,
    );
    // What the filter asks for is its definition, not a figure.
    expect(view.figures.some(({ statistic, column }) => statistic === 'share' && column === 1)).toBe(false);
    const net = view.figures.find(({ statistic }) => statistic === 'net-score')!;
    expect(pinnedFact(net, context, EN).text).toMatch(/^note: NPS [+\u2212]\d+ \(NPS, /);
  });
});
