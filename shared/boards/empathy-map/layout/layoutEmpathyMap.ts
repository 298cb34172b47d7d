import type { Primitive, Scene } from '../../../scene/primitives';
import type { LayoutContext } from '../../boardKind';
import { turnMemo } from '../../pieces/layoutMemo';
import { sheetPaper } from '../../pieces/sheetPaper';
import type { EmpathyMapDoc } from '../model';
import { canvasBlock } from './canvas';
import { findingsBand, reserveBand, stagesFoot } from './footBands';
import { type Block, type EmpathyFrame, frameOf, type MainBlock } from './frame';
import { screenFoot } from './legend';
import { layoutEmpathyPoster } from './poster';
import { quadrantsBlock } from './quadrants';
import { sheetWidth } from './sheetSize';
import { stagesBlock } from './stages';

/** The main part of the map in its layout, at least as high as `room`. */
function mainBlock(width: number, room: number, frame: EmpathyFrame): MainBlock {
  const { layout } = frame.doc.info;
  if (layout === 'canvas') return canvasBlock(width, room, frame);
  return layout === 'quadrants' ? quadrantsBlock(width, room, frame) : stagesBlock(width, 0, frame);
}

/** The map on screen: the sheet on the wall, what waits in reserve at its foot, title and legend under it. */
function layoutScreen(doc: EmpathyMapDoc, ctx: LayoutContext, form: 'screen' | 'compact'): Scene {
  const frame = frameOf(doc, ctx, form);
  turnMemo(frame.memo);
  const { m } = frame;
  const width = sheetWidth(frame);
  const room = (m.sheet.h * width) / m.sheet.w;
  const blocks: readonly Block[] = [
    mainBlock(width, room, frame),
    ...[stagesFoot, findingsBand, reserveBand].map((band) => band(width, frame)).filter((band) => band !== null),
  ];
  const height = blocks.reduce((sum, block) => sum + block.height, 0);
  const items: Primitive[] = [sheetPaper(frame, { x: frame.x, y: 0, w: width, h: height })];
  let y = 0;
  for (const block of blocks) {
    block.draw(items, y);
    y += block.height;
  }
  const foot = screenFoot(width - 2 * m.legend.left, frame);
  foot.draw(items, height + m.legend.top);
  return {
    width: frame.x + width + m.margin.right,
    height: height + m.legend.top + foot.height + m.margin.bottom,
    background: ctx.theme.color.wall,
    items,
    title: doc.info.title,
    lang: ctx.lang,
  };
}

/**
 * Draws an empathy map: on screen (`screen`, `compact`) or as a poster for a sheet. The same document, context and view give the
 * same scene; notes that did not change keep the very same groups from one layout to the next.
 */
export function layoutEmpathyMap(doc: EmpathyMapDoc, ctx: LayoutContext): Scene {
  return ctx.view.form === 'poster' ? layoutEmpathyPoster(doc, ctx) : layoutScreen(doc, ctx, ctx.view.form);
}
