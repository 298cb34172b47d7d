import { ACTIONS, type Action, type ActionId, type MenuId, NEEDS_WORKSHOP } from '@shared/actions';
import type { Lang } from '@shared/i18n/lang';
import type { MenuState } from '@shared/ipc';
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MainTranslateFn, mainTranslator } from './mainMessages';
import { MENUS } from './menuNames';

/** What the menu depends on. */
export interface MenuContext {
  readonly lang: Lang;
  readonly state: MenuState;
  readonly platform: NodeJS.Platform;
}

/** What the menu shows before the window has said what is open. */
export const NOTHING_OPEN: MenuState = { screen: 'home', undo: '', redo: '', selection: false };

/** Puts the app's actions into the native menu; `perform` runs the one that is chosen. */
export function setMenu(context: MenuContext, perform: (action: ActionId) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(context, perform)]));
}

/** The whole menu as Electron's template: pure, so that a test can read it. */
export function menuTemplate(
  context: MenuContext,
  perform: (action: ActionId) => void,
): readonly MenuItemConstructorOptions[] {
  const t = mainTranslator(context.lang);
  const menus = MENUS.map((menu) => ({
    label: t(`menu.${menu}`),
    submenu: [...menuItems(menu, context, t, perform)],
  }));
  return context.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus;
}

function menuItems(
  menu: MenuId,
  context: MenuContext,
  t: MainTranslateFn,
  perform: (action: ActionId) => void,
): readonly MenuItemConstructorOptions[] {
  return ACTIONS.filter((action) => action.menu === menu).flatMap((action) => [
    ...(action.separated ? [{ type: 'separator' } as const] : []),
    item(action, context, t, perform),
  ]);
}

/** The system knows how to do these in a text; on a board the window hears of them by the clipboard's events. */
const ROLES: Readonly<Partial<Record<ActionId, 'cut' | 'copy' | 'paste'>>> = {
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
};

function item(
  action: Action,
  { state, platform }: MenuContext,
  t: MainTranslateFn,
  perform: (action: ActionId) => void,
): MenuItemConstructorOptions {
  const role = ROLES[action.id];
  if (role) return { id: action.id, role, label: t(`actions.${action.id}`) };
  return {
    id: action.id,
    label: label(action.id, state, t),
    enabled: isPossible(action, state),
    ...acceleratorOf(action.accelerator, platform),
    click: () => perform(action.id),
  };
}

/** Undo and redo say what they take back or bring again. */
function label(id: ActionId, state: MenuState, t: MainTranslateFn): string {
  // An ampersand marks the access key of a native menu item; a doubled one is shown.
  const shown = (what: string) => what.replaceAll('&', '&&');
  if (id === 'undo' && state.undo) return t('menu.undoWhat', { what: shown(state.undo) });
  if (id === 'redo' && state.redo) return t('menu.redoWhat', { what: shown(state.redo) });
  return t(`actions.${id}`);
}

/** Pages over a board: of all that is done on it, they only let it be left. */
const ONE_COMES_BACK_FROM: ReadonlySet<MenuState['screen']> = new Set([
  'table',
  'versions',
  'friction',
  'touchpoints',
  'present',
  'opinions',
  'comparison',
]);

function isPossible(action: Action, state: MenuState): boolean {
  if (action.id === 'undo') return state.undo !== '';
  if (action.id === 'redo') return state.redo !== '';
  if (action.when === 'always') return true;
  if (state.screen === 'home') return false;
  if (ONE_COMES_BACK_FROM.has(state.screen)) return action.id === 'goHome';
  if (state.screen === 'persona' && NEEDS_WORKSHOP.has(action.id)) return false;
  return action.when === 'board' || state.selection;
}

/**
 * Only keys that never write text are taken natively; the others (a letter, Delete, Alt with an arrow) would be swallowed
 * while somebody types, so the window handles them where no field has the focus, and the menu merely shows them.
 */
function acceleratorOf(accelerator: string | undefined, platform: NodeJS.Platform): MenuItemConstructorOptions {
  if (!accelerator) return {};
  if (/^CmdOrCtrl\+|^F\d+$/.test(accelerator)) return { accelerator };
  // macOS always takes a shown accelerator natively, so there it is not shown at all.
  return platform === 'darwin' ? {} : { accelerator, registerAccelerator: false };
}
