import type { Theme } from '../../../../model/theme';
import type { Box, Color, GroupPrimitive, Primitive } from '../../../../scene/primitives';
import { artifact, rect, rule } from '../../../pieces/shapes';
import { baselineOf, drawBlock, textBlock, textLine } from '../../../pieces/textBlock';
import { style } from '../../../pieces/textStyle';
import type { Medium } from '../../model';
import type { MapFrame } from '../frame';
import { type River, riverY } from './halts';
import type { PathMetrics } from './pathMetrics';
import type { PathPlan } from './pathPlan';

interface BankColors {
  readonly online: Color;
  readonly offline: Color;
  readonly hatch: Color;
  readonly name: Color;
}

const LIGHT_BANKS: BankColors = { online: '#DCE5F8', offline: '#F3ECD8', hatch: '#E2D9BC', name: '#17337F' };
const DARK_BANKS: BankColors = { online: '#1B2A52', offline: '#2A2620', hatch: '#3A352B', name: '#C4D6FF' };

const banksOf = (theme: Theme): BankColors => (theme.isDark ? DARK_BANKS : LIGHT_BANKS);

/** Red words on a bank: the light themes' red is made for paper, which is lighter. */
const RED_ON_BANKS: Color = '#B53018';

/** Ink of words that tell a fall or a way out, on either bank. */
export const redOnBanks = ({ name, isDark, color }: Theme): Color =>
  isDark || name === 'contrast' ? color.red : RED_ON_BANKS;

const num = (value: number): string => String(Math.round(value * 10) / 10);

/** Height of the edge of a bank at a place across. */
type Edge = (x: number) => number;

/** Swells of a bank's edge over each stretch so wide. */
const SWELL = 400;
const SAMPLE = 10;

function edgeOf(at: number, box: Box, river: River, m: PathMetrics, unit: number): Edge {
  const y = box.y + riverY(at, river, m);
  return (x) => y + m.bank.swell * Math.sin(((x - box.x) / (SWELL * unit)) * 2 * Math.PI);
}

function bankShape(edge: Edge, box: Box, far: number, fill: Color): Primitive {
  const count = Math.max(2, Math.ceil(box.w / SAMPLE));
  const points = Array.from({ length: count + 1 }, (_, at) => {
    const x = box.x + (at * box.w) / count;
    return `${num(x)} ${num(edge(x))}`;
  });
  const d = `M${num(box.x)} ${num(far)}L${points.join('L')}L${num(box.x + box.w)} ${num(far)}Z`;
  return { type: 'path', d, fill, bounds: box };
}

/** Rising strokes over the lower bank, from its foot up to its edge. */
function hatching(edge: Edge, box: Box, m: PathMetrics, stroke: Color): Primitive {
  const bottom = box.y + box.h;
  const parts: string[] = [];
  for (let foot = box.x - box.h; foot < box.x + box.w; foot += m.bank.hatch) {
    let x = foot;
    let y = bottom;
    if (x < box.x) {
      y -= box.x - x;
      x = box.x;
    }
    const start = { x, y };
    while (x < box.x + box.w && y > edge(x)) {
      x += 2;
      y -= 2;
    }
    if (y < start.y) parts.push(`M${num(start.x)} ${num(start.y)}L${num(Math.min(x, box.x + box.w))} ${num(y)}`);
  }
  return { type: 'path', d: parts.join(''), stroke, strokeWidth: m.bank.hatchWidth, bounds: box };
}

/** Words as boxes, so that the rules of stages stay off them. */
const boxesOf = (plan: PathPlan): readonly Box[] =>
  plan.placed.map(({ x, y, words }) => ({ x, y, w: words.w, h: words.h }));

