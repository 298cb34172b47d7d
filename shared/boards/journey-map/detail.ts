import type { LayoutContext } from '../boardKind';
import type { Stage } from './model';

/**
 * That another map tells a stage in detail, in words, with the name of that map where it is known; empty where none does, and
 * where the one that did is no more in the workshop (undoing its deletion brings the words back).
 */
export function detailWords(
  { linkedBoardId }: Pick<Stage, 'linkedBoardId'>,
  { t, boards }: Pick<LayoutContext, 't' | 'boards'>,
): string {
  if (linkedBoardId === null) return '';
  if (!boards) return t('journey.detailed');
  if (!Object.hasOwn(boards, linkedBoardId)) return '';
  const title = (boards[linkedBoardId] ?? '').trim();
  return title === '' ? t('journey.detailed') : t('journey.detailedOn', { title });
}
