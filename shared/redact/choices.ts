import type { Lang } from '../i18n/lang';

/** What may become of each kind of content in a client-safe copy; the first of each is the safest. */
export const REDACT_OPTIONS = {
  /** Names of personas, wherever they are written. */
  names: ['pseudonym', 'letter', 'keep'],
  /** Participants, authors, owners, wherever they are written. */
  people: ['replace', 'drop', 'keep'],
  /** Photographs of personas; a drawn portrait is nobody's likeness. */
  photos: ['portrait', 'drop', 'keep'],
  /** Pictures on boards, and the client's logo, which also goes where the client is not named. */
  images: ['drop', 'keep'],
  /** What people really said: notes and entries that are marked as such, quotes. */
  verbatims: ['placeholder', 'drop', 'keep'],
  /** Where facts come from. */
  sources: ['replace', 'drop', 'keep'],
  /** E-mail addresses, telephone, account, card and national numbers. */
  data: ['replace', 'mask', 'keep'],
  /** File names, paths and web addresses. */
  files: ['replace', 'mask', 'keep'],
  /** Client and place of the workshop; the client's name wherever it is written. */
  client: ['replace', 'drop', 'keep'],
  dates: ['month', 'drop', 'keep'],
} as const;

export type RedactOption = keyof typeof REDACT_OPTIONS;
export const REDACT_OPTION_NAMES = Object.keys(REDACT_OPTIONS) as readonly RedactOption[];

/** A word or phrase that the person wants gone, and what stands in its place; without that, `[…]`. */
export interface WordPair {
  readonly from: string;
  readonly to: string;
}

export type RedactOptions = { readonly [K in RedactOption]: (typeof REDACT_OPTIONS)[K][number] };

export interface RedactChoices extends RedactOptions {
  readonly words: readonly WordPair[];
  /** Language of the words that are put into the copy. */
  readonly lang: Lang;
  /** The same seed and choices give the same copy. It must differ from copy to copy where ids shall not match. */
  readonly seed: string;
}

/** The safest choice of every kind. */
export const SAFEST: RedactOptions = {
  names: 'pseudonym',
  people: 'replace',
  photos: 'portrait',
  images: 'drop',
  verbatims: 'placeholder',
  sources: 'replace',
  data: 'replace',
  files: 'replace',
  client: 'replace',
  dates: 'month',
};
