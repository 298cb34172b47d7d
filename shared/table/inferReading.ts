import { detectDateOrder, looksLikeDate } from './dateCell';
import { isMissing } from './missing';
import type { Reading, TableQuestion } from './model';
import { detectDecimal, parseNumberCell } from './numberCell';
import { directDataType, plainHeader } from './personalData';
import { parseYesNo, yesNoColumn } from './yesNo';

/** Share of the filled cells that must fit a type; the others are then refused, each with its reason. */
const FITS = 0.9;
/** Different values a category has at most, and the share of the rows they may be. */
const MOST_CATEGORIES = 60;
const CATEGORY_SHARE = 0.5;
/** Different values up to which a column of few rows is a category. */
const FEW = 12;
const MOST_LABEL = 60;

const PLAIN: Reading = {
  type: 'text',
  decimal: 'point',
  order: 'dmy',
  unit: '',
  min: null,
  max: null,
  blankIsNo: false,
};

export interface Inference {
  readonly reading: Reading;
  /** What is left to ask; at most one per column. */
  readonly question: Omit<TableQuestion, 'column'> | null;
}

const AGE = /(?:^| )(?:age|ages|age (?:client|du client)|customer age)(?: |$)/;
const RATING =
  /(?:^| )(?:note|notes|nps|csat|ces|score|satisfaction|recommandation|recommendation|rating|likelihood|effort)(?: |$)/;
const IDENTIFIER =
  /(?:^| )(?:id|ids|ref|reference|code|uuid|identifiant|numero|num|n|no|client id|customer id|order id|key)(?: |$)/;
/** Places that are numbered: nothing is computed from their numbers. */
const PLACE_CODE =
  /(?:^| )(?:code postal|codes postaux|cp|zip|zip ?codes?|post(?:al)? ?codes?|postcode|plz|departements?|departments?|dept|insee)(?: |$)/;
const CODE =
  /(?:^| )(?:codes?|id|ids|ref|refs|reference|identifiant|numero|num|key|siret|siren|naf|ape|sku|ean|gtin)(?: |$)/;
const EUROS = /€|(?:^| )(?:eur|euros?)(?: |$)/;
const PERCENT = /%|(?:^| )(?:pct|percent|pourcent|taux)(?: |$)/;

/**
 * How a column is best read. `values` are its different texts, `counts` how often each comes. Direct personal data comes first, then yes or
 * no, numbers, dates, identifiers, categories; what is left is text.
 */
export function inferReading(header: string, values: readonly string[], counts: ArrayLike<number>): Inference {
  const direct = directDataType(header, values, counts);
  if (direct) return sure({ ...PLAIN, type: direct });
  const filled = values.flatMap((text, at) => {
    const count = counts[at] ?? 0;
    return isMissing(text) || count === 0 ? [] : [{ text, count }];
  });
  const rows = filled.reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) return sure(PLAIN);
  const sample = sampleOf(filled);
  const sampled = sample.reduce((sum, { count }) => sum + count, 0);
  const share = (fits: (text: string) => boolean) =>
    sample.reduce((sum, { text, count }) => sum + (fits(text) ? count : 0), 0) / sampled;

  const texts = filled.map(({ text }) => text);
  if (filled.length <= FEW && share((text) => parseYesNo(text) !== null) >= FITS) {
    const answers = yesNoColumn(
      texts,
      values.some((text, at) => text === '' && (counts[at] ?? 0) > 0),
    );
    if (answers) return sure({ ...PLAIN, type: 'yesno', ...answers });
  }
  const isNumber = (text: string) => parseNumberCell(text, 'comma') !== null || parseNumberCell(text, 'point') !== null;
  const plain = plainHeader(header);
  const allDifferent = rows >= 20 && filled.length / rows > 0.98;
  // Codes of articles and post codes begin with zeros: figures, not numbers.
  const zeroCodes = share((text) => /^0\d+$/.test(text)) > 0.02;
  if (share(looksLikeDate) >= FITS && !share((text) => /^\d+$/.test(text))) return dates(texts);
  if (share((text) => /^(?:19|20)\d{6}$/.test(text)) >= FITS && /date|jour|day/.test(plain)) return dates(texts);
  if (share(isNumber) >= FITS && PLACE_CODE.test(plain)) return sure({ ...PLAIN, type: 'category' });
  if (share(isNumber) >= FITS && !zeroCodes) {
    if (allDifferent && IDENTIFIER.test(plain)) return sure({ ...PLAIN, type: 'identifier' });
    if (CODE.test(plain) && areCodes(texts)) return sure({ ...PLAIN, type: 'category' });
    return numbers(plain, sample, sampled, texts);
  }
  if (
    allDifferent &&
    (IDENTIFIER.test(plain) || share((text) => /^[\w-]{4,40}$/.test(text) && /\d/.test(text)) >= FITS)
  )
    return sure({ ...PLAIN, type: 'identifier' });
  const short = share((text) => text.length <= MOST_LABEL) >= FITS;
  const few = filled.length <= FEW || (filled.length <= MOST_CATEGORIES && filled.length / rows <= CATEGORY_SHARE);
  return sure({ ...PLAIN, type: short && few ? 'category' : 'text' });
}

