import type { EmpathyMapDoc, EmpathyNote } from '../boards/empathy-map/model';
import { notesOfZone, reserveOf, stagesInOrder } from '../boards/empathy-map/order';
import { AREAS, areaOf, ZONE_COLORS, type ZoneId } from '../boards/empathy-map/zones';
import { filters, meets } from '../boards/pieces/noteFilter';
import { type BoardChoice, type ChosenBoard, keptOf, left } from './boardChoice';

/** Areas that can be left out: rows of the layout by stage. On the canvas and in quadrants they are the sheet itself. */
export const choosableAreas = ({ info }: EmpathyMapDoc): readonly string[] =>
  info.layout === 'stages' ? AREAS.stages.map(({ id }) => id) : [];

/** Zones whose notes wait at the foot of the sheet, where they can be left out. */
export const choosableZones = (doc: EmpathyMapDoc): readonly ZoneId[] =>
  [...reserveOf(doc).keys()].filter(
    (zone) => areaOf(doc.info.layout, zone) === null && notesOfZone(doc, zone).length > 0,
  );

/**
 * An empathy map as its poster shows it: without rows and stages of the layout by stage, without zones that wait in reserve; notes go with them, and findings
 * with either of their notes.
 */
export function chosenEmpathy(doc: EmpathyMapDoc, { rows, stages, filter }: BoardChoice): ChosenBoard<EmpathyMapDoc> {
  const { layout } = doc.info;
  const areas = choosableAreas(doc);
  const shownAreas = left(areas, rows, (id) => id);
  const zones = choosableZones(doc).filter((zone) => rows.includes(zone));
  const isStaged = layout === 'stages';
  const all = stagesInOrder(doc);
  const shownStages = isStaged ? left(all, stages, ({ id }) => id) : all;
  const gone = new Set<string>(all.filter((stage) => !shownStages.includes(stage)).map(({ id }) => id));
  const isShown = ({ zone, stageId }: EmpathyNote): boolean => {
    const area = areaOf(layout, zone);
    if (zones.includes(zone) || (isStaged && area && !shownAreas.includes(area.id))) return false;
    return !(isStaged && stageId !== null && gone.has(stageId));
  };
  const notes = keptOf(doc.notes, isShown);
  const filled = new Set(Object.values<EmpathyNote>(notes).map(({ clusterId }) => clusterId));
  const only = filters(filter)
    ? new Set<string>(
        Object.values<EmpathyNote>(notes)
          .filter((note) => meets(note, filter, ZONE_COLORS[note.zone]))
          .map(({ id }) => id),
      )
    : null;
  const stands = (id: string) => Object.hasOwn(notes, id) && (only === null || only.has(id));
  const chosen: EmpathyMapDoc = {
    ...doc,
    notes,
    clusters: keptOf(doc.clusters, ({ id }) => filled.has(id)),
    stages: keptOf(doc.stages, ({ id }) => !gone.has(id)),
    findings: keptOf(doc.findings, ({ sayId, doId }) => stands(sayId) && stands(doId)),
  };
  return {
    doc: chosen,
    part: {
      ...(shownAreas.length < areas.length ? { areas: shownAreas } : {}),
      ...(only ? { filter: { only } } : {}),
    },
  };
}
