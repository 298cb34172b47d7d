import type { BoardPart } from '../boards/boardKind';
import type { EmpathyMapDoc } from '../boards/empathy-map/model';
import type { JourneyMapDoc } from '../boards/journey-map/model';
import { filters } from '../boards/pieces/noteFilter';
import type { AnyDoc } from '../model/document';
import { type BoardChoice, type ChosenBoard, keptOf } from './boardChoice';
import { chosenEmpathy } from './chosenEmpathy';
import { chosenJourney } from './chosenJourney';

/** True when a choice leaves anything out. */
export const leavesOut = ({ rows, stages, personas, filter }: BoardChoice): boolean =>
  rows.length > 0 || stages.length > 0 || personas.length > 0 || filters(filter);

/** A board or a persona as its poster shows it. The board itself is never changed; a persona has nothing to leave out. */
export function chosenBoard(doc: AnyDoc, choice: BoardChoice): ChosenBoard {
  if (leavesOut(choice)) {
    if (doc.kind === 'journey-map') return chosenJourney(doc as JourneyMapDoc, choice) as ChosenBoard;
    if (doc.kind === 'empathy-map') return chosenEmpathy(doc as EmpathyMapDoc, choice) as ChosenBoard;
  }
  return { doc, part: {} };
}

/** The same document without the notes that a poster does not show, and without groups of none, for what is told of it beside the poster. */
export function toldOf(doc: AnyDoc, { filter }: BoardPart): AnyDoc {
  const only = filter?.only;
  if (!only || (doc.kind !== 'journey-map' && doc.kind !== 'empathy-map')) return doc;
  // Of either kind: only what both have is touched.
  const map = doc as Pick<EmpathyMapDoc, 'notes' | 'clusters'> & AnyDoc;
  const notes = keptOf(map.notes, ({ id }) => only.has(id));
  const filled = new Set(Object.values(notes).map(({ clusterId }) => clusterId));
  const told: typeof map = { ...map, notes, clusters: keptOf(map.clusters, ({ id }) => filled.has(id)) };
  return told;
}
