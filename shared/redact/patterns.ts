import { type PersonalData, personalDataIn } from '../boards/persona/personalData';
import type { Lang } from '../i18n/lang';
import type { RedactOptions } from './choices';
import type { Finder, Span } from './spans';
import { isCapitalised } from './tokens';

/** Every letter and figure behind a dot: the form stays. */
export const masked = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, '•');

/** Gives each different value its own number, from 1, in the order they come. */
export function numbering(): (value: string) => number {
  const known = new Map<string, number>();
  return (value) => {
    const number = known.get(value) ?? known.size + 1;
    known.set(value, number);
    return number;
  };
}

/** Personal data that patterns find. Replaced values have the form of the old ones and cannot be anybody's. */
export function dataFinder(option: RedactOptions['data'], lang: Lang): Finder {
  if (option === 'keep') return () => [];
  const number = numbering();
  return (text) =>
    personalDataIn(text).map(({ kind, text: written, at }): Span => {
      const value = option === 'mask' ? masked(written) : harmless({ kind, text: written }, number, lang);
      return { at, length: written.length, to: value, kind: 'data' };
    });
}

function harmless(
  { kind, text }: Pick<PersonalData, 'kind' | 'text'>,
  number: (value: string) => number,
  lang: Lang,
): string {
  const bare = text.replace(/[\s.\-/()\u00A0\u202F]/g, '').toLowerCase();
  // example.org belongs to nobody (RFC 2606).
  if (kind === 'email')
    return `${lang === 'fr' ? 'personne' : 'person'}${number(`@${text.toLowerCase()}`)}@example.org`;
  for (let count = number(`${kind} ${bare}`); ; count += 100) {
    const value = counted(text, count, kind === 'iban' ? 2 : 0);
    if (personalDataIn(value).length === 0) return value;
  }
}

/** Noughts in place of the figures, the last of them counting; Q, which no register begins with, in place of the letters. */
function counted(text: string, count: number, kept: number): string {
  const digits = text.replace(/\D/g, '').length;
  const figures = String(count).padStart(digits, '0').slice(-digits);
  let next = 0;
  return Array.from(text, (sign, at) => {
    if (/\d/.test(sign)) return figures[next++] ?? '0';
    return at >= kept && /\p{L}/u.test(sign) ? 'Q' : sign;
  }).join('');
}

const EXTENSIONS =
  'pdf|docx?|xlsx?|xlsm|pptx?|csv|tsv|txt|md|rtf|odt|ods|odp|png|jpe?g|gif|webp|heic|svg|psd|ai|fig|sketch|mp[34]|m4a|wav|mov|avi|zip|7z|rar|json|xml|html?|eml|msg|vsdx|mpp|key|pages|numbers|personarium';
const FILES = new RegExp(
  [
    // Web addresses, with or without their beginning.
    '(?:https?|ftp|file)://[^\\s<>"«»]+',
    '\\bwww\\.[^\\s<>"«»]+',
    // Paths of Windows, of a network, of Unix.
    '\\b[A-Za-z]:\\\\[^\\s<>"|?*]+',
    '\\\\\\\\[\\p{L}\\p{N}_.$-]+\\\\[^\\s<>"|?*]+',
    '(?<![\\p{L}\\p{N}/])(?:~|/(?:home|Users|Volumes|mnt|media|srv|var|tmp|opt|etc))/[^\\s<>"|?*]+',
    // Names of files.
    `[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_.()+-]*\\.(?:${EXTENSIONS})(?![\\p{L}\\p{N}])`,
    // Sites, by the endings that are no words.
    '(?<![@\\p{L}\\p{N}.-])(?:[\\p{L}\\p{N}-]+\\.)+(?:com|org|net|fr|eu|io|co|be|ch|ca|uk|de|es|it|info|biz|app|dev)(?:/[^\\s<>"«»]*)?(?![\\p{L}\\p{N}])',
  ].join('|'),
  'giu',
);

