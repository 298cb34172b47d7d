import type { PersonaDoc } from '@shared/boards/persona/model';
import { entriesOf, evidenceInOrder, shownBlocks, shownFacts } from '@shared/boards/persona/order';
import type { PersonaTargetKind } from '@shared/boards/persona/targets';
import type { Target } from '@shared/scene/primitives';
import type { PlacedTarget } from '@/canvas/targetIndex';
import type { SceneNow } from '@/editor/boardScene';
import { blockOf } from './entities';

const kindOf = (target: Target): PersonaTargetKind => target.kind as PersonaTargetKind;

/** What is small and rests on the rest comes first; a question stands for its block. */
const RANK: Readonly<Record<PersonaTargetKind, number>> = {
  'entry-value': 9,
  'entry-opposite': 9,
  'entry-unit': 9,
  entry: 8,
  evidence: 8,
  'block-title': 7,
  'block-note': 7,
  fact: 7,
  'fact-label': 8,
  name: 6,
  tagline: 6,
  quote: 6,
  portrait: 4,
  block: 3,
  prompt: -1,
  sheet: -1,
};

export const hitRank = (target: Target): number => RANK[kindOf(target)] ?? -1;

const MOVABLE: ReadonlySet<PersonaTargetKind> = new Set(['entry', 'block', 'block-title']);
const DELETABLE: ReadonlySet<PersonaTargetKind> = new Set(['entry', 'block', 'block-title', 'evidence', 'fact']);
/** Parts of a thing that Tab walks to one by one would make a long way of a short page. */
const PARTS: ReadonlySet<PersonaTargetKind> = new Set(['block-title', 'fact-label', 'prompt', 'sheet']);

export const isContent = (target: Target): boolean => target.kind === 'entry';
export const isMovable = (target: Target): boolean => MOVABLE.has(kindOf(target));
export const isDeletable = (target: Target): boolean => DELETABLE.has(kindOf(target));

const known = new WeakMap<SceneNow<PersonaDoc>, readonly PlacedTarget[]>();

/** Everything the keyboard walks through, as the page is drawn and read; each thing once. */
export function stopsOf(now: SceneNow<PersonaDoc>): readonly PlacedTarget[] {
  const ready = known.get(now);
  if (ready) return ready;
  const stops = now.index.list.filter(
    (placed) => !PARTS.has(kindOf(placed.target)) && now.index.get(placed.key) === placed,
  );
  known.set(now, stops);
  return stops;
}

/** The line of the outline that tells of a part of an entry, a fact or a block. */
export function lineOf(target: Target): Target {
  const { kind, id } = target;
  if (kind.startsWith('entry-')) return { kind: 'entry', id };
  if (kind === 'fact-label') return { kind: 'fact', id };
  if (kind.startsWith('block-') || kind === 'prompt') return { kind: 'block', id };
  return target;
}

/** Things of the same kind in their order. */
export function siblingsOf(doc: PersonaDoc, target: Target): readonly Target[] {
  const all = (list: readonly { readonly id: string }[]) => list.map(({ id }) => ({ kind: target.kind, id }));
  switch (target.kind) {
    case 'block':
    case 'block-title':
      return all(shownBlocks(doc));
    case 'evidence':
      return all(evidenceInOrder(doc));
    case 'fact':
      return all(shownFacts(doc).map((id) => ({ id })));
    case 'entry': {
      const block = blockOf(doc, target);
      return block ? all(entriesOf(doc, block.id)) : [];
    }
    default:
      return [];
  }
}
