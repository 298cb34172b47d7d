import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { artifact, hitArea, icon, rect, rule } from '../../pieces/shapes';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { Pad } from '../../pieces/textStyle';
import type { Lane } from '../model';
import { type CellPlace, cellTarget } from '../targets';
import type { MapFrame } from './frame';
import { LANE_ICONS } from './laneIcons';

/** Name of a row: its own, or its kind's in the language of the sheet. */
export const laneTitle = (lane: Lane, frame: Pick<MapFrame, 't'>): string =>
  lane.title || frame.t(`journey.lane.${lane.kind}`);

/** Inner width of a row's name. */
function headWidth(lane: Lane, frame: MapFrame): number {
  const { pad, gap, icon: size } = frame.m.lane;
  const iconWidth = size > 0 && LANE_ICONS[lane.kind] ? size + gap : 0;
  return frame.m.laneHeader - pad[1] - pad[3] - iconWidth;
}

const headBlock = (lane: Lane, frame: MapFrame, room = headWidth(lane, frame)): TextBlock =>
  textBlock(typographic(laneTitle(lane, frame), frame.lang), frame.m.lane.title, room, frame);

/** Least height of a row for its name, its rule included. `pad` replaces the name's own margins in rows of one line. */
export function headHeight(lane: Lane, frame: MapFrame, pad?: Pad, room?: number): number {
  const [top, , bottom] = pad ?? frame.m.lane.pad;
  const content = Math.max(headBlock(lane, frame, room).height, LANE_ICONS[lane.kind] ? frame.m.lane.icon : 0);
  return Math.max(pad ? 0 : frame.m.minRow, top + content + bottom + frame.m.line);
}

/** Where the name of a row stands: its left edge, its width, and its bottom from the top of the row. */
export function headText(
  lane: Lane,
  frame: MapFrame,
): { readonly x: number; readonly w: number; readonly bottom: number } {
  const { pad, gap, icon: size } = frame.m.lane;
  const iconWidth = size > 0 && LANE_ICONS[lane.kind] ? size + gap : 0;
  const bottom = pad[0] + Math.max(headBlock(lane, frame).height, iconWidth > 0 ? size : 0);
  return { x: frame.x + pad[3] + iconWidth, w: headWidth(lane, frame), bottom };
}

export interface HeadOptions {
  /** In the middle of the row (rows of one line) rather than at its top. */
  readonly centered?: boolean;
  readonly ink?: string;
  /** Width of the name, where less than the whole is free. */
  readonly room?: number;
}

function makeHead(lane: Lane, frame: MapFrame, y: number, height: number, options: HeadOptions): GroupPrimitive {
  const m = frame.m.lane;
  const room = options.room ?? headWidth(lane, frame);
  const block = headBlock(lane, frame, room);
  const ink = options.ink ?? frame.theme.color.ink;
  const name = LANE_ICONS[lane.kind];
  const content = Math.max(block.height, name ? m.icon : 0);
  const top = options.centered ? y + (height - content) / 2 : y + m.pad[0];
  const children: Primitive[] = [];
  let x = frame.x + m.pad[3];
  if (name && m.icon > 0) {
    // The icon stands on the middle of the first line when the row is centred, else at the top like the text.
    const iconTop = options.centered ? y + (height - m.icon) / 2 : top;
    children.push(icon(name, x, iconTop, m.icon, frame.theme.color.blue));
    x += m.icon + m.gap;
  }
  const textTop = options.centered ? y + (height - block.height) / 2 : top;
  drawBlock(children, block, x, textTop, ink);
  const bounds = { x: frame.x, y, w: frame.m.laneHeader, h: height };
  return {
    type: 'group',
    role: 'h2',
    bounds,
    target: { kind: 'lane', id: lane.id },
    children,
    ...(frame.isPoster
      ? {}
      : {
          editBox: editBoxOf(block, { x, y: textTop, w: room }, lane.title, ink, {
            background: frame.theme.color.paper,
          }),
        }),
  };
}

