import type { Box, Primitive, Target } from '../../../scene/primitives';
import type { EmpathyNote } from '../model';
import { notesOfArea } from '../order';
import { zoneTarget } from '../targets';
import type { Area } from '../zones';
import { drawFlowed, evenColumns, type FlowRoom, flowNotes } from './flow';
import { type EmpathyFrame, shown } from './frame';
import { drawPrompt, type HeadInks, type Prompt, paperInks, promptFor } from './zoneParts';

/** The notes of an area, or its questions, measured for a room. Heights count from the top of the notes. */
export interface ZoneNotes {
  readonly area: Area;
  readonly notes: readonly EmpathyNote[];
  readonly height: number;
  draw(out: Primitive[], y: number): void;
}

export interface ZoneRoom {
  readonly x: number;
  readonly w: number;
  /** `grid` keeps its columns; `even` lets few notes be wider and shares rows evenly. */
  readonly columns: number | 'even';
  readonly row: number;
  readonly blocked?: readonly Box[];
  readonly wideLast?: boolean;
  readonly gapY?: number;
  readonly inks?: HeadInks;
  /** Number of a try with another room for the same notes. */
  readonly attempt?: number;
  /** Where the questions stand, when the room's first row is not free. */
  readonly promptTop?: number;
}

/** Lets the notes of an area flow, its questions in front of them or in their place. */
export function zoneNotes(area: Area, room: ZoneRoom, frame: EmpathyFrame): ZoneNotes {
  const notes = shown(notesOfArea(frame.doc, area), frame);
  const isEmpty = notesOfArea(frame.doc, area).length === 0;
  const prompt = promptFor(area, isEmpty, room.w, frame);
  const target = zoneTarget({ area, stageId: null });
  const top = prompt ? promptRoom(prompt, isEmpty, room, frame) : 0;
  const even = room.columns === 'even' ? evenColumns(notes.length, room.w, frame) : null;
  const flow: FlowRoom = {
    x: room.x,
    w: even ? even.w : room.w,
    reach: room.w,
    columns: even ? even.columns : Number(room.columns),
    gapX: frame.m.flow.gapX,
    gapY: room.gapY ?? frame.m.flow.gapY,
    row: room.row,
    blocked: (room.blocked ?? []).map((box) => ({ ...box, y: box.y - top })),
    wideLast: room.wideLast ?? false,
    places: true,
  };
  const flowed = flowNotes(`${area.id}${room.attempt ? `/${room.attempt}` : ''}`, notes, flow, frame);
  const height = isEmpty ? top : top + flowed.height;
  const draw = (out: Primitive[], y: number): void => {
    if (prompt)
      drawQuestions(
        out,
        prompt,
        { x: room.x, y: y + (isEmpty ? (room.promptTop ?? 0) : 0) },
        target,
        isEmpty,
        room,
        frame,
      );
    drawFlowed(out, flowed, y + top, frame);
  };
  return { area, notes, height, draw };
}

function promptRoom(prompt: Prompt, isEmpty: boolean, room: ZoneRoom, frame: EmpathyFrame): number {
  return isEmpty ? prompt.height + (room.promptTop ?? 0) : prompt.height + frame.m.flow.gapY * 0.6;
}

function drawQuestions(
  out: Primitive[],
  prompt: Prompt,
  at: { readonly x: number; readonly y: number },
  target: Target,
  isEmpty: boolean,
  room: ZoneRoom,
  frame: EmpathyFrame,
): void {
  drawPrompt(out, prompt, at, target, isEmpty, frame, (room.inks ?? paperInks(frame)).soft);
}
