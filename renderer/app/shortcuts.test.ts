import { describe, expect, it } from 'vitest';
import type { Platform } from '@/ui/preferences';
import { actionsOf, type KeyPress, writesText } from './shortcuts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

const actionOf = (key: KeyPress, platform: Platform) => actionsOf(key, platform)[0] ?? null;

describe('actionsOf', () => {
  it('moves what is chosen with Alt and an arrow, else goes back to the map that is detailed here', () => {
    expect(actionsOf(press('ArrowLeft', { altKey: true }), 'linux')).toEqual(['moveBack', 'backToMap']);
  });

  it('finds chords and single letters', () => {
    expect(actionOf(press('k', { ctrlKey: true }), 'linux')).toBe('palette');
    expect(actionOf(press('n'), 'linux')).toBe('addNote');
    expect(actionOf(press('n', { ctrlKey: true }), 'linux')).toBe('newWorkshop');
    expect(actionOf(press('M', { shiftKey: true }), 'linux')).toBe('addStage');
    expect(actionOf(press('m'), 'linux')).toBe('addStep');
    expect(actionOf(press('F5'), 'linux')).toBe('project');
    expect(actionOf(press('ArrowLeft', { altKey: true }), 'linux')).toBe('moveBack');
    expect(actionOf(press('Delete'), 'win32')).toBe('deleteSelection');
  });

  it('uses Command on a Mac, Control elsewhere', () => {
    expect(actionOf(press('z', { metaKey: true }), 'darwin')).toBe('undo');
    expect(actionOf(press('z', { ctrlKey: true }), 'darwin')).toBeNull();
    expect(actionOf(press('z', { metaKey: true }), 'linux')).toBeNull();
    expect(actionOf(press('Z', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('redo');
    expect(actionOf(press('y', { ctrlKey: true }), 'linux')).toBe('redo');
  });

  it('finds signs and digits on QWERTY and AZERTY', () => {
    expect(actionOf(press('+', { ctrlKey: true, shiftKey: true, code: 'Equal' }), 'linux')).toBe('zoomIn');
    expect(actionOf(press('=', { ctrlKey: true, code: 'Equal' }), 'linux')).toBe('zoomIn');
    expect(actionOf(press('-', { ctrlKey: true, code: 'Digit6' }), 'linux')).toBe('zoomOut');
    expect(actionOf(press('à', { ctrlKey: true, code: 'Digit0' }), 'linux')).toBe('zoomActual');
    expect(actionOf(press('!', { shiftKey: true, code: 'Digit1' }), 'linux')).toBe('zoomFit');
    expect(actionOf(press('1', { shiftKey: true, code: 'Digit1' }), 'linux')).toBe('zoomFit');
    expect(actionOf(press('?', { shiftKey: true, code: 'KeyM' }), 'linux')).toBe('shortcuts');
    expect(actionOf(press('/', { ctrlKey: true, shiftKey: true, code: 'Period' }), 'linux')).toBe('shortcuts');
  });

  it('finds letters by place on a keyboard without Latin ones', () => {
    expect(actionOf(press('л', { ctrlKey: true, code: 'KeyK' }), 'linux')).toBe('palette');
  });

  it('leaves other keys alone', () => {
    expect(actionOf(press('x'), 'linux')).toBeNull();
    expect(actionOf(press('n', { altKey: true }), 'linux')).toBeNull();
    // On a French keyboard the comma is where others have M.
    expect(actionOf(press(',', { code: 'KeyM' }), 'linux')).toBeNull();
    expect(actionOf(press('Enter'), 'linux')).toBeNull();
  });
});

describe('writesText', () => {
  it('tells keys a field needs from the others', () => {
    expect(writesText(press('n'))).toBe(true);
    expect(writesText(press('Delete'))).toBe(true);
    expect(writesText(press('ArrowLeft', { altKey: true }))).toBe(true);
    expect(writesText(press('k', { ctrlKey: true }))).toBe(false);
    expect(writesText(press('F1'))).toBe(false);
  });
});
