import type { LaneId, PersonaId } from '../../base/ids';
import { holdsNotes, type JourneyMapDoc, type Lane, type Note, STEP_LANES } from './model';
import { type CellSlot, cellsOfLane, noteLists } from './order';

/** True for rows that have a line for each persona of the map: rows of notes that span their stages, where the team asked for it. */
export const isByPersona = ({ info }: Pick<JourneyMapDoc, 'info'>, { kind, byPersona }: Lane): boolean =>
  byPersona && canBeByPersona(kind) && info.personaIds.length > 0;

export const canBeByPersona = (kind: Lane['kind']): boolean => holdsNotes(kind) && !STEP_LANES.has(kind);

/** Whom a note is for: a persona of the map, or null for all of them. */
export const forWhom = (
  { info }: Pick<JourneyMapDoc, 'info'>,
  { personaId }: Pick<Note, 'personaId'>,
): PersonaId | null => (personaId !== null && info.personaIds.includes(personaId) ? personaId : null);

/** Whom a piece of a cell is for: a group goes with its first note. */
export const slotFor = (doc: Pick<JourneyMapDoc, 'info'>, slot: CellSlot): PersonaId | null => {
  const note = slot.cluster ? slot.notes[0] : slot.note;
  return note ? forWhom(doc, note) : null;
};

interface Split {
  readonly personaIds: readonly PersonaId[];
  readonly lists: Map<PersonaId | null, CellSlot[]>;
}

const splits = new WeakMap<readonly CellSlot[], Split>();
const NOTHING: readonly CellSlot[] = [];

/** What of a cell is for one persona, or for everybody: the same list for the same cell, so that what was placed stays placed. */
export function slotsFor(
  doc: JourneyMapDoc,
  slots: readonly CellSlot[],
  personaId: PersonaId | null,
): readonly CellSlot[] {
  if (slots.length === 0) return slots;
  const { personaIds } = doc.info;
  let split = splits.get(slots);
  if (!split || split.personaIds !== personaIds) {
    const lists: Split['lists'] = new Map();
    for (const slot of slots) {
      const whose = slotFor(doc, slot);
      const list = lists.get(whose);
      if (list) list.push(slot);
      else lists.set(whose, [slot]);
    }
    split = { personaIds, lists };
    splits.set(slots, split);
  }
  return split.lists.get(personaId) ?? NOTHING;
}

const usedIn = new WeakMap<object, Map<LaneId, ReadonlySet<PersonaId | null>>>();

/** Whom the notes of a row are for, as it is written on them: read once for as long as its cells hold the same. */
function personasUsed(doc: JourneyMapDoc, laneId: LaneId): ReadonlySet<PersonaId | null> {
  const cells = cellsOfLane(doc, laneId);
  const byLane = usedIn.get(cells) ?? new Map<LaneId, ReadonlySet<PersonaId | null>>();
  usedIn.set(cells, byLane);
  const known = byLane.get(laneId);
  if (known) return known;
  const used = new Set<PersonaId | null>();
  for (const notes of noteLists(doc)) {
    if (notes[0]?.laneId === laneId) for (const { personaId } of notes) used.add(personaId);
  }
  byLane.set(laneId, used);
  return used;
}

/** The lines of a row by persona: one for everybody where a note is for all, then each persona of the map in its order. */
export function personaLines(doc: JourneyMapDoc, lane: Lane): readonly (PersonaId | null)[] {
  const { personaIds } = doc.info;
  const forAll = [...personasUsed(doc, lane.id)].some((id) => id === null || !personaIds.includes(id));
  return forAll ? [null, ...personaIds] : personaIds;
}
