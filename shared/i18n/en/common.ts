export const common = {
  appName: 'Personarium',
  cancel: 'Cancel',
  close: 'Close',
  understood: 'Got it',
  retry: 'Try again',
  details: 'Details',
  delete: 'Delete',
  rename: 'Rename',
  undo: 'Undo',
  redo: 'Redo',
} as const;
