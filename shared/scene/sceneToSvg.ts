import { FONT_STACKS, type FontFaceFile } from '../text/fontFaces';
import { type FontFormat, fontFaceRule } from './fontFaceRule';
import { type Placement, placeOnSheet } from './placeOnSheet';
import type { Box, GroupPrimitive, Primitive, Scene, TextLinePrimitive } from './primitives';
import { escapeXml, num, shapeSvg, splitColor } from './svgShapes';
import { leftOf } from './textLine';

/** A font file to be written into the picture, as base64. */
export interface EmbeddedFont {
  readonly face: FontFaceFile;
  readonly format: FontFormat;
  readonly base64: string;
}

export interface SvgOptions {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Paper beyond the sheet on every side; the picture is so much larger. */
  readonly aroundMm?: number;
  /** What the picture shows, in a sentence; none by default. */
  readonly description?: string;
  /** The faces that `usedFaces` names; none for a picture whose text is drawn. */
  readonly fonts: readonly EmbeddedFont[];
  /** Draws a line of text as shapes, at its place and with a fill of its own; without it text stays text. */
  readonly drawText?: (line: TextLinePrimitive, ink: TextInk) => string;
  /** data: URLs by asset. */
  readonly images?: ReadonlyMap<string, string>;
  /** What of the scene is shown; without it the whole, centred on the sheet. */
  readonly cut?: Box;
  /** Nothing lies under the scene. */
  readonly transparent?: boolean;
  /** Fonts are only named, and no style sheet stands in the picture: for places that take none. */
  readonly unstyled?: boolean;
}

/** What a line of text is filled with. */
export interface TextInk {
  /** Attributes of an element. */
  readonly fill: string;
  /** 0..1. */
  readonly opacity: number;
}

interface Writer {
  readonly out: string[];
  readonly drawText: SvgOptions['drawText'];
  readonly images: ReadonlyMap<string, string>;
  clips: number;
}

const MEDIA = { woff2: 'font/woff2', opentype: 'font/otf' } as const;

const fontRule = ({ face, format, base64 }: EmbeddedFont): string =>
  fontFaceRule(face, `data:${MEDIA[format]};base64,${base64}`, format);

const STYLE = 'text{white-space:pre;font-kerning:normal;text-rendering:geometricPrecision}';

/**
 * A scene as one self-contained SVG of an exact size: text stays text, in fonts carried inside the file, or is drawn as shapes that need none.
 * The scene is scaled to the sheet without distortion and centred; its background covers the whole sheet.
 */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const writer: Writer = { out: [], drawText: options.drawText, images: options.images ?? new Map(), clips: 0 };
  for (const item of scene.items) writeItem(writer, item, 1);
  const { aroundMm = 0 } = options;
  const { cut } = options;
  const placement = cut
    ? { viewWidth: cut.w, viewHeight: cut.h, left: -cut.x, top: -cut.y }
    : placeOnSheet(scene, options.widthMm, options.heightMm, aroundMm);
  const [width, height] = [num(options.widthMm + 2 * aroundMm), num(options.heightMm + 2 * aroundMm)];
  const { viewWidth, viewHeight } = placement;
  const title = escapeXml(scene.title);
  const description = escapeXml(options.description ?? '');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm"`,
    ` viewBox="0 0 ${num(viewWidth)} ${num(viewHeight)}" lang="${scene.lang}" xml:lang="${scene.lang}" xml:space="preserve"`,
    ` role="img" aria-labelledby="title"${description === '' ? '' : ' aria-describedby="description"'}>`,
    `<title id="title">${title}</title>`,
    description === '' ? '' : `<desc id="description">${description}</desc>`,
    options.drawText || options.unstyled ? '' : `<style>${options.fonts.map(fontRule).join('')}${STYLE}</style>`,
    options.transparent
      ? ''
      : `<rect width="${num(viewWidth)}" height="${num(viewHeight)}" fill="${escapeXml(scene.background)}"/>`,
    ...placed(writer.out, placement),
    '</svg>\n',
  ].join('');
}

function placed(content: readonly string[], { left, top }: Pick<Placement, 'left' | 'top'>): readonly string[] {
  return left === 0 && top === 0
    ? content
    : [`<g transform="translate(${num(left)} ${num(top)})">`, ...content, '</g>'];
}

function writeItem(writer: Writer, item: Primitive, alpha: number): void {
  if (item.type === 'group') writeGroup(writer, item, alpha);
  else if (item.type === 'text')
    writer.out.push(writer.drawText ? drawnText(writer.drawText, item, alpha) : textSvg(item, alpha));
  else writer.out.push(shapeSvg(item, alpha, writer.images));
}

function writeGroup(writer: Writer, group: GroupPrimitive, alpha: number): void {
  const inner = alpha * (group.opacity ?? 1);
  const meaning = meaningAttributes(group);
  if (group.clip) {
    const id = `clip${++writer.clips}`;
    const { x, y, w, h } = group.clip;
    writer.out.push(
      `<clipPath id="${id}"><rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}"/></clipPath>`,
      `<g clip-path="url(#${id})"${meaning}>`,
    );
  } else writer.out.push(`<g${meaning}>`);
  if (group.alt) writer.out.push(`<title>${escapeXml(group.alt)}</title>`);
  for (const child of group.children) writeItem(writer, child, inner);
  writer.out.push('</g>');
}

/** Headings and figures stay what they are for a screen reader. */
function meaningAttributes(group: GroupPrimitive): string {
  switch (group.role) {
    case 'h1':
    case 'h2':
    case 'h3':
      return ` role="heading" aria-level="${group.role.slice(1)}"`;
    case 'figure':
      return ` role="img"${group.alt ? ` aria-label="${escapeXml(group.alt)}"` : ''}`;
    case 'artifact':
      return ' aria-hidden="true"';
    default:
      return '';
  }
}

function inkOf(line: TextLinePrimitive, alpha: number): TextInk {
  const { hex, alpha: ink } = splitColor(line.fill);
  const opacity = ink * alpha * (line.opacity ?? 1);
  return { fill: ` fill="${hex}"${opacity < 1 ? ` fill-opacity="${num(opacity)}"` : ''}`, opacity };
}

/** What is drawn says what it was: to a screen reader, and to who looks for it in the file. */
function drawnText(draw: NonNullable<SvgOptions['drawText']>, line: TextLinePrimitive, alpha: number): string {
  if (line.text.trim() === '') return '';
  return `<g role="img" aria-label="${escapeXml(line.text)}">${draw(line, inkOf(line, alpha))}</g>`;
}

function textSvg(line: TextLinePrimitive, alpha: number): string {
  if (line.text === '') return '';
  const { font } = line;
  const stack = font.family === 'Besley' ? FONT_STACKS.title : FONT_STACKS.text;
  const style = font.italic ? ' font-style="italic"' : '';
  const tracking = font.tracking ? ` letter-spacing="${num(font.tracking * font.size)}"` : '';
  return (
    `<text x="${num(leftOf(line))}" y="${num(line.y)}" font-family="${stack}" font-size="${num(font.size)}" font-weight="${font.weight}"` +
    `${style}${tracking}${inkOf(line, alpha).fill}>${escapeXml(line.text)}</text>`
  );
}
