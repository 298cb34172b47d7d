import type { Box } from '@shared/scene/primitives';
import { boxOf, inflate, union } from './boxes';
import { type Camera, type Point, screenBox, toScreen, type ViewSize } from './camera';
import type { DropHint, OverlayFrame, OverlayModel } from './overlayModel';
import { overlap } from './tileGrid';

/** Frames lie this far outside what they frame, in CSS pixels. */
const FRAME_GAP = 3;
const HANDLE = 7;
/** Frames, their handles and their strokes reach this far out. */
const MARGIN = FRAME_GAP + HANDLE + 2;
/** The widest value beside a pointer. */
const BADGE_ROOM = 240;

/** Paper on both sides of a frame, so that it is seen on every ground, on blue too. */
const HALO = 1;

/** Strokes a frame between two edges of paper. */
function haloedFrame(frame: OverlayFrame, box: Box, width: number): Box {
  frameAround(frame, box, FRAME_GAP + HALO, width + 2 * HALO, frame.theme.color.paper);
  return frameAround(frame, box, FRAME_GAP, width, frame.theme.color.focus);
}

/** Strokes a frame on whole pixels, so that it is sharp at every zoom. */
function frameAround(frame: OverlayFrame, box: Box, gap: number, width: number, color: string): Box {
  const on = screenBox(frame.camera, frame.view, box);
  const x = Math.round(on.x - gap) + (width % 2) / 2;
  const y = Math.round(on.y - gap) + (width % 2) / 2;
  const right = Math.round(on.x + on.w + gap) - (width % 2) / 2;
  const bottom = Math.round(on.y + on.h + gap) - (width % 2) / 2;
  const { context } = frame;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.strokeRect(x, y, right - x, bottom - y);
  return { x, y, w: right - x, h: bottom - y };
}

function paintHandles(frame: OverlayFrame, box: Box): void {
  const { context, theme } = frame;
  context.fillStyle = theme.color.paper;
  context.strokeStyle = theme.color.focus;
  context.lineWidth = 1.5;
  for (const [x, y] of [
    [box.x, box.y],
    [box.x + box.w, box.y],
    [box.x, box.y + box.h],
    [box.x + box.w, box.y + box.h],
  ] as const) {
    context.fillRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
    context.strokeRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
  }
}

