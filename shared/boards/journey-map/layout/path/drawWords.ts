import type { GroupPrimitive, Primitive } from '../../../../scene/primitives';
import { quoteMarks } from '../../../../text/typography';
import { disc } from '../../../pieces/shapes';
import { type Align, drawBlock, editBoxOf, type TextBlock } from '../../../pieces/textBlock';
import { trendOf } from '../../format';
import type { MapFrame } from '../frame';
import { drawChip, redOnBanks } from './ground';
import type { PathMetrics } from './pathMetrics';
import type { MarginWords } from './pathPlan';
import type { Figure, PlacedWords, Words } from './words';

const anchor = (x: number, w: number, align: Align): number =>
  align === 'left' ? x : align === 'right' ? x + w : x + w / 2;

const leftOf = (x: number, w: number, width: number, align: Align): number =>
  align === 'left' ? x : align === 'right' ? x + w - width : x + (w - width) / 2;

/** Last readings as a line that ends in a dot. */
function drawSpark(out: Primitive[], figure: Figure, x: number, y: number, frame: MapFrame, m: PathMetrics): void {
  const { trend } = figure.indicator;
  const { sparkWidth, sparkHeight, sparkStroke } = m.label;
  const least = Math.min(...trend);
  const range = Math.max(...trend) - least || 1;
  const inset = sparkStroke * 1.5;
  const points = trend.flatMap((value, at) => [
    x + inset + (at * (sparkWidth - 2 * inset)) / (trend.length - 1),
    y + sparkHeight - inset - ((value - least) / range) * (sparkHeight - 2 * inset),
  ]);
  const color = trendOf(trend) === 'falling' ? frame.theme.color.red : frame.theme.color.green;
  const [endX = 0, endY = 0] = points.slice(-2);
  out.push(
    { type: 'line', points, stroke: color, strokeWidth: sparkStroke, lineJoin: 'round', lineCap: 'round' },
    disc(endX, endY, sparkStroke * 1.5, color),
  );
}

function figureGroup(
  figure: Figure,
  at: { readonly x: number; readonly y: number; readonly w: number; readonly align: Align },
  frame: MapFrame,
  m: PathMetrics,
): GroupPrimitive {
  const { about, value, indicator, spark } = figure;
  const { x, y, w, align } = at;
  const children: Primitive[] = [];
  const { ink, ink2 } = frame.theme.color;
  drawBlock(children, about, anchor(x, w, align), y, ink2, align);
  const extra = spark ? m.label.gap + m.label.sparkWidth : 0;
  const left = leftOf(x, w, value.width + extra, align);
  const top = y + about.height;
  const isFalling = trendOf(indicator.trend) === 'falling';
  drawBlock(children, value, left, top, indicator.value === null ? ink2 : isFalling ? redOnBanks(frame.theme) : ink);
  if (spark) {
    const middle = top + (value.height - m.label.sparkHeight) / 2;
    drawSpark(children, figure, left + value.width + m.label.gap, middle, frame, m);
  }
  const target = { kind: 'indicator', id: indicator.id };
  return { type: 'group', role: 'p', target, bounds: { x, y, w, h: figure.height }, children };
}

const inkOf = (words: Words, isExit: boolean, frame: MapFrame): string => {
  const { color } = frame.theme;
  return words.kind === 'jump' ? (isExit ? redOnBanks(frame.theme) : color.blue) : color.ink;
};

function paragraph(
  block: TextBlock,
  at: { readonly x: number; readonly y: number; readonly w: number; readonly align: Align },
  ink: string,
): GroupPrimitive {
  const children: Primitive[] = [];
  drawBlock(children, block, anchor(at.x, at.w, at.align), at.y, ink, at.align);
  return { type: 'group', role: 'p', bounds: { x: at.x, y: at.y, w: at.w, h: block.height }, children };
}

/** What a text is written in: over the drawn one, with room to write on. */
function withEditBox(group: GroupPrimitive, words: Words, align: Align, ink: string, frame: MapFrame): GroupPrimitive {
  if (frame.isPoster || words.kind === 'word') return group;
  const marks = words.kind === 'quote' ? quoteMarks(frame.lang) : null;
  const more = marks ? { prefix: marks.open, suffix: marks.close } : {};
  const { x, y, w } = group.bounds;
  const wide = Math.max(w, frame.m.moment);
  const box = { x: leftOf(x, w, wide, align), y, w: wide };
  const background = frame.theme.color.paper;
  return { ...group, editBox: editBoxOf(words.main, box, words.stored, ink, { align, background, ...more }) };
}

/** The groups of words at their place; `y` is where the river begins. */
export function drawWords(placed: PlacedWords, y: number, frame: MapFrame, m: PathMetrics): readonly GroupPrimitive[] {
  const { words, align } = placed;
  const { main, figures, missing, w, target, kind } = words;
  const isExit = kind === 'jump' && frame.doc.jumps[target.id as keyof typeof frame.doc.jumps]?.kind === 'exit';
  const ink = inkOf(words, isExit, frame);
  const at = (top: number) => ({ x: placed.x, y: top, w, align });
  const groups: GroupPrimitive[] = [];
  let top = placed.y + y;
  if (target.kind !== 'indicator') {
    groups.push(withEditBox({ ...paragraph(main, at(top), ink), target }, words, align, ink, frame));
    top += main.height;
  }
  if (missing) groups.push(paragraph(missing, at(top), frame.theme.color.ink2));
  for (const figure of figures) {
    groups.push(figureGroup(figure, at(top), frame, m));
    top += figure.height;
  }
  return groups;
}

/** Words in the margin under the river, each behind the number of its halt. */
export function drawMargin(
  margin: readonly MarginWords[],
  y: number,
  river: { readonly y: number },
  frame: MapFrame,
  m: PathMetrics,
): readonly GroupPrimitive[] {
  const tops = new Map<number, number>();
  return margin.flatMap((one): GroupPrimitive[] => {
    const x = one.stageX + m.margin.pad;
    const top = tops.get(one.stageX) ?? m.margin.gap;
    tops.set(one.stageX, top + one.words.h + m.margin.gap);
    const chips: Primitive[] = [];
    drawChip(chips, one.chip, one.at.x, river.y + one.at.y, frame, m);
    const lineHeight = one.words.main.style.lineHeight;
    drawChip(chips, one.chip, x + m.chip / 2, y + top + lineHeight / 2, frame, m);
    const number = (chip: readonly Primitive[], cx: number, cy: number): GroupPrimitive => ({
      type: 'group',
      role: 'artifact',
      bounds: { x: cx - m.chip / 2, y: cy - m.chip / 2, w: m.chip, h: m.chip },
      children: chip,
    });
    const placed = { words: one.words, x: x + 1.4 * m.chip, y: top, align: 'left' as const };
    return [
      number(chips.slice(0, 2), one.at.x, river.y + one.at.y),
      number(chips.slice(2), x + m.chip / 2, y + top + lineHeight / 2),
      ...drawWords(placed, y, frame, m),
    ];
  });
}
