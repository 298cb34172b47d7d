import type { GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { stageArrow } from '../../pieces/stageArrow';
import { drawBlock, editBoxOf, type TextBlock, textBlock } from '../../pieces/textBlock';
import { stageTitle } from '../spoken';
import type { EmpathyFrame } from './frame';
import type { StageColumn } from './stageColumns';

/** The arrow of a stage, measured. */
export interface Header {
  readonly column: StageColumn;
  readonly title: TextBlock;
  readonly duration: TextBlock | null;
  readonly left: number;
}

/** Measures the arrows of some columns. */
export function headersOf(columns: readonly StageColumn[], frame: EmpathyFrame): readonly Header[] {
  const { stage: m, unit } = frame.m;
  return columns.map((column, at) => {
    const left = (at === 0 ? 14 : 24) * unit;
    const inner = column.w + (at === columns.length - 1 ? 0 : m.overlap) - left - m.arrow - 2 * unit;
    const title = textBlock(
      typographic(stageTitle(column.stage, column.index, frame), frame.lang),
      m.title,
      inner,
      frame,
    );
    const { duration } = column.stage;
    const below = duration ? textBlock(typographic(duration, frame.lang), m.duration, inner, frame) : null;
    return { column, title, duration: below, left };
  });
}

/** Draws the arrow number `at` of a row. */
export function drawHeader(
  out: Primitive[],
  header: Header,
  at: number,
  count: number,
  y: number,
  h: number,
  frame: EmpathyFrame,
): void {
  const { stage: m } = frame.m;
  const { column, title, duration, left } = header;
  const { stage } = column;
  const isLast = at === count - 1;
  const isChosen = frame.focus === stage.id;
  const width = column.w + (isLast ? 0 : m.overlap);
  const colors = isChosen ? frame.theme.focusStage : frame.theme.stage;
  const dependencies = [stage, column.index, column.x, width, y, h, isChosen, at === 0];
  out.push(
    stable(frame.memo, `stage/${stage.id}`, dependencies, (): GroupPrimitive => {
      const box = { x: column.x, y, w: width, h };
      const children: Primitive[] = [stageArrow(box, m.arrow, colors.fill, at === 0)];
      const top = y + (h - title.height - (duration?.height ?? 0)) / 2;
      const x = column.x + left;
      drawBlock(children, title, x, top, colors.text);
      if (duration) drawBlock(children, duration, x, top + title.height, colors.duration);
      const target = { kind: 'stage', id: stage.id };
      const group: GroupPrimitive = { type: 'group', role: 'h2', target, bounds: box, children };
      if (frame.isPoster) return group;
      const edit = { x, y: top, w: width - left - m.arrow };
      return { ...group, editBox: editBoxOf(title, edit, stage.title, colors.text, { background: colors.fill }) };
    }),
  );
}
