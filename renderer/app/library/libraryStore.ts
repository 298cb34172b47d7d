import type { PersonaId } from '@shared/base/ids';
import { type LibraryPreferences, libraryMemory as stored } from '@shared/ipc';
import { foldValue } from '@shared/text/searchText';
import { createStore } from 'zustand/vanilla';
import { desktop } from '@/platform/desktop';
import type { PersonaCard } from '@/session/library';
import { appStore } from '../appStore';

/** Where it was kept before it stood among the app's preferences. */
const OLD_KEY = 'personarium.library';
const MOST_USED = 24;

/** What the library remembers between starts. No words of a search are among it: they may be somebody's name. */
export interface LibraryMemory {
  /** Personas, those that were on screen last first. */
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
  const known = appStore.getState().boot?.library;
  if (known) {
    // Ids are strings with a name.
    libraryMemory.setState(known as unknown as LibraryMemory, true);
    return;
  }
  const old = takeOld();
  if (old) rememberLibrary(old);
}

/** What an earlier version kept in the window's own storage; taken once. */
function takeOld(): LibraryMemory | null {
  try {
    const text = localStorage.getItem(OLD_KEY);
    if (text === null) return null;
    localStorage.removeItem(OLD_KEY);
    const read = stored.safeParse(JSON.parse(text));
    return read.success ? (read.data as unknown as LibraryMemory) : null;
  } catch {
    // What cannot be read is forgotten: nothing of the user's work is in it.
    return null;
  }
}

/** Changes what is remembered, and keeps it. */
export function rememberLibrary(change: Partial<LibraryMemory>): void {
  recallLibrary();
  libraryMemory.setState(change);
  const library = libraryMemory.getState() as unknown as LibraryPreferences;
  desktop()
    .setPreferences({ library })
    .catch(() => undefined);
}

/** What users write on personas and filter by. */
type Written = Pick<PersonaCard, 'sector' | 'role' | 'tags'>;

/** Personas go for good: neither their ids are kept nor words that none of those who `remain` has. */
export function forgetPersonas(ids: readonly PersonaId[], remain: readonly Written[]): void {
  recallLibrary();
  const { used, saved } = libraryMemory.getState();
  rememberLibrary({ used: used.filter((id) => !ids.includes(id)), saved: withoutLost(saved, remain) });
}

/** Saved filters without the words that nobody has any more; one that has no value left, or is called by such a word, goes. */
function withoutLost(saved: LibraryMemory['saved'], remain: readonly Written[]): LibraryMemory['saved'] {
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    sector: new Set(remain.map(({ sector }) => foldValue(sector))),
    occupation: new Set(remain.map(({ role }) => foldValue(role))),
    tags: new Set(remain.flatMap(({ tags }) => tags.map(foldValue))),
  };
  // The empty value asks for those who say nothing.
  const isLost = (facet: string, value: string): boolean =>
    value !== '' && known[facet]?.has(foldValue(value)) === false;
  return saved.flatMap((filter) => {
    const lost = Object.entries(filter.choices).flatMap(([facet, values]) =>
      values.filter((one) => isLost(facet, one)),
    );
    if (lost.length === 0) return [filter];
    const choices = Object.fromEntries(
      Object.entries(filter.choices).map(([facet, values]) => [facet, values.filter((one) => !isLost(facet, one))]),
    );
    const isCalledSo = lost.some((word) => foldValue(filter.name).includes(foldValue(word)));
    return isCalledSo || Object.values(choices).flat().length === 0 ? [] : [{ ...filter, choices }];
  });
}

/** A persona came on screen. */
export function rememberUsed(id: PersonaId): void {
  recallLibrary();
  const { used } = libraryMemory.getState();
  if (used[0] === id) return;
  rememberLibrary({ used: [id, ...used.filter((other) => other !== id)].slice(0, MOST_USED) });
}
