import { memoised } from '../../../model/reading';
import type { EmpathyNote } from '../model';
import { notesOfArea, stagesInOrder } from '../order';
import { AREAS, type Area } from '../zones';
import type { EmpathyFrame } from './frame';

/** How much wider than usual a crowded sheet may become. Few steps: a sheet that changes its width moves every note. */
const STEPS = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.5] as const;
/** A sheet becomes wider when its zones would make it taller than this share of its shape. */
const TALLEST = 1.45;

/** Room that some notes take, in units squared: an estimate from their letters alone, so that no text is measured for it. */
const crowd = memoised((notes: readonly EmpathyNote[]): number => {
  let area = 0;
  for (const note of notes) {
    const lines = Math.max(2, Math.ceil(note.text.length / 17));
    area += 152 * (54 + lines * 17.4 + (note.image ? 120 : 0));
  }
  return area;
});

/** Room that each area of the canvas has at the usual size, in units squared. */
const CANVAS_ROOM: Readonly<Record<string, number>> = {
  who: 450 * 130,
  need: 350 * 130,
  see: 300 * 220,
  say: 280 * 210,
  do: 1000 * 130,
  hear: 300 * 380,
  'think-feel': 380 * 110,
  pain: 190 * 250,
  gain: 190 * 250,
};
const QUADRANT_ROOM = 520 * 290;

const loadOf = (frame: EmpathyFrame, area: Area, room: number): number => crowd(notesOfArea(frame.doc, area)) / room;

/** How many times the usual room the fullest part of the map needs. */
function load(frame: EmpathyFrame): number {
  if (frame.doc.info.layout === 'quadrants')
    return Math.max(...AREAS.quadrants.map((area) => loadOf(frame, area, QUADRANT_ROOM)));
  return Math.max(...AREAS.canvas.map((area) => loadOf(frame, area, CANVAS_ROOM[area.id] ?? QUADRANT_ROOM)));
}

/**
 * Width of the sheet on screen. It grows downwards first; once its zones would make it much taller than its shape it becomes wider
 * with it, so that the head keeps its proportions.
 */
export function sheetWidth(frame: EmpathyFrame): number {
  const { sheet, stage } = frame.m;
  if (frame.doc.info.layout === 'stages') {
    const count = stagesInOrder(frame.doc).length;
    return Math.max(sheet.w, stage.label + count * stage.column);
  }
  const needed = load(frame);
  const step = STEPS.find((each) => each * each * TALLEST >= needed) ?? STEPS[STEPS.length - 1] ?? 1;
  return Math.round(sheet.w * step);
}
