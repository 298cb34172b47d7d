import { cachedPaths } from '@shared/scene/painter2d';
import { paintScene } from '@shared/scene/paintScene';
import type { Box, Primitive, Scene } from '@shared/scene/primitives';
import { type Camera, type ViewSize, visibleBox } from './camera';
import { type ItemIndex, itemIndex } from './itemIndex';
import { sceneChange } from './sceneDiff';
import { createTileCache, type TileCache, type TileFrame, type TileSurface } from './tileCache';
import { quantised } from './tileGrid';

/** Up to this many items in view are painted exactly at each frame; above, tiles keep the cost flat. */
export const DIRECT_ITEMS = 250;

/** Decoded pictures by asset. */
export type SceneImages = ReadonlyMap<string, object>;

/** Path2D objects by their data, for the life of the window. */
const paths = cachedPaths((d) => new Path2D(d));

/**
 * Paints items as they look at a scale in device pixels per scene unit. Which text is too small to read goes by the half
 * octave of the scale, the same for every way of painting, so that nothing flickers between letters and bars.
 */
export function paintItems(
  context: TileSurface['context'],
  items: readonly Primitive[],
  images: SceneImages,
  scale: number,
): void {
  paintScene(context, items, { paths, images, detail: 'bars', scale: quantised(scale) });
}

export interface BasePainter {
  readonly setScene: (scene: Scene) => void;
  /** Paints the view; true when it wants another frame. */
  readonly paint: (context: CanvasRenderingContext2D, camera: Camera, view: ViewSize, ratio: number) => boolean;
  /** The zoom has come to rest: sharpen. */
  readonly settle: (camera: Camera, ratio: number) => void;
  readonly clear: () => void;
}

function makeSurface(side: number): TileSurface {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  return { context, image: canvas };
}

/** Where the scene's origin falls, on a whole device pixel: direct painting and tiles agree, and nothing shimmers in a pan. */
function frameOf(camera: Camera, view: ViewSize, ratio: number): TileFrame {
  const scale = camera.zoom * ratio;
  const visible = visibleBox(camera, view);
  return { scale, visible, originX: Math.round(-visible.x * scale), originY: Math.round(-visible.y * scale) };
}

/** Paints the resting board: exactly when little is in view, from tiles when there is much. */
export function createBasePainter(images: SceneImages): BasePainter {
  let scene: Scene | null = null;
  let index: ItemIndex | null = null;

  const paintBox = (context: TileSurface['context'], box: Box, scale: number): void => {
    if (!scene || !index) return;
    context.globalAlpha = 1;
    context.fillStyle = scene.background;
    context.fillRect(0, 0, scene.width, scene.height);
    paintItems(context, index.touching(box), images, scale);
  };
  const tiles: TileCache = createTileCache({ makeSurface, paint: paintBox });

  const paintDirectly = (context: CanvasRenderingContext2D, frame: TileFrame): void => {
    context.setTransform(frame.scale, 0, 0, frame.scale, frame.originX, frame.originY);
    paintBox(context, frame.visible, frame.scale);
  };

  return {
    setScene: (next) => {
      if (scene) {
        const change = sceneChange(scene, next);
        scene = next;
        index = itemIndex(next);
        if (change.all) tiles.clear();
        else tiles.invalidate(change.boxes);
        return;
      }
      scene = next;
      index = itemIndex(next);
    },
    paint: (context, camera, view, ratio) => {
      if (!index) return false;
      const frame = frameOf(camera, view, ratio);
      context.save();
      const few = index.count(frame.visible) <= DIRECT_ITEMS;
      if (few) paintDirectly(context, frame);
      else context.setTransform(1, 0, 0, 1, 0, 0);
      const more = !few && tiles.draw(context, frame);
      context.restore();
      return more;
    },
    settle: (camera, ratio) => tiles.settle(camera.zoom * ratio),
    clear: () => tiles.clear(),
  };
}
