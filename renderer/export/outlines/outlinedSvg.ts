import { placeOnSheet } from '@shared/scene/placeOnSheet';
import type { Scene, TextLinePrimitive } from '@shared/scene/primitives';
import { sceneToSvg, type TextInk } from '@shared/scene/sceneToSvg';
import { pixelsOfMm } from '@shared/scene/sheet';
import { num, splitColor } from '@shared/scene/svgShapes';
import { usedFaces } from '@shared/scene/usedFaces';
import { eachText } from '@shared/scene/walkScene';
import type { FontFaceFile } from '@shared/text/fontFaces';
import { cssFont } from '@shared/text/measure';
import { create, type Font } from 'fontkit';
import { canvasMeasurer } from '@/platform/canvasMeasurer';
import { FONT_FOLDER, loadFaces } from '@/platform/fonts';
import { base64Of } from '../base64';
import { type Outlined, outlineText, type Piece } from './outlineText';

export interface OutlineJob {
  readonly scene: Scene;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Paper beyond the sheet on every side. */
  readonly aroundMm: number;
  readonly description: string;
  /** data: URLs by asset. */
  readonly images: ReadonlyMap<string, string>;
}

const PRINT_DPI = 300;
/** A picture of a letter is not larger than this, in pixels. */
const LARGEST_PIECE = 1024;
/** Letters of pictures reach so far above and below the baseline, in em. */
const ABOVE = 1.1;
const BELOW = 0.4;

/** The scene as an SVG without fonts: letters are shapes; those that have none of their own (emoji) are pictures, as fine as print needs them. */
export async function outlinedSvg({ scene, images, ...sheet }: OutlineJob): Promise<string> {
  const faces = usedFaces(scene.items);
  await loadFaces(faces);
  const fonts = await openFonts(faces);
  const measure = canvasMeasurer();
  const outlines = new Map<TextLinePrimitive, Outlined>();
  eachText(scene.items, (line) => {
    if (outlines.has(line)) return;
    const fontOf = (face: FontFaceFile): Font | null => fonts.get(face) ?? null;
    const foreignEm = (text: string): number => measure.width(text, { ...line.font, size: 1, tracking: 0 });
    outlines.set(line, outlineText(line, { fontOf, foreignEm }));
  });
  const pixelsPerUnit =
    pixelsOfMm(sheet.widthMm, PRINT_DPI) / placeOnSheet(scene, sheet.widthMm, sheet.heightMm).viewWidth;
  const pictures = await piecePictures(outlines, pixelsPerUnit);
  const drawText = (line: TextLinePrimitive, { fill, opacity }: TextInk): string => {
    const { d, pieces } = outlines.get(line) ?? { d: '', pieces: [] };
    const placed = pieces.map((piece) => pieceSvg(piece, line, pictures.get(piece) ?? '', opacity));
    return `${d === '' ? '' : `<path d="${d}"${fill}/>`}${placed.join('')}`;
  };
  return sceneToSvg(scene, { ...sheet, images, fonts: [], drawText });
}

/** Those that have outlines of one colour. */
async function openFonts(faces: readonly FontFaceFile[]): Promise<ReadonlyMap<FontFaceFile, Font>> {
  const fonts = new Map<FontFaceFile, Font>();
  for (const face of faces) {
    if (face.family === 'Noto Color Emoji') continue;
    const response = await fetch(`${FONT_FOLDER}/${face.file}`);
    if (!response.ok) throw new Error(`${face.file}: ${response.status}`);
    // Its types know the buffers of Node alone.
    const font = create(new Uint8Array(await response.arrayBuffer()) as unknown as Parameters<typeof create>[0]);
    if ('layout' in font) fonts.set(face, font);
  }
  return fonts;
}

async function piecePictures(
  outlines: ReadonlyMap<TextLinePrimitive, Outlined>,
  pixelsPerUnit: number,
): Promise<ReadonlyMap<Piece, string>> {
  const pictures = new Map<Piece, string>();
  const known = new Map<string, string>();
  for (const [line, { pieces }] of outlines) {
    for (const piece of pieces) {
      const key = `${cssFont(line.font)} ${line.fill} ${piece.text}`;
      const url = known.get(key) ?? (await pictureOf(piece, line, pixelsPerUnit));
      known.set(key, url);
      pictures.set(piece, url);
    }
  }
  return pictures;
}

async function pictureOf({ text, width }: Piece, line: TextLinePrimitive, pixelsPerUnit: number): Promise<string> {
  const { size, tracking = 0 } = line.font;
  const height = size * (ABOVE + BELOW);
  const scale = Math.min(pixelsPerUnit, LARGEST_PIECE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.ceil(width * scale)), Math.max(1, Math.ceil(height * scale)));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  context.font = cssFont(line.font);
  context.letterSpacing = `${tracking * size}px`;
  context.textRendering = 'geometricPrecision';
  context.fillStyle = splitColor(line.fill).hex;
  context.fillText(text, 0, size * ABOVE);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return `data:image/png;base64,${base64Of(bytes)}`;
}

function pieceSvg({ x, width }: Piece, line: TextLinePrimitive, url: string, opacity: number): string {
  const { size } = line.font;
  const see = opacity < 1 ? ` opacity="${num(opacity)}"` : '';
  return `<image x="${num(x)}" y="${num(line.y - size * ABOVE)}" width="${num(width)}" height="${num(size * (ABOVE + BELOW))}" preserveAspectRatio="none" href="${url}"${see}/>`;
}
