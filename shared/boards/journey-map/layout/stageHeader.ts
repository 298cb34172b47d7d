import type { StageId } from '../../../base/ids';
import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { shortDate } from '../../pieces/dates';
import { stable } from '../../pieces/layoutMemo';
import { artifact, icon, rect } from '../../pieces/shapes';
import { stageArrow } from '../../pieces/stageArrow';
import { baselineOf, drawBlock, editBoxOf, type TextBlock, textBlock, textLine } from '../../pieces/textBlock';
import { detailWords } from '../detail';
import { detailTarget } from '../targets';
import type { StageColumn, StepColumn } from './columns';
import type { MapFrame, Row } from './frame';

interface HeaderShape {
  readonly column: StageColumn;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly width: number;
  readonly textX: number;
  readonly title: TextBlock;
  readonly duration: TextBlock | null;
  /** That another map tells the stage in detail, and the size of the sign before it. */
  readonly detail: { readonly block: TextBlock; readonly icon: number } | null;
  readonly textHeight: number;
}

function shapeOf(column: StageColumn, place: number, frame: MapFrame): HeaderShape {
  const m = frame.m.stage;
  const isFirst = place === 0;
  const isLast = place === frame.columns.stages.length - 1;
  const width = column.w + (isLast ? 0 : m.overlap);
  const left = isFirst ? m.padLeftFirst : m.padLeft;
  const number = m.number ? frame.measure.width(String(column.index + 1), m.number.font) + m.numberGap : 0;
  const inner = width - left - number - m.padRight;
  const { stage } = column;
  const text = stage.title || frame.t('journey.stageUntitled', { number: column.index + 1 });
  const title = textBlock(typographic(text, frame.lang), m.title, inner, frame);
  const { duration: small } = m;
  const duration = stage.duration ? textBlock(typographic(stage.duration, frame.lang), small, inner, frame) : null;
  // Another map tells the stage in detail: said under its duration, on screen and on paper.
  const words = detailWords(stage, frame);
  const icon = small.font.size;
  const block = words ? textBlock(typographic(words, frame.lang), small, inner - icon * SIGN_ROOM, frame) : null;
  const detail = block && { block, icon };
  const textHeight = title.height + (duration?.height ?? 0) + (block?.height ?? 0);
  return { column, isFirst, isLast, width, textX: column.x + left + number, title, duration, detail, textHeight };
}

/** The sign before its words, in sizes of the sign. */
const SIGN_ROOM = 1.35;

/** The sign and the name of the map that tells the stage in detail: what is pressed to go there. */
function drawDetail(
  { detail, textX }: HeaderShape,
  stageId: StageId,
  top: number,
  ink: string,
): readonly GroupPrimitive[] {
  if (!detail) return [];
  const { block, icon: size } = detail;
  const children: Primitive[] = [icon('arrow-square-out', textX, top + (block.style.lineHeight - size) / 2, size, ink)];
  drawBlock(children, block, textX + size * SIGN_ROOM, top, ink);
  const bounds = { x: textX, y: top, w: size * SIGN_ROOM + block.width, h: block.height };
  return [{ type: 'group', role: 'p', target: detailTarget(stageId), bounds, children }];
}

/** The header of a stage; where another map tells it in detail, with the sign for that beside it: one thing more to be hit. */
function withDetail(shape: HeaderShape, header: GroupPrimitive, y: number, h: number, frame: MapFrame): GroupPrimitive {
  const { stage } = shape.column;
  const { duration } = stage.id === frame.focus ? frame.theme.focusStage : frame.palette.stage;
  const top = y + (h - shape.textHeight) / 2 + shape.title.height + (shape.duration?.height ?? 0);
  const sign = drawDetail(shape, stage.id, top, duration);
  return sign.length === 0 ? header : { type: 'group', bounds: header.bounds, children: [header, ...sign] };
}

function drawHeader(shape: HeaderShape, y: number, h: number, frame: MapFrame): GroupPrimitive {
  const m = frame.m.stage;
  const { stage, index } = shape.column;
  const isChosen = stage.id === frame.focus;
  const colors = isChosen ? frame.theme.focusStage : frame.palette.stage;
  const children: Primitive[] = [
    stageArrow({ x: shape.column.x, y, w: shape.width, h }, m.arrow, colors.fill, shape.isFirst),
  ];
  if (m.number) {
    const text = String(index + 1);
    const line = { text, width: frame.measure.width(text, m.number.font) };
    const x = shape.textX - m.numberGap - line.width;
    const baseline = y + (h - m.number.lineHeight) / 2 + baselineOf(m.number);
    children.push(textLine(line, m.number, x, baseline, frame.palette.stage.number));
  }
  const top = y + (h - shape.textHeight) / 2;
  drawBlock(children, shape.title, shape.textX, top, colors.text);
  if (shape.duration) drawBlock(children, shape.duration, shape.textX, top + shape.title.height, colors.duration);
  const box = { x: shape.textX, y: top, w: shape.column.x + shape.width - m.padRight - shape.textX };
  return {
    type: 'group',
    role: 'h2',
    target: { kind: 'stage', id: stage.id },
    bounds: { x: shape.column.x, y, w: shape.width, h },
    children,
    ...(frame.isPoster
      ? {}
      : { editBox: editBoxOf(shape.title, box, stage.title, colors.text, { background: colors.fill }) }),
  };
}

/** Month and version of the map, as on the corner of the sheet: `Nov. 2026, v7`. */
export function versionText(frame: Pick<MapFrame, 'doc' | 'lang' | 't'>): string {
  const { date, version } = frame.doc.info;
  return [shortDate(date, frame.lang), frame.t('journey.version', { version })]
    .filter((part) => part !== '')
    .join(', ');
}