function paintDrop(frame: OverlayFrame, drop: DropHint): void {
  const { context, theme, camera, view } = frame;
  const area = screenBox(camera, view, drop.area);
  context.globalAlpha = 0.16;
  context.fillStyle = drop.allowed ? theme.color.blue : theme.color.red;
  context.fillRect(area.x, area.y, area.w, area.h);
  context.globalAlpha = 1;
  if (!drop.line) return;
  const from = toScreen(camera, view, { x: drop.line.x1, y: drop.line.y1 });
  const to = toScreen(camera, view, { x: drop.line.x2, y: drop.line.y2 });
  context.strokeStyle = theme.color.focus;
  context.lineWidth = 3;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

function paintGuides(frame: OverlayFrame, guides: OverlayModel['guides']): void {
  const { context, theme, camera, view } = frame;
  context.strokeStyle = theme.color.red;
  context.lineWidth = 1;
  for (const { x1, y1, x2, y2 } of guides) {
    const from = toScreen(camera, view, { x: x1, y: y1 });
    const to = toScreen(camera, view, { x: x2, y: y2 });
    context.beginPath();
    context.moveTo(Math.round(from.x) + 0.5, Math.round(from.y) + 0.5);
    context.lineTo(Math.round(to.x) + 0.5, Math.round(to.y) + 0.5);
    context.stroke();
  }
}

/** Places found have a yellow frame and a breath of yellow that leaves their text its contrast; the one looked at a thick dark frame too. */
function paintFound(frame: OverlayFrame, model: OverlayModel): void {
  const { context, theme, camera, view } = frame;
  context.fillStyle = theme.focusStage.fill;
  for (const box of model.found) {
    const on = screenBox(camera, view, box);
    if (on.x > view.width || on.y > view.height || on.x + on.w < 0 || on.y + on.h < 0) continue;
    context.globalAlpha = 0.14;
    context.fillRect(on.x, on.y, on.w, on.h);
    context.globalAlpha = 1;
    frameAround(frame, box, 2, 3, theme.focusStage.border);
  }
  if (model.foundNow) frameAround(frame, model.foundNow, FRAME_GAP, 4, theme.color.ink);
}

function paintMarquee(frame: OverlayFrame, box: Box): void {
  const { context, theme, camera, view } = frame;
  const on = screenBox(camera, view, box);
  context.globalAlpha = 0.1;
  context.fillStyle = theme.color.focus;
  context.fillRect(on.x, on.y, on.w, on.h);
  context.globalAlpha = 1;
  context.strokeStyle = theme.color.focus;
  context.lineWidth = 1;
  context.strokeRect(Math.round(on.x) + 0.5, Math.round(on.y) + 0.5, Math.round(on.w), Math.round(on.h));
}

function paintBadge(frame: OverlayFrame, badge: NonNullable<OverlayModel['badge']>): void {
  const { context, theme, camera, view } = frame;
  const at = toScreen(camera, view, badge.at);
  context.font = "700 14px 'Atkinson Hyperlegible Next', sans-serif";
  const width = Math.ceil(context.measureText(badge.text).width) + 14;
  const x = Math.round(Math.min(at.x + 20, view.width - width - 4));
  const y = Math.round(Math.max(4, at.y - 30));
  context.fillStyle = theme.color.ink;
  context.fillRect(x, y, width, 24);
  context.fillStyle = theme.color.paper;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillText(badge.text, x + 7, y + 12.5);
  context.textBaseline = 'alphabetic';
}

/** Paints hints and frames; the context is in CSS pixels of the view. */
export function paintOverlay(frame: OverlayFrame, model: OverlayModel): void {
  const { theme } = frame;
  frame.context.save();
  model.layer?.paint(frame);
  paintFound(frame, model);
  if (model.drop) paintDrop(frame, model.drop);
  if (model.hover) frameAround(frame, model.hover, 0, 1.5, theme.color.ink);
  for (const box of model.selected) {
    const drawn = haloedFrame(frame, box, 2);
    if (model.handles && model.selected.length === 1) paintHandles(frame, drawn);
  }
  if (model.editing) haloedFrame(frame, model.editing, 3);
  paintGuides(frame, model.guides);
  if (model.marquee) paintMarquee(frame, model.marquee);
  if (model.badge) paintBadge(frame, model.badge);
  frame.context.restore();
}

/** What `paintOverlay` may touch, in CSS pixels of the view, as far as it is in view; null when that is nothing. */
export function overlayBounds(model: OverlayModel, camera: Camera, view: ViewSize): Box | null {
  const framed = [
    ...model.selected,
    ...model.found,
    ...model.guides.map(({ x1, y1, x2, y2 }) => boxOf(x1, y1, x2, y2)),
    model.foundNow,
    model.editing,
    model.hover,
    model.marquee,
    model.drop?.area,
    lineBox(model.drop),
  ];
  const boxes = framed.flatMap((box) => (box ? inflate(screenBox(camera, view, box), MARGIN) : []));
  const layer = model.layer?.bounds(camera, view);
  if (layer) boxes.push(layer);
  if (model.badge) boxes.push(badgeBox(toScreen(camera, view, model.badge.at), view));
  const [first, ...others] = boxes;
  return first ? overlap(others.reduce(union, first), { x: 0, y: 0, w: view.width, h: view.height }) : null;
}

function lineBox(drop: DropHint | null): Box | null {
  const line = drop?.line;
  return line ? boxOf(line.x1, line.y1, line.x2, line.y2) : null;
}

/** Where a badge of any width stands. */
function badgeBox(at: Point, view: ViewSize): Box {
  const x = Math.min(at.x, view.width - BADGE_ROOM);
  return { x, y: Math.max(4, at.y - 30) - 2, w: BADGE_ROOM + 24, h: 30 };
}
