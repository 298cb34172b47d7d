import { FONT_STACKS } from '../text/fontFaces';
import { fontFaceRule } from './fontFaceRule';
import { HtmlLayers } from './htmlLayers';
import { type Placement, placeOnSheet } from './placeOnSheet';
import type { Box, FontSpec, GroupPrimitive, Primitive, Scene, SemanticRole, TextLinePrimitive } from './primitives';
import { escapeXml, num, splitColor } from './svgShapes';
import { inkBox, leftOf } from './textLine';
import { usedFaces } from './usedFaces';

export interface HtmlOptions {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Paper beyond the sheet on every side; each page is so much larger. */
  readonly aroundMm?: number;
  /** Where each scene lies on its page; by default it fills the sheet. */
  readonly placements?: readonly Placement[];
  readonly title: string;
  readonly lang: 'fr' | 'en';
  /** Where the page finds the font files, e.g. `app://board/fonts`; no slash at its end. */
  readonly fontFolder: string;
  /** data: URLs by asset. */
  readonly images?: ReadonlyMap<string, string>;
}

const PX_PER_MM = 96 / 25.4;
/** Browsers set text on whole pixels: it is laid out this much larger and scaled back, so that a rest of a pixel is nothing. */
const FINENESS = 16;
/** Height of the strut that carries the baseline, in em: above every ascent. */
const STRUT = 1.5;

/** What a figure without text holds: only text makes the printer keep a structure element and its description. */
const PLACEHOLDER: TextLinePrimitive = {
  type: 'text',
  text: ' ',
  x: 0,
  y: 0,
  width: 0,
  fill: '#000000',
  font: { family: 'Atkinson Hyperlegible Next', size: 10, weight: 400 },
};

const BASE_CSS = [
  '*{margin:0;padding:0}',
  'html{-webkit-print-color-adjust:exact;print-color-adjust:exact}',
  'body{font-kerning:normal;text-rendering:geometricPrecision;-webkit-text-size-adjust:none}',
  'h1,h2,h3,p,section,div{font:inherit}',
  `main{font:10px/0 ${FONT_STACKS.text}}`,
  // Size containment keeps the printer from cutting the enlarged content into pages.
  'main{display:block;position:relative;overflow:hidden;contain:strict;break-after:page}',
  `.x{position:absolute;left:0;top:0;width:${FINENESS * 100}%;height:${FINENESS * 100}%;transform:scale(${1 / FINENESS});transform-origin:0 0}`,
  'main:last-child{break-after:auto}',
  'a{position:absolute;display:block;color:inherit;text-decoration:none}',
  '.s{position:absolute;left:0;top:0;width:100%;height:100%;display:block;overflow:hidden}',
  '.t{position:absolute;white-space:pre;line-height:0}',
  // A line box of no height hangs on this strut, so the baseline does not depend on how a platform rounds font metrics.
  `.t::before{content:"";display:inline-block;width:0;height:${STRUT}em}`,
].join('');

/** CSS classes of the fonts that are met, so that a line of text costs little. */
class FontClasses {
  private readonly names = new Map<string, string>();
  private readonly pxPerUnit: number;

  constructor(pxPerUnit: number) {
    this.pxPerUnit = pxPerUnit;
  }

  nameOf(font: FontSpec): string {
    const stack = font.family === 'Besley' ? FONT_STACKS.title : FONT_STACKS.text;
    const size = num(font.size * this.pxPerUnit);
    const tracking = font.tracking ? `;letter-spacing:${num(font.tracking * font.size * this.pxPerUnit)}px` : '';
    const rule = `font:${font.italic ? 'italic ' : ''}${font.weight} ${size}px/0 ${stack}${tracking}`;
    let name = this.names.get(rule);
    if (!name) {
      name = `f${this.names.size}`;
      this.names.set(rule, name);
    }
    return name;
  }

  css(prefix: string): string {
    return [...this.names].map(([rule, name]) => `${prefix} .${name}{${rule}}`).join('');
  }
}

interface PageWriter {
  readonly layers: HtmlLayers;
  readonly fonts: FontClasses;
  readonly placement: Placement;
  readonly pxPerUnit: number;
}

/** What surrounds a primitive. */
interface Surroundings {
  readonly alpha: number;
  readonly clip: Box | null;
  /** Inside a paragraph or heading, whose lines follow each other. */
  readonly inParagraph: boolean;
  readonly hidden: boolean;
}

