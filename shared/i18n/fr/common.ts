export const common = {
  appName: 'Personarium',
  cancel: 'Annuler',
  close: 'Fermer',
  understood: 'Compris',
  retry: 'Réessayer',
  details: 'Détails',
  delete: 'Supprimer',
  rename: 'Renommer',
  undo: 'Annuler',
  redo: 'Rétablir',
} as const;
