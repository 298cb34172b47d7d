import { join } from '../../../model/reading';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { quoteMarks } from '../../../text/typography';
import { drawFace, truthStar } from '../../pieces/faces';
import { stable } from '../../pieces/layoutMemo';
import { disc, frameRect } from '../../pieces/shapes';
import { type Align, baselineOf, drawBlock, editBoxOf, type TextBlock, textLine } from '../../pieces/textBlock';
import { emotionLevel, formatValence } from '../../pieces/valence';
import type { EmotionPoint, Lane } from '../model';
import { levelWord } from '../spokenLabels';
import { chipSpot, type EmotionPlan, type PlannedPoint, type PlannedSaying, STAR } from './emotionPlan';
import type { MapFrame } from './frame';
import { curveInk, targetInk } from './personaCurves';
import type { PlacedSaying } from './quotePlacement';

const chipsByPlan = new WeakMap<EmotionPlan, ReadonlyMap<string, readonly number[]>>();
const NO_CHIPS: readonly number[] = [];

/** The numbers beside a face, of what was said there and stands in the margin. */
function chipsAt(plan: EmotionPlan, point: EmotionPoint): readonly number[] {
  let known = chipsByPlan.get(plan);
  if (!known) {
    const chips = new Map<string, number[]>();
    for (const saying of plan.sayings) if (saying.chip > 0) join(chips, saying.point.id, saying.chip);
    known = chips;
    chipsByPlan.set(plan, known);
  }
  return known.get(point.id) ?? NO_CHIPS;
}

/** A face on the curve, on its star where the moment decides, with the number of its quote in the margin. */
export function drawPoint(
  planned: PlannedPoint,
  top: number,
  frame: MapFrame,
  plan: EmotionPlan,
  { display }: Pick<Lane, 'display'>,
): GroupPrimitive {
  const { point, x, size, at } = planned;
  const y = top + planned.y;
  const chips = chipsAt(plan, point);
  return stable(
    frame.memo,
    `point/${point.id}`,
    [point, x, y, size, chips.join(), at, display, frame.doc.info.emotionWords],
    () => {
      const children: Primitive[] = [];
      if (point.momentOfTruth) children.push(truthStar(x, y, size * STAR, frame.theme));
      drawFelt(children, planned, y, frame, display);
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
      return chips.length === 0 ? face : withChips(face, chips, { x, y, r: size / 2 }, frame);
    },
  );
}

/** A face, ringed with the ink of its persona; without faces, a dot of that ink; of what is aimed at, a ring. */
function drawFelt(out: Primitive[], planned: PlannedPoint, y: number, frame: MapFrame, display: Lane['display']): void {
  const { point, x, size, at } = planned;
  const ink = at === 0 && point.state === 'target' ? targetInk(frame) : curveInk(at, point.state, frame);
  if (display === 'faces' && point.state === 'current') {
    drawFace(out, emotionLevel(point.valence), { x, y, size }, frame.theme, at === 0 ? undefined : ink);
    return;
  }
  const ground = frame.palette.band.ground ?? frame.theme.color.paper;
  if (point.state === 'current') out.push(disc(x, y, size / 2, display === 'line' ? ground : ink));
  else out.push(disc(x, y, size / 2, ground));
  const width = frame.m.emotion.curve * 0.6;
  out.push(frameRect({ x: x - size / 2, y: y - size / 2, w: size, h: size }, ink, width, size / 2));
}

/** A face with the numbers of its words in the margin; the chips are painted but not part of what is selected. */
function withChips(
  face: GroupPrimitive,
  chips: readonly number[],
  at: { readonly x: number; readonly y: number; readonly r: number },
  frame: MapFrame,
): GroupPrimitive {
  const { chip: size } = frame.m.emotion;
  const spot = chipSpot(at, size);
  const drawn: Primitive[] = [];
  chips.forEach((chip, index) => {
    drawChip(drawn, chip, spot.x + index * size * 1.1, spot.y, frame);
  });
  const right = Math.max(face.bounds.x + face.bounds.w, spot.x + chips.length * size * 1.1);
  const top = Math.min(face.bounds.y, spot.y - size / 2);
  const { x, y, h } = face.bounds;
  return { type: 'group', bounds: { x, y: top, w: right - x, h: y + h - top }, children: [face, ...drawn] };
}

function faceInWords({ point }: PlannedPoint, frame: MapFrame): string {
  const word = point.word || levelWord(frame.doc, emotionLevel(point.valence), frame);
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
): GroupPrimitive {
  const children: Primitive[] = [];
  const ink = frame.palette.band.text;
  drawBlock(children, block, anchor(box, align), box.y, ink, align);
  if (saying.kind === 'gap')
    return { type: 'group', role: 'p', target: { kind: 'sheet', id: 'gap' }, bounds: box, children };
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
    sayingGroup(saying, block, box, align, frame),
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
    const box = { x: x + chip * 1.4, y, w: block.width, h: block.height };
    const words = sayingGroup(saying, block, box, 'left', frame);
    const children: Primitive[] = [];
    drawChip(children, saying.chip, x + chip / 2, y + block.style.lineHeight / 2, frame);
    const bounds = {
      x,
      y: Math.min(y, y + (block.style.lineHeight - chip) / 2),
      w: box.x + box.w - x,
      h: Math.max(box.h, chip),
    };
    return { type: 'group', bounds, children: [...children, words] } as const;
  });
}
