import type { ZoneId } from '../boards/empathy-map/zones';
import type { EvidenceKind } from '../model/evidence';

/** Who, how proven, how often voted for, at which stage of the journey (from 1; 0 for none): the same in both languages. */
export interface EmpathyFigures {
  readonly zone: ZoneId;
  readonly author: string;
  readonly evidence: EvidenceKind;
  readonly votes: number;
  readonly stage: number;
}

const row = (zone: ZoneId, author: string, evidence: EvidenceKind, votes = 0, stage = 0): EmpathyFigures => ({
  zone,
  author,
  evidence,
  votes,
  stage,
});

/** The notes of the sample's empathy map, in the order of their words. */
export const EMPATHY_NOTES: readonly EmpathyFigures[] = [
  row('who', 'SM', 'verbatim'),
  row('who', 'SM', 'verbatim'),
  row('who', 'PL', 'verbatim'),
  row('need', 'AB', 'verbatim'),
  row('need', 'AB', 'observation'),
  row('see', 'PL', 'observation', 2),
  row('see', 'JD', 'observation'),
  row('see', 'JD', 'data', 4),
  row('see', 'SM', 'data'),
  row('say', 'PL', 'verbatim', 5, 2),
  row('say', 'AB', 'verbatim', 3, 3),
  row('say', 'SM', 'verbatim', 0, 4),
  row('do', 'JD', 'data', 3, 3),
  row('do', 'PL', 'data', 0, 1),
  row('do', 'AB', 'observation', 0, 2),
  row('do', 'SM', 'observation', 1, 4),
  row('do', 'JD', 'data', 0, 5),
  row('hear', 'PL', 'verbatim'),
  row('hear', 'SM', 'verbatim', 4),
  row('hear', 'JD', 'verbatim'),
  row('hear', 'AB', 'hypothesis'),
  row('hear', 'SM', 'verbatim'),
  row('hear', 'JD', 'verbatim', 2),
  row('think', 'PL', 'hypothesis', 2, 1),
  row('feel', 'SM', 'verbatim', 3, 4),
  row('pain', 'AB', 'observation', 6, 3),
  row('pain', 'JD', 'verbatim', 2, 5),
  row('pain', 'PL', 'verbatim', 0, 1),
  row('gain', 'SM', 'verbatim', 5, 2),
  row('gain', 'AB', 'verbatim', 4, 4),
  row('gain', 'JD', 'hypothesis', 0, 6),
];

/** The note that the journey took up as a pain point: index in `EMPATHY_NOTES`, stage of the journey from 0. */
export const TAKEN_UP = { note: 25, stage: 2 } as const;

/** Emotions that the team set by hand, by stage from 0; the others are medians of the journey's moments. */
export const BY_HAND: Readonly<Record<number, number>> = { 0: -0.9, 2: -1.4 };

/** What they say and what they do: indexes in `EMPATHY_NOTES`. */
export const CONTRADICTIONS: readonly { readonly say: number; readonly does: number }[] = [
  { say: 9, does: 13 },
  { say: 10, does: 12 },
];

/** The words of the map in one language. */
export interface EmpathyWords {
  readonly tab: string;
  readonly title: string;
  readonly goal: string;
  readonly situation: string;
  readonly sources: string;
  readonly designedBy: string;
  readonly participants: string;
  /** One per entry of `EMPATHY_NOTES`. */
  readonly notes: readonly string[];
  /** Where the note comes from that the journey took up. */
  readonly takenUpSource: string;
  /** One word per stage. */
  readonly emotions: readonly string[];
  /** One per entry of `CONTRADICTIONS`. */
  readonly contradictions: readonly string[];
}

