import type { Box, Primitive } from '../../../scene/primitives';
import { stable } from '../../pieces/layoutMemo';
import { artifact, frameRect, rect } from '../../pieces/shapes';
import { formatMinutes } from '../durations';
import { type Pace, paceOf, wholePace } from '../figures';
import type { Lane } from '../model';
import type { StageColumn } from './columns';
import { figureGroup, headNote, paragraph, tells, type Words, words } from './figureLane';
import type { MapFrame, Row } from './frame';
import { headHeight, laneHead, rowBase } from './rowParts';

interface PaceShape {
  readonly column: StageColumn;
  readonly pace: Pace;
  readonly first: Words;
  readonly dead: Words;
}

function deadText({ dead }: Pace, frame: MapFrame): string {
  if (dead === null) return '';
  if (dead === 0) return frame.t('journey.figure.noWait');
  return frame.t('journey.figure.wait', { dead: formatMinutes(dead, frame.t, frame.lang) });
}

function shapeOf(lane: Lane, column: StageColumn, frame: MapFrame): PaceShape {
  const { contents, indicator } = frame.m;
  const width = column.w - frame.m.line - contents.pad[1] - contents.pad[3];
  const { color } = frame.theme;
  const { stage } = column;
  const pace = paceOf(stage);
  const missing = frame.isPoster ? color.ink2 : color.ink3;
  const first =
    stage.duration === ''
      ? words(
          frame.t(tells(lane, stage) ? 'journey.figure.noDuration' : 'journey.figure.toTime'),
          indicator.missing,
          width,
          missing,
          frame,
        )
      : words(stage.duration, indicator.metric, width, color.ink, frame);
  const ink = pace.dead ? color.red : color.ink2;
  return { column, pace, first, dead: words(deadText(pace, frame), indicator.metric, width, ink, frame) };
}

/** Slanting lines inside a box: what is not solid is waiting. */
function hatch(box: Box, ink: string, width: number): readonly Primitive[] {
  const step = Math.max(4, box.h * 0.5);
  const lines: Primitive[] = [];
  for (let at = step / 2; at < box.w + box.h; at += step) {
    const low = Math.min(at, box.w);
    const high = Math.max(0, at - box.h);
    const points = [box.x + low, box.y + box.h - (at - low), box.x + high, box.y + box.h - (at - high)];
    lines.push({ type: 'line', points, stroke: ink, strokeWidth: width });
  }
  return lines;
}

/** A bar as long as the logarithm of its minutes; the share of waiting at its end is hatched. */
function bar(shape: PaceShape, box: Box, longest: number, frame: MapFrame): readonly Primitive[] {
  const { minutes, dead } = shape.pace;
  if (!minutes) return [];
  const { color } = frame.theme;
  const whole = Math.max(box.h, box.w * (Math.log1p(minutes) / Math.log1p(longest)));
  const waits = whole * Math.min(1, (dead ?? 0) / minutes);
  const border = frame.m.indicator.sparkStroke * 0.8;
  const busy = { ...box, w: whole - waits };
  const waiting = { ...box, x: box.x + busy.w, w: waits };
  const drawn: Primitive[] = [];
  if (busy.w > 0) drawn.push(rect(busy, color.blueDeep));
  if (waits > border * 2) drawn.push(...hatch(waiting, color.red, border * 0.8), frameRect(waiting, color.red, border));
  else if (waits > 0) drawn.push(rect(waiting, color.red));
  return drawn;
}

/** How much of the whole journey is waiting, in the language of the sheet. */
function wholeText(frame: MapFrame): string {
  const { minutes, dead } = wholePace(frame.doc);
  if (dead === 0) return '';
  return frame.t('journey.figure.idle', {
    dead: formatMinutes(dead, frame.t, frame.lang),
    whole: formatMinutes(minutes, frame.t, frame.lang),
  });
}

/** How long each stage lasts, on a logarithmic scale, and how much of it is waiting. */
export function durationRow(lane: Lane, frame: MapFrame): Row {
  const { contents, indicator, line } = frame.m;
  const { shapes, total } = stable(
    frame.memo,
    `paces/${frame.columns.key}/${lane.id}`,
    [frame.doc.stages, lane, frame.m],
    () => ({ shapes: frame.columns.stages.map((column) => shapeOf(lane, column, frame)), total: wholeText(frame) }),
  );
  const longest = Math.max(1, ...shapes.map(({ pace }) => pace.minutes ?? 0));
  const isBlank = !shapes.some(({ column }) => tells(lane, column.stage));
  const note = headNote(lane, frame, total);
  const [padTop, , padBottom] = indicator.pad;
  const thick = indicator.sparkHeight * 0.85;
  const text = Math.max(
    0,
    ...shapes.map(({ first, dead }) => first.block.height + (dead.block.width > 0 ? dead.block.height : 0)),
  );
  const height = Math.max(
    headHeight(lane, frame),
    note.height,
    padTop + (isBlank ? 0 : thick + padBottom) + text + padBottom + line,
  );
  const draw = (out: Primitive[], y: number, h: number): void => {
    out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h));
    note.draw(out, y);
    for (const shape of shapes) {
      const { column, first, dead } = shape;
      const x = column.x + line + contents.pad[3];
      const box = { x, y: y + padTop, w: column.w - line - contents.pad[1] - contents.pad[3], h: thick };
      const top = isBlank ? box.y : box.y + thick + padBottom;
      const deps = [
        column.stage,
        column.x,
        column.w,
        y,
        h,
        longest,
        lane,
        isBlank,
        first.block,
        dead.block.lines.length,
      ];
      const make = () => {
        const drawn = bar(shape, box, longest, frame);
        const children = [
          ...(drawn.length > 0 ? [artifact(box, drawn)] : []),
          paragraph(first, x, top),
          ...(dead.block.width > 0 ? [paragraph(dead, x, top + first.block.height)] : []),
        ];
        return figureGroup(lane, column, frame, { y, h }, { first, x, y: top, children });
      };
      out.push(stable(frame.memo, `pace/${frame.columns.key}/${lane.id}/${column.stage.id}`, deps, make));
    }
  };
  return { lane, height, isEmotion: false, isBlank, draw };
}
