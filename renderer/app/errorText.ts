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
  return { title: part('title'), text: [part('what'), part('safe'), part('todo')].join(' ') };
}

/** What only helps somebody who repairs: for the "Details" button and the log. */
export function errorDetail(error: AppError): string {
  const { code, ...values } = error;
  return [code, ...Object.entries(values).map(([name, value]) => `${name}: ${String(value)}`)].join('\n');
}
