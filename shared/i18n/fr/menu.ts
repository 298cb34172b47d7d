/** The native menu's titles, and what the main process says itself in native dialogs. */
export const menu = {
  file: 'Fichier',
  edit: 'Édition',
  insert: 'Insertion',
  note: 'Note',
  view: 'Affichage',
  help: 'Aide',
  undoWhat: 'Annuler : {{what}}',
  redoWhat: 'Rétablir : {{what}}',
  unsaved: 'Des changements ne sont pas enregistrés',
  unsavedDetail:
    'Le disque n’a pas accepté la dernière écriture. Si vous fermez maintenant, ces changements seront perdus ; tout le reste est en sécurité.',
  stay: 'Rester',
  closeAnyway: 'Fermer quand même',
  keepsStopping: 'La fenêtre s’arrête sans cesse',
  keepsStoppingDetail: 'Elle s’est arrêtée trois fois en une minute. Ce qui était enregistré est intact sur le disque.',
  tryAgain: 'Réessayer',
  pictures: 'Images',
  fileKind: {
    personarium: 'Atelier Personarium',
    pdf: 'Document PDF',
    png: 'Image PNG',
    svg: 'Image SVG',
    csv: 'Tableau CSV',
  },
} as const;
