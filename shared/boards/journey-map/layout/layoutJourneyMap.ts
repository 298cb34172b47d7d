import type { StageId } from '../../../base/ids';
import type { Box, GroupPrimitive, Primitive, Scene } from '../../../scene/primitives';
import type { LayoutContext } from '../../boardKind';
import { lostName, memoOf, stable, turnMemo } from '../../pieces/layoutMemo';
import type { Legend } from '../../pieces/legend';
import { filters } from '../../pieces/noteFilter';
import { paletteOf } from '../../pieces/palette';
import { artifact, frameRect, rule } from '../../pieces/shapes';
import { sheetPaper } from '../../pieces/sheetPaper';
import type { JourneyMapDoc, Lane, LaneKind } from '../model';
import { shownStages } from '../shown';
import { columnsOf } from './columns';
import type { MapFrame } from './frame';
import { journeyLines } from './journeyLines';
import { legend } from './legend';
import { mapRows } from './mapRows';
import { layoutPoster } from './poster/layoutPoster';
import { screenMetrics } from './screenMetrics';

/** Rows that the compact screen folds until somebody opens them. */
const FOLDED_WHEN_COMPACT: ReadonlySet<LaneKind> = new Set(['actions', 'contents']);

function frameOf(doc: JourneyMapDoc, ctx: LayoutContext, form: 'screen' | 'compact'): MapFrame {
  const m = screenMetrics(form);
  const x = m.margin.left;
  const memo = memoOf(ctx.measure, `${form}/${ctx.lang}/${ctx.theme.name}${lostName(ctx.lost)}`);
  turnMemo(memo);
  const columns = columnsOf(doc, { stages: shownStages(doc), x: x + m.laneHeader, moment: m.moment, line: m.line });
  return {
    doc,
    t: ctx.t,
    lang: ctx.lang,
    measure: ctx.measure,
    personas: ctx.personas,
    ...(ctx.boards ? { boards: ctx.boards } : {}),
    theme: ctx.theme,
    palette: paletteOf(ctx.theme, 'screen'),
    m,
    columns,
    x,
    isPoster: false,
    bleed: null,
    filter: filters(ctx.view.filter) ? ctx.view.filter : undefined,
    focus: ctx.view.focus?.kind === 'stage' ? (ctx.view.focus.id as StageId) : null,
    opinions: ctx.view.opinions ?? false,
    lost: ctx.lost,
    memo,
  };
}

/** What was said at the faces, and the names of lines: they may lie across the edge of a column. */
const isSaid = ({ role, target }: GroupPrimitive): boolean =>
  role === 'p' && target !== undefined && SAID.has(target.kind);

const SAID: ReadonlySet<string> = new Set(['quote', 'emotion-point', 'sheet', 'touchpoint', 'indicator', 'jump']);

const saidIn = (items: readonly Primitive[]): readonly Box[] =>
  items.flatMap((item) => (item.type === 'group' && isSaid(item) ? [item.bounds] : []));

/** Stretches of an edge of the frame that are left open, so that it cuts no words: top and bottom of each, in order. */
function openings(x: number, frame: MapFrame, said: readonly Box[]): readonly (readonly [number, number])[] {
  const clear = frame.m.focusBorder + 3;
  return said
    .filter((box) => box.x < x + clear && x - clear < box.x + box.w)
    .map((box) => [box.y, box.y + box.h] as const)
    .sort((a, b) => a[0] - b[0]);
}

