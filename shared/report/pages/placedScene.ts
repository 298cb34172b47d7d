import type { Box, FontSpec, Primitive, Scene, SemanticRole } from '../../scene/primitives';

interface Placing {
  readonly k: number;
  readonly dx: number;
  readonly dy: number;
  readonly fonts: Map<FontSpec, FontSpec>;
  /** The heading of the sheet was met: it stands for the heading of the report. */
  isHeaded: boolean;
  readonly anchor: string;
}

/** A scene drawn smaller or larger inside a box of a page, centred. */
export interface PlacedItems {
  readonly items: readonly Primitive[];
  /** Page units per unit of the scene. */
  readonly scale: number;
  /** The scene has a heading of its own, which is the anchor now. */
  readonly isHeaded: boolean;
}

/**
 * The items of a scene inside a box of a page. Its own title becomes a heading of the second level with the anchor, all other headings paragraphs: the outline is
 * the report's. What only an editor needs is left out.
 */
export function placedScene(scene: Scene, box: Box, anchor: string): PlacedItems {
  const k = Math.min(box.w / scene.width, box.h / scene.height);
  const placing: Placing = {
    k,
    dx: box.x + (box.w - scene.width * k) / 2,
    dy: box.y + (box.h - scene.height * k) / 2,
    fonts: new Map(),
    isHeaded: false,
    anchor,
  };
  const items = scene.items.map((item) => placed(item, placing));
  return { items, scale: k, isHeaded: placing.isHeaded };
}

const boxAt = ({ x, y, w, h }: Box, { k, dx, dy }: Placing): Box => ({
  x: x * k + dx,
  y: y * k + dy,
  w: w * k,
  h: h * k,
});

function fontAt(font: FontSpec, { k, fonts }: Placing): FontSpec {
  const known = fonts.get(font) ?? { ...font, size: font.size * k };
  fonts.set(font, known);
  return known;
}

function roleAt(role: SemanticRole, placing: Placing): Partial<{ role: SemanticRole; anchor: string }> {
  if (role === 'h1' && !placing.isHeaded) {
    placing.isHeaded = true;
    return { role: 'h2', anchor: placing.anchor };
  }
  return { role: role === 'h1' || role === 'h2' || role === 'h3' ? 'p' : role };
}

function placed(item: Primitive, placing: Placing): Primitive {
  const { k, dx, dy } = placing;
  const stroke =
    'strokeWidth' in item || 'stroke' in item
      ? { strokeWidth: ((item.strokeWidth as number | undefined) ?? 1) * k }
      : {};
  const dash = 'dash' in item && item.dash ? { dash: item.dash.map((part: number) => part * k) } : {};
  switch (item.type) {
    case 'rect':
      return {
        ...item,
        ...boxAt(item, placing),
        ...stroke,
        ...dash,
        ...(item.radius ? { radius: item.radius * k } : {}),
      };
    case 'line':
      return {
        ...item,
        ...stroke,
        ...dash,
        points: item.points.map((value, at) => value * k + (at % 2 === 0 ? dx : dy)),
      };
    case 'path': {
      // Its stroke and dashes are scaled with it.
      const { x = 0, y = 0, scale = 1 } = item;
      return { ...item, x: x * k + dx, y: y * k + dy, scale: scale * k, bounds: boxAt(item.bounds, placing) };
    }
    case 'image':
      return { ...item, ...boxAt(item, placing) };
    case 'text':
      return {
        ...item,
        x: item.x * k + dx,
        y: item.y * k + dy,
        width: item.width * k,
        font: fontAt(item.font, placing),
      };
    case 'group': {
      const { target: _target, editBox: _editBox, role, clip, ...group } = item;
      const meaning = role ? roleAt(role, placing) : {};
      return {
        ...group,
        ...meaning,
        bounds: boxAt(item.bounds, placing),
        ...(clip ? { clip: boxAt(clip, placing) } : {}),
        children: item.children.map((child) => placed(child, placing)),
      };
    }
  }
}
