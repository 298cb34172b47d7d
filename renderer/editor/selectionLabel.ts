import type { TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import type { BoardEditing } from './boardEditing';

/** The selection in words: `Irritant, étape 3`, `3 éléments`. Empty when nothing is selected. */
export function selectionLabel<Doc extends AnyDoc>(
  { targets }: Pick<BoardEditing<Doc>, 'targets'>,
  doc: Doc,
  selection: readonly Target[],
  t: TranslateFn,
): string {
  const [only] = selection;
  if (!only) return '';
  if (selection.length > 1) return t('editing.select.many', { count: selection.length });
  return targets.label(doc, only, t);
}
