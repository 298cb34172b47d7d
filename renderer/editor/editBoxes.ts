import type { AnyDoc } from '@shared/model/document';
import type { Theme } from '@shared/model/theme';
import type { EditBox, Target } from '@shared/scene/primitives';
import { type TargetIndex, targetKey } from '@/canvas/targetIndex';
import type { BoardEditing } from './boardEditing';

/** Where a target's text is written: over its drawn text, or where it would be. */
export function editBoxFor<Doc extends AnyDoc>(
  { texts }: Pick<BoardEditing<Doc>, 'texts'>,
  index: TargetIndex,
  target: Target,
  theme: Theme,
  text: string,
): EditBox | null {
  const placed = index.get(targetKey(target));
  if (placed?.editBox) {
    // The drawn text is taken out of the picture, so that nothing needs to cover it.
    const { background: _covered, ...box } = placed.editBox;
    return box;
  }
  return texts.box?.(index, target, theme, text) ?? null;
}
