import type { BrowserWindow } from 'electron';

export type CloseAnswer = 'flushed' | 'unsaved';

/** The window may take this long to write its last changes. */
const LONGEST_WAIT_MS = 5_000;

export interface Closing {
  /** The window is able to answer from now on. */
  readonly listening: () => void;
  /** The window's process has ended or starts anew: it cannot answer. */
  readonly deaf: () => void;
  /** The window's answer. */
  readonly answer: (answer: CloseAnswer) => void;
}

export interface ClosingPorts {
  /** Tells the window that it is about to close. */
  readonly request: () => void;
  /** Asks a person whether to close although something could not be saved. */
  readonly confirmLoss: () => Promise<boolean>;
  /** Runs once when the window really closes, before it is gone. */
  readonly closing: () => void;
}

/** Lets the window save before it closes: asks, waits for the answer (at most 5 s), then closes or stays. */
export function guardClosing(window: BrowserWindow, ports: ClosingPorts): Closing {
  let canAnswer = false;
  let busy = false;
  let settle: (answer: CloseAnswer) => void = () => undefined;

  const waitForAnswer = () =>
    new Promise<CloseAnswer>((resolve) => {
      // No answer means that the window hangs: what is saved is on disk, and waiting longer would save nothing more.
      const timer = setTimeout(() => resolve('flushed'), LONGEST_WAIT_MS);
      settle = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      ports.request();
    });
  const mayClose = async () => !canAnswer || (await waitForAnswer()) === 'flushed' || ports.confirmLoss();

  const close = async () => {
    if (await mayClose()) {
      ports.closing();
      window.destroy();
    }
    busy = false;
  };

  window.on('close', (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    void close();
  });
  return {
    listening: () => {
      canAnswer = true;
    },
    deaf: () => {
      canAnswer = false;
      settle('flushed');
    },
    answer: (answer) => settle(answer),
  };
}
