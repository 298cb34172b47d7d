import { EventEmitter } from 'node:events';
import { START_HASH } from '@shared/startHash';
import { expect, test, vi } from 'vitest';
import { createMainWindow } from './mainWindow';

/** A window as Electron has it: whatever is asked of it once it is destroyed throws. */
const windows = vi.hoisted(() => ({
  made: [] as { destroy(): void; webContents: NodeJS.EventEmitter; shown: number }[],
}));

vi.mock('electron', () => {
  class FakeWindow {
    readonly webContents = new EventEmitter();
    shown = 0;
    private destroyed = false;
    constructor() {
      windows.made.push(this);
    }
    isDestroyed = () => this.destroyed;
    destroy = () => {
      this.destroyed = true;
    };
    show = () => {
      this.use();
      this.shown += 1;
    };
    loadURL = async () => this.use();
    private use(): void {
      if (this.destroyed) throw new TypeError('Object has been destroyed');
    }
  }
  const workArea = { x: 0, y: 0, width: 1920, height: 1080 };
  return {
    app: { getAppPath: () => '/app' },
    BrowserWindow: FakeWindow,
    screen: { getPrimaryDisplay: () => ({ id: 1, workArea }), getAllDisplays: () => [{ id: 1, workArea }] },
  };
});

const make = () => {
  createMainWindow({ theme: 'light', storedState: null, visible: true, hash: START_HASH.home });
  const window = windows.made.at(-1);
  if (!window) throw new Error('no window was made');
  return window;
};

test('a window appears once its page is there', () => {
  const window = make();
  expect(window.shown).toBe(0);
  window.webContents.emit('dom-ready');
  expect(window.shown).toBe(1);
});

test('a window that was closed before its page came is left alone', () => {
  const window = make();
  window.destroy();
  expect(() => window.webContents.emit('dom-ready')).not.toThrow();
  expect(() => window.webContents.emit('did-navigate', {}, 'about:blank')).not.toThrow();
});
