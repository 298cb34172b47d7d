import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsOf } from '../../../tests/support/journeyCommands';
import { richPersona } from '../../../tests/support/personaCommands';
import type { BlockId, PersonaId } from '../../base/ids';
import { translator } from '../../i18n/translate';
import { personaNamed, SAMPLE_PERSONAS } from '../../sample/samplePersonas';
import { type LintContext, type LintFinding, lintPersona, lintText, NEAR, similarity } from './lint';
import type { PersonaDoc } from './model';
import { PERSONAL_DATA, type PersonalDataKind, personalDataIn } from './personalData';
import { personaFrom, presetTemplate } from './templates';

const NOW: LintContext = { date: '2026-11-26', others: {}, uses: 2 };
const rules = (doc: PersonaDoc, ctx: Partial<LintContext> = {}) =>
  lintPersona(doc, { ...NOW, ...ctx }).map(({ rule }) => rule);
const without = (doc: PersonaDoc, ...blocks: readonly string[]): PersonaDoc => ({
  ...doc,
  entries: Object.fromEntries(
    Object.entries(doc.entries).filter(([, { block }]) => !blocks.includes(block)),
  ) as PersonaDoc['entries'],
});

describe('lintPersona', () => {
  it('finds nothing on the samples, in both languages', () => {
    for (const lang of ['fr', 'en'] as const) {
      const all = Object.fromEntries(SAMPLE_PERSONAS.map((name) => [name, personaNamed(name, lang, idsOf(name))]));
      for (const doc of Object.values(all))
        expect(lintPersona(doc, { ...NOW, others: all as Record<PersonaId, PersonaDoc> })).toEqual([]);
    }
  });

  it('says when there are facts about the person and no behaviour', () => {
    const doc = richPersona();
    expect(rules(without(doc, 'purchase', 'channels', 'day'))).toEqual(['noBehaviour']);
    expect(rules(without(doc, 'purchase', 'channels'))).toEqual([]);
    const own = { ...doc.blocks['needs' as BlockId]!, id: 'own' as BlockId };
    const bare = without(doc, 'purchase', 'channels', 'day');
    const [entry] = Object.values(doc.entries);
    const seen = { ...entry!, block: own.id, evidence: 'observation' as const };
    const watched = {
      ...bare,
      blocks: { ...bare.blocks, own },
      entries: { ...bare.entries, [seen.id]: seen },
    } as PersonaDoc;
    expect(rules(watched)).toEqual([]);
  });

  it('says when there is not one sentence of the person', () => {
    const doc = richPersona();
    const silent = { ...doc, info: { ...doc.info, quote: ' ' } };
    expect(rules(without(silent, 'quotes'))).toEqual(['noQuote']);
    expect(rules(silent)).toEqual([]);
    const quotes = { ...silent.blocks['quotes' as BlockId]!, visible: false };
    expect(rules({ ...silent, blocks: { ...silent.blocks, quotes } as PersonaDoc['blocks'] })).toEqual(['noQuote']);
    expect(rules(without(doc, 'quotes'))).toEqual([]);
  });

  it('says when there is no source', () => {
    const doc = richPersona();
    expect(rules({ ...doc, evidence: {} })).toEqual(['noSource']);
    expect(rules(doc)).not.toContain('noSource');
  });

  it('says when another persona says the same', () => {
    const doc = richPersona();
    const twin = { ...doc, info: { ...doc.info, name: 'Inès' } };
    const other = personaNamed('assistant', 'fr', idsOf('o'));
    const others = { twin, other } as unknown as Record<PersonaId, PersonaDoc>;
    expect(rules(doc, { others })).toEqual(['nearDuplicate']);
    expect(rules(doc, { others: { other } as never })).toEqual([]);
    expect(similarity(doc, twin)).toBe(1);
    expect(similarity(doc, other)).toBeLessThan(NEAR / 2);
    expect(similarity(doc, other)).toBe(similarity(other, doc));
    // Too little to compare says nothing.
    const empty = personaFrom(presetTemplate('blank'), idsOf('b'));
    expect(similarity(empty, empty)).toBe(0);
  });

  it('says when it is on no board, unless it is archived or nobody counted', () => {
    const doc = richPersona();
    expect(rules(doc, { uses: 0 })).toEqual(['neverUsed']);
    expect(rules(doc, { uses: null })).toEqual([]);
    expect(rules({ ...doc, info: { ...doc.info, archived: true } }, { uses: 0 })).toEqual([]);
  });

  it('says when it was not reviewed for twelve months', () => {
    const on = (lastReviewed: string) => ({ ...richPersona(), info: { ...richPersona().info, lastReviewed } });
    expect(rules(on('2025-11-25'))).toEqual(['notReviewed']);
    expect(rules(on('2025-11-26'))).toEqual([]);
    expect(rules(on(''))).toEqual(['neverReviewed']);
    expect(rules(on('2023-02-28'), { date: '2024-02-29' })).toEqual([]);
    expect(rules(on('2023-02-27'), { date: '2024-02-29' })).toEqual(['notReviewed']);
  });

  it('does not scold an empty page', () => {
    expect(rules(personaFrom(presetTemplate('shopper'), idsOf('e')), { uses: 0 })).toEqual([]);
  });

  it('finds personal data wherever it was typed, and says it in both languages', () => {
    const doc = richPersona();
    const [source] = Object.values(doc.evidence);
    const told = {
      ...doc,
      evidence: { ...doc.evidence, [source!.id]: { ...source!, note: 'Marie, marie.t@exemple.fr, 06 12 34 56 78' } },
    };
    const found = lintPersona(told, NOW);
    expect(found).toMatchObject([
      { rule: 'personalData', what: 'email', text: 'marie.t@exemple.fr', target: { kind: 'evidence', id: source!.id } },
      { rule: 'personalData', what: 'phone', text: '06 12 34 56 78' },
    ]);
    for (const lang of ['fr', 'en'] as const) {
      const text = lintText(found[0] as LintFinding, { t: translator(lang), lang });
      expect(text).toContain('marie.t@exemple.fr');
      expect(text).not.toContain('persona.');
    }
  });

  it('has one sentence for each rule in both languages', () => {
    const target = { kind: 'sheet', id: 'sheet' };
    const findings: readonly LintFinding[] = [
      { rule: 'noBehaviour', target },
      { rule: 'noQuote', target },
      { rule: 'noSource', target },
      { rule: 'neverUsed', target },
      { rule: 'neverReviewed', target },
      { rule: 'notReviewed', target, since: '2025-01-02' },
      { rule: 'nearDuplicate', target, other: 'x' as PersonaId, name: 'Inès', similarity: 0.724 },
      ...PERSONAL_DATA.map((what): LintFinding => ({ rule: 'personalData', target, what, text: 'x' })),
    ];
    for (const lang of ['fr', 'en'] as const)
      for (const finding of findings)
        expect(lintText(finding, { t: translator(lang), lang })).not.toMatch(/persona\.|\{\{/);
    expect(lintText(findings[6]!, { t: translator('fr'), lang: 'fr' })).toContain('72\u00A0%');
  });
});

/** Numbers made up for tests: their check digits are right, nobody has them. */
const REAL: Readonly<Record<PersonalDataKind, readonly string[]>> = {
  email: ['prenom.nom@exemple.fr', 'élodie+x@poste.exemple.org'],
  phone: [
    ...['06 12 34 56 78', '+33 6 12 34 56 78', '0033612345678', '02.40.12.34.56', '+44 20 7946 0958'],
    ...['(415) 555-2671', '415-555-2671', '415.555.2671', '415 555 2671', '+34 612 345 678'],
    ...['07700 900123', '07700\u00A0900 123', '020 7946 0958', '(020) 7946 0958', '0161 496 0000'],
    ...[
      '044 668 18 00',
      '044.668.18.00',
      '02 123 45 67',
      '0475/12.34.56',
      '0475 12 34 56',
      '030 12345678',
      '030/1234567',
    ],
    ...['+ 33 6 12 34 56 78', '06 12 345 678', '06-12-345-678', '070-123 45 67'],
  ],
  iban: ['FR76 3000 6000 0112 3456 7890 189', 'DE89370400440532013000', 'GB29 NWBK 6016 1331 9268 19'],
  card: ['4111 1111 1111 1111', '5500-0000-0000-0004'],
  nir: ['1 85 05 78 006 084 91', '2 55 08 14 168 025 38', '185012A00100110'],
  be: ['85.07.30-033 28'],
  es: ['12345678Z', 'X1234567L'],
  it: ['RSSMRA85T10A562S'],
  ch: ['756.9217.0769.85'],
  uk: ['AB 12 34 56 C'],
  us: ['123-45-6789', '123 45 6789'],
};
const WRONG: readonly string[] = [
  'FR76 3000 6000 0112 3456 7890 188',
  '4111 1111 1111 1112',
  '1 85 05 78 006 084 92',
  '85.07.30-033 29',
  '12345678A',
  'RSSMRA85T10A562T',
  '756.9217.0769.84',
  '900-45-6789',
  'prix : 149 €, 312 réponses en 2026',
  'le 22/11/2026 à 14:06, puis le 23.11.2026',
  '12 450 000 visites, 3 200 000 € de chiffre d’affaires',
  'version 10.4.2026.1',
  '@marie sur les réseaux, n = 1 840',
  '10 000 000 000 pas',
  'du 05.11.26-06.11.26, du 01-02-26-03-02-26, le 05/11/26 1200 visites',
  'en 03/2026 450 visites, le 05.11.2026 12 000 €',
  'de 08.30-12.30 450 visites, à 09.30 12 000 visites, 09.00-10.00-11.00',
  '1 045 678 900 €, + 120 000 000 €, + 250 450 000, +120 000 000 $',
  'ISO 9001:2015, ISO/IEC 27001, ISBN 978-2-07-036822-8, SIREN 732 829 320',
  '06000 Nice, 06000-06100-06200, 01000 02000, 94103-1234',
];

/** What has as many figures as a telephone number and is none. */
const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 1950, max: 2049 }).map(String);
const signs = fc.constantFrom('.', '/', '-');
const date = fc.oneof(
  fc.tuple(two(1, 31), two(1, 12), year, signs).map(([d, m, y, sign]) => [d, m, y].join(sign)),
  fc.tuple(two(1, 31), two(1, 12), year, signs).map(([d, m, y, sign]) => [d, m, y.slice(2)].join(sign)),
  fc.tuple(year, two(1, 12), two(1, 31)).map((parts) => parts.join('-')),
  fc.tuple(two(1, 12), year).map((parts) => parts.join('/')),
  fc.tuple(year, year).map((parts) => parts.join('-')),
);
const time = fc.tuple(two(0, 23), two(0, 59), fc.constantFrom(':', 'h', '.')).map(([h, m, sign]) => h + sign + m);
const sum = fc
  .tuple(
    fc.integer({ min: 1, max: 999 }),
    fc.array(
      fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0')),
      { maxLength: 3 },
    ),
    fc.constantFrom('', ',50', '.50'),
    fc.constantFrom(' €', '\u00A0€', '\u202F%', ' visites', ' USD'),
    fc.constantFrom(' ', '\u202F', '\u00A0', ',', '.'),
  )
  .map(([first, groups, cents, unit, sign]) => [first, ...groups].join(sign) + cents + unit);
