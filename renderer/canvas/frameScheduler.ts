/** One callback per animation frame, however often it is asked for; nothing runs while nobody asks. */
export interface FrameScheduler {
  readonly request: () => void;
  readonly stop: () => void;
  readonly isWaiting: () => boolean;
}

export function frameScheduler(run: () => void): FrameScheduler {
  let waiting = 0;
  return {
    request: () => {
      if (waiting !== 0) return;
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        run();
      });
    },
    stop: () => {
      cancelAnimationFrame(waiting);
      waiting = 0;
    },
    isWaiting: () => waiting !== 0,
  };
}
