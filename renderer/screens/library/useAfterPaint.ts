import { useEffect, useState } from 'react';

/**
 * A value that comes one picture later: null at first, then always the latest one whose picture has been painted. For what stands beside
 * the thing that is looked at.
 */
export function useAfterPaint<Value>(value: Value): Value | null {
  const [shown, setShown] = useState<Value | null>(null);
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => setShown(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [value]);
  return shown;
}