/**
 * One page per scene for printing to PDF: shapes as SVG, text as positioned HTML that headings, paragraphs and sections
 * hold, so that the PDF has a structure, an outline and a language. Lines are never broken again. Each page is exactly
 * `widthMm` x `heightMm` and the paper around it; the scene is scaled without distortion and centred.
 */
export function sceneToHtml(scenes: Scene | readonly Scene[], options: HtmlOptions): string {
  const list: readonly Scene[] = 'items' in scenes ? [scenes] : scenes;
  const { aroundMm = 0 } = options;
  const [pageWidth, pageHeight] = [num(options.widthMm + 2 * aroundMm), num(options.heightMm + 2 * aroundMm)];
  const size = `width:${pageWidth}mm;height:${pageHeight}mm`;
  const pages = list.map((scene, index) => pageOf(scene, index, options));
  return [
    `<!doctype html><html lang="${options.lang}"><head><meta charset="utf-8"><title>${escapeXml(options.title)}</title><style>`,
    ...usedFaces([...list.flatMap((scene) => scene.items), PLACEHOLDER]).map((face) =>
      fontFaceRule(face, `${options.fontFolder}/${face.file}`),
    ),
    `@page{size:${pageWidth}mm ${pageHeight}mm;margin:0}`,
    BASE_CSS,
    `main{${size}}`,
    ...pages.map((page) => page.css),
    '</style></head><body>',
    ...pages.map((page) => page.html),
    '</body></html>',
  ].join('');
}

function pageOf(scene: Scene, index: number, options: HtmlOptions): { readonly css: string; readonly html: string } {
  const { widthMm, heightMm, aroundMm = 0 } = options;
  const placement = options.placements?.[index] ?? placeOnSheet(scene, widthMm, heightMm, aroundMm);
  const pxPerUnit = ((widthMm + 2 * aroundMm) * PX_PER_MM * FINENESS) / placement.viewWidth;
  const id = `p${index + 1}`;
  const writer: PageWriter = {
    layers: new HtmlLayers({
      viewBox: `${num(-placement.left)} ${num(-placement.top)} ${num(placement.viewWidth)} ${num(placement.viewHeight)}`,
      images: options.images ?? new Map(),
      prefix: id,
    }),
    fonts: new FontClasses(pxPerUnit),
    placement,
    pxPerUnit,
  };
  writer.layers.shape(
    {
      type: 'rect',
      x: -placement.left,
      y: -placement.top,
      w: placement.viewWidth,
      h: placement.viewHeight,
      fill: scene.background,
    },
    1,
    null,
  );
  writeAll(writer, scene.items, { alpha: 1, clip: null, inParagraph: false, hidden: false });
  const lang = scene.lang === options.lang ? '' : ` lang="${scene.lang}"`;
  return {
    css: writer.fonts.css(`#${id}`),
    html: `<main id="${id}"${lang}><div class="x">${writer.layers}</div></main>`,
  };
}

function writeAll(writer: PageWriter, items: readonly Primitive[], around: Surroundings): void {
  items.forEach((item, index) => {
    if (item.type === 'group') writeGroup(writer, item, around);
    else if (item.type === 'text')
      writeText(
        writer,
        item,
        around,
        items.slice(index + 1).some((next) => next.type === 'text'),
      );
    else writer.layers.shape(item, around.alpha, around.clip);
  });
}

const TAGS: Readonly<Partial<Record<SemanticRole, string>>> = {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  p: 'p',
  section: 'section',
  table: 'div role="table"',
  row: 'div role="row"',
  columnheader: 'div role="columnheader"',
  rowheader: 'div role="rowheader"',
  cell: 'div role="cell"',
  list: 'div role="list"',
  item: 'div role="listitem"',
};

const PARAGRAPHS: ReadonlySet<SemanticRole | undefined> = new Set(['p', 'h1', 'h2', 'h3', 'link']);

