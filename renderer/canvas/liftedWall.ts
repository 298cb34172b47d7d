import type { Theme } from '@shared/model/theme';
import type { Box, Primitive, Scene } from '@shared/scene/primitives';
import { inflate, intersects, union } from './boxes';
import { MIN_ZOOM } from './camera';
import { type ItemIndex, itemIndex } from './itemIndex';
import type { OverlayModel } from './overlayModel';
import { paintItems, type SceneImages } from './sceneWall';
import type { FindWork, LevelPort, TileContext } from './tileLevel';
import { createTileWall, type TileWall } from './tileWall';

/** A held piece floats this high, in CSS pixels. */
const HELD_SHADOW = 8;
const FRAME = 2;

type Lifted = NonNullable<OverlayModel['lifted']>;

export interface LiftedDeps {
  readonly openLevel: (place: 'above' | 'below') => LevelPort;
  readonly images: SceneImages;
  readonly theme: () => Theme;
  /** Device pixels per CSS pixel. */
  readonly ratio: () => number;
  readonly now: () => number;
}

/** A wall whose pieces come and go together. */
export interface PiecesWall {
  readonly setPieces: (lifted: Lifted | null) => void;
  readonly wall: TileWall;
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]));

const sceneOf = (items: readonly Primitive[]): Scene => ({
  items,
  width: 0,
  height: 0,
  background: '#FFFFFF',
  title: '',
  lang: 'fr',
});

function piecesWall(
  deps: LiftedDeps,
  reach: number,
  paint: (context: TileContext, boxes: readonly Box[], items: readonly Primitive[], box: Box, scale: number) => void,
): PiecesWall {
  let lifted: Lifted | null = null;
  let index: ItemIndex | null = null;
  const find: FindWork = (box, scale) => {
    const near = inflate(box, (reach * deps.ratio()) / scale);
    const boxes = lifted?.boxes.filter((one) => intersects(one, near)) ?? [];
    return {
      isEmpty: boxes.length === 0,
      paint: (context) => paint(context, boxes, index?.touching(box) ?? [], box, scale),
    };
  };
  /** Far enough around the pieces at every zoom. */
  const extent = (): Box | null => {
    const [first, ...others] = lifted?.boxes ?? [];
    return first ? inflate(others.reduce(union, first), reach / MIN_ZOOM) : null;
  };
  const wall = createTileWall({ openLevel: deps.openLevel, find, extent, now: deps.now });
  return {
    wall,
    setPieces: (next) => {
      const isSame =
        sameList(next?.items ?? [], lifted?.items ?? []) && sameList(next?.boxes ?? [], lifted?.boxes ?? []);
      if (isSame) return;
      lifted = next;
      index = next && itemIndex(sceneOf(next.items));
      wall.clear();
    },
  };
}

/** What is held in the hand: the pieces, the flat shadow they throw, a frame around each. They move without being painted. */
export function createHeldWall(deps: LiftedDeps): PiecesWall {
  return piecesWall(deps, HELD_SHADOW + FRAME, (context, boxes, items, box, scale) => {
    const px = deps.ratio() / scale;
    const theme = deps.theme();
    context.fillStyle = theme.noteShadow;
    for (const { x, y, w, h } of boxes) context.fillRect(x + (HELD_SHADOW / 2) * px, y + HELD_SHADOW * px, w, h);
    paintItems(context, items, deps.images, scale, box);
    context.strokeStyle = theme.color.focus;
    context.lineWidth = FRAME * px;
    for (const { x, y, w, h } of boxes) context.strokeRect(x, y, w, h);
  });
}

/** The places that held pieces came from, in dashes. */
export function createOriginsWall(deps: LiftedDeps): PiecesWall {
  return piecesWall(deps, FRAME, (context, boxes, _items, _box, scale) => {
    const px = deps.ratio() / scale;
    context.setLineDash([5 * px, 4 * px]);
    context.strokeStyle = deps.theme().color.lineStrong;
    context.lineWidth = 1.5 * px;
    for (const { x, y, w, h } of boxes) context.strokeRect(x, y, w, h);
    context.setLineDash([]);
  });
}
