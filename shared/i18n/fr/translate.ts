import { places } from './places';

/** Translations of a workshop's texts; read when they are asked for. */
export const translate = {
  title: 'Traductions',
  intro:
    'Chaque texte de l’atelier à côté de sa traduction. Entrée valide et passe à la ligne suivante, Maj + Entrée va à la ligne. Affiches, diapositives, rapport, présentation (T) et ligne de commande (--text) parlent la langue choisie.',
  reading: 'Lecture de l’atelier…',
  lang: { fr: 'Français', en: 'Anglais', none: 'comme écrits' },
  into: 'Traduire en',
  sheet: 'Feuille',
  allSheets: 'Tout l’atelier',
  show: 'Montrer',
  shown: {
    all: 'Tout ({{number}})',
    missing: 'Manque ({{number}})',
    stale: 'A changé ({{number}})',
    fresh: 'À jour ({{number}})',
  },
  state: { missing: 'manque', stale: 'le texte a changé', fresh: 'à jour' },
  before: 'Traduit quand il disait\u00A0:',
  translationOf: 'Traduction de «\u00A0{{text}}\u00A0»',
  place: '{{title}}, {{where}}',
  nothing: 'Rien à montrer ici.',
  more_one: 'Montrer {{count}} autre ligne',
  more_other: 'Montrer {{count}} autres lignes',
  export: 'Enregistrer en CSV…',
  import: 'Reprendre un CSV…',
  taken_zero: 'Rien de nouveau dans ce fichier.',
  taken_one: '{{count}} texte traduit.',
  taken_other: '{{count}} textes traduits.',
  otherTable: 'Ce fichier n’est pas un tableau de traductions de cette langue ({{lang}}).',
  csv: { key: 'Clé', sheet: 'Feuille', where: 'Place', state: 'État' },
  posters: 'Textes dans la langue de l’affiche',
  files: 'Textes dans la langue du fichier',
  fileLang: 'Langue',
  /** While presenting. */
  presented: 'Langue des textes\u00A0: {{lang}}',
  presentedKey: 'T\u00A0: langue des textes.',
  /** On the command line and beside what leaves. */
  open: '{{lang}}\u00A0: {{missing}} textes sans traduction, {{stale}} changés depuis.',
  none: '{{lang}}\u00A0: rien n’est traduit dans cette langue\u202F; les textes restent tels quels.',
  where: places,
} as const;
