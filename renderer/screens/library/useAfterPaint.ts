import { useEffect, useRef, useState } from 'react';
import { followLibrary } from '@/app/library/section';
import { TYPING_REST } from './useRested';

/**
 * A value that comes one picture later: null at first, then the latest one whose picture has been painted. For what stands beside the
 * thing that is looked at; each time the library is shown again, too. What comes from `typed`, which changes at every letter, waits for a rest of typing.
 */
export function useAfterPaint<Value>(value: Value, typed: unknown): Value | null {
  const [shown, setShown] = useState<Value | null>(null);
  const before = useRef(typed);
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    const show = (): void => {
      before.current = typed;
      setShown(value);
    };
    const stop = (): void => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
    const comes = (): void => {
      frame = requestAnimationFrame(() => {
        task = setTimeout(show, before.current === typed ? 0 : TYPING_REST);
      });
    };
    const leaves = (): void => {
      stop();
      setShown(null);
    };
    comes();
    const unfollow = followLibrary({ comes, leaves });
    return () => {
      unfollow();
      stop();
    };
  }, [value, typed]);
  return shown;
}
