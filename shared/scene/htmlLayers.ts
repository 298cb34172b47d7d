import { OverlapIndex } from './overlapIndex';
import type { Box } from './primitives';
import { shapeBounds } from './shapeBounds';
import { num, type ShapePrimitive, shapeSvg } from './svgShapes';

/** Shapes painted together, below the text that follows. */
class Layer {
  readonly shapes: string[] = [];
  readonly covered = new OverlapIndex();
  clip: Box | null = null;
}

interface LayerOptions {
  readonly viewBox: string;
  readonly images: ReadonlyMap<string, string>;
  /** Makes the clip ids of several pages differ. */
  readonly prefix: string;
}

const sameBox = (a: Box | null, b: Box | null): boolean =>
  a === b || (a !== null && b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h);

/**
 * A page of HTML in which shapes live in as few SVG layers as painting order allows: a shape joins the layer below the text
 * unless it would cover some of it, and then opens a new layer at its own place.
 */
export class HtmlLayers {
  private readonly parts: (string | Layer)[] = [];
  private readonly options: LayerOptions;
  private current: Layer;
  private readonly outer: Layer[] = [];
  private clipCount = 0;

  constructor(options: LayerOptions) {
    this.options = options;
    this.current = this.open();
  }

  /** Markup in reading order. */
  html(markup: string): void {
    this.parts.push(markup);
  }

  /** Text inked in this box: shapes that come later and overlap it must lie above it. */
  cover(box: Box): void {
    this.current.covered.add(box);
    for (const layer of this.outer) layer.covered.add(box);
  }

  shape(shape: ShapePrimitive, alpha: number, clip: Box | null): void {
    const bounds = shapeBounds(shape);
    if (this.current.covered.hits(bounds)) this.current = this.open();
    for (const layer of this.outer) layer.covered.add(bounds);
    const layer = this.current;
    if (!sameBox(layer.clip, clip)) this.changeClip(layer, clip);
    layer.shapes.push(shapeSvg(shape, alpha, this.options.images));
  }

  /** Between these two calls shapes go to layers of their own, inside the markup written there. */
  startFigure(): void {
    this.outer.push(this.current);
    this.current = this.open();
  }

  endFigure(): void {
    this.current = this.outer.pop() ?? this.current;
  }

  toString(): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : this.svg(part))).join('');
  }

  private open(): Layer {
    const layer = new Layer();
    this.parts.push(layer);
    return layer;
  }

  private changeClip(layer: Layer, clip: Box | null): void {
    if (layer.clip) layer.shapes.push('</g>');
    layer.clip = clip;
    if (!clip) return;
    const id = `${this.options.prefix}c${++this.clipCount}`;
    layer.shapes.push(
      `<clipPath id="${id}"><rect x="${num(clip.x)}" y="${num(clip.y)}" width="${num(clip.w)}" height="${num(clip.h)}"/></clipPath>`,
      `<g clip-path="url(#${id})">`,
    );
  }

  private svg(layer: Layer): string {
    if (layer.shapes.length === 0) return '';
    const end = layer.clip ? '</g>' : '';
    return `<svg class="s" aria-hidden="true" viewBox="${this.options.viewBox}">${layer.shapes.join('')}${end}</svg>`;
  }
}
