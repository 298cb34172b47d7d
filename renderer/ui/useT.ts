import { type TranslateFn, translator } from '@shared/i18n/translate';
import { preferences, useLang } from './preferences';

/** The translator of the interface's language; a component that uses it is drawn again when the language changes. */
export const useT = (): TranslateFn => translator(useLang());

/** The translator outside components (event handlers, toasts). */
export const currentT = (): TranslateFn => translator(preferences.getState().lang);
