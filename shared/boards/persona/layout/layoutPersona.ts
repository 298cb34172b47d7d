import type { Primitive, Scene } from '../../../scene/primitives';
import type { LayoutContext } from '../../boardKind';
import { turnMemo } from '../../pieces/layoutMemo';
import { sheetPaper } from '../../pieces/sheetPaper';
import type { PersonaDoc } from '../model';
import { oneLine } from '../words';
import { legendPart } from './foot';
import { frameOf } from './frame';
import { metricsOf } from './metrics';
import { pageFor } from './page';
import { layoutPersonaPoster } from './poster';

/** The page on screen: the sheet on the wall, the signs in words under it. */
function layoutScreen(doc: PersonaDoc, ctx: LayoutContext, form: 'screen' | 'compact'): Scene {
  const m = metricsOf(form);
  const frame = frameOf(doc, ctx, m);
  turnMemo(frame.memo);
  const page = pageFor(m.sheet.w, { workshop: '', line: '' }, frame);
  const height = Math.max(m.sheet.h, page.least);
  const { left, right, bottom } = m.margin;
  const items: Primitive[] = [sheetPaper(frame, { x: left, y: 0, w: m.sheet.w, h: height })];
  page.draw(items, { x: left, y: 0 }, height);
  const legend = legendPart(m.sheet.w, m.legend.text, frame);
  legend.draw(items, left, height + m.legend.top);
  return {
    width: left + m.sheet.w + right,
    height: height + m.legend.top + legend.height + bottom,
    background: ctx.theme.color.wall,
    items,
    title: oneLine(doc.info.name) || ctx.t('persona.unnamed'),
    lang: ctx.lang,
  };
}

/**
 * Draws a persona: on screen (`screen`, `compact`) or as a poster for a sheet. The same document, context and view give the same scene;
 * blocks that did not change keep the very same groups from one layout to the next.
 */
export function layoutPersona(doc: PersonaDoc, ctx: LayoutContext): Scene {
  return ctx.view.form === 'poster' ? layoutPersonaPoster(doc, ctx) : layoutScreen(doc, ctx, ctx.view.form);
}
