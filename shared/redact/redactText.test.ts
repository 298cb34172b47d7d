import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../boards/persona/personalData';
import { type RedactChoices, SAFEST } from './choices';
import type { Gathered } from './gather';
import { nameParts } from './people';
import { textRedactor } from './redactText';
import { foldWord } from './tokens';

const found = (more: Partial<Gathered> = {}): Gathered => ({
  personas: [
    { name: 'Solène Marchand', gender: 'Femme' },
    { name: 'Assistante administrative', gender: '' },
    { name: 'Inès', gender: 'femme' },
  ],
  people: { participants: ['Karim Belkacem', 'Paul L.'], authors: ['KB', 'AD'], owners: ['Service client', 'Rose'] },
  sayings: ['Je ne suis pas une vraie coureuse.'],
  words: new Set(),
  ...more,
});
const choices = (more: Partial<RedactChoices> = {}): RedactChoices => ({
  ...SAFEST,
  names: 'letter',
  words: [],
  lang: 'fr',
  seed: 's',
  ...more,
});
const say = (written: string, more: Partial<RedactChoices> = {}, about = found()) =>
  textRedactor(about, 'Acme Sport', choices(more)).redact(written, 'text').text;

describe('names in texts', () => {
  it.each([
    ['Solène Marchand attend.', 'Persona A attend.'],
    ['SOLENE attend Marchand', 'Persona A attend Persona A'],
    ['solène marchand, puis le marchand', 'Persona A, puis le marchand'],
    ["Les soirées d’Inès et l’avis d'ines", 'Les soirées de Persona C et l’avis de Persona C'],
    ['Inèsse et Marchandise restent', 'Inèsse et Marchandise restent'],
    ['une assistante, puis l’Assistante administrative', 'une assistante, puis le Persona B'],
    ['Voir Karim ou Karim Belkacem (KB)', 'Voir Participant\u00A01 ou Participant\u00A01 (KB)'],
    ['Rose voit une rose', 'Responsable\u00A04 voit une rose'],
    ['ACME SPORT et Acme-Sport', 'CLIENT et Client'],
  ])('%s', (written, expected) => expect(say(written)).toBe(expected));

  it('takes a pseudonym of the same gender, form and case, that nobody of the workshop has', () => {
    const all = textRedactor(found(), '', choices({ names: 'pseudonym' }));
    const pseudonym = all.redact('Solène Marchand', 'personaName').text;
    expect(pseudonym).toMatch(/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u);
    const [first = ''] = pseudonym.split(' ');
    expect(all.redact('SOLÈNE, solène', 'text').text).toBe(`${first.toUpperCase()}, ${first.toLowerCase()}`);
    expect(foldWord(all.redact('Inès', 'text').text)).toMatch(/^[aeiouyh]/);
    const crowded = textRedactor(found({ words: new Set([foldWord(first)]) }), '', choices({ names: 'pseudonym' }));
    expect(crowded.redact('Solène', 'text').text).not.toBe(first);
  });

  it('names nobody where a persona is called by what it is', () => {
    expect(nameParts('Marie la pressée')).toEqual(['Marie']);
    expect(nameParts('La Coureuse du dimanche')).toEqual([]);
    expect(nameParts('Jean-Paul de la Tour, 36 ans')).toEqual(['Jean-Paul', 'Tour']);
    expect(nameParts('Dr Anne O’Neil')).toEqual(['Anne', 'O’Neil']);
  });

  it('gives initials the number of the name they stand for, and leaves teams', () => {
    const { redact } = textRedactor(found(), '', choices());
    expect(redact('KB', 'person').text).toBe('P1');
    expect(redact('Karim Belkacem', 'person').text).toBe('Participant\u00A01');
    expect(redact('AD', 'person').text).toBe('P3');
    expect(redact('Service client', 'person').text).toBe('Service client');
    expect(redact('Karim Belkacem et Paul L.', 'people').text).toBe('Participant\u00A01, Participant\u00A02');
  });

  it('takes a name that is written longer or shorter for the same person', () => {
    const people = {
      participants: ['Anouk', 'Paul L.', 'Paul M.'],
      authors: ['Anouk B.'],
      owners: ['Anouk Bertin', 'Paul Morel'],
    };
    const { redact } = textRedactor(found({ people }), '', choices());
    const said = ['Anouk', 'Anouk B.', 'Anouk Bertin', 'Paul L.', 'Paul Morel'].map(
      (name) => redact(name, 'person').text,
    );
    expect(said.map((text) => text.slice(-1))).toEqual(['1', '1', '1', '2', '3']);
  });

  it('finds a saying that is quoted elsewhere', () => {
    expect(say('Elle dit : « Je ne suis pas une vraie coureuse »')).toBe('Elle dit : « [verbatim court retiré] »');
  });
});

describe('words that the person asks for', () => {
  it.each([
    ['Zénith, ZENITH et zéniths', 'Projet, PROJET et projet'],
    ['le plan X42 ou x-42', 'le plan gamme ou gamme'],
    ['C&A, c & a', 'Client, c & a'],
  ])('%s', (written, expected) => {
    const words = [
      { from: 'Zénith', to: 'Projet' },
      { from: 'X42', to: 'gamme' },
      { from: 'C&A', to: 'Client' },
    ];
    expect(say(written, { words })).toBe(expected);
  });
});

describe('what patterns find', () => {
  it.each([
    ['a.b@acme.fr, A.B@ACME.FR, c@d.eu', 'personne1@example.org, personne1@example.org, personne2@example.org'],
    ['au 06 12 34 56 78 ou 0612345678', 'au 00 00 00 00 01 ou 0000000001'],
    ['FR76 3000 6000 0112 3456 7890 189', 'FR00 0000 0000 0000 0000 0000 001'],
    [
      'FR76 3000 6000 0112 3456 7890 189 FR76 3000 6000 0112 3456 7890 189 XY99 BE68 5390 0754 7034',
      'FR00 0000 0000 0000 0000 0000 001 FR00 0000 0000 0000 0000 0000 001 XY99 BE00 0000 0000 0102',
    ],
    ['cv_Martin.PDF, C:\\Clients\\Acme\\plan, /home/karim/x', 'fichier-1.pdf, dossier-2, dossier-3'],
    ['voir www.acme.fr/plan. Puis https://acme.fr/?a=1', 'voir example.org/1. Puis example.org/2'],
    ['le 12 octobre 2026, le 1er mai, 2026-10-12, 12/10/2026', 'en octobre 2026, en mai, 2026-10, 10/2026'],
    ['12 % des clients, 3 moments, mai 2026', '12 % des clients, 3 moments, mai 2026'],
    ['On October 12, 2026 and 12 Oct', 'In October 2026 and Oct'],
    ['le 12 du mois, au 3 juin', 'le 12 du mois, à juin'],
  ])('%s', (written, expected) => {
    expect(say(written)).toBe(expected);
    expect(personalDataIn(expected).every(({ kind }) => kind === 'email')).toBe(true);
  });

  it('is masked where that is wanted: the form stays', () => {
    expect(say('a.b@acme.fr, 06 12', { data: 'mask' })).toBe('•.•@••••.••, 06 12');
    expect(say('plan_v2.docx', { files: 'mask' })).toBe('••••_••.••••');
  });
});
