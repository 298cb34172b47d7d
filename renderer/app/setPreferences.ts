import type { Lang } from '@shared/i18n/translate';
import type { ThemeName } from '@shared/model/theme';
import { desktop } from '@/platform/desktop';
import { preferences } from '@/ui/preferences';
import { applyTheme } from '@/ui/themeVariables';

/** Switches the language everywhere at once: the interface, the boards, the native menu. */
export function setLanguage(lang: Lang): void {
  document.documentElement.lang = lang;
  preferences.setState({ lang });
  void desktop().setPreferences({ lang });
}

/** Keeps the initials that notes are signed with, whenever they change. */
export function keepAuthor(): void {
  preferences.subscribe(({ author }, before) => {
    if (author !== before.author) void desktop().setPreferences({ author });
  });
}

/** Switches the theme; `remember` keeps it for the next start. */
export function setTheme(theme: ThemeName, remember = true): void {
  applyTheme(theme);
  preferences.setState({ theme });
  if (remember) void desktop().setPreferences({ theme });
}
