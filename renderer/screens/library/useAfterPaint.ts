import { useEffect, useRef, useState } from 'react';

/**
 * A value that comes one picture later: null at first, then the latest one whose picture has been painted. For what stands beside the
 * thing that is looked at. What comes from `typed`, which changes at every letter, waits for a rest of `rest` ms.
 */
export function useAfterPaint<Value>(value: Value, typed: unknown, rest: number): Value | null {
  const [shown, setShown] = useState<Value | null>(null);
  const before = useRef(typed);
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      before.current = typed;
      setShown(value);
    };
    const frame = requestAnimationFrame(() => {
      task = setTimeout(show, before.current === typed ? 0 : rest);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [value, typed, rest]);
  return shown;
}
