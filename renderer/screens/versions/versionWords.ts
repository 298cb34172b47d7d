import type { PersonaChange } from '@shared/boards/persona/changes';
import { fieldName } from '@shared/boards/persona/changeWords';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { Lang, TranslateFn } from '@shared/i18n/translate';
import { momentText } from '@/app/dateText';
import type { PersonaVersion } from '@/session/versions';

const NAMED = 2;

/** What changed, in the names of the first two fields: `Freins, Citation et 3 autres`. */
export function changesInWords(
  changes: readonly PersonaChange[],
  before: PersonaDoc,
  after: PersonaDoc,
  t: TranslateFn,
): string {
  const names = changes.slice(0, NAMED).map(({ field }) => fieldName(field, before, after, t));
  const rest = changes.length - names.length;
  return rest > 0 ? t('versions.andOthers', { names: names.join(', '), count: rest }) : names.join(', ');
}

/** Day, time and who: `22 nov., 14:06, AB`. */
export function madeText({ at, author }: PersonaVersion, now: number, lang: Lang, t: TranslateFn): string {
  const when = momentText(at, now, lang, t);
  return author ? t('versions.madeBy', { when, author }) : when;
}
