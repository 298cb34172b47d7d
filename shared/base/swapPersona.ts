import type { PersonaId } from './ids';

/** Which persona gives its place to which; null to none. */
export interface SwapPersona {
  readonly id: PersonaId;
  readonly by: PersonaId | null;
}

/** A list without doubles in which one gave its place to another, or to none. */
export function swapped<T extends string>(all: readonly T[], id: T, by: T | null): T[] {
  return [...new Set(all.flatMap((one) => (one === id ? (by === null ? [] : [by]) : [one])))];
}
