import { describe, expect, it } from 'vitest';
import { capitalised, quoted, typographic, unquoted } from './typography';

const visible = (text: string) => text.replace(/\u00A0/g, '~').replace(/\u202F/g, '^');
const fr = (text: string) => visible(typographic(text, 'fr'));

describe('typographic in French', () => {
  it.each([
    ['« Bonjour »', '«~Bonjour~»'],
    ['«Bonjour»', '«Bonjour»'],
    ['Pourquoi pas moi ?', 'Pourquoi pas moi^?'],
    ['Pourquoi?', 'Pourquoi?'],
    ['What if it’s just my shoes?', 'What if it’s just my shoes?'],
    ['Really! Yes; no: maybe', 'Really! Yes; no: maybe'],
    ['Quoi ?!', 'Quoi^?!'],
    ['Un ; deux ! trois', 'Un^; deux^! trois'],
    ['Budget : 150 €', 'Budget~: 150~€'],
    ['52 % et 52%', '52~% et 52%'],
    ['149€', '149€'],
    ['12 500 réponses', '12^500 réponses'],
    ['1 234 567', '1^234^567'],
    ['25 km par semaine, 12 jours, 35 min, 4 h', '25~km par semaine, 12~jours, 35~min, 4~h'],
    ['n = 57', 'n~=~57'],
    ['n=57 et n < 60', 'n=57 et n~<~60'],
    ['rendez-vous 12:30', 'rendez-vous 12:30'],
    ['https://exemple.fr/?q=1&r=2', 'https://exemple.fr/?q=1&r=2'],
    ['2 hommes', '2 hommes'],
    ['le 3 a été', 'le 3 a été'],
    ['oui – non', 'oui~– non'],
    ['« Quand changer ? »', '«~Quand changer^?~»'],
    ['2026-11-22', '2026-11-22'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(fr(text)).toBe(expected);
    expect(visible(typographic(typographic(text, 'fr'), 'fr'))).toBe(expected);
  });

  it('keeps newlines', () => {
    expect(fr('Oui !\nNon ?')).toBe('Oui^!\nNon^?');
  });
});

describe('typographic in English', () => {
  it('keeps sample sizes, hours and distances together, and nothing else', () => {
    expect(visible(typographic('Really? 52 % : n = 57', 'en'))).toBe('Really? 52 % : n~=~57');
    expect(visible(typographic('Shops close at 7 pm, 25 km away, 3 more', 'en'))).toBe(
      'Shops close at 7~pm, 25~km away, 3 more',
    );
  });
});

describe('quoted', () => {
  it.each([
    ['Je veux courir', 'fr', '«~Je veux courir~»'],
    ['« Je veux courir »', 'fr', '«~Je veux courir~»'],
    ['“Je veux courir”', 'fr', '«~Je veux courir~»'],
    ['"I want to run"', 'en', '“I want to run”'],
    ['« I want to run »', 'en', '“I want to run”'],
    ['What if it’s just my shoes?', 'fr', '«~What if it’s just my shoes?~»'],
    ['Pourquoi pas moi ?', 'fr', '«~Pourquoi pas moi^?~»'],
    ['« A » puis « B »', 'fr', '«~«~A~» puis «~B~»~»'],
    ['  ', 'fr', ''],
    ['«»', 'en', ''],
  ] as const)('%s in %s', (text, lang, expected) => {
    expect(visible(quoted(text, lang))).toBe(expected);
    expect(visible(typographic(quoted(text, lang), lang))).toBe(expected);
  });

  it('gives the words back', () => {
    expect(unquoted('« Oui »')).toBe('Oui');
    expect(unquoted('il a dit « oui »')).toBe('il a dit « oui »');
  });
});

describe('capitalised', () => {
  it.each([
    ['compare des chaussures', 'Compare des chaussures'],
    ['élève ici', 'Élève ici'],
    ['« déjà »', '« déjà »'],
    ['𐐨b', '𐐀b'],
    // Its capital would be two letters.
    ['ßeta', 'ßeta'],
    ['', ''],
  ])('%j begins as %j', (text, expected) => expect(capitalised(text, 'fr')).toBe(expected));
});
