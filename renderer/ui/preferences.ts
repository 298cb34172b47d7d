import type { Lang } from '@shared/i18n/translate';
import type { ThemeName } from '@shared/model/theme';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';

export type Platform = 'linux' | 'win32' | 'darwin';

/** What every screen reads of the user's choices. `renderer/app` writes it and keeps it; the editor writes the author. */
export interface PreferencesState {
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly platform: Platform;
  /** Initials that new notes are signed with; empty for none. */
  readonly author: string;
  /** Journeys show what the participants say behind the curve; on posters too. Of this sitting: not kept. */
  readonly opinions: boolean;
}

export const preferences = createStore<PreferencesState>(() => ({
  lang: 'fr',
  theme: 'light',
  platform: 'linux',
  author: '',
  opinions: false,
}));

/** Language that a part of the page speaks in place of the interface's: what is shown to a room; null for the interface's. */
export const SpokenLang = createContext<Lang | null>(null);

export function useLang(): Lang {
  const own = useStore(preferences, (state) => state.lang);
  return useContext(SpokenLang) ?? own;
}

export const useThemeName = (): ThemeName => useStore(preferences, (state) => state.theme);
export const usePlatform = (): Platform => useStore(preferences, (state) => state.platform);
