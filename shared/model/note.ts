/** The six papers of `tokens.json`; each stands for a family of notes. */
export const NOTE_COLORS = ['craie', 'ciel', 'jonquille', 'lilas', 'corail', 'menthe'] as const;
export type NoteColor = (typeof NOTE_COLORS)[number];
