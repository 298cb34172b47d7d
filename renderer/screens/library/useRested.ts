import { useEffect, useState } from 'react';

/** Nothing is typed for so long before what stands beside the cards, or is not seen yet, follows them (ms). */
export const TYPING_REST = 400;

/** A value once it has stood for a rest of typing; the first one at once. */
export function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), TYPING_REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
