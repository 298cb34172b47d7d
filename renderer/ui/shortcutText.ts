import type { MessageKey, TranslateFn } from '@shared/i18n/translate';
import type { Platform } from './preferences';

const NAMED: Readonly<Record<string, MessageKey>> = {
  Shift: 'common.key.shift',
  Delete: 'common.key.delete',
  Enter: 'common.key.enter',
  Escape: 'common.key.escape',
  Space: 'common.key.space',
  Tab: 'common.key.tab',
  Home: 'common.key.home',
  End: 'common.key.end',
  Insert: 'common.key.insert',
  PageUp: 'common.key.pageUp',
  PageDown: 'common.key.pageDown',
};

const SIGNS: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓', Plus: '+', '-': '−' };
const MAC: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Ctrl: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Delete: '⌫',
  Enter: '↩',
};

/** The keys of an accelerator in Electron's notation (`CmdOrCtrl+Plus`), as written on the user's keyboard. */
export function shortcutKeys(accelerator: string, platform: Platform, t: TranslateFn): string[] {
  return accelerator.split('+').map((key) => {
    const mac = platform === 'darwin' ? MAC[key] : undefined;
    if (mac) return mac;
    if (key === 'CmdOrCtrl' || key === 'Ctrl') return 'Ctrl';
    const named = NAMED[key];
    return named ? t(named) : (SIGNS[key] ?? key);
  });
}

/** One line of text for an accelerator: `Ctrl + K`. */
export function shortcutText(accelerator: string, platform: Platform, t: TranslateFn): string {
  return shortcutKeys(accelerator, platform, t).join(platform === 'darwin' ? '' : '\u00A0+\u00A0');
}

/** The same for assistive technology (`aria-keyshortcuts`): `Control+K`. */
export function ariaShortcut(accelerator: string, platform: Platform): string {
  return accelerator
    .replace('CmdOrCtrl', platform === 'darwin' ? 'Meta' : 'Control')
    .replace(/(Left|Right|Up|Down)$/, 'Arrow$1');
}
