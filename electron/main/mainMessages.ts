import { actions as enActions } from '@shared/i18n/en/actions';
import { cli as enCli } from '@shared/i18n/en/cli';
import { errors as enErrors } from '@shared/i18n/en/errors';
import { menu as enMenu } from '@shared/i18n/en/menu';
import { actions as frActions } from '@shared/i18n/fr/actions';
import { cli as frCli } from '@shared/i18n/fr/cli';
import { errors as frErrors } from '@shared/i18n/fr/errors';
import { menu as frMenu } from '@shared/i18n/fr/menu';
import type { Lang } from '@shared/i18n/lang';
import { type MessageValues, translatorOf } from '@shared/i18n/messages';
import type { Leaf } from '@shared/i18n/translate';

const MESSAGES = {
  fr: { actions: frActions, cli: frCli, errors: frErrors, menu: frMenu },
  en: { actions: enActions, cli: enCli, errors: enErrors, menu: enMenu },
} as const;

/** What the main process says itself: its menu, native dialogs and the command line. The rest of the messages it need not read. */
export type MainMessageKey = Leaf<(typeof MESSAGES)['fr']>;
export type MainTranslateFn = (key: MainMessageKey, values?: MessageValues) => string;

const translators = new Map<Lang, MainTranslateFn>();

export function mainTranslator(lang: Lang): MainTranslateFn {
  const translate = translators.get(lang) ?? translatorOf<MainMessageKey>(lang, MESSAGES[lang]);
  translators.set(lang, translate);
  return translate;
}
