import { translator } from '@shared/i18n/translate';
import { describe, expect, it } from 'vitest';
import { ariaShortcut, shortcutText } from './shortcutText';

const plain = (text: string) => text.replace(/\u00A0/g, ' ');

describe('shortcutText', () => {
  it('names keys as the keyboard of the language does', () => {
    expect(plain(shortcutText('CmdOrCtrl+Shift+S', 'linux', translator('fr')))).toBe('Ctrl + Maj + S');
    expect(plain(shortcutText('CmdOrCtrl+Shift+S', 'win32', translator('en')))).toBe('Ctrl + Shift + S');
    expect(shortcutText('CmdOrCtrl+Shift+S', 'darwin', translator('en'))).toBe('⌘⇧S');
    expect(plain(shortcutText('Delete', 'linux', translator('fr')))).toBe('Suppr');
    expect(plain(shortcutText('Alt+Left', 'linux', translator('fr')))).toBe('Alt + ←');
    expect(plain(shortcutText('CmdOrCtrl+Plus', 'linux', translator('fr')))).toBe('Ctrl + +');
  });

  it('tells assistive technology in its own words', () => {
    expect(ariaShortcut('CmdOrCtrl+K', 'linux')).toBe('Control+K');
    expect(ariaShortcut('CmdOrCtrl+K', 'darwin')).toBe('Meta+K');
    expect(ariaShortcut('Alt+Left', 'linux')).toBe('Alt+ArrowLeft');
  });
});
