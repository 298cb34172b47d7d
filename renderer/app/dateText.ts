import type { Lang, TranslateFn } from '@shared/i18n/translate';

const LOCALES: Readonly<Record<Lang, string>> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${name}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(LOCALES[lang], options);
    formats.set(key, made);
  }
  return made;
}

/** Hours and minutes, on one line: `14:32`, `2:32 pm`. */
export function timeText(at: number, lang: Lang): string {
  const options: Intl.DateTimeFormatOptions =
    lang === 'fr' ? { hour: '2-digit', minute: '2-digit' } : { hour: 'numeric', minute: '2-digit', hour12: true };
  return format(lang, 'time', options).format(at).replace(/\s/g, '\u00A0');
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Calendar days between a moment and now; 0 is today. */
const daysAgo = (at: number, now: number): number => Math.round((midnight(now) - midnight(at)) / 86_400_000);

/** A day in few letters: `aujourd’hui`, `hier`, `18 nov.`, `18 nov. 2025`. */
export function dayText(at: number, now: number, lang: Lang, t: TranslateFn): string {
  const ago = daysAgo(at, now);
  if (ago === 0) return t('common.date.today');
  if (ago === 1) return t('common.date.yesterday');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(lang, sameYear ? 'day' : 'dayYear', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** `hier, 18:20`. */
export const momentText = (at: number, now: number, lang: Lang, t: TranslateFn): string =>
  t('common.date.atTime', { day: dayText(at, now, lang, t), time: timeText(at, lang) });

/** The two lines of a calendar leaf: `18`, `nov.` */
export const leafText = (at: number, lang: Lang): { readonly day: string; readonly month: string } => ({
  day: format(lang, 'leafDay', { day: '2-digit' }).format(at),
  month: format(lang, 'leafMonth', { month: 'short' }).format(at),
});

/** A stored `YYYY-MM-DD` as local noon, so that no time zone moves it to another day; null when empty. */
export function dateOf(text: string): number | null {
  const [year, month, day] = text.split('-').map(Number);
  return year && month && day ? new Date(year, month - 1, day, 12).getTime() : null;
}

/** A stored date as written on a card: `22 nov. 2026`; empty stays empty. */
export function longDateText(text: string, lang: Lang): string {
  const at = dateOf(text);
  const written =
    at === null ? '' : format(lang, 'long', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
  // A date is one word: it is not cut at the end of a line.
  return written.replace(/ /g, '\u00A0');
}

/** The local calendar date of a moment, `YYYY-MM-DD`. */
export function isoDate(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
