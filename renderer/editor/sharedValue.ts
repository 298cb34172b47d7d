import type { EditedNote } from './boardEditing';

/** The value all notes share, or undefined. */
export function shared<K extends keyof EditedNote>(notes: readonly EditedNote[], field: K): EditedNote[K] | undefined {
  const first = notes[0]?.[field];
  return notes.every((note) => note[field] === first) ? first : undefined;
}
