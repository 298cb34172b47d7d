import type { Target } from '../../scene/primitives';
import type { FactId } from './blocks';

/**
 * What can be hit, selected or edited on a persona. `id` is the entity's id, the name of a fact, or the kind itself for what there is
 * once. `block` is the ground of a block, `block-title` and `block-note` its words, `prompt` the question of an empty one; `entry-opposite`
 * the right word of a slider, `entry-value` the figure of a channel, slider or number.
 */
export const PERSONA_TARGETS = [
  'sheet',
  'portrait',
  'name',
  'tagline',
  'quote',
  'fact',
  'fact-label',
  'block',
  'block-title',
  'block-note',
  'prompt',
  'entry',
  'entry-opposite',
  'entry-value',
  'entry-unit',
  'evidence',
] as const;
export type PersonaTargetKind = (typeof PERSONA_TARGETS)[number];

const target = (kind: PersonaTargetKind, id: string): Target => ({ kind, id });

export const SHEET_TARGET = target('sheet', 'sheet');
export const PORTRAIT_TARGET = target('portrait', 'portrait');
export const NAME_TARGET = target('name', 'name');
export const TAGLINE_TARGET = target('tagline', 'tagline');
export const QUOTE_TARGET = target('quote', 'quote');
export const factTarget = (id: FactId): Target => target('fact', id);
export const factLabelTarget = (id: FactId): Target => target('fact-label', id);
export const blockTarget = (id: string): Target => target('block', id);
export const blockTitleTarget = (id: string): Target => target('block-title', id);
export const blockNoteTarget = (id: string): Target => target('block-note', id);
export const promptTarget = (id: string): Target => target('prompt', id);
export const entryTarget = (id: string): Target => target('entry', id);
export const entryOppositeTarget = (id: string): Target => target('entry-opposite', id);
export const entryValueTarget = (id: string): Target => target('entry-value', id);
export const entryUnitTarget = (id: string): Target => target('entry-unit', id);
export const evidenceTarget = (id: string): Target => target('evidence', id);
