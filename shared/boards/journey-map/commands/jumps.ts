import { isId, type JumpId, type StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asOneOf, asText, setFields } from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { JUMP_KINDS } from '../enums';
import type { JourneyMapDoc, Jump } from '../model';

export type JumpFields = Pick<Jump, 'kind' | 'label'>;

const CLEANERS = { kind: asOneOf(JUMP_KINDS), label: asText };

export interface AddJump {
  readonly id: JumpId;
  readonly fromStepId: StepId;
  /** Null leads out of the journey. */
  readonly toStepId: StepId | null;
  readonly fields: JumpFields;
}

/** Adds a way from a moment back, around or out. One that leads nowhere is an exit, one that leads somewhere is none. */
export const addJump = defineCommand<JourneyMapDoc, AddJump>('journey.addJump', (draft, args) => {
  const { id, fromStepId, toStepId, fields } = args;
  if (!isId(id) || entity(draft.jumps, id) || !entity(draft.steps, fromStepId)) return;
  if (toStepId !== null && (toStepId === fromStepId || !entity(draft.steps, toStepId))) return;
  const jump: Jump = { id, fromStepId, toStepId, kind: 'loop', label: '' };
  setFields<JumpFields>(jump, fields, CLEANERS);
  if (toStepId === null) jump.kind = 'exit';
  else if (jump.kind === 'exit') jump.kind = 'loop';
  draft.jumps[id] = jump;
});

/** Sets kind and label; a way that leads out stays an exit. */
export const setJump = defineCommand<JourneyMapDoc, { readonly id: JumpId; readonly fields: Partial<JumpFields> }>(
  'journey.setJump',
  (draft, { id, fields }) => {
    const jump = entity(draft.jumps, id);
    if (!jump) return;
    const kind = fields.kind && (fields.kind === 'exit') === (jump.toStepId === null) ? { kind: fields.kind } : {};
    const label = fields.label === undefined ? {} : { label: fields.label };
    setFields<JumpFields>(jump, { ...kind, ...label }, CLEANERS);
  },
);

/** Takes a way away. */
export const deleteJump = defineCommand<JourneyMapDoc, { readonly id: JumpId }>(
  'journey.deleteJump',
  (draft, { id }) => {
    if (entity(draft.jumps, id)) delete draft.jumps[id];
  },
);
