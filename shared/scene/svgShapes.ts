import type { Color, ImagePrimitive, LinePrimitive, Paint, PathPrimitive, RectPrimitive } from './primitives';

export type ShapePrimitive = RectPrimitive | LinePrimitive | PathPrimitive | ImagePrimitive;

/** A number as SVG and CSS write it: three decimals at most (a thousandth of a point is nothing on paper). */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

const UNSAFE = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** What XML forbids even as a reference: controls, non-characters, lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text made safe inside an element or a quoted attribute. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(UNSAFE, (mark) => ENTITIES[mark] ?? '');

const RGBA = /^rgba\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*([\d.]+)\s*\)$/;

/** Splits a colour into what SVG 1.1 knows: `#RRGGBB` and an opacity 0..1. */
export function splitColor(color: Color): { readonly hex: string; readonly alpha: number } {
  const match = RGBA.exec(color);
  if (!match) return { hex: escapeXml(color), alpha: 1 };
  const hex = match
    .slice(1, 4)
    .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
    .join('');
  return { hex: `#${hex}`, alpha: Number(match[4]) };
}

function colorAttributes(name: 'fill' | 'stroke', color: Color | undefined, opacity: number): string {
  if (color === undefined) return name === 'fill' ? ' fill="none"' : '';
  const { hex, alpha } = splitColor(color);
  const total = alpha * opacity;
  return ` ${name}="${hex}"${total < 1 ? ` ${name}-opacity="${num(total)}"` : ''}`;
}

/** Canvas and SVG disagree on the default limit (10 and 4): the canvas's is written. */
const MITER_LIMIT = ' stroke-miterlimit="10"';

/** Attributes of a paint. Opacity multiplies fill and stroke apart, as on a canvas; a group opacity would blend them first. */
export function paintAttributes(paint: Paint, alpha: number): string {
  const opacity = alpha * (paint.opacity ?? 1);
  const fill = colorAttributes('fill', paint.fill, opacity);
  const width = paint.strokeWidth ?? 1;
  if (paint.stroke === undefined || width <= 0) return fill;
  const cap = paint.lineCap && paint.lineCap !== 'butt' ? ` stroke-linecap="${paint.lineCap}"` : '';
  const join = paint.lineJoin && paint.lineJoin !== 'miter' ? ` stroke-linejoin="${paint.lineJoin}"` : MITER_LIMIT;
  const dash = paint.dash && paint.dash.length > 0 ? ` stroke-dasharray="${paint.dash.map(num).join(' ')}"` : '';
  return `${fill}${colorAttributes('stroke', paint.stroke, opacity)} stroke-width="${num(width)}"${cap}${join}${dash}`;
}

const boxAttributes = (box: { x: number; y: number; w: number; h: number }): string =>
  ` x="${num(box.x)}" y="${num(box.y)}" width="${num(box.w)}" height="${num(box.h)}"`;

function rectSvg(rect: RectPrimitive, alpha: number): string {
  const radius = rect.radius ? ` rx="${num(Math.min(rect.radius, rect.w / 2, rect.h / 2))}"` : '';
  return `<rect${boxAttributes(rect)}${radius}${paintAttributes(rect, alpha)}/>`;
}

function lineSvg(line: LinePrimitive, alpha: number): string {
  if (line.points.length < 4) return '';
  const tag = line.closed ? 'polygon' : 'polyline';
  return `<${tag} points="${line.points.map(num).join(' ')}"${paintAttributes(line, alpha)}/>`;
}

function pathSvg(path: PathPrimitive, alpha: number): string {
  const { x = 0, y = 0, scale = 1 } = path;
  const place = x !== 0 || y !== 0 ? `translate(${num(x)} ${num(y)})` : '';
  // Icons are drawn on a grid of 256: a scale needs more decimals than a place.
  const size = scale !== 1 ? `scale(${Number(scale.toPrecision(9))})` : '';
  const transform = place || size ? ` transform="${place}${size}"` : '';
  return `<path d="${escapeXml(path.d)}"${transform}${paintAttributes(path, alpha)}/>`;
}

function imageSvg(image: ImagePrimitive, alpha: number, images: ReadonlyMap<string, string>): string {
  const url = images.get(image.asset);
  if (!url) return `<rect${boxAttributes(image)} fill="#E5E7DF"/>`;
  const opacity = alpha < 1 ? ` opacity="${num(alpha)}"` : '';
  return `<image${boxAttributes(image)} preserveAspectRatio="none" href="${escapeXml(url)}"${opacity}><title>${escapeXml(image.alt)}</title></image>`;
}

/** One shape as an SVG element. `images` holds data: URLs by asset. */
export function shapeSvg(shape: ShapePrimitive, alpha: number, images: ReadonlyMap<string, string>): string {
  switch (shape.type) {
    case 'rect':
      return rectSvg(shape, alpha);
    case 'line':
      return lineSvg(shape, alpha);
    case 'path':
      return pathSvg(shape, alpha);
    case 'image':
      return imageSvg(shape, alpha, images);
  }
}