export const frenchEmpathy: EmpathyWords = {
  tab: 'Empathie',
  title: 'Dans la tête de Solène',
  goal: 'Recourir sans avoir mal, et sans y passer ses soirées',
  situation: 'compare des chaussures',
  sources:
    '9 entretiens (oct. 2026), observations en boutique, mesure d’audience du site. Personnes, enseignes et chiffres inventés.',
  designedBy: 'Anouk B.',
  participants: 'Solène M., Paul L., Anouk B., Jeanne D.',
  notes: [
    'Solène, 36 ans, court seule le matin',
    'Deux enfants, peu de temps libre',
    'Genou fragile depuis le semi de Nantes',
    'Trouver une paire qui protège son genou, sous 150 €',
    'Décider avant la reprise du plan, le 4 janvier',
    'Les chaussures neuves d’Inès au bureau',
    'L’affiche du tram, arrêt Commerce',
    '14 fiches, toutes pareilles',
    'Des avis qui se contredisent',
    '« Je ne suis pas une vraie coureuse. »',
    '« Dites-moi juste laquelle. »',
    '« À ce prix-là, je veux les essayer d’abord. »',
    'Garde 40 avis en onglets, sans jamais conclure',
    'Court avec des semelles lisses depuis 900 km',
    'Photographie les chaussures des autres',
    'Réserve un essai à 23 h, sur son téléphone',
    'Abandonne son panier dès qu’il faut choisir une pointure',
    '« Change-les tous les 700 km. »',
    '« Avec celles-là, plus mal nulle part. »',
    '« L’amorti, c’est du marketing. »',
    'Le kiné lui conseille du repos',
    '« Tu prends toujours ta pointure ? »',
    'Sur le forum : « Prends une taille au-dessus, toujours. »',
    'Et si c’était mon âge, pas mes chaussures ?',
    'J’ai peur de passer pour une débutante',
    'Ne sait pas lire une fiche technique',
    'Redoute une erreur à 150 €',
    'Douleur au genou le lundi matin',
    'Recourir dix kilomètres sans y penser',
    'Qu’une personne regarde sa foulée',
    'Pouvoir échanger sans se justifier',
  ],
  takenUpSource: 'Observation en boutique, 14 octobre, Anouk B.',
  emotions: ['Inquiète', 'Curieuse', 'Perdue', 'Rassurée', 'Confiante', 'Partagée'],
  contradictions: [
    'Se dit débutante, mais use une paire en 900 km.',
    'Veut qu’on tranche pour elle, mais collectionne les avis.',
  ],
};

export const englishEmpathy: EmpathyWords = {
  tab: 'Empathy',
  title: 'Inside Solène’s head',
  goal: 'Run again without pain, and without losing evenings to it',
  situation: 'compares shoes',
  sources:
    '9 interviews (Oct 2026), observations in the shop, site analytics. People, brands and figures are invented.',
  designedBy: 'Anouk B.',
  participants: 'Solène M., Paul L., Anouk B., Jeanne D.',
  notes: [
    'Solène, 36, runs alone in the morning',
    'Two children, little free time',
    'Fragile knee since the Nantes half-marathon',
    'Find a pair that protects her knee, under €150',
    'Decide before training starts again on 4 January',
    'Inès’s new shoes at the office',
    'The tram poster, Commerce stop',
    '14 product sheets, all alike',
    'Reviews that contradict each other',
    '“I’m not a real runner.”',
    '“Just tell me which one.”',
    '“At that price, I want to try them on first.”',
    'Keeps 40 reviews in tabs, never concludes',
    'Has run on worn-flat soles for 900 km',
    'Takes pictures of other people’s shoes',
    'Books a fitting at 11 pm, on her phone',
    'Drops her basket as soon as a size must be chosen',
    '“Change them every 700 km.”',
    '“With these, no pain anywhere.”',
    '“Cushioning is marketing.”',
    'The physio advises rest',
    '“Do you always take your size?”',
    'On the forum: “Always go one size up.”',
    'What if it’s my age, not my shoes?',
    'I’m afraid to look like a beginner',
    'Cannot read a spec sheet',
    'Dreads a €150 mistake',
    'Knee pain on Monday mornings',
    'Run ten kilometres without thinking of it',
    'Somebody to watch her stride',
    'Exchange without having to explain',
  ],
  takenUpSource: 'Observation in the shop, 14 October, Anouk B.',
  emotions: ['Worried', 'Curious', 'Lost', 'Reassured', 'Confident', 'Torn'],
  contradictions: [
    'Calls herself a beginner, yet wears out a pair over 900 km.',
    'Wants somebody to decide for her, yet collects reviews.',
  ],
};
