/** No-break space. */
export const NBSP = '\u00A0';
/** Narrow no-break space (French: before ; ! ? and between thousands). */
export const NNBSP = '\u202F';

type TypographyLang = 'fr' | 'en';

/** What may already stand before a mark or inside guillemets, and is replaced by the right space. */
const SPACE = '[ \\t\\u00A0\\u202F\\u2009]';
const UNITS =
  '€|\\$|£|%|‰|°C|h|min|s|ms|an|ans|mois|jour|jours|j|semaine|semaines|sem|km|m|cm|mm|m²|kg|g|l|L|Mo|Go|px|pt|fois|pers|nuit|nuits|heure|heures|minute|minutes|seconde|secondes';

const FRENCH_RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`«${SPACE}+`, 'g'), `«${NBSP}`],
  [new RegExp(`${SPACE}+»`, 'g'), `${NBSP}»`],
  [new RegExp(`${SPACE}+([?!;])`, 'g'), `${NNBSP}$1`],
  [new RegExp(`${SPACE}+:(?=$|[\\s»])`, 'gm'), `${NBSP}:`],
  [new RegExp(`(\\d)${SPACE}(?=\\d{3}(?!\\d))`, 'g'), `$1${NNBSP}`],
  [new RegExp(`(\\d)${SPACE}(%|‰|€)`, 'g'), `$1${NBSP}$2`],
  [new RegExp(`(\\d)${SPACE}(${UNITS})(?![\\p{L}\\p{N}])`, 'gu'), `$1${NBSP}$2`],
  [new RegExp(`${SPACE}([·–—])`, 'g'), `${NBSP}$1`],
];

const SAMPLE_SIZE = new RegExp(`\\b([nN])${SPACE}([=<>≤≥])${SPACE}(?=\\d)`, 'g');

const SIGN = /[=<>≤≥]/;

/** Keeps `n = 57` on one line: both languages. */
const keepSampleSize = (text: string): string =>
  SIGN.test(text) ? text.replace(SAMPLE_SIZE, `$1${NBSP}$2${NBSP}`) : text;

/** Figures and what stands behind them in English: `10 pm`, `25 km`. */
const ENGLISH_UNITS = new RegExp(`(\\d)${SPACE}(am|pm|h|min|km|m|cm|mm|kg|g)(?![\\p{L}\\p{N}])`, 'gu');

/** Text that none of the rules can touch is most of a board: one test spares ten replacements. */
const FRENCH_TRIGGER = /[«»?!;:%‰€·–—\d]/;

/**
 * Turns the spaces of a text into the no-break ones of the language where lines must not break. It adds no space where
 * none was typed: a text may well be in another language than the interface.
 * French: U+00A0 inside « », before `:`, `%`, dashes and units; U+202F before `; ! ?` and between thousands. English:
 * `n = 5`, `10 pm` and `25 km` are kept together. Applying it twice changes nothing.
 */
export function typographic(text: string, lang: TypographyLang): string {
  if (lang === 'en') return keepSampleSize(text).replace(ENGLISH_UNITS, `$1${NBSP}$2`);
  if (!FRENCH_TRIGGER.test(text)) return text;
  let result = keepSampleSize(text);
  for (const [pattern, replacement] of FRENCH_RULES) result = result.replace(pattern, replacement);
  return result;
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['"', '"'],
];

/** True when the mark opened at index 0 is closed by the last character and not before. */
function wrapsWhole(text: string, open: string, close: string): boolean {
  if (text.length < 2 || !text.startsWith(open) || !text.endsWith(close)) return false;
  if (open === close) return text.indexOf(close, 1) === text.length - 1;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === open) depth++;
    else if (text[index] === close && --depth === 0) return index === text.length - 1;
  }
  return false;
}

/** The words of a quotation without the marks somebody typed around it. */
export function unquoted(text: string): string {
  const trimmed = text.trim();
  const pair = PAIRS.find(([open, close]) => wrapsWhole(trimmed, open, close));
  return pair ? unquoted(trimmed.slice(1, -1)) : trimmed;
}

/** The marks of a quotation in a language, spaces included: `« ` and ` »`, `“` and `”`. */
export const quoteMarks = (lang: TypographyLang): { readonly open: string; readonly close: string } =>
  lang === 'fr' ? { open: `«${NBSP}`, close: `${NBSP}»` } : { open: '“', close: '”' };

/** The text with a capital at its beginning, for what is written within a sentence elsewhere. A letter whose capital is two stays. */
export function capitalised(text: string, lang: TypographyLang): string {
  const first = Array.from(text)[0] ?? '';
  const capital = first.toLocaleUpperCase(lang);
  return capital.length === first.length ? capital + text.slice(first.length) : text;
}

/** The text between the quotation marks of the language, never doubled; an empty text stays empty. */
export function quoted(text: string, lang: TypographyLang): string {
  const words = unquoted(text);
  if (words === '') return '';
  const { open, close } = quoteMarks(lang);
  return `${open}${typographic(words, lang)}${close}`;
}
