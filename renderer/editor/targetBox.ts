import type { AnyDoc } from '@shared/model/document';
import type { Box, Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardEditing } from './boardEditing';
import type { SceneNow } from './boardScene';

/** Where a target is on the sheet. Null when it is not drawn (a hidden row). */
export function targetBox<Doc extends AnyDoc>(
  { targets }: Pick<BoardEditing<Doc>, 'targets'>,
  now: SceneNow<Doc>,
  target: Target,
): Box | null {
  return now.index.get(targetKey(target))?.box ?? targets.boxOf?.(now, target) ?? null;
}
