import type { AnyDoc } from '@shared/model/document';
import { drawnGroup } from '@shared/scene/lateGroup';
import type { Box, GroupPrimitive, Primitive, Scene, Target } from '@shared/scene/primitives';
import { inflate, intersects, union } from '@/canvas/boxes';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardController } from '../boardController';
import { targetBox } from '../targetBox';
import { sheetOf } from '../viewMoves';

/** A part of a board to be copied: what is drawn of it, and the box that is shown. */
export interface CutOut {
  readonly scene: Scene;
  readonly box: Box;
}

/** Air around pieces that stand by themselves, for their shadows and lines. */
const AIR = 8;

/** What is chosen, or the whole board. Pieces stand alone, as if they were cut out; of places (a row, a stage, a zone) everything in their box is taken. */
export function cutOf<Doc extends AnyDoc>(controller: BoardController<Doc>): CutOut {
  const now = controller.now();
  const { scene } = now;
  const chosen = controller.selection();
  const boxes = chosen.flatMap((target) => targetBox(controller.plug, now, target) ?? []);
  const [first] = boxes;
  if (!first) return { scene: { ...scene, items: withoutPaper(scene) }, box: sheetOf(scene) };
  const box = boxes.reduce(union, first);
  if (!chosen.every(controller.plug.targets.isContent)) return croppedTo(scene, box);
  const wanted = new Set(chosen.map(targetKey));
  const items = scene.items.flatMap((item) => piecesIn(item, wanted));
  if (items.length === 0) return croppedTo(scene, box);
  return { scene: { ...scene, items }, box: inflate(box, AIR) };
}

function croppedTo(scene: Scene, box: Box): CutOut {
  const items = withoutPaper(scene).filter((item) => item.type !== 'group' || intersects(item.bounds, box));
  const clipped: GroupPrimitive = { type: 'group', bounds: box, clip: box, children: items };
  return { scene: { ...scene, items: [clipped] }, box };
}

/** The groups of the wanted targets, in painting order; of one inside another only the outer one. */
function piecesIn(item: Primitive, wanted: ReadonlySet<string>): readonly Primitive[] {
  if (item.type !== 'group') return [];
  if (isWanted(item.target, wanted)) return [drawnGroup(item)];
  return item.children.flatMap((child) => piecesIn(child, wanted));
}

const isWanted = (target: Target | undefined, wanted: ReadonlySet<string>): boolean =>
  target !== undefined && wanted.has(targetKey(target));

/** The sheet itself is no part of a drawing: the background of the scene says what it is made of. */
function withoutPaper({ items, width, height }: Scene): readonly Primitive[] {
  const isPaper = (item: Primitive): boolean =>
    item.type === 'rect' && item.x <= 0 && item.y <= 0 && item.x + item.w >= width && item.y + item.h >= height;
  return items.flatMap((item) => {
    if (isPaper(item)) return [];
    return item.type === 'group' && !item.target && item.children.length > 0 && item.children.every(isPaper)
      ? []
      : [item];
  });
}
