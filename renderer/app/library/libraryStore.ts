import type { PersonaId } from '@shared/base/ids';
import { z } from 'zod';
import { createStore } from 'zustand/vanilla';

const KEY = 'personarium.library';
const MOST_USED = 24;

const choices = z.record(z.string(), z.array(z.string().max(400)).max(100));
const stored = z.object({
  used: z.array(z.string()).max(MOST_USED).catch([]),
  saved: z
    .array(z.object({ name: z.string().max(80), choices }))
    .max(50)
    .catch([]),
  view: z.enum(['cards', 'list']).catch('cards'),
  sort: z.string().max(20).catch('recent'),
});

/** What the library remembers between starts. No words of a search are among it: they may be somebody's name. */
export interface LibraryMemory {
  /** Personas, last opened first. */
  readonly used: readonly PersonaId[];
  readonly saved: readonly { readonly name: string; readonly choices: Readonly<Record<string, readonly string[]>> }[];
  readonly view: 'cards' | 'list';
  readonly sort: string;
}

const EMPTY: LibraryMemory = { used: [], saved: [], view: 'cards', sort: 'recent' };

export const libraryMemory = createStore<LibraryMemory>(() => EMPTY);

let isRead = false;

/** Reads what was remembered, when the library is shown for the first time: a start does not wait for it. */
export function recallLibrary(): void {
  if (isRead) return;
  isRead = true;
  try {
    const read = stored.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    // Ids are strings with a name.
    if (read.success) libraryMemory.setState(read.data as unknown as LibraryMemory, true);
  } catch {
    // What cannot be read is forgotten: nothing of the user's work is in it.
  }
}

/** Changes what is remembered, and keeps it. */
export function rememberLibrary(change: Partial<LibraryMemory>): void {
  recallLibrary();
  libraryMemory.setState(change);
  localStorage.setItem(KEY, JSON.stringify(libraryMemory.getState()));
}

/** Personas are gone for good: not even their ids are kept. */
export function forgetUsed(ids: readonly PersonaId[]): void {
  recallLibrary();
  rememberLibrary({ used: libraryMemory.getState().used.filter((id) => !ids.includes(id)) });
}

/** A persona was opened. */
export function rememberUsed(id: PersonaId): void {
  recallLibrary();
  const { used } = libraryMemory.getState();
  rememberLibrary({ used: [id, ...used.filter((other) => other !== id)].slice(0, MOST_USED) });
}
