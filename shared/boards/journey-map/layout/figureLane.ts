import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { TextStyle } from '../../pieces/textStyle';
import { figureText } from '../figures';
import type { Lane, Stage } from '../model';
import { figureTarget } from '../targets';
import type { StageColumn } from './columns';
import type { MapFrame } from './frame';
import { headText } from './rowParts';

/** What a row of figures says under its name: the whole of the journey. */
export function headNote(
  lane: Lane,
  frame: MapFrame,
  text: string,
): { readonly height: number; draw(out: Primitive[], y: number): void } {
  const place = headText(lane, frame);
  const block = textBlock(typographic(text, frame.lang), frame.m.prompt, place.w, frame);
  const gap = frame.m.lane.pad[2];
  const height = text === '' ? 0 : place.bottom + gap + block.height + frame.m.lane.pad[2] + frame.m.line;
  return {
    height,
    draw: (out, y) => {
      if (text === '') return;
      const top = y + place.bottom + gap;
      const make = () => {
        const children: Primitive[] = [];
        drawBlock(children, block, place.x, top, frame.theme.color.ink2);
        const bounds = { x: place.x, y: top, w: place.w, h: block.height };
        return { type: 'group', role: 'p', bounds, children } as const;
      };
      out.push(stable(frame.memo, `headNote/${frame.columns.key}/${lane.id}`, [text, place.x, top, block], make));
    },
  };
}

export interface Words {
  readonly block: TextBlock;
  readonly ink: string;
}

/** Words of a figure, in one style. */
export const words = (text: string, style: TextStyle, width: number, ink: string, frame: MapFrame): Words => ({
  block: textBlock(typographic(text, frame.lang), style, width, frame),
  ink,
});

/** A paragraph of its own at a place. */
export function paragraph({ block, ink }: Words, x: number, y: number): GroupPrimitive {
  const children: Primitive[] = [];
  drawBlock(children, block, x, y, ink);
  return { type: 'group', role: 'p', bounds: { x, y, w: block.width, h: block.height }, children };
}

/** The figure of one stage: what is hit, chosen and written over. `at` is where its text stands. */
export function figureGroup(
  lane: Lane,
  column: StageColumn,
  frame: MapFrame,
  cell: { readonly y: number; readonly h: number },
  drawn: { readonly first: Words; readonly x: number; readonly y: number; readonly children: readonly Primitive[] },
): GroupPrimitive {
  const { stage } = column;
  const bounds = { x: column.x, y: cell.y, w: column.w, h: cell.h };
  const group: GroupPrimitive = {
    type: 'group',
    target: figureTarget(lane.id, stage.id),
    bounds,
    children: drawn.children,
  };
  if (frame.isPoster) return group;
  const stored = figureText(stage, lane.kind, frame.t, frame.lang);
  const box = { x: drawn.x, y: drawn.y, w: column.x + column.w - drawn.x - frame.m.contents.pad[1] };
  const { block, ink } = drawn.first;
  return { ...group, editBox: editBoxOf(block, box, stored, ink, { background: frame.theme.color.paper }) };
}

/** Stages of a row that have something to tell. */
export const tells = (lane: Lane, stage: Stage): boolean =>
  lane.kind === 'duration'
    ? stage.duration !== '' || stage.deadTime !== null
    : stage.entered !== null || stage.wentOn !== null || stage.left !== null;
