import { ACTIONS, type Action, type ActionId, NEEDS_WORKSHOP } from '@shared/actions';
import type { PersonaId } from '@shared/base/ids';
import { faceOf } from '@/boards/registry';
import { desktop } from '@/platform/desktop';
import { showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { currentT } from '@/ui/useT';
import { appStore, openDialog } from './appStore';
import { commitField } from './commitField';
import { chooseAndOpenFiles, saveCopy } from './files';
import { boardIsUsable } from './firstPaint';
import { canCompare, chosenPersonas, comparePersonas } from './library/chosen';
import {
  goHome,
  showComparison,
  showExport,
  showFriction,
  showOpinions,
  showPresentation,
  showTouchpoints,
  showVersions,
} from './navigate';
import { stopProjecting, toggleProjecting } from './projecting';
import { setLanguage, setTheme } from './setPreferences';
import { showTable } from './tables';
import { offersUndo, redo, undo, undoLabels } from './undo';
import { openSample } from './workshops';

type Handler = () => unknown;

const openId = () => appStore.getState().open?.id ?? null;
/**
 * What a board does. A key pressed while the board is only just coming up is done once it is there and, unless it only looks around,
 * takes edits; not if another sheet came meanwhile.
 */
function onBoard(id: ActionId): void {
  const { open, boardId } = appStore.getState();
  if (!open || !boardId) return;
  const perform = () => {
    if (appStore.getState().open === open && appStore.getState().boardId === boardId)
      open.handle.getState().handle?.perform(id);
  };
  const inTurn = () => {
    const sheet = SPECS.get(id)?.menu === 'view' ? null : open.boardNow(boardId);
    if (sheet) sheet.whenEditable(perform);
    else perform();
  };
  if (open.handle.getState().handle) inTurn();
  else void boardIsUsable().then(inTurn);
}

/** Acts on the persona that is on screen. */
function onPersona(act: (id: PersonaId) => void): void {
  const { open, boardId } = appStore.getState();
  const id = boardId as PersonaId | null;
  if (!id || !open?.persona(id)) return;
  commitField();
  act(id);
}

/** Shows or hides what the participants say behind the curve; says so where nobody has said anything. */
function toggleOpinions(): void {
  const { open, boardId } = appStore.getState();
  const doc = open && boardId ? open.boardNow(boardId)?.store.getState().doc : null;
  const isRated = doc && 'ratings' in doc && Object.keys(doc.ratings as object).length > 0;
  const { opinions } = preferences.getState();
  if (isRated || opinions) preferences.setState({ opinions: !opinions });
  else showToast({ icon: 'users-three', text: currentT()('opinions.none') });
}

/** What the app itself does; every other action goes to the board on screen. */
const HANDLERS: Readonly<Partial<Record<ActionId, Handler>>> = {
  newWorkshop: () => openDialog({ kind: 'new-workshop', preset: 'full' }),
  openFile: chooseAndOpenFiles,
  openSample,
  saveCopy: () => {
    const id = openId();
    return id && saveCopy(id);
  },
  exportPoster: async () => {
    await stopProjecting();
    showExport();
  },
  exportReport: async () => {
    await stopProjecting();
    openDialog({ kind: 'report' });
  },
  redactCopy: async () => {
    await stopProjecting();
    openDialog({ kind: 'redact' });
  },
  translations: async () => {
    await stopProjecting();
    openDialog({ kind: 'translations' });
  },
  titleBlock: async () => {
    await stopProjecting();
    openDialog({ kind: 'title-block' });
  },
  restoreSnapshot: () => {
    const workshopId = openId();
    if (workshopId) openDialog({ kind: 'restore', workshopId });
  },
  exploreTable: () => showTable(),
  openBackups: () => desktop().openBackupsFolder(),
  goHome: async () => {
    await stopProjecting();
    await goHome();
  },
  quit: () => desktop().quit(),

  undo,
  redo,
  // The window then tells whoever has the keyboard: a text, or the board.
  cut: () => document.execCommand('cut'),
  copy: () => document.execCommand('copy'),
  paste: () => document.execCommand('paste'),

  addBoard: () => openDialog({ kind: 'new-board' }),
  addPersona: () => openDialog({ kind: 'new-persona' }),
  comparePersonas: () => comparePersonas(appStore.getState().screen === 'home' ? [...chosenPersonas.getState()] : null),
  linkPersona: () => openDialog({ kind: 'link-persona' }),
  saveVersion: () => onPersona((personaId) => openDialog({ kind: 'save-version', personaId })),
  personaVersions: () => onPersona(showVersions),
  saveJourneyAs: () => openDialog({ kind: 'journey-export' }),
  frictions: async () => {
    await stopProjecting();
    showFriction();
  },
  opinions: async () => {
    await stopProjecting();
    showOpinions();
  },
  toggleOpinions,
  compareJourney: async () => {
    await stopProjecting();
    showComparison();
  },
  touchpoints: async () => {
    await stopProjecting();
    showTouchpoints();
  },
  present: async () => {
    await stopProjecting();
    showPresentation();
  },
  saveTemplate: () => onPersona((personaId) => openDialog({ kind: 'save-template', personaId })),

  toggleInspector: () => appStore.setState((state) => ({ inspector: !state.inspector })),
  toggleOutline: () => appStore.setState((state) => ({ outline: !state.outline })),
  toggleTheme: () =>
    setTheme(
      preferences.getState().theme === 'light' ? 'projectorDark' : 'light',
      !appStore.getState().projecting && appStore.getState().screen !== 'present',
    ),
  project: toggleProjecting,
  fullScreen: () => desktop().toggleFullScreen(),
  palette: () => openDialog({ kind: 'palette' }),
  setFrench: () => setLanguage('fr'),
  setEnglish: () => setLanguage('en'),

  glossary: () => openDialog({ kind: 'glossary' }),
  shortcuts: () => openDialog({ kind: 'shortcuts' }),
  about: () => openDialog({ kind: 'about' }),
};

/** Actions that make sense with a dialog in front. */
const OVER_DIALOGS: ReadonlySet<ActionId> = new Set(['toggleTheme', 'fullScreen', 'setFrench', 'setEnglish', 'quit']);
/** Actions that need nothing stored. */
const WITHOUT_STORE: ReadonlySet<ActionId> = new Set([
  ...OVER_DIALOGS,
  'openBackups',
  'glossary',
  'shortcuts',
  'about',
]);

/** They are away on the projector, and come back as they were. */
const PANELS: ReadonlySet<ActionId> = new Set(['toggleInspector', 'toggleOutline']);

/** Pages over a board: of all that is done on it, they only let it be left. */
const PAGES: ReadonlySet<string> = new Set([
  'table',
  'versions',
  'friction',
  'touchpoints',
  'opinions',
  'comparison',
  'present',
]);

/** What the page of posters lets be done. */
const BESIDE_POSTERS: ReadonlySet<ActionId> = new Set([
  'goHome',
  'saveCopy',
  'redactCopy',
  'exportReport',
  'titleBlock',
]);

const SPECS = new Map<ActionId, Action>(ACTIONS.map((action) => [action.id, action]));

/** True for what sheets of the kind on screen have not: an empathy map has no touchpoints. */
function lacks(id: ActionId): boolean {
  const { open, boardId } = appStore.getState();
  const sheet = open && boardId ? open.boardNow(boardId) : null;
  return sheet ? faceOf(sheet.store.getState().doc).lacks.has(id) : false;
}

/** True when an action makes sense on the screen, whatever dialog is in front of it. */
export function isPossibleOnScreen(id: ActionId): boolean {
  const { screen, section, workspace, open, projecting } = appStore.getState();
  const spec = SPECS.get(id);
  if (!spec) return false;
  // What was pinned a moment ago is taken back by the toast; the board behind this screen is not in sight.
  if (id === 'undo' && screen === 'table') return offersUndo();
  if (id === 'undo' || id === 'redo') return screen !== 'export' && screen !== 'table' && undoLabels()[id] !== '';
  if (!workspace) return WITHOUT_STORE.has(id);
  if (spec.when === 'always') return true;
  if (id === 'comparePersonas' && screen === 'home')
    return section === 'library' && canCompare(chosenPersonas.getState().size);
  if (PAGES.has(screen)) return id === 'goHome';
  if (open?.alone && NEEDS_WORKSHOP.has(id)) return false;
  if (screen === 'export') return BESIDE_POSTERS.has(id);
  if (screen !== 'board' || (projecting && PANELS.has(id)) || lacks(id)) return false;
  return spec.when === 'board' || Boolean(open?.handle.getState().handle?.state.getState().selection.length);
}

/** Does an action, from wherever it was invoked; false when it is not possible now. */
export function performAction(id: ActionId): boolean {
  const behindDialog = appStore.getState().dialog !== null && !OVER_DIALOGS.has(id);
  if (behindDialog || !isPossibleOnScreen(id)) return false;
  const handler = HANDLERS[id];
  void (handler ? handler() : onBoard(id));
  return true;
}
