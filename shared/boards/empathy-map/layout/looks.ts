import type { NoteId } from '../../../base/ids';
import type { NoteColor } from '../../../model/note';
import type { Drawn } from '../../pieces/layoutMemo';
import { type PaperLook, type PaperShape, paperShape } from '../../pieces/paperNote';
import type { EmpathyNote } from '../model';
import { findingNumbers } from '../outline';
import { ZONE_COLORS } from '../zones';
import type { EmpathyFrame } from './frame';

const looks = new WeakMap<object, Map<string, PaperLook>>();

/** The look of a note: the paper of its zone and the numbers of its findings. The same object for notes that look alike. */
function lookOf(color: NoteColor, numbers: readonly number[], frame: EmpathyFrame): PaperLook {
  let known = looks.get(frame.memo);
  if (!known) {
    known = new Map();
    looks.set(frame.memo, known);
  }
  const key = `${color}/${numbers.join()}`;
  const look = known.get(key);
  if (look) return look;
  const made = { color, tabs: numbers };
  known.set(key, made);
  return made;
}

const NONE: readonly number[] = [];

/** A note on its paper, measured for a width and remembered while it stays the same. */
export function measureNote(
  note: EmpathyNote,
  width: number,
  frame: EmpathyFrame,
  family: 'paper' | 'wide' = 'paper',
): Drawn<PaperShape> {
  const numbers = findingNumbers(frame.doc).get(note.id as NoteId) ?? NONE;
  return paperShape(note, width, frame, lookOf(ZONE_COLORS[note.zone], numbers, frame), family);
}
