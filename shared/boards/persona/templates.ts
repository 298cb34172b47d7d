import { generateNKeysBetween } from 'fractional-indexing';
import type { BlockId, NewId } from '../../base/ids';
import { z } from '../../base/schema';
import type { MessageKey } from '../../i18n/translate';
import { cleanText } from '../../model/cleanText';
import { text } from '../../model/fields';
import {
  BLOCK_KINDS,
  FACT_IDS,
  type FactId,
  STANDARD_BLOCK_IDS,
  STANDARD_BLOCKS,
  type StandardBlock,
  standardBlock,
} from './blocks';
import { type Block, type FactSlot, PERSONA_KINDS, type PersonaDoc, type PersonaInfo, type PersonaKind } from './model';
import { blocksInOrder, slotOf } from './order';

export interface PersonaPreset {
  readonly name: MessageKey;
  readonly about: MessageKey;
  readonly kind: PersonaKind;
  readonly facts: readonly FactId[];
  readonly blocks: readonly StandardBlock[];
}

const preset = (
  id: string,
  kind: PersonaKind,
  facts: readonly FactId[],
  blocks: readonly StandardBlock[],
): PersonaPreset => ({
  name: `persona.preset.${id}.name` as MessageKey,
  about: `persona.preset.${id}.about` as MessageKey,
  kind,
  facts,
  blocks,
});

/** Ways to start a persona: which facts are asked and which blocks stand on the page. All of it is editable afterwards. */
export const PRESETS = {
  shopper: preset(
    'shopper',
    'primary',
    ['age', 'gender', 'role', 'income', 'budget', 'family', 'place'],
    ['values', 'tastes', 'needs', 'motivations', 'barriers', 'purchase', 'channels', 'quotes', 'day'],
  ),
  buyer: preset(
    'buyer',
    'primary',
    ['age', 'role', 'sector', 'responsibility', 'budget', 'education', 'place'],
    ['objectives', 'triggers', 'criteria', 'motivations', 'barriers', 'purchase', 'channels', 'quotes', 'day'],
  ),
  businessUser: preset(
    'businessUser',
    'primary',
    ['age', 'role', 'sector', 'responsibility', 'education', 'place'],
    ['needs', 'objectives', 'barriers', 'usage', 'brands', 'channels', 'quotes', 'day'],
  ),
  saas: preset(
    'saas',
    'primary',
    ['role', 'sector', 'responsibility', 'budget', 'segment'],
    ['objectives', 'triggers', 'needs', 'barriers', 'usage', 'brands', 'personality', 'channels', 'quotes'],
  ),
  citizen: preset(
    'citizen',
    'primary',
    ['age', 'gender', 'role', 'income', 'family', 'place'],
    ['needs', 'motivations', 'barriers', 'usage', 'channels', 'personality', 'quotes', 'day'],
  ),
  patient: preset(
    'patient',
    'primary',
    ['age', 'gender', 'role', 'family', 'place'],
    ['biography', 'needs', 'motivations', 'barriers', 'usage', 'channels', 'values', 'quotes', 'day'],
  ),
  employee: preset(
    'employee',
    'primary',
    ['age', 'role', 'sector', 'responsibility', 'education', 'place'],
    ['needs', 'objectives', 'motivations', 'barriers', 'values', 'brands', 'channels', 'quotes', 'day'],
  ),
  negative: preset(
    'negative',
    'negative',
    ['age', 'role', 'budget', 'segment'],
    ['biography', 'needs', 'motivations', 'barriers', 'purchase', 'quotes'],
  ),
  blank: preset('blank', 'primary', [], []),
} as const;

export type PersonaPresetId = keyof typeof PRESETS;

/** Presets in the order they are offered. */
export const PRESET_IDS: readonly PersonaPresetId[] = Object.keys(PRESETS) as PersonaPresetId[];

/** What people of a persona are to the team: those who buy, those who use what others chose, those whom a service is for. */
export const PERSONA_ROLES = ['buyer', 'user', 'citizen', 'patient', 'employee'] as const;
export type PersonaRole = (typeof PERSONA_ROLES)[number];

const ROLES: ReadonlyMap<string, PersonaRole> = new Map<PersonaPresetId, PersonaRole>([
  ['shopper', 'buyer'],
  ['buyer', 'buyer'],
  ['businessUser', 'user'],
  ['saas', 'user'],
  ['citizen', 'citizen'],
  ['patient', 'patient'],
  ['employee', 'employee'],
]);

/** The role that the preset of a page stands for; null for one that stands for none. */
export const roleOfTemplate = (template: string): PersonaRole | null => ROLES.get(template) ?? null;

