/** The title block of a workshop: what its posters and its report say of it. Read when it is asked for. */
export const titleBlock = {
  title: 'Cartouche de l’atelier',
  intro: 'En tête des affiches de l’atelier et sur la couverture de son rapport.',
  name: 'Atelier',
  client: 'Client',
  place: 'Lieu',
  date: 'Date',
  logo: 'Logo du client',
  choose: 'Choisir un logo…',
  change: 'Changer de logo…',
  remove: 'Retirer le logo',
  drop: 'Déposez un logo ici, ou choisissez un fichier.',
  means: 'PNG, JPEG, WebP, GIF ou SVG. Il est refait à partir de ses pixels, sans métadonnées ni bords vides.',
  sharp: '{{width}}\u00A0×\u00A0{{height}}\u00A0pixels\u00A0: net jusqu’à une affiche {{sheet}}.',
  blurred:
    '{{width}}\u00A0×\u00A0{{height}}\u00A0pixels\u00A0: flou sur toute affiche. Demandez un fichier plus grand, ou un SVG.',
  problem: {
    imageTooLarge: 'Ce fichier est trop lourd pour un logo\u00A0: 50\u00A0Mo au plus, 2\u00A0Mo pour un SVG.',
    imageUnreadable:
      'Ce fichier n’est pas une image qui se lise ici\u00A0: choisissez un PNG, un JPEG, un WebP, un GIF ou un SVG.',
    imageNotStored: 'Le logo n’a pas pu être enregistré sur cet ordinateur.',
  },
  save: 'Enregistrer',
  /** Beside posters. */
  panel: 'Cartouche',
  none: 'Sans logo',
  edit: 'Modifier le cartouche…',
} as const;
