import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLang } from './preferences';

/** Gives the widgets below it the language of the interface rather than the system's. */
export function AriaLocale({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLang() === 'fr' ? 'fr-FR' : 'en-GB'}>{children}</I18nProvider>;
}
