import type { BlockId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import { type Drag, type DragContext, STILL } from '@/editor/drag';
import { putBlock } from './moving';

/** Drags a block before or behind the one under the hand: its upper half means before. */
export function dragBlock({ now, from, session }: DragContext<PersonaDoc>, held: Target): Drag<PersonaDoc> | null {
  const key = targetKey({ kind: 'block', id: held.id });
  const placed = now.index.get(key);
  const title = now.index.get(targetKey({ kind: 'block-title', id: held.id }));
  if (!placed) return null;
  let landing: { readonly beside: BlockId; readonly behind: boolean } | null = null;
  return {
    move: (to) => {
      const over = now.index.at(to.x, to.y, ({ kind, id }) => (kind === 'block' && id !== held.id ? 1 : -1));
      landing = null;
      const items = title ? [title.group] : [placed.group];
      const box = title?.box ?? placed.box;
      const picture = { ...STILL, lifted: { items, boxes: [box], dx: to.x - from.x, dy: to.y - from.y } };
      if (!over) return picture;
      const { x, y, w, h } = over.box;
      const behind = to.y > y + h / 2;
      landing = { beside: over.target.id as BlockId, behind };
      const at = behind ? y + h : y;
      return { ...picture, drop: { area: over.box, line: { x1: x, y1: at, x2: x + w, y2: at }, allowed: true } };
    },
    drop: () => {
      if (landing) putBlock(session, held.id as BlockId, landing.beside, landing.behind);
      return [held];
    },
  };
}