function stageRules(frame: MapFrame, plan: PathPlan, box: Box, m: PathMetrics): readonly Primitive[] {
  const { width, on, off } = m.stageRule;
  const clear = m.clear + 1;
  return frame.columns.stages.slice(1).flatMap(({ x }) => {
    const inWay = boxesOf(plan)
      .filter((one) => one.x - clear < x && x < one.x + one.w + clear)
      .sort((a, b) => a.y - b.y);
    const parts: Primitive[] = [];
    let from = 0;
    for (const { y, h } of [...inWay, { y: plan.river.height, h: 0 }]) {
      if (y - clear > from)
        parts.push(
          rule(x, box.y + from, x, box.y + y - clear, frame.theme.color.lineStrong, width, { dash: [on, off] }),
        );
      from = Math.max(from, y + h + clear);
    }
    return parts;
  });
}

/** The two banks with the water between them, the chosen stage, the rules of the stages. */
export function riverGround(frame: MapFrame, plan: PathPlan, y: number, m: PathMetrics): GroupPrimitive {
  const { columns, theme, bleed } = frame;
  const left = bleed?.left ?? frame.x;
  const right = bleed?.right ?? columns.x + columns.w + frame.m.padRight;
  const box = { x: left, y, w: right - left, h: plan.river.height };
  const colors = banksOf(theme);
  const unit = m.chip / 17;
  const upper = edgeOf(m.bank.online, box, plan.river, m, unit);
  const lower = edgeOf(m.bank.offline, box, plan.river, m, unit);
  const children: Primitive[] = [
    bankShape(upper, box, box.y, colors.online),
    bankShape(lower, box, box.y + box.h, colors.offline),
    hatching(lower, box, m, colors.hatch),
  ];
  const chosen = columns.stages.find(({ stage }) => stage.id === frame.focus);
  if (chosen) {
    children.push({ ...rect({ x: chosen.x, y, w: chosen.w, h: box.h }, theme.focusStage.column), opacity: 0.6 });
  }
  children.push(...stageRules(frame, plan, box, m));
  return artifact(box, children);
}

/** `En ligne`, and how many of the stations stand there: in the left margin, at the height of the bank. */
export function bankNames(frame: MapFrame, plan: PathPlan, y: number, m: PathMetrics): readonly GroupPrimitive[] {
  const width = frame.m.laneHeader - frame.m.lane.pad[3] - m.near;
  const title = style('Besley', 900, frame.m.laneHeader * 0.19, 1, { tracking: -0.02 });
  const stations = plan.halts.flatMap(({ touchpoint }) => touchpoint ?? []);
  return (['online', 'offline'] as const).map((medium: Medium) => {
    const count = stations.filter((one) => one.medium === medium).length;
    const name = textBlock(frame.t(`journey.path.${medium}`), title, width, frame);
    const told = frame.t('journey.path.stations', { count, all: stations.length });
    const text = textBlock(told, m.count, width, frame);
    const h = name.height + m.near / 2 + text.height;
    const top = medium === 'online' ? y + m.near * 1.5 : y + plan.river.height - m.near * 1.5 - h;
    const x = frame.x + (frame.isPoster ? 0 : frame.m.lane.pad[3]);
    const children: Primitive[] = [];
    drawBlock(children, name, x, top, banksOf(frame.theme).name);
    drawBlock(children, text, x, top + name.height + m.near / 2, frame.theme.color.ink2);
    const bounds = { x, y: top, w: Math.max(name.width, text.width), h };
    return { type: 'group', role: 'p', bounds, children } as const;
  });
}

/** A number in a disc, for words that stand in the margin. */
export function drawChip(out: Primitive[], chip: number, x: number, y: number, frame: MapFrame, m: PathMetrics): void {
  const font = style('Atkinson Hyperlegible Next', 700, m.chip * 0.72, 1);
  const text = String(chip);
  const { ink, paper } = frame.theme.color;
  const r = m.chip / 2;
  out.push({ type: 'rect', x: x - r, y: y - r, w: m.chip, h: m.chip, radius: r, fill: ink });
  const line = { text, width: frame.measure.width(text, font.font) };
  out.push(textLine(line, font, x, y - font.lineHeight / 2 + baselineOf(font), paper, 'center'));
}
