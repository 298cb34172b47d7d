import type { AppError } from '@shared/base/appError';
import type { MessageKey, MessageValues, TranslateFn } from '@shared/i18n/translate';

/** A failure as people read it. */
export interface ErrorText {
  readonly title: string;
  /** What happened, what is safe, what to do. */
  readonly text: string;
}

/** Words a failure in the language of `t`. */
export function errorText(error: AppError, t: TranslateFn): ErrorText {
  const { code, ...rest } = error;
  const values: MessageValues = { ...rest };
  const part = (name: string) => t(`errors.${code}.${name}` as MessageKey, values);
  return { title: part('title'), text: [part('what'), part('safe'), advice(error, t) ?? part('todo')].join(' ') };
}

/** What to do instead, where the usual advice would be no help. */
function advice(error: AppError, t: TranslateFn): string | null {
  const hasOurEnding = error.code === 'file-not-ours' && error.name.toLowerCase().endsWith('.personarium');
  return hasOurEnding ? t('common.files.otherCopy') : null;
}

/** What only helps somebody who repairs: for the "Details" button and the log. */
export function errorDetail(error: AppError): string {
  const { code, ...values } = error;
  return [code, ...Object.entries(values).map(([name, value]) => `${name}: ${String(value)}`)].join('\n');
}
