import type { Portrait } from './portraitModel';

/** A portrait as one text: what lists keep of thousands of personas, and what a painter beside the window is told. Empty for none. */
export const portraitText = (portrait: Portrait | null): string => (portrait ? JSON.stringify(portrait) : '');

/** The portrait that `portraitText` wrote; null for an empty text. */
export const portraitOf = (text: string): Portrait | null => (text === '' ? null : (JSON.parse(text) as Portrait));
