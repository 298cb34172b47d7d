import type { StageId } from '@shared/base/ids';
import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import { type FlowItem, flowOf, notesInCell, notesOfArea, stagesInOrder } from '@shared/boards/empathy-map/order';
import { type ZonePlace, zonePlace, zoneTarget } from '@shared/boards/empathy-map/targets';
import { AREAS, nextArea } from '@shared/boards/empathy-map/zones';
import type { Target } from '@shared/scene/primitives';
import { notesIn, zoneOf } from './entities';

const asTarget = (item: FlowItem): Target =>
  item.kind === 'note' ? { kind: 'note', id: item.note.id } : { kind: 'cluster', id: item.cluster.id };

/** Notes of a zone (of a cell, by stage), in order, hand-placed ones among them. */
export const notesAt = (doc: EmpathyMapDoc, { area, stageId }: ZonePlace): readonly EmpathyNote[] =>
  doc.info.layout === 'stages' ? notesInCell(doc, area, stageId) : notesOfArea(doc, area);

/** What flows in a zone: loose notes and groups. By stage every note flows. */
const flowAt = (doc: EmpathyMapDoc, place: ZonePlace, without: string | null = null): readonly FlowItem[] =>
  flowOf(
    doc,
    notesAt(doc, place).filter(({ id, clusterId }) => id !== without && (without === null || clusterId !== without)),
    { placed: doc.info.layout !== 'stages' },
  );

/** What stands in a place, in order: of a group its notes; of a zone what flows there. */
export function contentsOf(doc: EmpathyMapDoc, place: Target): readonly Target[] {
  if (place.kind === 'cluster') return notesIn(doc, place.id).map(({ id }) => ({ kind: 'note', id }));
  const zone = zonePlace(place, doc.info.layout);
  return zone ? flowAt(doc, zone).map(asTarget) : [];
}

/**
 * Index among the notes of a zone for something that goes before the `at`-th thing that flows there, itself not counted: what the
 * commands count by. Null is the end.
 */
export function noteIndex(doc: EmpathyMapDoc, zone: ZonePlace, at: number | null, self: string): number | null {
  if (at === null) return null;
  const notes = notesAt(doc, zone).filter(({ id, clusterId }) => id !== self && clusterId !== self);
  const item = flowAt(doc, zone, self)[at];
  if (!item) return null;
  const first = item.kind === 'note' ? item.note : item.notes[0];
  return first ? notes.indexOf(first) : null;
}

/** The zone that Tab goes to; by stage the next stage, then the next row. Null past the ends. */
export function zoneBeside(doc: EmpathyMapDoc, from: Target, by: 1 | -1): Target | null {
  const zone = zoneOf(doc, from);
  if (!zone) return null;
  const { layout } = doc.info;
  if (layout !== 'stages') return zoneTarget({ area: nextArea(layout, zone.area.id, by), stageId: null });
  const stages = stagesInOrder(doc);
  const stage = stages[stages.findIndex(({ id }) => id === zone.stageId) + by];
  if (stage) return zoneTarget({ area: zone.area, stageId: stage.id });
  const areas = AREAS.stages;
  const area = areas[areas.findIndex(({ id }) => id === zone.area.id) + by];
  const edge = stages.at(by > 0 ? 0 : -1);
  return area && edge ? zoneTarget({ area, stageId: edge.id }) : null;
}

/** The cell above or below in the layout by stage. */
export function rowBeside(zone: ZonePlace, by: 1 | -1): ZonePlace | null {
  const area = AREAS.stages[AREAS.stages.findIndex(({ id }) => id === zone.area.id) + by];
  return area ? { area, stageId: zone.stageId } : null;
}

/** The first place for notes: of a stage when one is asked for. Null by stage without stages. */
export function firstZone(doc: EmpathyMapDoc, stageId: StageId | null): ZonePlace | null {
  const { layout } = doc.info;
  const [area] = AREAS[layout];
  if (!area) return null;
  if (layout !== 'stages') return { area, stageId: null };
  const stage = stageId ?? stagesInOrder(doc)[0]?.id ?? null;
  return stage && { area, stageId: stage };
}
