const MONTHS: Readonly<Record<'fr' | 'en', { readonly short: string; readonly long: string }>> = {
  fr: {
    short: 'Janv.|Févr.|Mars|Avr.|Mai|Juin|Juil.|Août|Sept.|Oct.|Nov.|Déc.',
    long: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  },
  en: {
    short: 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec',
    long: 'January|February|March|April|May|June|July|August|September|October|November|December',
  },
};

const month = (date: string, lang: 'fr' | 'en', form: 'short' | 'long'): string =>
  MONTHS[lang][form].split('|')[Number(date.slice(5, 7)) - 1] ?? '';

/** `Nov. 2026` of a `YYYY-MM-DD`; empty stays empty. */
export const shortDate = (date: string, lang: 'fr' | 'en'): string =>
  date === '' ? '' : `${month(date, lang, 'short')} ${date.slice(0, 4)}`;

/** `22 novembre 2026` of a `YYYY-MM-DD`; empty stays empty. */
export function longDate(date: string, lang: 'fr' | 'en'): string {
  if (date === '') return '';
  const day = Number(date.slice(8, 10));
  const spoken = lang === 'fr' && day === 1 ? '1er' : String(day);
  return `${spoken} ${month(date, lang, 'long')} ${date.slice(0, 4)}`;
}

/** `22 nov. 2026`, `22 Nov 2026` of a `YYYY-MM-DD`, on one line; empty stays empty. */
export function shortDay(date: string, lang: 'fr' | 'en'): string {
  if (date === '') return '';
  const day = Number(date.slice(8, 10));
  const named = month(date, lang, 'short');
  const spoken =
    lang === 'fr' ? `${day === 1 ? '1er' : day}\u00A0${named.toLocaleLowerCase('fr')}` : `${day}\u00A0${named}`;
  return `${spoken}\u00A0${date.slice(0, 4)}`;
}
