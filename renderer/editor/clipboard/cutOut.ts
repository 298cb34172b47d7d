import type { OutlineNode } from '@shared/boards/boardKind';
import { translator } from '@shared/i18n/translate';
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
  const root = chosen.every(controller.plug.targets.isContent) ? null : outlineOf(controller);
  const boxes = chosen.flatMap((target) => areaOf(controller, target, root) ?? []);
  const [first] = boxes;
  if (!first) return { scene: { ...scene, items: withoutPaper(scene) }, box: sheetOf(scene) };
  const box = boxes.reduce(union, first);
  if (root) return croppedTo(scene, box);
  const wanted = new Set(chosen.map(targetKey));
  const items = scene.items.flatMap((item) => piecesIn(item, wanted));
  if (items.length === 0) return croppedTo(scene, box);
  return { scene: { ...scene, items }, box: inflate(box, AIR) };
}

/** The outline of the board as it stands. */
export function outlineOf<Doc extends AnyDoc>(controller: BoardController<Doc>): OutlineNode {
  const { doc, lang, personas, boards } = controller.now().inputs;
  return controller.plug.kind.outline(doc, { t: translator(lang), lang, personas, boards });
}

/** The node of a target in an outline; null when it has none. */
export function nodeOf(node: OutlineNode, kind: string, id: string): OutlineNode | null {
  if (node.target.kind === kind && node.target.id === id) return node;
  for (const child of node.children) {
    const found = nodeOf(child, kind, id);
    if (found) return found;
  }
  return null;
}

const below = (node: OutlineNode): readonly Target[] => [node.target, ...node.children.flatMap(below)];

/** Headings and what they head may differ by a line's width. */
const EDGE = 2;

/**
 * The box of what a target stands for: a piece or a place is where it is; a heading stands for what the outline has below it, or, of a row, for what lies in its band.
 * Null when nothing of it is drawn.
 */
export function areaOf<Doc extends AnyDoc>(
  controller: BoardController<Doc>,
  target: Target,
  root: OutlineNode | null,
): Box | null {
  const { plug } = controller;
  const now = controller.now();
  const box = targetBox(plug, now, target);
  if (!box || !root || plug.targets.isContent(target) || plug.places.isPlace(target)) return box;
  const node = nodeOf(root, target.kind, target.id);
  const boxes =
    node && node.children.length > 0
      ? below(node).flatMap((one) => targetBox(plug, now, one) ?? [])
      : now.index.list
          .map((placed) => placed.box)
          .filter(({ y, h }) => y >= box.y - EDGE && y + h <= box.y + box.h + EDGE);
  return boxes.reduce(union, box);
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
