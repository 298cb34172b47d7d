/** Longer words take the next smaller of the sizes that can be read from the back of a room. */
export const sizeOf = (text: string, limits: readonly number[]): number =>
  limits.filter((limit) => text.length > limit).length;
export const TITLE_LIMITS = [24, 48];
export const QUOTE_LIMITS = [44, 84, 160];
