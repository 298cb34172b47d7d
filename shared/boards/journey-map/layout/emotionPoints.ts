import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { quoteMarks } from '../../../text/typography';
import { drawFace, truthStar } from '../faces';
import { emotionLevel, formatValence } from '../format';
import { type EmotionPlan, type PlannedPoint, type PlannedSaying, STAR } from './emotionPlan';
import { type MapFrame, stable } from './frame';
import type { PlacedSaying } from './quotePlacement';
import { disc } from './shapes';
import { type Align, baselineOf, drawBlock, editBoxOf, type TextBlock, textLine } from './textBlock';

/** A face on the curve, on its star where the moment decides, with the number of its quote in the margin. */
export function drawPoint(planned: PlannedPoint, top: number, frame: MapFrame, plan: EmotionPlan): GroupPrimitive {
  const { point, x, size } = planned;
  const y = top + planned.y;
  const chips = plan.sayings.filter((saying) => saying.point === point && saying.chip > 0).map(({ chip }) => chip);
  return stable(frame.memo, `point/${point.id}`, [point, x, y, size, chips.join()], () => {
    const children: Primitive[] = [];
    if (point.momentOfTruth) children.push(truthStar(x, y, size * STAR, frame.theme));
    drawFace(children, emotionLevel(point.valence), { x, y, size }, frame.theme);
    chips.forEach((chip, index) => {
      const r = frame.m.emotion.chip / 2;
      drawChip(children, chip, x + size * 0.42 + index * r * 2.2, y - size * 0.42, frame);
    });
    const reach = point.momentOfTruth ? (size * STAR) / 2 : size / 2;
    const bounds = { x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach };
    const face: GroupPrimitive = {
      type: 'group',
      role: 'figure',
      alt: faceInWords(planned, frame),
      target: { kind: 'emotion-point', id: point.id },
      bounds,
      children,
    };
    if (chips.length === 0) return face;
    const chipReach = frame.m.emotion.chip * (chips.length + 1);
    const painted = { ...bounds, y: bounds.y - chipReach, w: bounds.w + chipReach, h: bounds.h + chipReach };
    return { type: 'group', bounds: painted, children: [face] } as const;
  });
}

function faceInWords({ point }: PlannedPoint, frame: MapFrame): string {
  const word = point.word || frame.t(`journey.emotionLevel.${emotionLevel(point.valence)}`);
  return frame.t('journey.outline.emotion', { value: formatValence(point.valence, frame.lang), word });
}

function drawChip(out: Primitive[], chip: number, x: number, y: number, frame: MapFrame): void {
  const m = frame.m.emotion;
  const ground = frame.palette.band.ground ?? frame.theme.color.paper;
  const font = { ...m.axis, font: { ...m.axis.font, size: m.chip * 0.72 }, lineHeight: m.chip * 0.72 };
  const text = String(chip);
  out.push(disc(x, y, m.chip / 2, frame.palette.band.text));
  const line = { text, width: frame.measure.width(text, font.font) };
  out.push(textLine(line, font, x, y - font.lineHeight / 2 + baselineOf(font), ground, 'center'));
}

const anchor = (box: { readonly x: number; readonly w: number }, align: Align): number =>
  align === 'left' ? box.x : align === 'right' ? box.x + box.w : box.x + box.w / 2;

function sayingGroup(
  saying: PlannedSaying,
  block: TextBlock,
  box: { x: number; y: number; w: number; h: number },
  align: Align,
  frame: MapFrame,
  lead: readonly Primitive[],
): GroupPrimitive {
  const children: Primitive[] = [...lead];
  const ink = frame.palette.band.text;
  drawBlock(children, block, anchor(box, align), box.y, ink, align);
  if (saying.kind === 'word') {
    return { type: 'group', role: 'p', target: { kind: 'emotion-point', id: saying.point.id }, bounds: box, children };
  }
  const marks = quoteMarks(frame.lang);
  const target = { kind: 'quote', id: saying.point.id };
  const group: GroupPrimitive = { type: 'group', role: 'p', target, bounds: box, children };
  if (frame.isPoster) return group;
  const background = frame.palette.band.ground ?? frame.theme.color.paper;
  const around = { align, background, prefix: marks.open, suffix: marks.close };
  return { ...group, editBox: editBoxOf(block, box, saying.point.quote, ink, around) };
}

/** What was said, beside its face. */
export function drawSaying(saying: PlannedSaying, placed: PlacedSaying, top: number, frame: MapFrame): GroupPrimitive {
  const { block, align } = placed;
  const box = { ...placed.box, y: placed.box.y + top };
  const key = `saying/${saying.kind}/${saying.point.id}`;
  return stable(frame.memo, key, [saying.point, block, box.x, box.y, align], () =>
    sayingGroup(saying, block, box, align, frame, []),
  );
}

interface MarginItem {
  readonly saying: PlannedSaying;
  readonly block: TextBlock;
  readonly x: number;
  readonly top: number;
}

/** The margin under the band for what found no place in it: numbered, under its stage. */
export function chipRow(
  plan: EmotionPlan,
  frame: MapFrame,
): { readonly height: number; draw(out: Primitive[], y: number): void } {
  const { edge } = frame.m.emotion.gap;
  const ends = new Map<number, number>();
  const items: MarginItem[] = [];
  for (const saying of plan.sayings) {
    if (!saying.margin) continue;
    const column = frame.columns.stages.find(({ steps }) => steps.some(({ step }) => step.id === saying.point.stepId));
    const x = column?.x ?? frame.columns.x;
    const top = ends.get(x) ?? edge / 2;
    items.push({ saying, block: saying.margin, x: x + edge, top });
    ends.set(x, top + saying.margin.height + edge / 2);
  }
  const height = items.length === 0 ? 0 : Math.max(...ends.values()) + edge / 2;
  return {
    height,
    draw: (out, y) => {
      for (const item of items) out.push(marginItem(item, y + item.top, frame));
    },
  };
}

function marginItem({ saying, block, x }: MarginItem, y: number, frame: MapFrame): GroupPrimitive {
  const { chip } = frame.m.emotion;
  const key = `margin/${saying.kind}/${saying.point.id}`;
  return stable(frame.memo, key, [saying.point, saying.chip, block, x, y], () => {
    const lead: Primitive[] = [];
    drawChip(lead, saying.chip, x + chip / 2, y + block.style.lineHeight / 2, frame);
    const box = { x: x + chip * 1.4, y, w: block.width, h: block.height };
    return sayingGroup(saying, block, box, 'left', frame, lead);
  });
}
