import type { PathPrimitive, Primitive } from '../../../scene/primitives';
import { type CurveSegment, curvePath } from '../../pieces/emotionCurve';
import { stable } from '../../pieces/layoutMemo';
import { artifact } from '../../pieces/shapes';
import { formatNumber } from '../../pieces/valence';
import { type Flow, flowsOf, throughput } from '../figures';
import { formatShare } from '../format';
import type { Lane } from '../model';
import type { StageColumn } from './columns';
import { figureGroup, headNote, paragraph, type Words, words } from './figureLane';
import type { MapFrame, Row } from './frame';
import { headHeight, laneHead, rowBase } from './rowParts';

/** Height of the band where everybody is still there, in heights of a figure. */
const FULL = 3.2;
/** A stage that nobody leaves in is still seen. */
const LEAST = 1.5;

interface FlowShape {
  readonly column: StageColumn;
  readonly flow: Flow;
  readonly first: Words;
  readonly below: Words;
}

function shapeOf(column: StageColumn, flow: Flow, frame: MapFrame): FlowShape {
  const { contents, indicator } = frame.m;
  const width = column.w - frame.m.line - contents.pad[1] - contents.pad[3];
  const { color } = frame.theme;
  const { entered, left, leaving, isWorst } = flow;
  const first =
    entered === null
      ? words(
          frame.t('journey.figure.toCount'),
          indicator.missing,
          width,
          frame.isPoster ? color.ink2 : color.ink3,
          frame,
        )
      : words(formatNumber(entered, frame.lang), indicator.value, width, color.ink, frame);
  const said =
    left === null
      ? ''
      : frame.t(leaving === null ? 'journey.figure.leave' : 'journey.figure.leaveShare', {
          count: left,
          n: formatNumber(-left, frame.lang),
          share: formatShare(leaving ?? 0, frame.lang),
        });
  return { column, flow, first, below: words(said, indicator.metric, width, isWorst ? color.red : color.ink, frame) };
}

/** The band of one stage: as thick on its left as people come in, on its right as they go on, with level ends. */
function band(shape: FlowShape, top: number, scale: number, frame: MapFrame): readonly Primitive[] {
  const { entered, wentOn, isWorst } = shape.flow;
  if (entered === null) return [];
  const { color } = frame.theme;
  const { x, w } = shape.column;
  const y0 = top + Math.max(LEAST, entered * scale);
  const y1 = wentOn === null ? y0 : top + Math.max(LEAST, wentOn * scale);
  const segment: CurveSegment = { x0: x, y0, m0: 0, x1: x + w, y1, m1: 0 };
  const edge = curvePath({ points: [{ x, y: y0 }], segments: [segment] });
  const bounds = { x, y: top, w, h: Math.max(y0, y1) - top };
  const path: PathPrimitive = {
    type: 'path',
    d: `${edge}L${x + w} ${top}L${x} ${top}Z`,
    bounds,
    fill: isWorst ? color.redSoft : color.blueSoft,
  };
  const line: PathPrimitive = {
    type: 'path',
    d: edge,
    bounds,
    stroke: isWorst ? color.red : color.blue,
    strokeWidth: frame.m.indicator.sparkStroke,
    ...(wentOn === null ? { dash: [4, 4] } : {}),
  };
  return [path, line];
}

/** Who came in, in the language of the sheet: `sur 1 000 entrées, 222 fidèles (22 %)`. */
function wholeText(frame: MapFrame): string {
  const { entered, arrived } = throughput(frame.doc);
  if (!entered || arrived === null) return '';
  const values = { entered: formatNumber(entered, frame.lang), arrived: formatNumber(arrived, frame.lang) };
  return frame.t('journey.figure.whole', { ...values, share: formatShare(arrived / entered, frame.lang) });
}

/** How many come in and go on, stage by stage, as a band that narrows. The stage that loses the largest share is red, and says so. */
export function conversionRow(lane: Lane, frame: MapFrame): Row {
  const { contents, indicator, line } = frame.m;
  const flows = flowsOf(frame.doc);
  const { shapes, whole } = stable(
    frame.memo,
    `flows/${frame.columns.key}/${lane.id}`,
    [frame.doc.stages, frame.m],
    () => ({
      shapes: frame.columns.stages.flatMap((column) => {
        const flow = flows.get(column.stage.id);
        return flow ? [shapeOf(column, flow, frame)] : [];
      }),
      whole: wholeText(frame),
    }),
  );
  const most = Math.max(0, ...shapes.map(({ flow }) => flow.entered ?? 0));
  const isBlank = most === 0;
  const above = Math.max(0, ...shapes.map(({ first }) => first.block.height));
  const under = Math.max(0, ...shapes.map(({ below }) => below.block.height));
  const full = isBlank ? 0 : indicator.value.lineHeight * FULL;
  const [padTop, , padBottom] = indicator.pad;
  const note = headNote(lane, frame, whole);
  const content = padTop + above + (isBlank ? 0 : padBottom + full + padBottom + under) + padBottom + line;
  const height = Math.max(headHeight(lane, frame), note.height, content);
  const draw = (out: Primitive[], y: number, h: number): void => {
    out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h));
    note.draw(out, y);
    const stretch = h - (padTop + above + padBottom + padBottom + under + padBottom + line);
    const scale = isBlank ? 0 : Math.max(full, stretch) / most;
    const top = y + padTop + above + padBottom;
    for (const shape of shapes) {
      const { column, first, below, flow } = shape;
      const x = column.x + line + contents.pad[3];
      const bottom = top + Math.max(LEAST, (flow.entered ?? 0) * scale) + padBottom;
      const last = isBlank ? bottom : top + most * scale + padBottom;
      const deps = [column.stage, ...Object.values(flow), column.x, column.w, y, h, scale, lane, frame.columns.key];
      const make = () => {
        const drawn = band(shape, top, scale, frame);
        const bounds = { x: column.x, y: top, w: column.w, h: Math.max(1, last - top) };
        const children = [
          ...(drawn.length > 0 ? [artifact(bounds, drawn)] : []),
          paragraph(first, x, y + padTop),
          ...(below.block.width > 0 ? [paragraph(below, x, last)] : []),
        ];
        return figureGroup(lane, column, frame, { y, h }, { first, x, y: y + padTop, children });
      };
      out.push(stable(frame.memo, `flow/${frame.columns.key}/${lane.id}/${column.stage.id}`, deps, make));
    }
  };
  return { lane, height, isEmotion: false, isBlank, draw };
}