/** Frame around the chosen column, under its arrow. It stands in the margins of the cells and opens for quotes. */
function focusFrame(frame: MapFrame, top: number, bottom: number, said: readonly Box[]): GroupPrimitive | null {
  const chosen = frame.columns.stages.find((column) => column.stage.id === frame.focus);
  if (!chosen) return null;
  const { focusBorder: border } = frame.m;
  const box = { x: chosen.x, y: top, w: chosen.w + 1, h: bottom - top };
  const sides = [box.x + border / 2, box.x + box.w - border / 2].map((x) => ({ x, gaps: openings(x, frame, said) }));
  const cuts = sides.flatMap(({ x, gaps }) => [x, ...gaps.flat()]);
  return stable(frame.memo, 'focus', [chosen.x, chosen.w, top, bottom, ...cuts], () => {
    const color = frame.theme.focusStage.border;
    if (sides.every(({ gaps }) => gaps.length === 0)) return artifact(box, [frameRect(box, color, border)]);
    const lines: Primitive[] = [top + border / 2, bottom - border / 2].map((y) =>
      rule(box.x, y, box.x + box.w, y, color, border),
    );
    for (const { x, gaps } of sides) {
      let from = top;
      for (const [start, end] of [...gaps, [bottom, bottom] as const]) {
        if (start > from) lines.push(rule(x, from, x, start, color, border));
        from = Math.max(from, end);
      }
    }
    return artifact(box, lines);
  });
}

function screenLegend(frame: MapFrame, anyFolded: boolean, width: number): Legend {
  const isCompact = frame.m.name === 'compact';
  return legend(frame, {
    faces: ['-2', '0', '2'],
    emotionText: frame.t(isCompact ? 'journey.legend.emotionShort' : 'journey.legend.emotion'),
    voteText: frame.t('journey.legend.vote'),
    papers: false,
    folded: anyFolded,
    metrics: !isCompact,
    width,
  });
}

function drawLegend(out: Primitive[], frame: MapFrame, made: Legend, x: number, y: number): void {
  if (made.height === 0) return;
  const items: Primitive[] = [];
  made.draw(items, x, y);
  const bounds = { x, y, w: made.width, h: made.height };
  out.push(stable(frame.memo, 'legend', [x, y, made.key], () => ({ type: 'group', bounds, children: items }) as const));
}

/** The map on screen: the sheet on the wall, as wide as its stages, as high as its rows; the legend under it. */
function layoutScreen(doc: JourneyMapDoc, ctx: LayoutContext, form: 'screen' | 'compact'): Scene {
  const frame = frameOf(doc, ctx, form);
  const { m, columns } = frame;
  const unfolded = new Set<string>(ctx.view.unfolded ?? []);
  const isFolded = (lane: Lane): boolean =>
    lane.folded || (form === 'compact' && FOLDED_WHEN_COMPACT.has(lane.kind) && !unfolded.has(lane.id));
  const rows = mapRows(frame, isFolded);
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const sheet = { x: frame.x, y: 0, w: m.laneHeader + columns.w + m.padRight, h: height };
  const items: Primitive[] = [sheetPaper(frame, sheet)];
  const said: Box[] = [];
  let y = 0;
  for (const row of rows) {
    const from = items.length;
    row.draw(items, y, row.height);
    y += row.height;
    if (row.isEmotion || row.lane === null) said.push(...saidIn(items.slice(from)));
  }
  items.push(...journeyLines(frame, rows[0]?.height ?? 0, height, items));
  const chosen = focusFrame(frame, rows[0]?.height ?? 0, height, said);
  if (chosen) items.push(chosen);
  const anyFolded = rows.some((row) => row.lane !== null && isFolded(row.lane));
  const width = sheet.w - 2 * m.legend.left;
  const made = screenLegend(frame, anyFolded, width);
  drawLegend(items, frame, made, sheet.x + m.legend.left, height + m.legend.top);
  return {
    width: Math.max(sheet.x + sheet.w, sheet.x + m.legend.left + made.width) + m.margin.right,
    height: height + m.legend.top + made.height + m.margin.bottom,
    background: ctx.theme.color.wall,
    items,
    title: doc.info.title,
    lang: ctx.lang,
  };
}

/**
 * Draws a journey map: on screen (`screen`, `compact`) or as a poster for a sheet. The same document, context and view give
 * the same scene; entities that did not change keep the very same groups from one layout to the next.
 */
export function layoutJourneyMap(doc: JourneyMapDoc, ctx: LayoutContext): Scene {
  return ctx.view.form === 'poster' ? layoutPoster(doc, ctx) : layoutScreen(doc, ctx, ctx.view.form);
}
