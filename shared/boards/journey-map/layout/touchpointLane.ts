import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { memoryOf, recall } from '../../pieces/layoutMemo';
import { disc, frameRect, icon } from '../../pieces/shapes';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import type { Lane, Touchpoint } from '../model';
import { touchpointsIn } from '../order';
import { shownTouchpoints } from '../shown';
import type { MapFrame, Row } from './frame';
import { CHANNEL_ICONS } from './laneIcons';
import { stackRow } from './stepStacks';

interface TouchpointShape {
  readonly touchpoint: Touchpoint;
  readonly width: number;
  readonly height: number;
  readonly head: number;
  readonly medium: TextBlock;
  readonly label: TextBlock;
}

function measureTouchpoint(touchpoint: Touchpoint, width: number, frame: MapFrame): TouchpointShape {
  const { cell, medium: mediumStyle, text } = frame.m.touchpoint;
  const medium = textBlock(
    frame.t(`journey.medium.${touchpoint.medium}`),
    mediumStyle,
    width - cell.size - cell.gap,
    frame,
  );
  const label = textBlock(typographic(touchpoint.label, frame.lang), text, width, frame);
  const head = Math.max(cell.size, medium.height);
  return { touchpoint, width, head, medium, label, height: head + cell.below + label.height };
}

/** Filled disc online, hollow square offline, with the channel's icon; the medium is always written beside it. */
function drawChannel(out: Primitive[], shape: TouchpointShape, x: number, y: number, frame: MapFrame): void {
  const { cell } = frame.m.touchpoint;
  const { ink, paper, ink2 } = frame.theme.color;
  const online = shape.touchpoint.medium === 'online';
  const top = y + (shape.head - cell.size) / 2;
  const middle = cell.size / 2;
  if (online) out.push(disc(x + middle, top + middle, middle, ink));
  else out.push(frameRect({ x, y: top, w: cell.size, h: cell.size }, ink, cell.border, cell.radius));
  const inset = (cell.size - cell.icon) / 2;
  out.push(icon(CHANNEL_ICONS[shape.touchpoint.channel], x + inset, top + inset, cell.icon, online ? paper : ink));
  drawBlock(out, shape.medium, x + cell.size + cell.gap, y + (shape.head - shape.medium.height) / 2, ink2);
}

function drawTouchpoint(shape: TouchpointShape, x: number, y: number, frame: MapFrame): GroupPrimitive {
  const head: Primitive[] = [];
  drawChannel(head, shape, x, y, frame);
  const labelTop = y + shape.head + frame.m.touchpoint.cell.below;
  const label: Primitive[] = [];
  drawBlock(label, shape.label, x, labelTop, frame.theme.color.ink);
  const { touchpoint, width } = shape;
  return {
    type: 'group',
    target: { kind: 'touchpoint', id: touchpoint.id },
    bounds: { x, y, w: width, h: shape.height },
    children: [
      { type: 'group', role: 'p', bounds: { x, y, w: width, h: shape.head }, children: head },
      { type: 'group', role: 'p', bounds: { x, y: labelTop, w: width, h: shape.label.height }, children: label },
    ],
    ...(frame.isPoster
      ? {}
      : {
          editBox: editBoxOf(shape.label, { x, y: labelTop, w: width }, touchpoint.label, frame.theme.color.ink, {
            background: frame.theme.color.paper,
          }),
        }),
  };
}

/** Where the person meets the company: one stack of touchpoints per step. */
export function touchpointRow(lane: Lane, frame: MapFrame): Row {
  const memory = memoryOf<TouchpointShape>(frame.memo, 'touchpoint');
  const { pad, gap } = frame.m.touchpoint;
  return stackRow<Touchpoint, TouchpointShape>(lane, frame, {
    pad,
    gap,
    itemsOf: (step) => shownTouchpoints(frame.doc, touchpointsIn(frame.doc, { laneId: lane.id, stepId: step.id })),
    measure: (touchpoint, width) =>
      recall(memory, touchpoint, frame.m, width, () => measureTouchpoint(touchpoint, width, frame)),
    draw: (shape, x, y) => drawTouchpoint(shape, x, y, frame),
  });
}