const version = fc.array(fc.nat({ max: 99 }), { minLength: 2, maxLength: 4 }).map((parts) => `v${parts.join('.')}`);
const code = fc.integer({ min: 1000, max: 98999 }).map((n) => `${String(n).padStart(5, '0')} Lyon`);
const range = fc.tuple(fc.oneof(date, time), fc.oneof(date, time)).map((parts) => parts.join(' - '));
const figures = fc.array(fc.oneof(date, time, sum, version, code, range), { minLength: 1, maxLength: 4 });

describe('personalDataIn', () => {
  it.each(Object.entries(REAL))('finds %s', (kind, texts) => {
    for (const text of texts)
      expect(personalDataIn(`Dit-elle, ${text}, en partant`), text).toEqual([{ kind, text, at: 10 }]);
  });

  it.each(WRONG)('leaves %s alone', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  it('leaves dates, times, sums, versions and post codes alone, one after the other', () => {
    fc.assert(
      fc.property(figures, (parts) => {
        // The check digits of other numbers may be right by chance.
        const found = personalDataIn(parts.join(' ')).filter(({ kind }) => kind === 'phone' || kind === 'us');
        expect(found).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('ends a number before the figures of something else', () => {
    for (const number of ['044 668 18 00', '06 12 345 678', '415-555-2671', '07700 900123'])
      expect(personalDataIn(`${number} 12 fois`).map(({ text }) => text)).toEqual([number]);
  });

  it('finds several, in order, each once', () => {
    const text = 'a@b.fr puis FR76 3000 6000 0112 3456 7890 189 et 06 12 34 56 78';
    expect(personalDataIn(text).map(({ kind }) => kind)).toEqual(['email', 'iban', 'phone']);
  });
});
