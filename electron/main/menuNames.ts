import type { MenuId } from '@shared/actions';
import { menu as en } from '@shared/i18n/en/menu';
import { menu as fr } from '@shared/i18n/fr/menu';
import type { Lang } from '@shared/i18n/lang';
import { Menu } from 'electron';

export const MENUS: readonly MenuId[] = ['file', 'edit', 'insert', 'note', 'view', 'help'];

/**
 * Puts the names of the menus in place, so that the window has its shape; building them whole takes 15 ms, which a starting window
 * waits for. All other messages are read later than this.
 */
export function setMenuNames(lang: Lang): void {
  const names = lang === 'fr' ? fr : en;
  Menu.setApplicationMenu(Menu.buildFromTemplate(MENUS.map((name) => ({ label: names[name], submenu: [] }))));
}
