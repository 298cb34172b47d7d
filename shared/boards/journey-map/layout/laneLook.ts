import type { Primitive } from '../../../scene/primitives';
import { typographic } from '../../../text/typography';
import { stable } from '../../pieces/layoutMemo';
import { artifact, rect, rule } from '../../pieces/shapes';
import { drawBlock, textBlock } from '../../pieces/textBlock';
import type { Lane, LaneKind } from '../model';
import type { MapFrame, Row } from './frame';
import { SCREEN } from './screenMetrics';

/** The lines of a service blueprint: each lies on top of the first row of its kind. */
const BLUEPRINT_LINES: Readonly<Partial<Record<LaneKind, 'interaction' | 'visibility' | 'internal'>>> = {
  frontstage: 'interaction',
  backstage: 'visibility',
  support: 'internal',
};

/** The rows that carry a line of the blueprint: the first of their kind that is on the sheet. */
export function linedLanes(lanes: readonly Lane[]): ReadonlySet<Lane> {
  const kinds = new Set<LaneKind>();
  return new Set(lanes.filter(({ kind }) => BLUEPRINT_LINES[kind] && !kinds.has(kind) && kinds.add(kind)));
}

/** A row with a line of the blueprint and its name on top. */
function withLine(row: Row, lane: Lane, frame: MapFrame): Row {
  const name = BLUEPRINT_LINES[lane.kind];
  if (!name) return row;
  const m = frame.m;
  const style = { ...m.prompt, font: { ...m.prompt.font, weight: 700 as const } };
  const left = frame.x + m.lane.pad[3];
  const { columns } = frame;
  const right = columns.x + columns.w;
  // The name keeps to the names of the rows: a stage that is framed cuts no words.
  const room = columns.x - left - m.lane.pad[2];
  const block = textBlock(typographic(frame.t(`journey.blueprint.${name}`), frame.lang), style, room, frame);
  const strip = block.height + m.lane.pad[2];
  const draw = (out: Primitive[], y: number, h: number): void => {
    const make = () => {
      const ink = frame.theme.color.ink2;
      const children: Primitive[] = [];
      const top = y + m.lane.pad[2] / 2;
      drawBlock(children, block, left, top, ink);
      const middle = top + block.height / 2;
      const from = columns.x;
      const dash = name === 'visibility' ? [] : [m.indicator.sparkStroke * 4, m.indicator.sparkStroke * 2.5];
      children.push(rule(from, middle, right, middle, ink, m.indicator.sparkStroke, { dash }));
      const bounds = { x: frame.x, y, w: right - frame.x, h: strip };
      return { type: 'group', role: 'p', bounds, children } as const;
    };
    out.push(stable(frame.memo, `blueprint/${columns.key}/${lane.id}`, [y, block, right, frame.theme.name], make));
    row.draw(out, y + strip, h - strip);
  };
  return { ...row, height: row.height + strip, draw };
}

/** A row with its colour along the left edge. Where its notes are stickies they wear it too (`lanePaper`). */
function withColor(row: Row, lane: Lane, frame: MapFrame): Row {
  const { color } = lane;
  if (!color) return row;
  const w = frame.m.lane.pad[3] * 0.5;
  const draw = (out: Primitive[], y: number, h: number): void => {
    row.draw(out, y, h);
    const box = { x: frame.x, y, w, h };
    const { fill, band } = frame.theme.note[color];
    const make = () => artifact(box, [rect(box, fill), rect({ ...box, x: box.x + w * 0.75, w: w * 0.25 }, band)]);
    out.push(stable(frame.memo, `color/${frame.columns.key}/${lane.id}`, [color, box.x, y, h], make));
  };
  return { ...row, draw };
}

/** A row as high as it shall be at least; on paper in the paper's units. */
function withHeight(row: Row, lane: Lane, frame: MapFrame): Row {
  const least = lane.minHeight * (frame.isPoster ? frame.m.moment / SCREEN.moment : 1);
  return least > row.height ? { ...row, height: least } : row;
}

/** A row in the looks its lane was given. */
export function inItsLook(row: Row, lane: Lane, frame: MapFrame, lined: ReadonlySet<Lane>): Row {
  const high = withHeight(row, lane, frame);
  const colored = withColor(high, lane, frame);
  return lined.has(lane) ? withLine(colored, lane, frame) : colored;
}
