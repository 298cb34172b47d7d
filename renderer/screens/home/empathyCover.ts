import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import { notesOfArea } from '@shared/boards/empathy-map/order';
import { AREAS, type Area, type AreaId, type EmpathyLayout, ZONE_COLORS } from '@shared/boards/empathy-map/zones';
import type { Portrait } from '@shared/boards/persona/model';
import { portraitScene } from '@shared/boards/persona/portrait';
import type { Theme } from '@shared/model/theme';
import type { Box, Primitive } from '@shared/scene/primitives';

const PORTRAIT = 104;
const MARGIN = 12;
/** A note in small, and the gap to the next one. */
const NOTE = { w: 13, h: 9, gap: 3 } as const;

/** Rows of areas as the layouts draw them, roughly. */
const ROWS: Readonly<Record<EmpathyLayout, readonly (readonly AreaId[])[]>> = {
  canvas: [['who', 'need'], ['hear', 'think-feel', 'see'], ['pain', 'gain', 'say'], ['do']],
  quadrants: [
    ['say', 'think'],
    ['do', 'feel'],
  ],
  stages: [['feel'], ['think'], ['say'], ['do']],
};

/** An empathy map in small: who it is about, and the papers of its zones, as many as have room. */
export function empathyCover(
  doc: EmpathyMapDoc,
  portrait: Portrait | null,
  theme: Theme,
  box: Box,
): readonly Primitive[] {
  const left = portrait ? PORTRAIT : 0;
  const map: Box = { x: box.x + left, y: box.y, w: box.w - left, h: box.h };
  const inner: Box = { x: map.x + MARGIN, y: map.y + MARGIN, w: map.w - 2 * MARGIN, h: map.h - 2 * MARGIN };
  const out: Primitive[] = [{ type: 'rect', ...map, fill: theme.color.paper2 }];
  if (portrait) {
    const place = { x: box.x, y: box.y, w: left, h: box.h };
    out.push(...portraitScene(portrait, place, { view: { x: 20, y: 30, w: 160, h: 200 } }));
  }
  const rows = ROWS[doc.info.layout];
  const h = inner.h / rows.length;
  rows.forEach((row, at) => {
    const w = inner.w / row.length;
    row.forEach((id, column) => {
      const area = AREAS[doc.info.layout].find((each) => each.id === id);
      if (area) drawArea(out, doc, area, { x: inner.x + column * w, y: inner.y + at * h, w, h }, theme);
    });
  });
  return out;
}

function drawArea(out: Primitive[], doc: EmpathyMapDoc, area: Area, box: Box, theme: Theme): void {
  const frame = { x: box.x + 1, y: box.y + 1, w: box.w - 2, h: box.h - 2 };
  out.push({ type: 'rect', ...frame, fill: theme.color.paper, stroke: theme.color.line, strokeWidth: 1 });
  const columns = Math.floor((frame.w - NOTE.gap) / (NOTE.w + NOTE.gap));
  const rows = Math.floor((frame.h - NOTE.gap) / (NOTE.h + NOTE.gap));
  notesOfArea(doc, area)
    .slice(0, Math.max(0, columns * rows))
    .forEach((note: EmpathyNote, at) => {
      out.push({
        type: 'rect',
        x: frame.x + NOTE.gap + (at % columns) * (NOTE.w + NOTE.gap),
        y: frame.y + NOTE.gap + Math.floor(at / columns) * (NOTE.h + NOTE.gap),
        w: NOTE.w,
        h: NOTE.h,
        fill: theme.note[note.color ?? ZONE_COLORS[note.zone]].fill,
      });
    });
}
