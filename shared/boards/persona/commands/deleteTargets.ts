import type { BlockId, EntryId, EvidenceId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { entity } from '../../../model/entity';
import type { Target } from '../../../scene/primitives';
import { FACT_IDS } from '../blocks';
import type { PersonaDoc } from '../model';
import { removeBlock } from './blocks';
import { removeEvidence } from './evidence';

/** Deletes what is selected: entries, blocks with their entries, evidence items; a fact is emptied. */
export const deleteTargets = defineCommand<PersonaDoc, { readonly targets: readonly Target[] }>(
  'persona.deleteTargets',
  (draft, { targets }) => {
    for (const { kind, id } of targets) {
      const fact = kind === 'fact' ? FACT_IDS.find((name) => name === id) : undefined;
      if (kind === 'entry' && entity(draft.entries, id as EntryId)) delete draft.entries[id as EntryId];
      else if (kind === 'block') removeBlock(draft, id as BlockId);
      else if (kind === 'evidence') removeEvidence(draft, [id as EvidenceId]);
      else if (fact && draft.info[fact] !== '') draft.info[fact] = '';
    }
  },
);
