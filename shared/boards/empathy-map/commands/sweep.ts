import { defineCommand } from '../../../document/command';
import { asNumber } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { peek } from '../../../model/orderKey';
import { idsOf, matchIds, straighten } from '../../../model/repair';
import type { Cluster, EmpathyMapDoc, EmpathyNote, EmpathyStage, Finding } from '../model';
import { orderGroup } from '../zones';
import type { EmpathyDraft } from './noteOrder';
import { dropEmptyClusters, dropLooseFindings } from './notes';

/**
 * Repairs what merging two copies can leave behind: notes of a stage or a group that the other copy deleted stay in their zones
 * without it, groups without notes and findings about missing notes go, equal order keys are told apart. No note is lost.
 * Deterministic: two copies with the same content are repaired alike. Changes nothing on a sound map.
 */
export const sweep = defineCommand<EmpathyMapDoc, null>('empathy.sweep', (draft) => {
  for (const name of ['notes', 'clusters', 'stages', 'findings'] as const)
    matchIds(draft[name] as Record<string, { id: string }>);
  freeNotes(draft);
  dropEmptyClusters(draft);
  dropLooseFindings(draft);
  dropTwinFindings(draft);
  straighten<EmpathyNote>(draft.notes, ({ zone }) => orderGroup(zone));
  straighten<Cluster>(draft.clusters, () => '');
  straighten<EmpathyStage>(draft.stages, () => '');
  straighten<Finding>(draft.findings, () => '');
  roundNumbers(draft);
});

function freeNotes(draft: EmpathyDraft): void {
  for (const seen of Object.values(peek(draft.notes))) {
    const lostStage = seen.stageId !== null && !entity(draft.stages, seen.stageId);
    const lostGroup = seen.clusterId !== null && !entity(draft.clusters, seen.clusterId);
    // A note placed by hand on one copy and grouped on the other stands in its group.
    const torn = seen.place !== null && seen.clusterId !== null && !lostGroup;
    if (!lostStage && !lostGroup && !torn) continue;
    const note = entity(draft.notes, seen.id);
    if (!note) continue;
    if (lostStage) note.stageId = null;
    if (lostGroup) note.clusterId = null;
    if (torn) note.place = null;
  }
}

/** The same pair of notes, marked on both copies, is one finding: the one with the smaller id. */
function dropTwinFindings(draft: EmpathyDraft): void {
  const seen = peek(draft.findings);
  const pairs = new Set<string>();
  for (const id of idsOf(seen)) {
    const finding = seen[id as keyof typeof seen];
    if (!finding) continue;
    const pair = `${finding.sayId}/${finding.doId}`;
    if (pairs.has(pair)) delete draft.findings[finding.id];
    pairs.add(pair);
  }
}

const asValence = asNumber(-2, 2, 10);
const asShare = asNumber(0, 1, 1000);

function roundNumbers(draft: EmpathyDraft): void {
  for (const { id, hand, moments } of Object.values(peek(draft.stages))) {
    const isRound = (value: number) => asValence(value) === value;
    if ((hand === null || isRound(hand)) && moments.every(isRound)) continue;
    const stage = entity(draft.stages, id);
    if (!stage) continue;
    if (hand !== null) stage.hand = asValence(hand) ?? 0;
    stage.moments = moments.map((value) => asValence(value) ?? 0);
  }
  for (const { id, place } of Object.values(peek(draft.notes))) {
    if (!place || (asShare(place.x) === place.x && Math.round(place.y) === place.y)) continue;
    const note = entity(draft.notes, id);
    if (note) note.place = { x: asShare(place.x) ?? 0, y: Math.round(place.y) };
  }
}
