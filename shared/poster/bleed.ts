import type { Box, LinePrimitive, PathPrimitive, Primitive, RectPrimitive, Scene } from '../scene/primitives';

/** How near to an edge of the scene something ends that is meant to run over it, in scene units. */
const TOUCH = 0.6;

/**
 * A scene whose grounds run over its edges by `bleed` units: what ends at an edge is drawn on beyond it, so that a cut that wanders
 * shows no paper. Only boxes, pictures, their clips and straight lines end there; words never do.
 */
export function bledScene(scene: Scene, bleed: number): Scene {
  if (bleed <= 0) return scene;
  const page: Page = { w: scene.width, h: scene.height, bleed };
  return { ...scene, items: scene.items.map((item) => bled(item, page)) };
}

interface Page {
  readonly w: number;
  readonly h: number;
  readonly bleed: number;
}

function bled(item: Primitive, page: Page): Primitive {
  switch (item.type) {
    case 'group': {
      const children = item.children.map((child) => bled(child, page));
      return {
        ...item,
        children,
        bounds: grown(item.bounds, page),
        ...(item.clip ? { clip: grown(item.clip, page) } : {}),
      };
    }
    case 'rect':
      return { ...item, ...grownRect(item, page) };
    case 'image':
      return { ...item, ...enlarged(item, page) };
    case 'line':
      return { ...item, points: drawnOn(item, page) };
    case 'path':
      return runsOver(item, page) ? { ...item, bounds: grown(item.bounds, page) } : item;
    case 'text':
      return item;
  }
}

/** Rounded corners and outlines belong to what stands on the page, not to its ground. */
const grownRect = (rect: RectPrimitive, page: Page): Box => (rect.radius ? rect : grown(rect, page));

function grown(box: Box, { w, h, bleed }: Page): Box {
  const left = box.x <= TOUCH ? bleed : 0;
  const top = box.y <= TOUCH ? bleed : 0;
  const right = box.x + box.w >= w - TOUCH ? bleed : 0;
  const bottom = box.y + box.h >= h - TOUCH ? bleed : 0;
  return { x: box.x - left, y: box.y - top, w: box.w + left + right, h: box.h + top + bottom };
}

/** A picture keeps its proportions: it is enlarged about its middle until it covers the bleed too. */
function enlarged(box: Box, page: Page): Box {
  const wanted = grown(box, page);
  const k = Math.max(
    1,
    (2 * Math.max(box.x + box.w / 2 - wanted.x, wanted.x + wanted.w - box.x - box.w / 2)) / box.w,
    (2 * Math.max(box.y + box.h / 2 - wanted.y, wanted.y + wanted.h - box.y - box.h / 2)) / box.h,
  );
  return { x: box.x - (box.w * (k - 1)) / 2, y: box.y - (box.h * (k - 1)) / 2, w: box.w * k, h: box.h * k };
}

const runsOver = ({ bounds }: PathPrimitive, { w, h }: Page): boolean =>
  bounds.x <= TOUCH || bounds.y <= TOUCH || bounds.x + bounds.w >= w - TOUCH || bounds.y + bounds.h >= h - TOUCH;

/** Ends of straight lines, and corners of polygons, that lie on an edge. */
function drawnOn({ points }: LinePrimitive, { w, h, bleed }: Page): readonly number[] {
  return points.map((value, index) => {
    const end = index % 2 === 0 ? w : h;
    if (Math.abs(value) <= TOUCH) return value - bleed;
    return Math.abs(value - end) <= TOUCH ? value + bleed : value;
  });
}
