export const menu = {
  file: 'File',
  edit: 'Edit',
  insert: 'Insert',
  note: 'Note',
  view: 'View',
  help: 'Help',
  undoWhat: 'Undo: {{what}}',
  redoWhat: 'Redo: {{what}}',
  unsaved: 'Some changes are not saved',
  unsavedDetail:
    'The disk did not accept the last write. If you close now, these changes will be lost; everything else is safe.',
  stay: 'Stay',
  closeAnyway: 'Close anyway',
  keepsStopping: 'The window keeps stopping',
  keepsStoppingDetail: 'It stopped three times within a minute. Everything that was saved is intact on disk.',
  tryAgain: 'Try again',
  fileKind: {
    personarium: 'Personarium workshop',
    pdf: 'PDF document',
    png: 'PNG image',
    svg: 'SVG image',
  },
} as const;
