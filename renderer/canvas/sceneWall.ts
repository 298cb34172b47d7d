import { paintScene } from '@shared/scene/paintScene';
import type { Box, Primitive, Scene } from '@shared/scene/primitives';
import { canvasPaths } from '@/platform/canvasPaths';
import { type ItemIndex, itemIndex } from './itemIndex';
import { sceneChange } from './sceneDiff';
import { matched } from './sceneMatch';
import { quantised } from './tileGrid';
import type { LevelPort, TileContext, TileWork } from './tileLevel';
import { createTileWall, type TileWall } from './tileWall';

/** Decoded pictures by asset. */
export type SceneImages = ReadonlyMap<string, object>;

/**
 * Paints items as they look at a scale in device pixels per scene unit, as far as they touch a box. What is too small to
 * read goes by the half octave of the scale, so that nothing changes its form in a small change of zoom.
 */
export function paintItems(
  context: TileContext,
  items: readonly Primitive[],
  images: SceneImages,
  scale: number,
  cull: Box,
): void {
  paintScene(context, items, { paths: canvasPaths, images, detail: 'bars', scale: quantised(scale), cull });
}

export interface SceneWall extends Omit<TileWall, 'invalidate'> {
  readonly setScene: (scene: Scene) => void;
  /** Paints everything again (a font or an image has arrived). */
  readonly refresh: () => void;
}

/** The resting board, in tiles. */
export function createSceneWall(
  openLevel: (place: 'above' | 'below') => LevelPort,
  images: SceneImages,
  now: () => number,
): SceneWall {
  let scene: Scene | null = null;
  let index: ItemIndex | null = null;

  const find = (box: Box, scale: number): TileWork => {
    const items = index?.touching(box) ?? [];
    return { isEmpty: items.length === 0, paint: (context) => paintItems(context, items, images, scale, box) };
  };
  const extent = (): Box | null => scene && { x: 0, y: 0, w: scene.width, h: scene.height };
  const { invalidate, ...wall } = createTileWall({ openLevel, find, extent, now });

  return {
    ...wall,
    setScene: (next) => {
      const last = scene;
      scene = next;
      const runs = last && matched(last.items, next.items);
      index = itemIndex(next, index && { index, runs });
      if (last) invalidate(sceneChange(last.items, next.items, runs));
    },
    refresh: () => invalidate(),
  };
}
