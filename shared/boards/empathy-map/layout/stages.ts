import type { Box, GroupPrimitive, Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { artifact, frameRect, icon, rect, rule } from '../../pieces/shapes';
import { drawBlock, type TextBlock, textBlock } from '../../pieces/textBlock';
import { emotionOf } from '../emotions';
import { coverage } from '../evidence';
import type { EmpathyNote, EmpathyStage } from '../model';
import { notesInCell, stagesInOrder } from '../order';
import { areaTitle } from '../spoken';
import { zoneTarget } from '../targets';
import { AREA_ICONS, AREAS, type Area } from '../zones';
import { columnsIn, drawFlowed, type Flowed, flowNotes } from './flow';
import { type EmpathyFrame, type MainBlock, shown } from './frame';
import { type StageColumn, stageColumns } from './stageColumns';
import { emotionRow } from './stageEmotion';
import { drawHeader, headersOf } from './stageHeaders';
import { drawCover, drawPrompt, type Prompt, promptFor, zoneArea } from './zoneParts';

interface Cell {
  readonly column: StageColumn;
  readonly notes: readonly EmpathyNote[];
  readonly flowed: Flowed;
  readonly prompt: Prompt | null;
  readonly isEmpty: boolean;
}

interface Row {
  readonly area: Area;
  readonly height: number;
  readonly cells: readonly Cell[];
}

function cellOf(area: Area, column: StageColumn, frame: EmpathyFrame): Cell {
  const { cellPad } = frame.m.stage;
  const all = notesInCell(frame.doc, area, column.stage.id);
  const notes = shown(all, frame);
  const isEmpty = all.length === 0;
  const w = column.w - 2 * cellPad;
  const words = frame.t(`empathy.askStage.${area.id}` as 'empathy.askStage.say');
  // An empty cell asks its question on posters too: what is missing shows.
  const prompt = isEmpty || frame.prompts ? promptFor(area, isEmpty, w, { ...frame, prompts: true }, words) : null;
  const room = {
    x: column.x + cellPad,
    w,
    columns: w > 2.2 * frame.m.flow.least ? columnsIn(w, frame) : 1,
    gapX: frame.m.flow.gapX,
    gapY: cellPad,
    row: frame.m.stage.cell,
    blocked: [],
    wideLast: false,
    places: false,
  };
  return { column, notes, flowed: flowNotes(`${area.id}/${column.stage.id}`, notes, room, frame), prompt, isEmpty };
}

const promptHeight = (cell: Cell, frame: EmpathyFrame): number =>
  cell.prompt ? Math.max(cell.prompt.height, cell.isEmpty ? frame.m.stage.cell : 0) : 0;

function cellHeight(cell: Cell, frame: EmpathyFrame): number {
  const { cellPad } = frame.m.stage;
  const asked = promptHeight(cell, frame);
  const between = asked > 0 && cell.flowed.height > 0 ? cellPad * 0.6 : 0;
  return cellPad + asked + between + cell.flowed.height + cellPad + frame.m.note.shadow * 0.6;
}

const rowTitle = (area: Area, frame: EmpathyFrame): TextBlock =>
  textBlock(areaTitle(area.id, frame), frame.m.stage.rowTitle, frame.m.stage.label - 16 * frame.m.unit, frame);

function rowOf(area: Area, columns: readonly StageColumn[], frame: EmpathyFrame): Row {
  const { stage: m, unit, cover } = frame.m;
  const cells = columns.map((column) => cellOf(area, column, frame));
  const proven = frame.proofs ? 6 * unit + cover.text.lineHeight : 0;
  const label = 12 * unit + m.rowIcon + 4 * unit + rowTitle(area, frame).height + proven;
  const least = 2 * m.cellPad + m.cell;
  return { area, cells, height: Math.max(least, label + 6 * unit, ...cells.map((cell) => cellHeight(cell, frame))) };
}

function drawRow(out: Primitive[], row: Row, y: number, h: number, key: string, frame: EmpathyFrame): void {
  const { stage: m, unit } = frame.m;
  const { area } = row;
  const title = rowTitle(area, frame);
  const notes = row.cells.flatMap((cell) => cell.notes);
  const { percent, proven, all } = coverage(notes);
  const { color } = frame.theme;
  out.push(
    stable(frame.memo, `row/${key}/${area.id}`, [y, percent, proven, all], (): GroupPrimitive => {
      const x = frame.x + (frame.isPoster ? 0 : 14 * unit);
      const children: Primitive[] = [icon(AREA_ICONS[area.id], x, y + 12 * unit, m.rowIcon, color.blue)];
      const top = y + 12 * unit + m.rowIcon + 4 * unit;
      const words: Primitive[] = [];
      drawBlock(words, title, x, top, color.ink);
      children.push({
        type: 'group',
        role: 'h2',
        bounds: { x, y: top, w: title.width, h: title.height },
        children: words,
      });
      if (percent !== null && frame.proofs) {
        const text = frame.t('empathy.evidence.percent', { percent });
        const { cover } = frame.m;
        const width = cover.bar + cover.gap + frame.measure.width(text, cover.text.font);
        const marks: Primitive[] = [];
        const middle = top + title.height + 6 * unit + cover.text.lineHeight / 2;
        drawCover(marks, { text, width, share: proven / all, isBare: false }, x, middle, color.ink2, frame);
        children.push({
          type: 'group',
          role: 'p',
          bounds: { x, y: middle - cover.text.lineHeight / 2, w: width, h: cover.text.lineHeight },
          children: marks,
        });
      }
      return { type: 'group', bounds: { x: frame.x, y, w: m.label, h }, children };
    }),
  );
  for (const cell of row.cells) {
    const { column, prompt, flowed, isEmpty } = cell;
    const target = zoneTarget({ area, stageId: column.stage.id });
    zoneArea(out, { x: column.x, y, w: column.w, h }, target, frame);
    let top = y + m.cellPad;
    if (prompt) {
      const full = { ...prompt, height: promptHeight(cell, frame) };
      drawPrompt(out, full, { x: column.x + m.cellPad, y: top }, target, isEmpty, frame);
      top += full.height + m.cellPad * 0.6;
    }
    drawFlowed(out, flowed, top, frame);
  }
}

/** Tint of the chosen column and rules between columns and rows. */
function ground(
  columns: readonly StageColumn[],
  ys: readonly number[],
  key: string,
  frame: EmpathyFrame,
): GroupPrimitive {
  const last = columns[columns.length - 1];
  const right = last ? last.x + last.w : frame.x;
  const places = columns.map(({ x }) => x);
  return stable(frame.memo, `grid/${key}`, [...ys, ...places, right, frame.focus], () => {
    const { color, focusStage } = frame.theme;
    const top = ys[0] ?? 0;
    const bottom = ys[ys.length - 1] ?? 0;
    const hair = frame.m.line / 1.5;
    const children: Primitive[] = [];
    const chosen = columns.find(({ stage }) => stage.id === frame.focus);
    if (chosen) children.push(rect({ x: chosen.x, y: top, w: chosen.w, h: bottom - top }, focusStage.column));
    for (const { x } of columns) children.push(rule(x, top, x, bottom, color.line, hair));
    ys.slice(1, -1).forEach((y, at) => {
      const isFirst = at === 0;
      children.push(rule(frame.x, y, right, y, isFirst ? color.ink : color.line, isFirst ? frame.m.line : hair));
    });
    const x = frame.x;
    return artifact({ x, y: top, w: right - x, h: bottom - top }, children);
  });
}

/** The rows: all areas, or those that a poster was asked to show. */
const areasShown = ({ areas }: Pick<EmpathyFrame, 'areas'>): readonly Area[] =>
  areas ? AREAS.stages.filter(({ id }) => areas.includes(id)) : AREAS.stages;

/** One band of stages: headers, emotion, one row per area. */
function bandOf(
  stages: readonly EmpathyStage[],
  width: number,
  beyond: { readonly before: number | null; readonly after: number | null },
  frame: EmpathyFrame,
) {
  const { stage: m, unit } = frame.m;
  const column = stages.length > 0 ? (width - m.label) / stages.length : width - m.label;
  const columns = stageColumns(frame.doc, stages, frame.x + m.label, column);
  const headers = headersOf(columns, frame);
  const textHeight = Math.max(0, ...headers.map(({ title, duration }) => title.height + (duration?.height ?? 0)));
  const header = Math.max(m.header, textHeight + 10 * unit);
  const emotion = emotionRow(columns, beyond, frame);
  const rows = areasShown(frame).map((area) => rowOf(area, columns, frame));
  const height = header + emotion.height + rows.reduce((sum, row) => sum + row.height, 0);
  const key = stages[0]?.id ?? '';
  const draw = (out: Primitive[], y: number, extra: number): void => {
    const share = extra / rows.length;
    const emotionTop = y + header;
    const ys = [emotionTop, emotionTop + emotion.height];
    for (const row of rows) ys.push((ys[ys.length - 1] ?? 0) + row.height + share);
    out.push(ground(columns, ys, key, frame));
    headers.forEach((each, at) => {
      drawHeader(out, each, at, headers.length, y, header, frame);
    });
    out.push(emotionName(emotionTop, key, frame));
    emotion.draw(out, emotionTop);
    rows.forEach((row, at) => {
      drawRow(out, row, ys[at + 1] ?? 0, row.height + share, key, frame);
    });
    const chosen = columns.find(({ stage }) => stage.id === frame.focus);
    if (chosen)
      out.push(
        focusFrame({ x: chosen.x, y: emotionTop, w: chosen.w, h: (ys[ys.length - 1] ?? 0) - emotionTop }, frame),
      );
  };
  return { height, cells: rows.flatMap((row) => row.cells), draw };
}

const emotionName = (y: number, key: string, frame: EmpathyFrame): GroupPrimitive =>
  stable(frame.memo, `emotionName/${key}`, [y], () => {
    const { stage: m, unit } = frame.m;
    const x = frame.x + (frame.isPoster ? 0 : 14 * unit);
    const block = textBlock(frame.t('empathy.emotionRow'), m.rowTitle, m.label - 12 * unit, frame);
    const children: Primitive[] = [];
    drawBlock(children, block, x, y + 12 * unit, frame.theme.color.ink);
    return {
      type: 'group',
      role: 'h2',
      bounds: { x, y: y + 12 * unit, w: block.width, h: block.height },
      children,
    } as const;
  });

const focusFrame = (box: Box, frame: EmpathyFrame): GroupPrimitive =>
  stable(frame.memo, 'focus', [box.x, box.y, box.w, box.h], () =>
    artifact(box, [frameRect(box, frame.theme.focusStage.border, frame.m.stage.border)]),
  );

/** Half-way to the emotion of the stage beyond a cut. */
function between(a: EmpathyStage | undefined, b: EmpathyStage | undefined): number | null {
  const [one, other] = [a && emotionOf(a), b && emotionOf(b)];
  return one && other ? (one.valence + other.valence) / 2 : null;
}

/** Cells of the layout by stage, and how many of them are empty. */
export function emptyCells(frame: Pick<EmpathyFrame, 'doc' | 'areas'>): {
  readonly empty: number;
  readonly all: number;
} {
  const stages = stagesInOrder(frame.doc);
  const cells = stages.flatMap(({ id }) => areasShown(frame).map((area) => notesInCell(frame.doc, area, id).length));
  return { empty: cells.filter((count) => count === 0).length, all: cells.length };
}

/** The layout by stage, its stages in one band or cut into several stacked ones. */
export function stagesBlock(width: number, room: number, frame: EmpathyFrame, bandCount = 1): MainBlock {
  const stages = stagesInOrder(frame.doc);
  if (stages.length === 0) return noStages(width, room, frame);
  const size = Math.ceil(stages.length / bandCount);
  const parts = Array.from({ length: Math.ceil(stages.length / size) }, (_, at) =>
    stages.slice(at * size, (at + 1) * size),
  );
  const bands = parts.map((part, at) =>
    bandOf(
      part,
      width,
      {
        before: between(parts[at - 1]?.at(-1), part[0]),
        after: between(part.at(-1), parts[at + 1]?.[0]),
      },
      frame,
    ),
  );
  const gap = 24 * frame.m.unit;
  const natural = bands.reduce((sum, band) => sum + band.height, 0) + (bands.length - 1) * gap;
  const height = Math.max(natural, room);
  const draw = (out: Primitive[], y: number): void => {
    let top = y;
    for (const band of bands) {
      const extra = ((height - natural) * band.height) / Math.max(1, natural);
      band.draw(out, top, extra);
      top += band.height + extra + gap;
    }
  };
  return { width, height, draw };
}

function noStages(width: number, room: number, frame: EmpathyFrame): MainBlock {
  const { foot, unit } = frame.m;
  const block = textBlock(typographic(frame.t('empathy.noStages'), frame.lang), foot.text, width - 60 * unit, frame);
  const height = Math.max(room, block.height + 60 * unit);
  const draw = (out: Primitive[], y: number): void => {
    const children: Primitive[] = [];
    const box = { x: frame.x + 30 * unit, y: y + 30 * unit, w: block.width, h: block.height };
    drawBlock(children, block, box.x, box.y, frame.theme.color.ink2);
    out.push({ type: 'group', role: 'p', bounds: box, children });
  };
  return { width, height, draw };
}
