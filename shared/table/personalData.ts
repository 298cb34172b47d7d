import { looksLikeDate } from './dateCell';
import type { ColumnType } from './model';

type DirectType = Extract<ColumnType, 'email' | 'phone' | 'name'>;

const EMAIL = /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}\.[a-z]{2,24}$/i;
const PHONE = /^(?:\+\d{1,3}|00\d{1,3}|0)[\s.\-()\u00A0\u202F]*(?:\(0\)[\s.-]*)?\d(?:[\s.\-()\u00A0\u202F]*\d){7,12}$/;

const NAMES: readonly (readonly [DirectType, RegExp])[] = [
  ['email', /^(?:e ?mails?|courriels?|mails?|adresse (?:e ?mail|mail|courriel|electronique)|email address)$/],
  [
    'phone',
    /^(?:(?:numero|n|no) (?:de )?)?(?:tel|telephones?|phones?|mobiles?|portables?|phone number|mobile number|tel\w* (?:mobile|portable|fixe))$/,
  ],
  [
    'name',
    /^(?:noms?|prenoms?|nom (?:complet|et prenom|de famille|client|usage|prenom)|prenom (?:et )?nom|names?|(?:first|last|full|family|given|customer|sur) ?names?|civilite nom|contact|adresse(?: (?:postale|complete))?|rue|(?:street )?address|street|iban|(?:numero de )?securite sociale|nir|ssn)$/,
  ],
];

/** Small letters without accents; anything that is no letter or digit is a space. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9€%]+/g, ' ')
    .trim();

/** Share of the filled cells that must look like it. */
const ENOUGH = 0.6;

/**
 * Whether a column holds what leads straight to a person: by its header, or by what its cells look like. `values` are its different texts,
 * `counts` how often each comes.
 */
export function directDataType(
  header: string,
  values: readonly string[],
  counts: ArrayLike<number>,
): DirectType | null {
  const plain = plainHeader(header);
  const named = NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
  if (named) return named;
  let filled = 0;
  let emails = 0;
  let phones = 0;
  for (const [at, text] of values.entries()) {
    const count = counts[at] ?? 0;
    if (text === '') continue;
    filled += count;
    if (EMAIL.test(text)) emails += count;
    else if (PHONE.test(text) && !looksLikeDate(text)) phones += count;
  }
  if (filled === 0) return null;
  if (emails / filled >= ENOUGH) return 'email';
  return phones / filled >= ENOUGH ? 'phone' : null;
}