const presetId = (id: string): PersonaPresetId | undefined => PRESET_IDS.find((known) => known === id);

/** The question an empty block asks: the preset's where it has a better one than the general one. */
const OWN_QUESTIONS: Readonly<Partial<Record<PersonaPresetId, readonly StandardBlock[]>>> = {
  buyer: ['objectives', 'triggers', 'criteria', 'purchase', 'day'],
  businessUser: ['needs', 'usage', 'day'],
  saas: ['triggers', 'usage'],
  citizen: ['needs', 'barriers', 'usage'],
  patient: ['biography', 'needs', 'barriers', 'usage', 'day'],
  employee: ['needs', 'motivations', 'barriers'],
  negative: ['biography', 'needs', 'barriers', 'purchase'],
};

/** Key of the question of an empty standard block in a preset. */
export function questionOf(template: string, block: StandardBlock): MessageKey {
  const own = presetId(template);
  const has = own && OWN_QUESTIONS[own]?.includes(block);
  return (has ? `persona.askIn.${own}.${block}` : `persona.ask.${block}`) as MessageKey;
}

const templateBlock = z.strictObject({
  /** Name of a standard block; null is a block of the template's own. */
  standard: z.enum(STANDARD_BLOCK_IDS as [StandardBlock, ...StandardBlock[]]).nullable(),
  kind: z.enum(BLOCK_KINDS),
  title: text,
  prompt: text,
  note: text,
});

/** A template as plain data: no persona in it, only what a page asks. */
export const personaTemplateSchema = z.strictObject({
  name: text,
  /** Preset whose questions it asks where a block has none of its own; may be empty. */
  questions: z.string().max(64),
  kind: z.enum(PERSONA_KINDS),
  facts: z.array(z.strictObject({ id: z.enum(FACT_IDS), label: text })).max(FACT_IDS.length),
  blocks: z.array(templateBlock).max(200),
});
export type PersonaTemplate = z.infer<typeof personaTemplateSchema>;

/** A preset as a template; an unknown id gives the blank page. */
export function presetTemplate(id: string, name = ''): PersonaTemplate {
  const known = presetId(id) ?? 'blank';
  const { kind, facts, blocks } = PRESETS[known];
  return {
    name,
    questions: known,
    kind,
    facts: facts.map((fact) => ({ id: fact, label: '' })),
    blocks: blocks.map((block) => ({
      standard: block,
      kind: STANDARD_BLOCKS[block].kind,
      title: '',
      prompt: '',
      note: '',
    })),
  };
}

/** "Save as template": which facts and blocks a persona shows, their titles and questions; nothing that it says of anybody, the small print below a block included. */
export function templateOf(doc: PersonaDoc, name: string): PersonaTemplate {
  const facts = FACT_IDS.filter((id) => (doc.factSlots[id] ? slotOf(doc, id).visible : doc.info[id] !== ''));
  return {
    name: cleanText(name),
    questions: doc.info.template,
    kind: doc.info.kind,
    facts: facts.map((id) => ({ id, label: slotOf(doc, id).label })),
    blocks: blocksInOrder(doc)
      .filter(({ visible }) => visible)
      .map(({ id, kind, title, prompt }) => ({ standard: standardBlock(id) ?? null, kind, title, prompt, note: '' })),
  };
}

export const EMPTY_INFO: PersonaInfo = {
  name: '',
  tagline: '',
  quote: '',
  age: '',
  gender: '',
  role: '',
  sector: '',
  responsibility: '',
  income: '',
  budget: '',
  education: '',
  family: '',
  place: '',
  segment: '',
  facts: '',
  portrait: null,
  photo: null,
  kind: 'primary',
  template: '',
  tags: [],
  archived: false,
  favourite: false,
  lastReviewed: '',
  owner: '',
};

/** An empty persona on the page of a template. */
export function personaFrom(template: PersonaTemplate, newId: NewId): PersonaDoc {
  const orders = generateNKeysBetween(null, null, template.blocks.length);
  const blocks: Record<BlockId, Block> = {};
  template.blocks.forEach(({ standard, ...rest }, at) => {
    const id = (standard ?? newId<BlockId>()) as BlockId;
    blocks[id] = { id, order: orders[at] ?? 'a0', visible: true, ...rest };
  });
  const factSlots: Partial<Record<FactId, FactSlot>> = {};
  for (const { id, label } of template.facts) factSlots[id] = { id, label, visible: true, evidence: null, cites: [] };
  return {
    kind: 'persona',
    schema: 4,
    translations: {},
    info: { ...EMPTY_INFO, tags: [], kind: template.kind, template: template.questions },
    blocks,
    entries: {},
    evidence: {},
    factSlots,
  };
}