/** The name of a row, to the left of its cells. */
export function laneHead(
  lane: Lane,
  frame: MapFrame,
  y: number,
  height: number,
  options: HeadOptions = {},
): GroupPrimitive {
  const key = `head/${frame.columns.key}/${lane.id}`;
  const dependencies = [lane, y, height, options.centered, options.ink, options.room, frame.x];
  return stable(frame.memo, key, dependencies, () => makeHead(lane, frame, y, height, options));
}

/** Tint of the chosen column, rules between stages and under the row. */
export function rowBase(
  lane: Lane,
  frame: MapFrame,
  y: number,
  height: number,
  options: { readonly ground?: string; readonly withoutStages?: boolean } = {},
): GroupPrimitive {
  const { columns, m, theme } = frame;
  const make = () => {
    const children: Primitive[] = [];
    const width = columns.x + columns.w - frame.x;
    if (options.ground) children.push(rect({ x: frame.x, y, w: width, h: height }, options.ground));
    const chosen = columns.stages.find((column) => column.stage.id === frame.focus);
    if (chosen) children.push(rect({ x: chosen.x, y, w: chosen.w, h: height }, theme.focusStage.column));
    if (!options.withoutStages) {
      for (const column of columns.stages) {
        const x = column.x + m.line / 2;
        children.push(rule(x, y, x, y + height, theme.color.line, m.line));
      }
    }
    const bottom = y + height - m.line / 2;
    children.push(rule(frame.x, bottom, frame.x + width, bottom, theme.color.line, m.line));
    return artifact({ x: frame.x, y, w: width, h: height }, children);
  };
  return stable(frame.memo, `base/${columns.key}/${lane.id}`, [y, height, frame.focus, options.ground, frame.x], make);
}

/** The areas of a row that can be hit, one per step or one per stage: none on a poster. */
export function cellAreas(
  out: Primitive[],
  lane: Lane,
  frame: MapFrame,
  area: { readonly y: number; readonly h: number },
  per: 'step' | 'stage',
): void {
  if (frame.isPoster) return;
  const { columns, memo } = frame;
  const { y, h } = area;
  const cell = (place: CellPlace, { x, w }: { readonly x: number; readonly w: number }): GroupPrimitive =>
    hitArea({ x, y, w, h }, cellTarget(place));
  const areas = stable(memo, `areas/${columns.key}/${lane.id}`, [y, h, per], () =>
    columns.stages.flatMap((column) => {
      const wholeStage = { laneId: lane.id, stageId: column.stage.id, stepId: null };
      if (per === 'stage' || column.steps.length === 0) return cell(wholeStage, column);
      return column.steps.map((step) => cell({ ...wholeStage, stepId: step.step.id }, step));
    }),
  );
  for (const each of areas) out.push(each);
}

/** The quiet question of a row that holds nothing yet (on screen only). */
export function promptGroup(lane: Lane, frame: MapFrame, y: number, pad: Pad): GroupPrimitive | null {
  if (frame.isPoster) return null;
  const block = promptBlock(lane, frame, pad);
  const x = frame.columns.x + pad[3];
  return stable(frame.memo, `prompt/${lane.id}`, [lane.kind, y, frame.columns.key, block.lines], () => {
    const children: Primitive[] = [];
    drawBlock(children, block, x, y, frame.theme.color.ink3);
    return { type: 'group', role: 'p', bounds: { x, y, w: block.width, h: block.height }, children } as const;
  });
}

/** The question, broken for the width of the first stage. */
export function promptBlock(lane: Lane, frame: MapFrame, pad: Pad): TextBlock {
  const room = (frame.columns.stages[0]?.w ?? 2 * frame.m.moment) - pad[1] - pad[3];
  return textBlock(typographic(frame.t(`journey.prompt.${lane.kind}`), frame.lang), frame.m.prompt, room, frame);
}
