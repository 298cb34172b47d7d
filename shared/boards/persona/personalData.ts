/** Kinds of personal data that a pattern finds. */
export const PERSONAL_DATA = ['email', 'phone', 'iban', 'card', 'nir', 'be', 'es', 'it', 'ch', 'uk', 'us'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA)[number];

export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** As written. */
  readonly text: string;
  /** Index of its first character in the text. */
  readonly at: number;
}

const bare = (text: string): string => text.replace(/[\s.\-/\u00A0\u202F]/g, '').toUpperCase();
const digitsOf = (text: string): readonly number[] => Array.from(text.replace(/\D/g, ''), Number);

/** Remainder of a long decimal number. */
const remainder = (digits: string, by: number): number => {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
};

/** ISO 13616: the first four characters moved to the end, letters as numbers from A = 10, remainder 1 by 97. */
function isIban(text: string): boolean {
  const value = bare(text);
  if (value.length < 15 || value.length > 34) return false;
  const moved = value.slice(4) + value.slice(0, 4);
  return remainder(Array.from(moved, (sign) => Number.parseInt(sign, 36)).join(''), 97) === 1;
}

/** ISO/IEC 7812: Luhn. */
function isCard(text: string): boolean {
  const digits = digitsOf(text);
  if (digits.length < 13 || digits.length > 19 || new Set(digits).size < 2) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** French NIR: key 97 minus the number modulo 97; the Corsican 2A and 2B count as 19 and 18. */
function isNir(text: string): boolean {
  const value = bare(text);
  const number = value.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return /^\d{13}$/.test(number) && 97 - remainder(number, 97) === Number(value.slice(13));
}

/** Belgian national number: 97 minus the first nine digits modulo 97, with a 2 in front for those born from 2000. */
function isBelgian(text: string): boolean {
  const value = bare(text);
  const [body, key] = [value.slice(0, 9), Number(value.slice(9))];
  return 97 - remainder(body, 97) === key || 97 - remainder(`2${body}`, 97) === key;
}

/** Spanish DNI and NIE: a letter by the remainder of the number by 23. */
function isSpanish(text: string): boolean {
  const value = bare(text);
  const number = value.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === value.slice(-1);
}

/** Italian codice fiscale: the last letter checks the others (decree of 23 December 1976). */
function isItalian(text: string): boolean {
  const value = bare(text);
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const place = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65);
  const sum = Array.from(value.slice(0, 15)).reduce(
    (total, sign, at) => total + (at % 2 === 0 ? (odd[place(sign)] ?? 0) : place(sign)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === value.slice(15);
}

/** Swiss AHV: an EAN-13 that starts with 756. */
function isSwiss(text: string): boolean {
  const digits = digitsOf(text);
  const sum = digits.slice(0, 12).reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10 === digits[12];
}

/** A telephone number has 9 to 15 digits; fewer, or dates and sums of money, are something else. */
function isPhone(text: string): boolean {
  const digits = digitsOf(text);
  return digits.length >= 9 && digits.length <= 15 && new Set(digits).size > 2;
}

interface Pattern {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** What of a run that the pattern found is one, from its start; null where none of it is. */
  readonly cut: (run: string) => string | null;
}

const SPACE = ' \\u00A0\\u202F';
const S = `[${SPACE}.\\-]?`;

/** A run that is one as a whole. */
const whole =
  (isOne: (text: string) => boolean) =>
  (run: string): string | null =>
    isOne(run) ? run : null;
const any = (run: string): string => run;

/** A plus, a space and groups of three: a sum that is added, not a country. */
const ADDED = new RegExp(`^\\+[${SPACE}]\\d{1,3}(?:[${SPACE}]\\d{3})+$`);
const isInternational = (text: string): boolean => isPhone(text) && !ADDED.test(text);

/** A day or a month of a year: 05.11.2026, 05/11/26, 03/2026. */
const DATE = /^0\d([./-])(?:(?:0[1-9]|1[0-2])\1(?:(?:19|20)\d{2}|\d{2}(?![./-]?\d))|(?:19|20)\d{2}(?![./-]?\d))/;

const AREA = `(?:\\(0[1-9]\\d{0,3}\\)[${SPACE}]?|0[1-9]\\d{0,3}[${SPACE}.\\-/])`;
const GROUPS = `\\d{2,8}(?:(?:[${SPACE}]\\d{2,4}){1,3}|(?:\\.\\d{2,4}){1,3}|(?:-\\d{2,4}){1,3})?`;
const THREES = `\\d{3}(?:[${SPACE}]\\d{3})+(?![${SPACE}]?\\d)`;
const PAIRS = `\\d{2}(?:[${SPACE}]\\d{2}){4}(?!\\d)`;
/** Not within other figures. After a space it may stand, but not as the last groups of a sum in millions, nor in a longer number's midst. */
const APART = `(?<!\\d[.,:h\\-/]?)(?<!\\d[${SPACE}](?=${THREES}|(?!${PAIRS})\\d{2}[${SPACE}]))`;

/**
 * A number as it is dialled within a country: a nought and an area, then groups. With two figures and two after them, all are parted
 * alike or in pairs: `09.30 12 000` is a time and a sum. Behind five figures, which a post code has too, stand six.
 */
function isLocal(text: string): boolean {
  const { length } = digitsOf(text);
  const groups = text.match(/\d+/g) ?? [];
  const [area = '', next = ''] = groups;
  const signs = new Set(text.match(/[^\d()]/g)?.map((sign) => (/[./-]/.test(sign) ? sign : ' ')));
  const isPairs = groups.every((group) => group.length === 2);
  if (area.length === 2 && next.length === 2 && signs.size > 1 && !isPairs) return false;
  return (area.length === 5 ? length === 11 : length >= 9 && length <= 11) && isPhone(text);
}

/** The longest start of a run of groups that is a local number: figures of something else may follow after a space. */
function localIn(run: string): string | null {
  if (DATE.test(run)) return null;
  for (let part = run; part !== ''; ) {
    if (isLocal(part)) return part;
    part = /^(.*)[ \u00A0\u202F]\d+$/.exec(part)?.[1] ?? '';
  }
  return null;
}

/** In this order: what one has claimed is not claimed again (an IBAN holds things that look like telephone numbers). */
const PATTERNS: readonly Pattern[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu, cut: any },
  { kind: 'iban', pattern: new RegExp(`\\b[A-Z]{2}\\d{2}(?:${S}[A-Z0-9]){11,30}\\b`, 'gi'), cut: ibanIn },
  {
    kind: 'nir',
    pattern: new RegExp(
      `\\b[1278]${S}\\d{2}${S}(?:0[1-9]|1[0-2]|[2-9]\\d)${S}(?:\\d{2}|2[AB])${S}\\d{3}${S}\\d{3}${S}\\d{2}\\b`,
      'gi',
    ),
    cut: whole(isNir),
  },
  { kind: 'ch', pattern: new RegExp(`\\b756${S}\\d{4}${S}\\d{4}${S}\\d{2}\\b`, 'g'), cut: whole(isSwiss) },
  { kind: 'card', pattern: new RegExp(`\\b[3-6]\\d{3}(?:${S}\\d){9,15}\\b`, 'g'), cut: whole(isCard) },
  {
    kind: 'be',
    pattern: /\b\d{2}[.]?(?:0\d|1[0-2])[.]?(?:[0-2]\d|3[01])[- ]?\d{3}[. ]?\d{2}\b/g,
    cut: whole(isBelgian),
  },
  { kind: 'es', pattern: /\b(?:\d{8}|[XYZ]-?\d{7})-?[A-Z]\b/g, cut: whole(isSpanish) },
  { kind: 'it', pattern: /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gi, cut: whole(isItalian) },
  {
    kind: 'us',
    pattern: /(?<!\d[ -]?)(?!000|666|9\d\d)\d{3}([ -])(?!00)\d{2}\1(?!0000)\d{4}(?![ -]?\d)/g,
    cut: any,
  },
  {
    kind: 'uk',
    pattern: /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
    cut: any,
  },
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?<![\\d.,])(?:\\+[${SPACE}]?|(?<!\\d[${SPACE}])00)[1-9]\\d{0,2}(?:[ .\\-()\\u00A0\\u202F]{0,2}\\d){7,13}(?!\\d|[${SPACE}]?[€$£%])`,
      'g',
    ),
    cut: whole(isInternational),
  },
  { kind: 'phone', pattern: /(?<![\d.,])0[1-9]\d{8}(?!\d)/g, cut: whole(isPhone) },
  // Within a country of Europe: 06 12 34 56 78, (020) 7946 0958, 044 668 18 00, 0475/12.34.56.
  {
    kind: 'phone',
    pattern: new RegExp(`${APART}${AREA}${GROUPS}(?![.\\-]?\\d)`, 'g'),
    cut: localIn,
  },
  // North America: (415) 555-2671, 415-555-2671.
  {
    kind: 'phone',
    pattern: new RegExp(
      `(?:\\([2-9]\\d{2}\\)[${SPACE}]?[2-9]\\d{2}[${SPACE}.\\-]|(?<!\\d[${SPACE}.,\\-]?)[2-9]\\d{2}([${SPACE}.\\-])[2-9]\\d{2}\\1)\\d{4}(?![.\\-]?\\d)`,
      'g',
    ),
    cut: whole(isPhone),
  },
];

/**
 * Personal data of real people in a text, in order. Numbers with a check digit count only when it is right; e-mail addresses, telephone
 * numbers and the national numbers of the United Kingdom and the United States have none and count by their form.
 */
export function personalDataIn(text: string): readonly PersonalData[] {
  const patterns = possibleIn(text);
  if (patterns.length === 0) return NOTHING;
  const found: PersonalData[] = [];
  const isTaken = (from: number, to: number) =>
    found.some(({ at, text: other }) => from < at + other.length && at < to);
  for (const { kind, pattern, cut } of patterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [run] = match;
      const at = match.index;
      const written = cut(run);
      if (written !== null && !isTaken(at, at + written.length)) found.push({ kind, text: written, at });
      // A run takes in the words after an IBAN, and those may be the next one.
      if (kind === 'iban') pattern.lastIndex = at + (written?.length ?? 4);
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const NOTHING: readonly never[] = [];
const WITH_AT = PATTERNS.filter(({ kind }) => kind === 'email');
const WITH_DIGITS = PATTERNS.filter(({ kind }) => kind !== 'email');
/** The number of the United Kingdom has six digits, every other one more. */
const LEAST_DIGITS = 6;

/** The patterns that a text can hold at all: most notes of a board have no @ and few digits, and are done with at once. */
function possibleIn(text: string): readonly Pattern[] {
  let digits = 0;
  for (let at = 0; at < text.length && digits < LEAST_DIGITS; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
  }
  const hasDigits = digits >= LEAST_DIGITS;
  if (!text.includes('@')) return hasDigits ? WITH_DIGITS : NOTHING;
  return hasDigits ? PATTERNS : WITH_AT;
}

/** The longest start of a run of letters and figures that is an IBAN: words may follow it after a space. */
function ibanIn(run: string): string | null {
  for (let length = run.length; length >= 15; length--) {
    const part = run.slice(0, length);
    const isWhole = length === run.length || /[^A-Za-z0-9]/.test(run[length] ?? '');
    if (isWhole && /[A-Za-z0-9]$/.test(part) && isIban(part)) return part;
  }
  return null;
}
