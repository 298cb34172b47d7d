import { type RefObject, useLayoutEffect, useState } from 'react';
import { useBox } from './useBox';

const TIGHTEST = 2;

/** How much smaller, 0 to 2, an element has to be set so that its content fits; it is measured again in another size or with other content. */
export function useTightness(element: RefObject<HTMLElement | null>, content: unknown): number {
  const { width, height } = useBox(element);
  const [tight, setTight] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun anew for other content or another size.
  useLayoutEffect(() => setTight(0), [content, width, height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same.
  useLayoutEffect(() => {
    const node = element.current;
    if (node && tight < TIGHTEST && node.scrollHeight > node.clientHeight + 1) setTight(tight + 1);
  }, [tight, content, width, height, element]);
  return tight;
}
