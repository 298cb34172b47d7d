import type { ClusterId, FindingId, NoteId, StageId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { entity } from '../../../model/entity';
import type { Target } from '../../../scene/primitives';
import type { EmpathyMapDoc } from '../model';
import { dissolve } from './clusters';
import { removeNotes } from './notes';
import { removeStage } from './stages';

/**
 * Deletes what is selected, as one step of undo: notes (locked ones stay), findings, stages (their notes stay), groups (their
 * notes stay), the emotion set by hand of a stage. Other targets stand for nothing that can be deleted.
 */
export const deleteTargets = defineCommand<EmpathyMapDoc, { readonly targets: readonly Target[] }>(
  'empathy.deleteTargets',
  (draft, { targets }) => {
    const idsOf = <T extends string>(kind: string): T[] =>
      targets.filter((target) => target.kind === kind).map(({ id }) => id as T);
    removeNotes(draft, idsOf<NoteId>('note'));
    for (const id of idsOf<FindingId>('finding')) if (entity(draft.findings, id)) delete draft.findings[id];
    for (const id of idsOf<ClusterId>('cluster')) dissolve(draft, id);
    for (const id of idsOf<StageId>('stage')) removeStage(draft, id);
    for (const id of idsOf<StageId>('emotion')) {
      const stage = entity(draft.stages, id);
      if (stage && stage.hand !== null) stage.hand = null;
    }
  },
);