/** Digits alone, equally many in each. */
const areCodes = (texts: readonly string[]): boolean =>
  texts.every((text) => /^\d+$/.test(text) && text.length === texts[0]?.length);

const sure = (reading: Reading): Inference => ({ reading, question: null });

function dates(texts: readonly string[]): Inference {
  const { order, ambiguous } = detectDateOrder(texts);
  const reading: Reading = { ...PLAIN, type: 'date', order };
  return order === null && ambiguous !== null
    ? { reading, question: { kind: 'order', example: ambiguous } }
    : sure(reading);
}

interface Counted {
  readonly text: string;
  readonly count: number;
}

/** Different values that types are recognised by; they are taken evenly from all. */
const SAMPLE = 5000;

const sampleOf = (filled: readonly Counted[]): readonly Counted[] => {
  const step = Math.ceil(filled.length / SAMPLE);
  return step === 1 ? filled : filled.filter((_, at) => at % step === 0);
};

/** `all` are the different texts of the whole column, for what the sample leaves open. */
function numbers(plain: string, filled: readonly Counted[], rows: number, all: readonly string[]): Inference {
  const first = detectDecimal(filled.map(({ text }) => text));
  const { decimal, ambiguous } = first.decimal === null ? detectDecimal(all) : first;
  const unit = unitOf(plain, filled, rows);
  const reading: Reading = { ...PLAIN, type: 'number', decimal, unit };
  if (decimal === null && ambiguous !== null) return { reading, question: { kind: 'decimal', example: ambiguous } };
  if (AGE.test(plain)) return sure({ ...reading, unit: 'years', min: 0, max: 120 });
  return sure(RATING.test(plain) ? { ...reading, ...ratingScale(filled, rows, decimal ?? 'point') } : reading);
}

/** A sign that most cells carry, else the one the header names. */
function unitOf(plain: string, filled: readonly Counted[], rows: number): string {
  for (const sign of ['€', '%', '$', '£']) {
    const marked = filled.reduce((sum, { text, count }) => sum + (text.includes(sign) ? count : 0), 0);
    if (marked / rows >= 0.5) return sign;
  }
  if (EUROS.test(plain)) return '€';
  return PERCENT.test(plain) ? '%' : '';
}

/** The scale of answers: 1 to 5, 1 to 7 or 0 to 10, the smallest that holds nearly all of them. Nothing when none does. */
function ratingScale(filled: readonly Counted[], rows: number, decimal: 'comma' | 'point'): Partial<Reading> {
  const within = (min: number, max: number) =>
    filled.reduce((sum, { text, count }) => {
      const value = parseNumberCell(text, decimal)?.value;
      return sum + (value !== undefined && Number.isInteger(value) && value >= min && value <= max ? count : 0);
    }, 0) / rows;
  for (const [min, max] of [
    [1, 5],
    [1, 7],
    [0, 10],
  ] as const)
    if (within(min, max) >= 0.95) return { type: 'rating', min, max, unit: '' };
  return {};
}
