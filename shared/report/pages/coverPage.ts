import { curveGround, curveLines } from '../../boards/pieces/curveShapes';
import { monotoneCurve } from '../../boards/pieces/emotionCurve';
import { drawFace } from '../../boards/pieces/faces';
import { paletteOf } from '../../boards/pieces/palette';
import { type LogoMetrics, logoFigure, logoSize } from '../../boards/pieces/poster/posterLogo';
import { balancedBlock, drawBlock, textBlock } from '../../boards/pieces/textBlock';
import type { TextStyle } from '../../boards/pieces/textStyle';
import { emotionLevel } from '../../boards/pieces/valence';
import { LIGHT } from '../../model/theme';
import type { Color, Primitive, SemanticRole } from '../../scene/primitives';
import type { TextMeasurer } from '../../text/measure';
import type { Report } from '../model';
import { shortened } from './layPages';
import { INK, NAVY, PALE, type PageRoom, QUIET, TYPE } from './pageType';

/** Where the ground of the title ends, as a share of the page; it grows with a long title. */
const GROUND = 0.66;
const { color } = LIGHT;

interface Words {
  readonly measure: TextMeasurer;
  readonly lang: 'fr' | 'en';
  /** What the report calls itself. */
  readonly kicker: string;
  readonly brand: string;
}

/** The first page: what it is, of which workshop, where and when; behind the title the first journey as it is felt. */
export function coverPage(report: Report, room: PageRoom, words: Words): readonly Primitive[] {
  const { left, width, height, textWidth } = room;
  const texts: Primitive[] = [];
  let y = 92;
  // The logo stands on white, at the right of what is said there.
  let lineWidth = textWidth;
  const write = (text: string, style: TextStyle, ink: Color, gap: number, role: SemanticRole = 'p'): void => {
    if (text === '') return;
    const block = (style === TYPE.coverTitle ? balancedBlock : textBlock)(text, style, lineWidth, words);
    const children: Primitive[] = [];
    drawBlock(children, block, left, y + gap, ink);
    texts.push({ type: 'group', role, bounds: { x: left, y: y + gap, w: lineWidth, h: block.height }, children });
    y += gap + block.height;
  };
  write(words.kicker, TYPE.coverKicker, color.gold, 0);
  const title = shortened(report.title);
  write(title, titleStyle(title, textWidth, words), color.paper, 10, 'h1');
  write(shortened(report.client), TYPE.coverLine, color.blueSoft, 10);
  const bottom = Math.max(height * GROUND, y + 60 + (report.mood.length > 0 ? CURVE : 0));
  const ground: Primitive[] = [{ type: 'rect', x: 0, y: 0, w: width, h: bottom, fill: NAVY }];
  if (report.mood.length > 1) drawMood(ground, report.mood, { x: 0, y: bottom - CURVE - 34, w: width, h: CURVE });
  y = bottom + 22;
  const { logo } = report;
  if (logo) {
    const { w, h } = logoSize(logo, LOGO);
    texts.push(logoFigure(logo, logo.alt, { x: left + textWidth - w, y: y + 4, w, h }));
    lineWidth -= w + LOGO.gap;
  }
  const [held = '', ...rest] = report.cover;
  write(held, TYPE.h2, INK, 0);
  for (const line of rest) write(line, TYPE.plain, QUIET, 6);
  write(report.warning, TYPE.small, PALE, 10);
  const brand = textBlock(words.brand, TYPE.coverBrand, textWidth, words);
  const signature: Primitive[] = [];
  drawBlock(signature, brand, left, height - 62, INK);
  const signed = { x: left, y: height - 62, w: brand.width, h: brand.height };
  return [
    { type: 'group', role: 'artifact', bounds: { x: 0, y: 0, w: width, h: bottom }, children: ground },
    ...texts,
    { type: 'group', role: 'p', bounds: signed, children: signature },
  ];
}

const TITLE_SIZES = [1, 0.82, 0.66, 0.54, 0.44, 0.34] as const;
const MOST_LINES = 5;

/** The largest size at which no word is cut and the title leaves room for the rest of the page. */
function titleStyle(title: string, width: number, words: Words): TextStyle {
  const { font, lineHeight } = TYPE.coverTitle;
  const sized = TITLE_SIZES.map(
    (share): TextStyle => ({
      font: { ...font, size: font.size * share },
      lineHeight: lineHeight * share,
    }),
  );
  const fits = (style: TextStyle): boolean =>
    title.split(/\s+/).every((word) => words.measure.width(word, style.font) <= width) &&
    textBlock(title, style, width, words).lines.length <= MOST_LINES;
  return sized.find(fits) ?? sized.at(-1) ?? TYPE.coverTitle;
}

/** On a page of A4, in points. */
const LOGO: LogoMetrics = { side: 62, height: 54, width: 170, gap: 24 };

const CURVE = 190;
const FACE = 25;

/** The curve over the whole width of the page, with a face where it turns. */
function drawMood(
  out: Primitive[],
  mood: Report['mood'],
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): void {
  const { band } = paletteOf(LIGHT, 'poster');
  const zero = box.h / 2;
  const at = (share: number) => box.x + 40 + share * (box.w - 80);
  const level = (valence: number) => zero - (valence / 2) * (box.h / 2 - FACE / 2);
  const felt = mood.map((point) => ({ x: at(point.at), y: level(point.valence), valence: point.valence }));
  const [first, last] = [felt[0], felt.at(-1)];
  if (!first || !last) return;
  const curve = monotoneCurve([
    { x: box.x, y: first.y },
    ...felt.map(({ x, y }) => ({ x, y })),
    { x: box.x + box.w, y: last.y },
  ]);
  const place = { y: box.y, bounds: box, band };
  out.push(
    ...curveGround(curve, zero, place),
    { type: 'line', points: [box.x, box.y + zero, box.x + box.w, box.y + zero], stroke: band.zero, strokeWidth: 1 },
    ...curveLines(curve, 'plain', 3.2, place),
  );
  for (const { x, y, valence } of felt) drawFace(out, emotionLevel(valence), { x, y: box.y + y, size: FACE }, LIGHT);
}
