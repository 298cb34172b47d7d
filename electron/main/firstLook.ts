import type { Lang } from '@shared/i18n/lang';
import type { ThemeName } from '@shared/model/theme';

interface FirstLook {
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly boardWasShown: boolean;
}

/** What the first moment shows of preferences that nobody has checked yet; the same values as the check will find, or plain ones. */
export function firstLook(stored: unknown, fallback: Lang): FirstLook {
  const { lang, theme, last } = fieldsOf(stored);
  return {
    lang: lang === 'fr' || lang === 'en' ? lang : fallback,
    theme: theme === 'projectorDark' ? theme : 'light',
    boardWasShown: fieldsOf(last).shown === true,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
