import type { PersonaId } from '../../../base/ids';
import type { Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { artifact, hitArea, rule } from '../../pieces/shapes';
import { drawBlock, type TextBlock, textBlock } from '../../pieces/textBlock';
import { personaLines, slotsFor } from '../byPersona';
import type { Lane } from '../model';
import { personaName } from '../spokenLabels';
import { cellTarget } from '../targets';
import type { StageColumn } from './columns';
import type { MapFrame, Row } from './frame';
import { cellsOf, drawCells, type NoteKit, type PlacedCell } from './noteLane';
import { headHeight, headText, laneHead, rowBase } from './rowParts';

/** The notes of one persona across the stages. */
interface Line<Shape> {
  readonly personaId: PersonaId | null;
  readonly name: TextBlock;
  readonly cells: readonly PlacedCell<Shape>[];
  readonly height: number;
}

interface Sized {
  /** Room above the first name, for the name of the row. */
  readonly head: number;
  readonly gap: TextBlock;
}

function lineOf<Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
  personaId: PersonaId | null,
  { head, gap }: Sized,
): Line<Shape> {
  const { pad } = frame.m.lane;
  const place = headText(lane, frame);
  const name = textBlock(
    typographic(personaName(frame.doc, personaId, frame), frame.lang),
    frame.m.folded.title,
    place.w,
    frame,
  );
  const cells = cellsOf(lane, frame, kit, {
    name: personaId ?? 'all',
    by: frame.doc.info.personaIds,
    of: (slots) => slotsFor(frame.doc, slots, personaId),
  });
  const ends = cells.map(({ lists, end }) =>
    lists.length > 0 ? end - kit.gap + kit.pad[2] : kit.pad[0] + gap.height + kit.pad[2],
  );
  const height = Math.max(head + name.height + pad[2], ...ends) + frame.m.line;
  return { personaId, name, cells, height };
}

/** What nobody has yet: said in words inside a dashed frame. */
function drawGap(
  out: Primitive[],
  lane: Lane,
  frame: MapFrame,
  column: StageColumn,
  line: Line<unknown>,
  gap: TextBlock,
  y: number,
  h: number,
  kit: NoteKit<never>,
): void {
  const [padTop, padRight, padBottom, padLeft] = kit.pad;
  const x = column.x + frame.m.line;
  const inset = Math.min(padTop, padBottom) * 0.5;
  const box = {
    x: x + padLeft * 0.5,
    y: y + inset,
    w: column.w - frame.m.line - (padLeft + padRight) * 0.5,
    h: h - frame.m.line - 2 * inset,
  };
  const key = `gap/${frame.columns.key}/${lane.id}/${line.personaId}/${column.stage.id}`;
  const make = () => {
    const ink = frame.isPoster ? frame.theme.color.ink2 : frame.theme.color.ink3;
    const width = frame.m.line;
    const children: Primitive[] = [
      { type: 'rect', ...box, stroke: frame.theme.color.lineStrong, strokeWidth: width, dash: [width * 4, width * 3] },
    ];
    drawBlock(children, gap, x + padLeft, y + (h - frame.m.line - gap.height) / 2, ink);
    return { type: 'group', role: 'p', bounds: box, children } as const;
  };
  out.push(stable(frame.memo, key, [box.x, box.y, box.w, box.h, gap, frame.theme.name], make));
}

/** Notes by stage and persona, one line for each persona of the map: what is missing is seen at once. */
export function personaGridRow<Shape extends { readonly height: number }>(
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
): Row {
  const room = Math.min(...frame.columns.stages.map(({ w }) => w)) - kit.pad[1] - kit.pad[3];
  const gap = textBlock(frame.t('journey.persona.gap'), frame.m.prompt, room, frame);
  const top = headText(lane, frame).bottom + frame.m.lane.pad[2];
  const lines = personaLines(frame.doc, lane).map((id, at) =>
    lineOf(lane, frame, kit, id, { head: at === 0 ? top : frame.m.lane.pad[0] * 0.5, gap }),
  );
  const sum = lines.reduce((all, { height }) => all + height, 0);
  const height = Math.max(headHeight(lane, frame), sum);
  const draw = (out: Primitive[], y: number, h: number): void => {
    out.push(rowBase(lane, frame, y, h), laneHead(lane, frame, y, h));
    const stretch = sum === 0 ? 1 : h / sum;
    let at = y;
    lines.forEach((line, index) => {
      const high = line.height * stretch;
      drawLine(out, lane, frame, kit, {
        line,
        gap,
        y: at,
        h: high,
        head: index === 0 ? top : frame.m.lane.pad[0] * 0.5,
      });
      at += high;
    });
  };
  return { lane, height, isEmotion: false, isBlank: false, draw };
}

interface LinePlace<Shape> {
  readonly line: Line<Shape>;
  readonly gap: TextBlock;
  readonly y: number;
  readonly h: number;
  readonly head: number;
}

function drawLine<Shape extends { readonly height: number }>(
  out: Primitive[],
  lane: Lane,
  frame: MapFrame,
  kit: NoteKit<Shape>,
  { line, gap, y, h, head }: LinePlace<Shape>,
): void {
  const { personaId, name, cells } = line;
  const { columns, theme, m } = frame;
  const x = headText(lane, frame).x;
  const right = columns.x + columns.w;
  const key = `${columns.key}/${lane.id}/${personaId}`;
  out.push(
    stable(frame.memo, `lineName/${key}`, [name, x, y, head, theme.name], () => {
      const children: Primitive[] = [];
      drawBlock(children, name, x, y + head, theme.color.ink2);
      return {
        type: 'group',
        role: 'h3',
        bounds: { x, y: y + head, w: name.width, h: name.height },
        children,
      } as const;
    }),
    stable(frame.memo, `lineRule/${key}`, [y, h, right, theme.name], () =>
      artifact({ x: frame.x, y, w: right - frame.x, h }, [
        rule(columns.x, y + h - m.line / 2, right, y + h - m.line / 2, theme.color.line, m.line),
      ]),
    ),
  );
  columns.stages.forEach((column, at) => {
    const place = { laneId: lane.id, stageId: column.stage.id, stepId: null, ...(personaId ? { personaId } : {}) };
    if (!frame.isPoster) {
      const box = { x: column.x, y, w: column.w, h };
      out.push(
        stable(frame.memo, `lineCell/${key}/${column.stage.id}`, [box.x, y, box.w, h], () =>
          hitArea(box, cellTarget(place)),
        ),
      );
    }
    const cell = cells[at];
    if (!cell || cell.lists.length === 0) {
      if (!frame.filter) drawGap(out, lane, frame, column, line, gap, y, h, kit as NoteKit<never>);
      return;
    }
    out.push(...drawCells(frame, kit, [cell], y, h));
  });
}
