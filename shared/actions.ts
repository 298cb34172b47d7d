/**
 * Everything a user can invoke, once: native menu, shortcuts, palette, tool rail, context menus and the shortcuts sheet all read this list.
 * Labels are `actions.<id>`. Accelerators use Electron's notation; `CmdOrCtrl` is shown as Ctrl or the platform's sign.
 */
export type MenuId = 'file' | 'edit' | 'insert' | 'note' | 'view' | 'help';

export interface ActionSpec {
  readonly id: string;
  /** Where it stands in the native menu; absent means palette and shortcut only. */
  readonly menu?: MenuId;
  /** Starts a new group in its menu. */
  readonly separated?: boolean;
  readonly accelerator?: string;
  /** `always`, with a board open, or with something selected on it. */
  readonly when: 'always' | 'board' | 'selection';
  readonly icon?: string;
}

const list = [
  { id: 'newWorkshop', menu: 'file', accelerator: 'CmdOrCtrl+N', when: 'always', icon: 'plus' },
  { id: 'openFile', menu: 'file', accelerator: 'CmdOrCtrl+O', when: 'always', icon: 'folder-open' },
  { id: 'openSample', menu: 'file', when: 'always', icon: 'play' },
  { id: 'exploreTable', menu: 'file', accelerator: 'CmdOrCtrl+Shift+E', when: 'always', icon: 'chart-bar' },
  {
    id: 'saveCopy',
    menu: 'file',
    separated: true,
    accelerator: 'CmdOrCtrl+Shift+S',
    when: 'board',
    icon: 'floppy-disk',
  },
  { id: 'redactCopy', menu: 'file', when: 'board', icon: 'shield-check' },
  { id: 'saveJourneyAs', menu: 'file', when: 'board', icon: 'download-simple' },
  { id: 'exportPoster', menu: 'file', accelerator: 'CmdOrCtrl+E', when: 'board', icon: 'export' },
  { id: 'exportReport', menu: 'file', accelerator: 'CmdOrCtrl+Shift+R', when: 'board', icon: 'file-text' },
  { id: 'translations', menu: 'file', when: 'board', icon: 'translate' },
  { id: 'titleBlock', menu: 'file', when: 'board', icon: 'text-t' },
  { id: 'restoreSnapshot', menu: 'file', when: 'board', icon: 'clock-counter-clockwise' },
  { id: 'saveVersion', menu: 'file', separated: true, accelerator: 'Shift+S', when: 'board', icon: 'bookmark-simple' },
  { id: 'personaVersions', menu: 'file', accelerator: 'Shift+H', when: 'board', icon: 'clock-counter-clockwise' },
  { id: 'saveTemplate', menu: 'file', when: 'board', icon: 'squares-four' },
  { id: 'openBackups', menu: 'file', separated: true, when: 'always', icon: 'hard-drive' },
  { id: 'goHome', menu: 'file', separated: true, accelerator: 'CmdOrCtrl+Shift+H', when: 'board', icon: 'caret-left' },
  { id: 'quit', menu: 'file', separated: true, accelerator: 'CmdOrCtrl+Q', when: 'always', icon: 'x' },

  { id: 'undo', menu: 'edit', accelerator: 'CmdOrCtrl+Z', when: 'board', icon: 'arrow-u-up-left' },
  { id: 'redo', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+Z', when: 'board', icon: 'arrow-u-up-right' },
  { id: 'cut', menu: 'edit', separated: true, accelerator: 'CmdOrCtrl+X', when: 'board', icon: 'scissors' },
  { id: 'copy', menu: 'edit', accelerator: 'CmdOrCtrl+C', when: 'board', icon: 'copy' },
  { id: 'copyAs', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+C', when: 'board', icon: 'copy' },
  { id: 'copyPicture', when: 'board', icon: 'image' },
  { id: 'copyCutout', when: 'board', icon: 'image' },
  { id: 'copyDrawing', when: 'board', icon: 'path' },
  { id: 'copyText', when: 'board', icon: 'text-t' },
  { id: 'paste', menu: 'edit', accelerator: 'CmdOrCtrl+V', when: 'board', icon: 'clipboard' },
  { id: 'selectAll', menu: 'edit', accelerator: 'CmdOrCtrl+A', when: 'board', icon: 'selection-all' },
  { id: 'editSelection', menu: 'edit', separated: true, accelerator: 'F2', when: 'selection', icon: 'pencil-simple' },
  { id: 'duplicate', menu: 'edit', accelerator: 'CmdOrCtrl+D', when: 'selection', icon: 'copy' },
  { id: 'deleteSelection', menu: 'edit', accelerator: 'Delete', when: 'selection', icon: 'trash' },
  { id: 'moveBack', menu: 'edit', separated: true, accelerator: 'Alt+Left', when: 'selection', icon: 'arrow-left' },
  { id: 'moveForward', menu: 'edit', accelerator: 'Alt+Right', when: 'selection', icon: 'arrow-right' },
  { id: 'moveUp', menu: 'edit', accelerator: 'Alt+Up', when: 'selection', icon: 'arrow-up' },
  { id: 'moveDown', menu: 'edit', accelerator: 'Alt+Down', when: 'selection', icon: 'arrow-down' },

  { id: 'find', menu: 'edit', separated: true, accelerator: 'CmdOrCtrl+F', when: 'board', icon: 'magnifying-glass' },
  { id: 'findNext', menu: 'edit', accelerator: 'F3', when: 'board', icon: 'arrow-down' },
  { id: 'findPrevious', menu: 'edit', accelerator: 'Shift+F3', when: 'board', icon: 'arrow-up' },

  { id: 'addNote', menu: 'insert', accelerator: 'N', when: 'board', icon: 'note' },
  { id: 'addTouchpoint', menu: 'insert', accelerator: 'T', when: 'board', icon: 'signpost' },
  { id: 'addEmotionPoint', menu: 'insert', accelerator: 'E', when: 'board', icon: 'smiley' },
  { id: 'addIndicator', menu: 'insert', accelerator: 'K', when: 'board', icon: 'chart-line' },
  { id: 'addPainPoint', menu: 'insert', accelerator: 'I', when: 'board', icon: 'warning' },
  { id: 'addOpportunity', menu: 'insert', accelerator: 'O', when: 'board', icon: 'lightbulb' },
  { id: 'addPicture', menu: 'insert', accelerator: 'Shift+I', when: 'board', icon: 'image' },
  { id: 'addStep', menu: 'insert', separated: true, accelerator: 'M', when: 'board', icon: 'columns' },
  { id: 'addStage', menu: 'insert', accelerator: 'Shift+M', when: 'board', icon: 'path' },
  { id: 'addLane', menu: 'insert', accelerator: 'Shift+L', when: 'board', icon: 'rows' },
  { id: 'addJump', menu: 'insert', accelerator: 'J', when: 'selection', icon: 'arrows-merge' },
  { id: 'addBlock', menu: 'insert', separated: true, accelerator: 'B', when: 'board', icon: 'squares-four' },
  { id: 'addSource', menu: 'insert', accelerator: 'Shift+E', when: 'board', icon: 'seal-check' },
  { id: 'editPortrait', menu: 'insert', accelerator: 'Shift+P', when: 'board', icon: 'user-focus' },
  { id: 'addBoard', menu: 'insert', separated: true, accelerator: 'CmdOrCtrl+T', when: 'board', icon: 'plus' },
  { id: 'addPersona', menu: 'insert', accelerator: 'CmdOrCtrl+Shift+N', when: 'board', icon: 'user-plus' },
  { id: 'linkPersona', menu: 'insert', accelerator: 'CmdOrCtrl+Shift+L', when: 'board', icon: 'link' },

  { id: 'nextEvidence', menu: 'note', accelerator: 'P', when: 'selection', icon: 'seal-check' },
  { id: 'nextColor', menu: 'note', accelerator: 'C', when: 'selection', icon: 'palette' },
  { id: 'vote', menu: 'note', accelerator: 'V', when: 'selection', icon: 'hand-pointing' },
  { id: 'unvote', menu: 'note', accelerator: 'Shift+V', when: 'selection', icon: 'minus' },
  { id: 'editTags', menu: 'note', accelerator: 'Shift+T', when: 'selection', icon: 'tag' },
  { id: 'sign', menu: 'note', accelerator: 'S', when: 'selection', icon: 'signature' },
  { id: 'lock', menu: 'note', accelerator: 'Shift+K', when: 'selection', icon: 'lock-simple' },
  { id: 'convertNote', menu: 'note', accelerator: 'Shift+O', when: 'selection', icon: 'lightbulb' },
  {
    id: 'groupNotes',
    menu: 'note',
    separated: true,
    accelerator: 'CmdOrCtrl+G',
    when: 'selection',
    icon: 'stack-plus',
  },
  { id: 'ungroupNotes', menu: 'note', accelerator: 'CmdOrCtrl+Shift+G', when: 'selection', icon: 'stack-minus' },
  { id: 'foldGroup', menu: 'note', accelerator: 'F', when: 'selection', icon: 'caret-right' },

  { id: 'alignLeft', menu: 'note', separated: true, accelerator: 'Alt+A', when: 'selection', icon: 'align-left' },
  { id: 'alignCenter', menu: 'note', accelerator: 'Alt+H', when: 'selection', icon: 'align-center-horizontal' },
  { id: 'alignRight', menu: 'note', accelerator: 'Alt+D', when: 'selection', icon: 'align-right' },
  { id: 'alignTop', menu: 'note', accelerator: 'Alt+W', when: 'selection', icon: 'align-top' },
  { id: 'alignMiddle', menu: 'note', accelerator: 'Alt+V', when: 'selection', icon: 'align-center-vertical' },
  { id: 'alignBottom', menu: 'note', accelerator: 'Alt+S', when: 'selection', icon: 'align-bottom' },
  {
    id: 'distributeAcross',
    menu: 'note',
    accelerator: 'Alt+Shift+H',
    when: 'selection',
    icon: 'arrows-out-line-horizontal',
  },
  {
    id: 'distributeDown',
    menu: 'note',
    accelerator: 'Alt+Shift+V',
    when: 'selection',
    icon: 'arrows-out-line-vertical',
  },

  { id: 'zoomIn', menu: 'view', accelerator: 'CmdOrCtrl+Plus', when: 'board', icon: 'plus' },
  { id: 'zoomOut', menu: 'view', accelerator: 'CmdOrCtrl+-', when: 'board', icon: 'minus' },
  { id: 'zoomActual', menu: 'view', accelerator: 'CmdOrCtrl+0', when: 'board', icon: 'frame-corners' },
  { id: 'zoomFit', menu: 'view', accelerator: 'Shift+1', when: 'board', icon: 'corners-out' },
  { id: 'zoomSelection', menu: 'view', accelerator: 'Shift+2', when: 'selection', icon: 'arrows-out' },
  {
    id: 'toggleInspector',
    menu: 'view',
    separated: true,
    accelerator: 'CmdOrCtrl+I',
    when: 'board',
    icon: 'sidebar-simple',
  },
  { id: 'toggleOutline', menu: 'view', accelerator: 'CmdOrCtrl+L', when: 'board', icon: 'tree-structure' },
  { id: 'filter', menu: 'view', accelerator: 'CmdOrCtrl+Shift+F', when: 'board', icon: 'funnel' },
  { id: 'toggleMinimap', menu: 'view', accelerator: 'Shift+N', when: 'board', icon: 'map-trifold' },
  { id: 'frictions', menu: 'view', separated: true, accelerator: 'Shift+F', when: 'board', icon: 'bandaids' },
  { id: 'opinions', menu: 'view', accelerator: 'Shift+D', when: 'board', icon: 'users-three' },
  { id: 'toggleOpinions', menu: 'view', accelerator: 'Shift+A', when: 'board', icon: 'chart-line' },
  { id: 'compareJourney', menu: 'view', accelerator: 'Shift+C', when: 'board', icon: 'not-equals' },
  { id: 'touchpoints', menu: 'view', accelerator: 'Shift+R', when: 'board', icon: 'signpost' },
  { id: 'comparePersonas', menu: 'view', when: 'board', icon: 'columns' },
  { id: 'toggleForm', menu: 'view', accelerator: 'Shift+J', when: 'board', icon: 'path' },
  { id: 'openDetail', menu: 'view', accelerator: 'D', when: 'selection', icon: 'arrow-square-out' },
  { id: 'backToMap', menu: 'view', accelerator: 'U', when: 'board', icon: 'arrow-bend-up-left' },
  { id: 'toggleTheme', menu: 'view', accelerator: 'L', when: 'always', icon: 'moon' },
  { id: 'project', menu: 'view', accelerator: 'F5', when: 'board', icon: 'presentation' },
  { id: 'present', menu: 'view', accelerator: 'Shift+F5', when: 'board', icon: 'presentation-chart' },
  { id: 'fullScreen', menu: 'view', accelerator: 'F11', when: 'always', icon: 'corners-out' },
  { id: 'palette', menu: 'view', separated: true, accelerator: 'CmdOrCtrl+K', when: 'always', icon: 'command' },
  { id: 'setFrench', menu: 'view', separated: true, when: 'always', icon: 'translate' },
  { id: 'setEnglish', menu: 'view', when: 'always', icon: 'translate' },

  { id: 'glossary', menu: 'help', accelerator: 'F1', when: 'always', icon: 'question' },
  { id: 'shortcuts', menu: 'help', accelerator: 'CmdOrCtrl+/', when: 'always', icon: 'keyboard' },
  { id: 'about', menu: 'help', when: 'always', icon: 'info' },
] as const satisfies readonly ActionSpec[];

export type ActionId = (typeof list)[number]['id'];
export type Action = ActionSpec & { readonly id: ActionId };
export const ACTIONS: readonly Action[] = list;

/** What only a workshop does: not offered on the page of a persona that is shown by itself. */
export const NEEDS_WORKSHOP: ReadonlySet<ActionId> = new Set([
  'saveCopy',
  'redactCopy',
  'translations',
  'titleBlock',
  'exportReport',
  'restoreSnapshot',
  'addBoard',
  'addPersona',
  'linkPersona',
  'comparePersonas',
  'touchpoints',
]);
