import { ACTIONS, type ActionId } from '@shared/actions';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate, NOTHING_OPEN } from './menu';

vi.mock('electron', () => ({ Menu: {} }));

const template = (
  over: Partial<Parameters<typeof menuTemplate>[0]> = {},
  perform: (id: ActionId) => void = () => undefined,
) => menuTemplate({ lang: 'fr', state: NOTHING_OPEN, platform: 'linux', ...over }, perform);
const items = (menus: readonly MenuItemConstructorOptions[]) =>
  menus.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
const byId = (menus: readonly MenuItemConstructorOptions[]) => new Map(items(menus).map((item) => [item.id, item]));

describe('the native menu', () => {
  it('holds every action that belongs to a menu, in the language of the app', () => {
    const ids = items(template()).flatMap((item) => item.id ?? []);
    expect(ids).toEqual(ACTIONS.filter((action) => action.menu).map((action) => action.id));
    expect(template().map((menu) => menu.label)).toEqual([
      'Fichier',
      'Édition',
      'Insertion',
      'Note',
      'Affichage',
      'Aide',
    ]);
    expect(template({ lang: 'en' }).map((menu) => menu.label)).toEqual([
      'File',
      'Edit',
      'Insert',
      'Note',
      'View',
      'Help',
    ]);
  });

  it('disables what makes no sense now', () => {
    const enabled = (state: Partial<typeof NOTHING_OPEN>) => {
      const menu = byId(template({ state: { ...NOTHING_OPEN, ...state } }));
      return (['newWorkshop', 'addNote', 'duplicate', 'undo'] as const).map((id) => menu.get(id)?.enabled);
    };
    expect(enabled({})).toEqual([true, false, false, false]);
    expect(enabled({ screen: 'board' })).toEqual([true, true, false, false]);
    expect(enabled({ screen: 'board', selection: true, undo: 'ajout' })).toEqual([true, true, true, true]);
    expect(enabled({ selection: true })).toEqual([true, false, false, false]);
  });

  it('offers nothing of a workshop on the page of a persona by itself, and only the way out among its versions', () => {
    const on = (screen: typeof NOTHING_OPEN.screen) => {
      const menu = byId(template({ state: { ...NOTHING_OPEN, screen } }));
      return (id: ActionId) => menu.get(id)?.enabled;
    };
    const alone = on('persona');
    expect((['exportPoster', 'saveVersion', 'goHome'] as const).map(alone)).toEqual([true, true, true]);
    expect((['saveCopy', 'addBoard', 'linkPersona'] as const).map(alone)).toEqual([false, false, false]);
    expect((['saveCopy', 'addBoard', 'linkPersona'] as const).map(on('board'))).toEqual([true, true, true]);
    expect((['goHome', 'addNote', 'exportPoster'] as const).map(on('versions'))).toEqual([true, false, false]);
  });

  it('names what undo and redo do', () => {
    const menu = byId(template({ state: { ...NOTHING_OPEN, undo: 'ajout d’une note', redo: 'a & b' } }));
    expect(menu.get('undo')?.label).toBe('Annuler\u00A0: ajout d’une note');
    expect(menu.get('redo')?.label).toBe('Rétablir\u00A0: a && b');
    expect(byId(template()).get('undo')?.label).toBe('Annuler');
  });

  it('takes no key natively that writes or moves inside a text', () => {
    const native = items(template()).filter((item) => item.accelerator && item.registerAccelerator !== false);
    expect(
      native.map((item) => item.accelerator).filter((key) => !/^(CmdOrCtrl\+.+|F\d+)$/.test(key as string)),
    ).toEqual([]);
    expect(byId(template()).get('addNote')).toMatchObject({ accelerator: 'N', registerAccelerator: false });
    expect(byId(template({ platform: 'darwin' })).get('addNote')).not.toHaveProperty('accelerator');
  });

  it('performs the action that is chosen', () => {
    const chosen: ActionId[] = [];
    const menu = byId(template({}, (id) => chosen.push(id)));
    (menu.get('newWorkshop')!.click as () => void)();
    expect(chosen).toEqual(['newWorkshop']);
  });
});