/** Names of files, paths and web addresses. */
export function fileFinder(option: RedactOptions['files'], lang: Lang): Finder {
  if (option === 'keep') return () => [];
  const number = numbering();
  return (text) =>
    Array.from(text.matchAll(FILES), ({ 0: found, index }): Span => {
      const written = found.replace(/[.,;:!?)\]’']+$/u, '');
      const to = option === 'mask' ? masked(written) : plainName(written, number, lang);
      return { at: index, length: written.length, to, kind: 'files' };
    });
}

function plainName(written: string, number: (value: string) => number, lang: Lang): string {
  const count = number(written.toLowerCase());
  const extension = new RegExp(`\\.(${EXTENSIONS})$`, 'i').exec(written)?.[1];
  const isWeb = /^(?:https?|ftp):|^www\./i.test(written) || !/[\\/]/.test(written.replace(/\/.*/, ''));
  if (extension && !/^(?:https?|ftp):|^www\./i.test(written))
    return `${lang === 'fr' ? 'fichier' : 'file'}-${count}.${extension.toLowerCase()}`;
  return isWeb && !/^(?:[~/\\]|[a-z]:\\|file:)/i.test(written)
    ? `example.org/${count}`
    : `${lang === 'fr' ? 'dossier' : 'folder'}-${count}`;
}

const MONTHS = [
  'janvier|january|janv|jan',
  'f[eé]vrier|february|f[eé]vr|feb',
  'mars|march|mar',
  'avril|april|avr|apr',
  'mai|may',
  'juin|june|jun',
  'juillet|july|juil|jul',
  'ao[uû]t|august|aug',
  'septembre|september|sept|sep',
  'octobre|october|oct',
  'novembre|november|nov',
  'd[eé]cembre|december|d[eé]c|dec',
].join('|');
const YEAR = '(?:19|20)\\d{2}';
const S = '[ \\u00A0\\u202F]';

/** What stands before a day, and before a month: `le 12 mai` is `en mai`. */
const BEFORE: Readonly<Record<string, string>> = { le: 'en', du: 'de', au: 'à', on: 'in' };
const PREPOSITION = `(?:(?<!\\p{L})(?<before>le|du|au|on)${S})?`;

/** A day that is written in a text: what stays of it is the group `month`. */
const DATES: readonly RegExp[] = [
  new RegExp(`\\b(?<month>${YEAR}-(?:0[1-9]|1[0-2]))-(?:0[1-9]|[12]\\d|3[01])\\b`, 'g'),
  new RegExp(`\\b(?:0?[1-9]|[12]\\d|3[01])(?<sign>[/.])(?<month>(?:0?[1-9]|1[0-2])\\k<sign>${YEAR})\\b`, 'g'),
  new RegExp(
    `${PREPOSITION}(?<![\\d.,])(?:[12]?\\d|3[01])(?:er|st|nd|rd|th)?${S}(?<month>(?:${MONTHS})\\.?)(?!\\p{L})`,
    'giu',
  ),
  new RegExp(
    `${PREPOSITION}(?<!\\p{L})(?<month>${MONTHS})${S}(?:[12]?\\d|3[01])(?:st|nd|rd|th)?(?![\\d:%])(?:,(?=${S}${YEAR}))?`,
    'giu',
  ),
];

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Days written in texts. Months alone stay. */
export function dateFinder(option: RedactOptions['dates']): Finder {
  if (option === 'keep') return () => [];
  return (text) => {
    const spans: Span[] = [];
    for (const pattern of DATES)
      for (const { 0: written, index, groups = {} } of text.matchAll(pattern)) {
        const isTaken = spans.some(({ at, length }) => at < index + written.length && index < at + length);
        if (isTaken) continue;
        const { before, month = '' } = groups;
        const preposition = before ? (BEFORE[before.toLowerCase()] ?? before) : '';
        const kept = preposition && isCapitalised(before ?? '') ? capitalised(preposition) : preposition;
        const to =
          option === 'drop' ? [before, '[…]'].filter(Boolean).join(' ') : [kept, month].filter(Boolean).join(' ');
        spans.push({ at: index, length: written.length, to, kind: 'dates' });
      }
    return spans.sort((one, other) => one.at - other.at);
  };
}