function writeGroup(writer: PageWriter, group: GroupPrimitive, around: Surroundings): void {
  const inside: Surroundings = {
    alpha: around.alpha * (group.opacity ?? 1),
    clip: intersection(around.clip, group.clip),
    inParagraph: around.inParagraph || PARAGRAPHS.has(group.role),
    hidden: around.hidden || group.role === 'artifact',
  };
  if (group.anchor !== undefined) writeAnchor(writer, group, group.anchor);
  if (group.role === 'link' && group.href !== undefined && !inside.hidden) {
    writeLink(writer, group, group.href, inside, around.inParagraph);
    return;
  }
  // Block elements cannot stand in a paragraph: the parser would end it there.
  const tag = around.inParagraph || inside.hidden || !group.role ? undefined : TAGS[group.role];
  if (group.role === 'figure' && group.alt && !inside.inParagraph && !inside.hidden)
    writeFigure(writer, group, group.alt, inside);
  else if (tag) {
    const label = group.role === 'table' && group.alt ? ` aria-label="${escapeXml(group.alt)}"` : '';
    writer.layers.html(`<${tag}${label}>`);
    writeAll(writer, group.children, inside);
    writer.layers.html(`</${tag.split(' ', 1)[0]}>`);
  } else writeAll(writer, group.children, inside);
}

/** Text that leads to an anchor. Its box is what can be clicked: text in it counts from its corner. */
function writeLink(
  writer: PageWriter,
  { bounds, children }: GroupPrimitive,
  href: string,
  inside: Surroundings,
  inParagraph: boolean,
): void {
  const { left, top } = position(writer, bounds.x, bounds.y);
  const [width, height] = [num(bounds.w * writer.pxPerUnit), num(bounds.h * writer.pxPerUnit)];
  // Inside a paragraph of its own, as links are text.
  const [before, after] = inParagraph ? ['', ''] : ['<p>', '</p>'];
  const box = `left:${left};top:${top};width:${width}px;height:${height}px`;
  writer.layers.html(`${before}<a href="#${escapeXml(href)}" style="${box}">`);
  writeAll({ ...writer, placement: { ...writer.placement, left: -bounds.x, top: -bounds.y } }, children, inside);
  writer.layers.html(`</a>${after}`);
}

/** A place that links lead to: everything else stands where its page begins, as far as the engine knows. */
function writeAnchor(writer: PageWriter, { bounds }: GroupPrimitive, anchor: string): void {
  const { left, top } = position(writer, bounds.x, bounds.y);
  writer.layers.html(`<span id="${escapeXml(anchor)}" class="t" style="left:${left};top:${top}"></span>`);
}

function writeFigure(writer: PageWriter, figure: GroupPrimitive, alt: string, inside: Surroundings): void {
  writer.layers.html(`<div role="figure" aria-label="${escapeXml(alt)}">`);
  writer.layers.startFigure();
  writeAll(writer, figure.children, inside);
  writer.layers.endFigure();
  const { left, top } = position(writer, figure.bounds.x, figure.bounds.y);
  writer.layers.html(`<span class="t" style="left:${left};top:${top}">${PLACEHOLDER.text}</span></div>`);
}

function intersection(a: Box | null, b: Box | undefined): Box | null {
  if (!b) return a;
  if (!a) return b;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const w = Math.max(0, Math.min(a.x + a.w, b.x + b.w) - x);
  return { x, y, w, h: Math.max(0, Math.min(a.y + a.h, b.y + b.h) - y) };
}

function position(writer: PageWriter, x: number, y: number): { readonly left: string; readonly top: string } {
  const { placement, pxPerUnit } = writer;
  return { left: `${num((x + placement.left) * pxPerUnit)}px`, top: `${num((y + placement.top) * pxPerUnit)}px` };
}

/** `more`: other lines of the same paragraph follow; a space between them keeps their last and first words apart when copied. */
function writeText(writer: PageWriter, line: TextLinePrimitive, around: Surroundings, more: boolean): void {
  if (line.text === '') return;
  const { left, top } = position(writer, leftOf(line), line.y - STRUT * line.font.size);
  const { hex, alpha } = splitColor(line.fill);
  const opacity = alpha * around.alpha * (line.opacity ?? 1);
  const color = opacity < 1 ? rgba(hex, opacity) : hex;
  const hidden = around.hidden ? ' aria-hidden="true"' : '';
  const space = around.inParagraph && more && !/[-‐–/\s]$/.test(line.text) ? ' ' : '';
  const span = `<span class="t ${writer.fonts.nameOf(line.font)}" style="left:${left};top:${top};color:${color}"${hidden}>${escapeXml(line.text)}${space}</span>`;
  writer.layers.html(around.inParagraph || around.hidden ? span : `<p>${span}</p>`);
  writer.layers.cover(inkBox(line));
}

function rgba(hex: string, alpha: number): string {
  const part = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${num(alpha)})`;
}
