import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardClosing } from './closing';

class FakeWindow extends EventEmitter {
  destroyed = 0;
  destroy(): void {
    this.destroyed += 1;
  }
  pressClose(): boolean {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    return prevented;
  }
}

function setUp(confirmLoss = async () => false) {
  const window = new FakeWindow();
  const ports = { request: vi.fn(), confirmLoss: vi.fn(confirmLoss), closing: vi.fn() };
  const closing = guardClosing(window as unknown as BrowserWindow, ports);
  return { window, ports, closing };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('closing the window', () => {
  it('waits until the last changes are written', async () => {
    const { window, ports, closing } = setUp();
    closing.listening();
    expect(window.pressClose()).toBe(true);
    await vi.advanceTimersByTimeAsync(4_000);
    expect([ports.request.mock.calls.length, window.destroyed]).toEqual([1, 0]);
    closing.answer('flushed');
    await settle();
    expect([window.destroyed, ports.closing.mock.calls.length]).toEqual([1, 1]);
  });

  it('waits no longer than five seconds', async () => {
    const { window, closing } = setUp();
    closing.listening();
    window.pressClose();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(window.destroyed).toBe(1);
  });

  it('asks a person when something could not be saved, and can be tried again', async () => {
    const { window, ports, closing } = setUp();
    closing.listening();
    window.pressClose();
    closing.answer('unsaved');
    await settle();
    expect([ports.confirmLoss.mock.calls.length, window.destroyed]).toEqual([1, 0]);
    window.pressClose();
    closing.answer('flushed');
    await settle();
    expect(window.destroyed).toBe(1);
  });

  it('closes with a loss that was accepted', async () => {
    const { window, closing } = setUp(async () => true);
    closing.listening();
    window.pressClose();
    closing.answer('unsaved');
    await settle();
    expect(window.destroyed).toBe(1);
  });

  it('asks once, however often it is pressed', async () => {
    const { window, ports, closing } = setUp(() => new Promise(() => undefined));
    closing.listening();
    window.pressClose();
    window.pressClose();
    closing.answer('unsaved');
    await settle();
    window.pressClose();
    await settle();
    expect([ports.request.mock.calls.length, ports.confirmLoss.mock.calls.length]).toEqual([1, 1]);
  });

  it('does not wait for a window that cannot answer', async () => {
    const early = setUp();
    early.window.pressClose();
    await settle();
    expect(early.window.destroyed).toBe(1);

    const gone = setUp();
    gone.closing.listening();
    gone.window.pressClose();
    gone.closing.deaf();
    await settle();
    expect(gone.window.destroyed).toBe(1);
  });
});
