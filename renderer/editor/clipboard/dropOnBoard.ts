import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { type Point, toScene } from '@/canvas/camera';
import type { BoardDrop } from '@/session/boardHandle';
import type { BoardController } from '../boardController';
import { STILL } from '../drag';
import type { GestureLook } from '../gestures';
import { pasteOn } from './pasteNotes';
import { isPictureType, readTransfer } from './readClipboard';

const NOTE: Target = { kind: 'note', id: '' };

/** True for what a board takes: pictures and text, but no other files. */
function isForBoard(data: DataTransfer): boolean {
  const files = [...data.items].filter(({ kind }) => kind === 'file');
  return files.length > 0 ? files.every(({ type }) => isPictureType(type)) : data.types.includes('text/plain');
}

/** Text and pictures dropped on the board from elsewhere: the place they would go to lights up, the drop adds notes to it. */
export function dropOnBoard<Doc extends AnyDoc>(
  surface: HTMLElement,
  controller: () => BoardController<Doc>,
  look: (next: GestureLook<Doc>) => void,
): BoardDrop {
  const placeAt = ({ x, y }: Point) => {
    const { plug, now, camera, viewSize } = controller();
    const box = surface.getBoundingClientRect();
    const inside = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    const at = toScene(camera.get(), viewSize(), { x: x - box.left, y: y - box.top });
    const placed = inside ? now().index.at(at.x, at.y, (target) => plug.places.rank(target, NOTE)) : null;
    return placed && plug.places.takes(now().inputs.doc, placed.target, NOTE) ? placed : null;
  };
  return {
    over: (data, client) => {
      const placed = data && client && isForBoard(data) ? placeAt(client) : null;
      look({ picture: placed ? { ...STILL, drop: { area: placed.box, line: null, allowed: true } } : STILL });
      return placed !== null;
    },
    take: (data, client) => {
      look({ picture: STILL });
      const placed = isForBoard(data) ? placeAt(client) : null;
      if (!placed) return false;
      void pasteOn(controller(), readTransfer(data), placed.target);
      controller().focusBoard();
      return true;
    },
  };
}
