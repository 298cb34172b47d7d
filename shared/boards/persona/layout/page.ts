import type { Primitive } from '../../../scene/primitives';
import { rule } from '../../pieces/shapes';
import { entriesOf, shownBlocks } from '../order';
import { bandLeast, drawBand, factsPart } from './band';
import { type BlockPart, blockPart } from './block';
import { cutColumns } from './columns';
import { footPart } from './foot';
import type { PersonaFrame } from './frame';
import { headPart } from './head';

/** The sheet laid out for a width: as high as its words need. */
export interface Page {
  /** Least height at which nothing overlaps. */
  readonly least: number;
  /** Draws the page with its top left corner at a place, as high as it is told to be. */
  draw(out: Primitive[], at: { readonly x: number; readonly y: number }, height: number): void;
}

/** Numbers of columns to try: as many as there is room for; on a poster also fewer and wider ones, for blocks that are long. */
function columnCounts(inner: number, blocks: number, frame: PersonaFrame): readonly number[] {
  const { least, gap } = frame.m.column;
  const room = Math.max(1, Math.floor((inner + gap) / (least + gap)));
  const most = Math.max(1, Math.min(room, blocks));
  return frame.isPoster ? [...new Set([most, Math.ceil(most * 0.7), Math.ceil(most * 0.5)])] : [most];
}

interface Columns {
  readonly w: number;
  readonly parts: readonly (readonly BlockPart[])[];
  readonly height: number;
}

function columnsOf(count: number, inner: number, frame: PersonaFrame): Columns {
  const { most, gap } = frame.m.column;
  const full = (inner - (count - 1) * gap) / count;
  // A column alone is as wide as a line that is still read with ease.
  const w = count >= 2 ? full : Math.min(full, most * 1.6);
  const parts = standing(frame).map((block) => blockPart(block, w, frame));
  const starts = cutColumns(
    parts.map(({ height }) => height),
    count,
  );
  const columns = starts.map((start, at) => parts.slice(start, starts[at + 1] ?? parts.length));
  const heights = columns.map((all) => all.reduce((sum, { height }) => sum + height, 0));
  return { w, parts: columns, height: Math.max(0, ...heights) };
}

/** Blocks that stand on the page; a poster leaves empty ones out. */
const standing = (frame: PersonaFrame) =>
  shownBlocks(frame.doc).filter(({ id }) => !frame.isPoster || entriesOf(frame.doc, id).length > 0);

/** Lays the page out for a width: band at the left; head, columns and foot beside it. */
export function pageFor(
  width: number,
  texts: { readonly workshop: string; readonly line: string },
  frame: PersonaFrame,
): Page {
  const { m } = frame;
  const inner = width - m.band.w - m.page.left - m.page.right;
  const facts = factsPart(frame);
  const head = headPart(inner, texts.workshop, frame);
  const foot = footPart(inner, texts.line, frame);
  const columns = columnCounts(inner, standing(frame).length, frame)
    .map((count) => columnsOf(count, inner, frame))
    .reduce((best, each) => (each.height < best.height - 0.01 ? each : best));
  const least = Math.max(
    m.page.top + head.height + columns.height + m.foot.above + foot.height + m.page.bottom,
    bandLeast(facts, frame),
  );
  const draw: Page['draw'] = (out, at, height) => {
    drawBand(out, facts, at, height, frame);
    const left = at.x + m.band.w + m.page.left;
    const top = at.y + m.page.top;
    head.draw(out, left, top);
    columns.parts.forEach((all, index) => {
      const x = left + index * (columns.w + m.column.gap);
      drawColumn(out, all, x, top + head.height, columns.w, frame);
    });
    foot.draw(out, left, at.y + height - m.page.bottom - foot.height);
  };
  return { least, draw };
}

function drawColumn(
  out: Primitive[],
  parts: readonly BlockPart[],
  x: number,
  top: number,
  width: number,
  frame: PersonaFrame,
): void {
  const { hair } = frame.m.block;
  let y = top;
  parts.forEach((part, at) => {
    part.draw(out, x, y);
    y += part.height;
    if (at < parts.length - 1) out.push(rule(x, y, x + width, y, frame.theme.color.line, hair));
  });
}
