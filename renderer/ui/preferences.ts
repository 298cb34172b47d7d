import type { Lang } from '@shared/i18n/translate';
import type { ThemeName } from '@shared/model/theme';
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

export const useLang = (): Lang => useStore(preferences, (state) => state.lang);
export const useThemeName = (): ThemeName => useStore(preferences, (state) => state.theme);
export const usePlatform = (): Platform => useStore(preferences, (state) => state.platform);
