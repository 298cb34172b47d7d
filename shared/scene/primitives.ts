/**
 * A Scene is what a layout draws: a flat, ordered list of six primitives. Painters turn it into pixels (Canvas2D), SVG or
 * positioned HTML; nothing else knows how a board looks. Units: 1 unit = 1 px at zoom 1 on screen, 1 pt on a poster at scale 1.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** CSS colour: `#RRGGBB` or `rgba(r,g,b,a)` only, so that every painter draws the same. */
export type Color = string;

export interface Paint {
  readonly fill?: Color;
  readonly stroke?: Color;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly lineCap?: 'butt' | 'round' | 'square';
  readonly lineJoin?: 'miter' | 'round' | 'bevel';
  /** 0..1, multiplies both fill and stroke; default 1. */
  readonly opacity?: number;
}

export type FontFamily = 'Besley' | 'Atkinson Hyperlegible Next';

export interface FontSpec {
  readonly family: FontFamily;
  readonly size: number;
  readonly weight: 400 | 500 | 600 | 700 | 800 | 900;
  readonly italic?: boolean;
  /** Extra space after each letter, in em; default 0. */
  readonly tracking?: number;
}

export interface RectPrimitive extends Paint, Box {
  readonly type: 'rect';
  readonly radius?: number;
}

/** Polyline through x1,y1,x2,y2,...; `closed` makes it a polygon. */
export interface LinePrimitive extends Paint {
  readonly type: 'line';
  readonly points: readonly number[];
  readonly closed?: boolean;
}

/**
 * SVG path data in its own coordinates, placed at x,y and scaled, its stroke width and dashes too. `bounds` is in scene
 * coordinates (after placing).
 */
export interface PathPrimitive extends Paint {
  readonly type: 'path';
  readonly d: string;
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
  readonly bounds: Box;
}

/** One line of text that is already broken; it is never wrapped, shrunk or cut by a painter. */
export interface TextLinePrimitive {
  readonly type: 'text';
  readonly text: string;
  /** Anchor of the line: left edge, centre or right edge according to `align`. */
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly font: FontSpec;
  readonly fill: Color;
  /** Measured advance width. */
  readonly width: number;
  readonly opacity?: number;
}

export interface ImagePrimitive extends Box {
  readonly type: 'image';
  /** Key into the images handed to the painter (asset hash). */
  readonly asset: string;
  readonly alt: string;
}

/** What a group stands for when it is hit or selected. Kinds and ids belong to the board kind. */
export interface Target {
  readonly kind: string;
  readonly id: string;
}

/** Where the text overlay sits so that it covers the drawn text exactly. */
export interface EditBox extends Box {
  readonly font: FontSpec;
  readonly lineHeight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly color: Color;
  /** The stored text that is edited (the drawn one may carry guillemets or typographic spaces). */
  readonly text: string;
  /** Paper under the overlay, so that the drawn text does not show through. */
  readonly background?: Color;
  /** What is drawn around the text but not stored (`« ` and ` »`). */
  readonly prefix?: string;
  readonly suffix?: string;
}

/**
 * Meaning of a group for tagged PDF and screen readers. A `p`/`h*` group holds the lines of one paragraph; a `link` holds text alone and leads to what
 * `href` names. Tables hold rows, rows hold cells, lists hold items.
 */
export type SemanticRole =
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'
  | 'figure'
  | 'section'
  | 'artifact'
  | 'table'
  | 'row'
  | 'columnheader'
  | 'rowheader'
  | 'cell'
  | 'list'
  | 'item'
  | 'link';

export interface GroupPrimitive {
  readonly type: 'group';
  readonly bounds: Box;
  readonly children: readonly Primitive[];
  /** Children are cut to this box (never used to cut text). */
  readonly clip?: Box;
  readonly opacity?: number;
  readonly target?: Target;
  readonly editBox?: EditBox;
  readonly role?: SemanticRole;
  /** Spoken and PDF alternative text of a figure; what a table shows. */
  readonly alt?: string;
  /** What links of the same document lead to it by. */
  readonly anchor?: string;
  /** Of a link: the anchor it leads to. */
  readonly href?: string;
}

export type Primitive =
  | RectPrimitive
  | LinePrimitive
  | PathPrimitive
  | TextLinePrimitive
  | ImagePrimitive
  | GroupPrimitive;

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly background: Color;
  /** In painting order, which is also the reading order. Groups at this level are the unit of culling and of redrawing. */
  readonly items: readonly Primitive[];
  readonly title: string;
  readonly lang: 'fr' | 'en';
}
