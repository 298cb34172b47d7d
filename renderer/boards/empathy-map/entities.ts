import type { StageId } from '@shared/base/ids';
import type { Cluster, EmpathyMapDoc, EmpathyNote, EmpathyStage, Finding } from '@shared/boards/empathy-map/model';
import { isInReserve, stagesInOrder } from '@shared/boards/empathy-map/order';
import { type ZonePlace, zonePlace, zoneTarget } from '@shared/boards/empathy-map/targets';
import { AREAS, areaOf, ZONES } from '@shared/boards/empathy-map/zones';
import { compareOrder } from '@shared/model/orderKey';
import type { Target } from '@shared/scene/primitives';

const own = <T>(all: Readonly<Record<string, T>>, id: string): T | null =>
  Object.hasOwn(all, id) ? (all[id] ?? null) : null;

export const noteOf = (doc: EmpathyMapDoc, id: string): EmpathyNote | null => own<EmpathyNote>(doc.notes, id);
export const clusterOf = (doc: EmpathyMapDoc, id: string): Cluster | null => own<Cluster>(doc.clusters, id);
export const stageOf = (doc: EmpathyMapDoc, id: string): EmpathyStage | null => own<EmpathyStage>(doc.stages, id);
export const findingOf = (doc: EmpathyMapDoc, id: string): Finding | null => own<Finding>(doc.findings, id);

/** The note of a target; null for anything else. */
export const noteAt = (doc: EmpathyMapDoc, target: Target): EmpathyNote | null =>
  target.kind === 'note' ? noteOf(doc, target.id) : null;

/** Notes of a group, in order. */
export const notesIn = (doc: EmpathyMapDoc, clusterId: string): readonly EmpathyNote[] =>
  Object.values<EmpathyNote>(doc.notes)
    .filter((note) => note.clusterId === clusterId)
    .sort(compareOrder);

/** The group a note stands in; null when it stands in none. */
export function groupOf(doc: EmpathyMapDoc, target: Target): Target | null {
  const note = noteAt(doc, target);
  const cluster = note?.clusterId ? clusterOf(doc, note.clusterId) : null;
  return cluster && { kind: 'cluster', id: cluster.id };
}

/** Where a note stands in the layout that is on; null when it waits in reserve. */
export function homeOfNote(doc: EmpathyMapDoc, note: EmpathyNote): ZonePlace | null {
  const { layout } = doc.info;
  const area = areaOf(layout, note.zone);
  if (!area || isInReserve(doc, note)) return null;
  return { area, stageId: layout === 'stages' ? note.stageId : null };
}

/** The zone (in the layout by stage: its cell) of a note, of a group, of itself; null for what stands in none. */
export function zoneOf(doc: EmpathyMapDoc, target: Target): ZonePlace | null {
  const place = zonePlace(target, doc.info.layout);
  if (place) return place;
  const note = target.kind === 'cluster' ? notesIn(doc, target.id)[0] : noteAt(doc, target);
  return note ? homeOfNote(doc, note) : null;
}

/** The place a piece stands in: its group, else its zone. */
export function placeOf(doc: EmpathyMapDoc, piece: Target): Target | null {
  const zone = piece.kind === 'zone' ? null : zoneOf(doc, piece);
  return groupOf(doc, piece) ?? (zone && zoneTarget(zone));
}

/** The stage that a target belongs to in the layout by stage. */
export function stageAt(doc: EmpathyMapDoc, target: Target): StageId | null {
  if (doc.info.layout !== 'stages') return null;
  if (target.kind === 'stage' || target.kind === 'emotion' || target.kind === 'emotion-word')
    return stageOf(doc, target.id)?.id ?? null;
  return zoneOf(doc, target)?.stageId ?? null;
}

/** Every zone of the layout in order; in the layout by stage row by row, each from left to right. */
export function zonesOf(doc: EmpathyMapDoc): readonly ZonePlace[] {
  const { layout } = doc.info;
  const areas = AREAS[layout];
  if (layout !== 'stages') return areas.map((area) => ({ area, stageId: null }));
  return areas.flatMap((area) => stagesInOrder(doc).map(({ id }) => ({ area, stageId: id })));
}

/** Whether a target still stands for something in the layout that is on. */
export function exists(doc: EmpathyMapDoc, target: Target): boolean {
  switch (target.kind) {
    case 'title':
    case 'goal':
    case 'situation':
    case 'sheet':
      return true;
    case 'note':
      return noteOf(doc, target.id) !== null;
    case 'cluster':
      return clusterOf(doc, target.id) !== null;
    case 'finding':
      return findingOf(doc, target.id) !== null;
    case 'stage':
    case 'emotion':
    case 'emotion-word':
      return doc.info.layout === 'stages' && stageOf(doc, target.id) !== null;
    case 'reserve':
      return ZONES.some((zone) => zone === target.id);
    case 'zone': {
      const place = zonePlace(target, doc.info.layout);
      return place !== null && (place.stageId === null || stageOf(doc, place.stageId) !== null);
    }
    default:
      return false;
  }
}

/** True for a stage that says what the linked journey says: its title and its place are the journey's. */
export const followsJourney = (doc: EmpathyMapDoc, stage: EmpathyStage): boolean =>
  stage.source !== null &&
  Object.values<EmpathyStage>(doc.stages).filter((one) => one.source?.stageId === stage.source?.stageId).length === 1;

/** Number of a stage, from 1. */
export const stageNumber = (doc: EmpathyMapDoc, id: StageId): number =>
  stagesInOrder(doc).findIndex((stage) => stage.id === id) + 1;
