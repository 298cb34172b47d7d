import type { LayoutContext } from '../boardKind';
import { longDate } from '../pieces/dates';
import type { LaneKind, Note } from './model';

type Saying = Pick<LayoutContext, 't' | 'lang'>;

/** What a note says in its foot beside its proof: who takes care of it, by when, what was decided of it. */
export function footWords(
  { owner, due, decision }: Pick<Note, 'owner' | 'due' | 'decision'>,
  { t, lang }: Saying,
): readonly string[] {
  return [
    ...(decision ? [t('journey.detail.decision', { decision: t(`journey.decision.${decision}`) })] : []),
    ...(owner ? [owner] : []),
    ...(due ? [t('journey.detail.due', { date: longDate(due, lang) })] : []),
  ];
}

/** Rows whose notes say who does what by when. */
export const SAYS_WHO: ReadonlySet<LaneKind> = new Set(['opportunities', 'measures']);

/** What a piece of content is and how far: `Article, publié`. */
export function contentWords(
  { contentType, status }: Pick<Note, 'contentType' | 'status'>,
  { t, lang }: Saying,
): string {
  const type = contentType ? t(`journey.contentType.${contentType}`) : '';
  const progress = status ? t(`journey.contentStatus.${status}`) : '';
  return type && progress ? `${type}, ${progress.toLocaleLowerCase(lang)}` : type || progress;
}
