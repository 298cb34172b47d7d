import { contrast, darkEnough, greyOf, luminance, onWhite, withOpacityOf } from '../scene/colours';
import type { Box, Color, Primitive, Scene, TextLinePrimitive } from '../scene/primitives';
import { shapeBounds } from '../scene/shapeBounds';
import type { ShapePrimitive } from '../scene/svgShapes';
import { inkBox } from '../scene/textLine';
import { greyFamily } from './greyFamilies';
import type { Inks } from './posterSetup';

/** Marks the pictures of a grey poster: whoever reads them makes them grey. */
export const GREY_PICTURE = 'grey:';

/** A scene printed with other inks. Places, sizes, words and meanings stay the same. */
export function inkedScene(scene: Scene, inks: Inks): Scene {
  switch (inks) {
    case 'colour':
      return scene;
    case 'grey':
      return { ...scene, background: greyOf(scene.background), items: scene.items.flatMap(greyed(scene)) };
    case 'saving':
      return savingScene(scene);
  }
}

/** Greys what is drawn on a scene; one thing may become several. */
function greyed(scene: Pick<Scene, 'width' | 'height'>): (item: Primitive) => readonly Primitive[] {
  const unit = Math.min(scene.width, scene.height) / A1_SHORT_SIDE;
  const grey = (item: Primitive): readonly Primitive[] => {
    switch (item.type) {
      case 'group':
        return [{ ...item, children: item.children.flatMap(grey) }];
      case 'text':
        return [{ ...item, fill: greyOf(item.fill) }];
      case 'image':
        return [{ ...item, asset: `${GREY_PICTURE}${item.asset}` }];
      default:
        return (item.type === 'rect' && greyFamily(item, unit)) || [greyShape(item)];
    }
  };
  return grey;
}

const greyShape = <T extends Exclude<ShapePrimitive, { type: 'image' }>>(item: T): T => ({
  ...item,
  ...(item.fill === undefined ? {} : { fill: greyOf(item.fill) }),
  ...(item.stroke === undefined ? {} : { stroke: greyOf(item.stroke) }),
});

const PAPER = '#ffffff';
const INK = '#141d33';
/** What stands out enough: text, and lines that carry something. */
const TEXT_CONTRAST = 4.5;
const LINE_CONTRAST = 3;
/** Grounds from this luminance on are paper: they get no outline. */
const NEARLY_WHITE = 0.93;
/** Sides from which a filled shape is a ground and not a mark, in points of an A1 poster. */
const GROUND = 30;
/** A paper of one line on a crowded poster: lower than that, and wide; strips and badges are lower or narrower still. */
const LOW_GROUND = 15;
const isLowGround = ({ w, h }: Box, unit: number): boolean =>
  Math.min(w, h) >= LOW_GROUND * unit && w * h >= 2 * GROUND * GROUND * unit * unit;
/** Paths are grounds from here on: icons stay what they are. */
const GROUND_PATH = 45;
const OUTLINE = 1.6;
const A1_SHORT_SIDE = 1684;

/** What lies under a place: the last filled shape there that kept its fill. */
interface Ground {
  readonly box: Box;
  readonly color: Color;
}

/**
 * Ink-saving: grounds become paper with an outline in their colour, marks keep theirs, and what was light on a dark ground turns
 * to ink. Shapes stay opaque, so that what they covered stays covered.
 */
function savingScene(scene: Scene): Scene {
  const unit = Math.min(scene.width, scene.height) / A1_SHORT_SIDE;
  const grounds: Ground[] = [];
  const under = (box: Box): Color => {
    const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
    return (
      grounds.findLast(({ box: { x: left, y: top, w, h } }) => x >= left && x <= left + w && y >= top && y <= top + h)
        ?.color ?? PAPER
    );
  };

  const savedText = (line: TextLinePrimitive): TextLinePrimitive => {
    const paper = under(inkBox(line));
    return contrast(onWhite(line.fill), paper) >= TEXT_CONTRAST ? line : { ...line, fill: readable(paper), opacity: 1 };
  };
  const saved = (item: Primitive): Primitive => {
    if (item.type === 'group') return { ...item, children: item.children.map(saved) };
    if (item.type === 'text') return savedText(item);
    return item.type === 'image' ? item : savedShape(item);
  };
  const savedShape = (shape: Exclude<ShapePrimitive, { type: 'image' }>): Primitive => {
    const box = shapeBounds(shape);
    const isGround =
      shape.fill !== undefined &&
      (Math.min(box.w, box.h) >= (shape.type === 'path' ? GROUND_PATH : GROUND) * unit ||
        (shape.type === 'rect' && isLowGround(box, unit)));
    const stroke = shape.stroke === undefined ? undefined : lineColor(shape.stroke, isGround ? PAPER : under(box));
    if (shape.fill === undefined) return stroke === undefined ? shape : { ...shape, stroke };
    const shown = onWhite(shape.fill);
    if (isGround) {
      grounds.push({ box, color: PAPER });
      const scale = shape.type === 'path' ? (shape.scale ?? 1) : 1;
      if (stroke !== undefined) return { ...shape, fill: PAPER, stroke };
      if (luminance(shown) >= NEARLY_WHITE) return { ...shape, fill: PAPER };
      return { ...shape, fill: PAPER, stroke: darkEnough(shown, LINE_CONTRAST), strokeWidth: (OUTLINE * unit) / scale };
    }
    const paper = under(box);
    const fill = contrast(shown, paper) >= MARK_CONTRAST ? shape.fill : readable(paper);
    grounds.push({ box, color: onWhite(fill) });
    // The rim of a mark that keeps its fill keeps its colour.
    return { ...shape, fill };
  };
  return { ...scene, background: PAPER, items: scene.items.map(saved) };
}

/** A mark of colour on paper, a strip of a note for instance, needs no more to be seen. */
const MARK_CONTRAST = 1.25;

/** Lighter lines than this are lost on paper. */
const SEEN_CONTRAST = 1.5;

/** A line as it was where it stands out; else in ink. Faint guides stay faint: their opacity is kept. */
function lineColor(stroke: Color, paper: Color): Color {
  if (contrast(onWhite(stroke), paper) >= SEEN_CONTRAST) return stroke;
  return withOpacityOf(stroke, readable(paper));
}

const readable = (paper: Color): Color => (luminance(paper) > 0.3 ? INK : PAPER);
