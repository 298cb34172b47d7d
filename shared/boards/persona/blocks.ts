import type { IconName } from '../../scene/icons';

/** How the entries of a block are drawn. */
export const BLOCK_KINDS = ['list', 'text', 'tags', 'channels', 'quotes', 'sliders', 'number'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** Short facts of the band beside the portrait, in its order; `role` is the occupation. */
export const FACT_IDS = [
  'age',
  'gender',
  'role',
  'sector',
  'responsibility',
  'income',
  'budget',
  'education',
  'family',
  'place',
  'segment',
] as const;
export type FactId = (typeof FACT_IDS)[number];

/** Lines of the head that may have a proof: they are no claims by themselves, and count for nothing in the strength of a persona. */
export const HEAD_LINES = ['tagline', 'quote'] as const;
export type HeadLine = (typeof HEAD_LINES)[number];

/** Everything that has a slot with its proof: facts of the band and lines of the head. */
export const SLOT_IDS = [...FACT_IDS, ...HEAD_LINES] as const;
export type SlotId = (typeof SLOT_IDS)[number];

/** Blocks that every persona may have: their id is their name, so that two copies of a persona agree on them. */
export const STANDARD_BLOCKS = {
  biography: { kind: 'text', icon: 'user-focus' },
  values: { kind: 'tags', icon: 'heart' },
  tastes: { kind: 'text', icon: 'star' },
  personality: { kind: 'sliders', icon: 'sliders-horizontal' },
  needs: { kind: 'list', icon: 'target' },
  objectives: { kind: 'list', icon: 'flag' },
  motivations: { kind: 'list', icon: 'lightning' },
  barriers: { kind: 'list', icon: 'warning' },
  triggers: { kind: 'list', icon: 'sparkle' },
  criteria: { kind: 'list', icon: 'list-checks' },
  purchase: { kind: 'list', icon: 'basket' },
  usage: { kind: 'list', icon: 'cursor-click' },
  channels: { kind: 'channels', icon: 'signpost' },
  brands: { kind: 'tags', icon: 'tag' },
  quotes: { kind: 'quotes', icon: 'chat-text' },
  day: { kind: 'text', icon: 'clock' },
} as const satisfies Readonly<Record<string, { readonly kind: BlockKind; readonly icon: IconName }>>;
export type StandardBlock = keyof typeof STANDARD_BLOCKS;

export const STANDARD_BLOCK_IDS = Object.keys(STANDARD_BLOCKS) as StandardBlock[];

/** The standard block of an id, or undefined for a block of the persona's own. */
export const standardBlock = (id: string): StandardBlock | undefined => STANDARD_BLOCK_IDS.find((name) => name === id);

/** Icons of blocks that a team adds. */
const OWN_ICONS: Readonly<Record<BlockKind, IconName>> = {
  list: 'list-bullets',
  text: 'text-aa',
  tags: 'tag',
  channels: 'signpost',
  quotes: 'quotes',
  sliders: 'sliders-horizontal',
  number: 'hash',
};

export const blockIcon = (block: { readonly id: string; readonly kind: BlockKind }): IconName => {
  const name = standardBlock(block.id);
  return name ? STANDARD_BLOCKS[name].icon : OWN_ICONS[block.kind];
};