interface HeadingShape {
  readonly title: TextBlock;
  readonly version: TextBlock;
  readonly height: number;
}

function headingShape(frame: MapFrame): HeadingShape {
  const { pad, gap, title: titleStyle, version: versionStyle } = frame.m.heading;
  const width = frame.m.laneHeader - pad[1] - pad[3];
  const title = textBlock(frame.t('journey.shortName'), titleStyle, width, frame);
  const version = textBlock(versionText(frame), versionStyle, width, frame);
  return { title, version, height: pad[0] + title.height + gap + version.height + pad[2] };
}

/** The corner of the sheet: what the map is, of when, which version. It speaks the map's full title. */
function drawHeading(shape: HeadingShape, y: number, h: number, frame: MapFrame): GroupPrimitive {
  const { pad, gap } = frame.m.heading;
  const x = frame.x + pad[3];
  const title: Primitive[] = [];
  const version: Primitive[] = [];
  drawBlock(title, shape.title, x, y + pad[0], frame.theme.color.ink);
  const versionTop = y + pad[0] + shape.title.height + gap;
  drawBlock(version, shape.version, x, versionTop, frame.theme.color.ink2);
  const w = frame.m.laneHeader;
  const titleBox = { x: frame.x, y, w, h: pad[0] + shape.title.height };
  return {
    type: 'group',
    target: { kind: 'title', id: 'title' },
    bounds: { x: frame.x, y, w, h },
    children: [
      { type: 'group', role: 'h1', bounds: titleBox, children: title },
      { type: 'group', role: 'p', bounds: { x, y: versionTop, w, h: shape.version.height }, children: version },
    ],
  };
}

/** The arrows of the stages, all as high as the highest. */
export function stageHeaderRow(frame: MapFrame): Row {
  const { stages } = frame.columns;
  const shapes = stages.map((column, place) => {
    const { stage, index, x, w } = column;
    const dependencies = [stage, index, x, w, place, stages.length, frame.m, detailWords(stage, frame)];
    return stable(frame.memo, `header/${stage.id}`, dependencies, () => shapeOf(column, place, frame));
  });
  const heading = frame.isPoster ? null : headingShape(frame);
  const highest = shapes.reduce((most, shape) => Math.max(most, shape.textHeight), 0);
  const height = Math.max(frame.m.stage.minHeight, highest + 2 * frame.m.stage.padY, heading?.height ?? 0);
  const draw = (out: Primitive[], y: number, h: number): void => {
    if (heading) {
      const { title, version } = heading;
      out.push(
        stable(frame.memo, 'heading', [title.lines, version.lines, y, h, frame.x], () =>
          drawHeading(heading, y, h, frame),
        ),
      );
    }
    for (const shape of shapes) {
      const { stage } = shape.column;
      const { column, width, detail } = shape;
      const dependencies = [stage, column.index, column.x, width, y, h, frame.focus === stage.id, detail];
      const make = () => withDetail(shape, drawHeader(shape, y, h, frame), y, h, frame);
      out.push(stable(frame.memo, `stage/${stage.id}`, dependencies, make));
    }
  };
  return { lane: null, height, isEmotion: false, isBlank: false, draw };
}

/** The names of the steps: only where somebody has named one. */
export function stepRow(frame: MapFrame): Row | null {
  const columns = [...frame.columns.stepById.values()];
  if (columns.every(({ step }) => step.title === '')) return null;
  const { pad, title: style } = frame.m.step;
  const blockOf = ({ step, w }: StepColumn): TextBlock =>
    stable(frame.memo, `stepTitle/${step.id}`, [step, w, frame.m], () =>
      textBlock(typographic(step.title, frame.lang), style, w - pad[1] - pad[3], frame),
    );
  const titles = columns.map((column) => ({ column, block: blockOf(column) }));
  const height = pad[0] + Math.max(...titles.map(({ block }) => block.height)) + pad[2] + frame.m.line;
  const draw = (out: Primitive[], y: number, h: number): void => {
    out.push(stepBase(frame, y, h));
    for (const { column, block } of titles) {
      const { step, x, w } = column;
      out.push(
        stable(frame.memo, `step/${step.id}`, [step, x, w, y, h], () => {
          const children: Primitive[] = [];
          drawBlock(children, block, x + pad[3], y + pad[0], frame.theme.color.ink2);
          const box = { x: x + pad[3], y: y + pad[0], w: w - pad[1] - pad[3] };
          const editBox = editBoxOf(block, box, step.title, frame.theme.color.ink2, {
            background: frame.theme.color.paper,
          });
          const target = { kind: 'step', id: step.id };
          const group = { type: 'group', role: 'h3', target, bounds: { x, y, w, h }, children } as const;
          return frame.isPoster ? group : { ...group, editBox };
        }),
      );
    }
  };
  return { lane: null, height, isEmotion: false, isBlank: false, draw };
}

function stepBase(frame: MapFrame, y: number, h: number): GroupPrimitive {
  const { columns, m, theme } = frame;
  return stable(frame.memo, `steps/${columns.key}`, [y, h, frame.focus, frame.x], () => {
    const children: Primitive[] = [];
    const chosen = columns.stages.find((column) => column.stage.id === frame.focus);
    if (chosen) children.push(rect({ x: chosen.x, y, w: chosen.w, h }, theme.focusStage.column));
    for (const column of columns.stages) {
      children.push(rect({ x: column.x, y, w: m.line, h }, theme.color.line));
    }
    const width = columns.x + columns.w - frame.x;
    children.push(rect({ x: frame.x, y: y + h - m.line, w: width, h: m.line }, theme.color.line));
    return artifact({ x: frame.x, y, w: width, h }, children);
  });
}
