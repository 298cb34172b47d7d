import { generateNKeysBetween } from 'fractional-indexing';
import type { BlockId, EntryId, EvidenceId, NewId } from '../base/ids';
import { type FactId, STANDARD_BLOCKS, type StandardBlock } from '../boards/persona/blocks';
import type {
  Block,
  Entry,
  EvidenceItem,
  EvidenceSource,
  FactSlot,
  PersonaDoc,
  PersonaInfo,
} from '../boards/persona/model';
import { EMPTY_INFO } from '../boards/persona/templates';
import type { EvidenceKind } from '../model/evidence';

/** Proof of a claim in one word: its kind (`v`, `o`, `d`, `h`), then numbers of the items it cites: `v0`, `d23`; empty is none. */
export type ProofCode = string;

/** What is the same in every language. */
export interface PersonaFigures {
  readonly info: Partial<PersonaInfo>;
  readonly sources: readonly { readonly kind: EvidenceSource; readonly sample: number | null }[];
  readonly facts: Readonly<Partial<Record<FactId, ProofCode>>>;
  readonly blocks: readonly {
    readonly id: StandardBlock;
    readonly proofs: readonly ProofCode[];
    /** Of channels: weight and whether it is online. */
    readonly channels?: readonly (readonly [weight: number, medium: 'online' | 'offline'])[];
    readonly sample?: number;
    /** Of sliders. */
    readonly values?: readonly number[];
  }[];
}

/** What a persona says in one language. */
export interface PersonaPage {
  readonly info: Partial<PersonaInfo>;
  /** Labels of facts that differ from the standard ones. */
  readonly labels?: Readonly<Partial<Record<FactId, string>>>;
  readonly sources: readonly { readonly title: string; readonly date: string; readonly note?: string }[];
  /** Entries in order; of sliders the two words. */
  readonly blocks: Readonly<Partial<Record<StandardBlock, readonly (string | readonly [string, string])[]>>>;
  readonly titles?: Readonly<Partial<Record<StandardBlock, string>>>;
  readonly notes?: Readonly<Partial<Record<StandardBlock, string>>>;
}

const KINDS: Readonly<Record<string, EvidenceKind>> = { v: 'verbatim', o: 'observation', d: 'data', h: 'hypothesis' };

/** A persona from its figures and its words. */
export function samplePersona(figures: PersonaFigures, page: PersonaPage, newId: NewId): PersonaDoc {
  const sourceOrders = generateNKeysBetween(null, null, figures.sources.length);
  const items = figures.sources.map(
    ({ kind, sample }, at): EvidenceItem => ({
      id: newId<EvidenceId>(),
      order: sourceOrders[at] ?? 'a0',
      kind,
      sample,
      title: page.sources[at]?.title ?? '',
      date: page.sources[at]?.date ?? '',
      note: page.sources[at]?.note ?? '',
    }),
  );
  const proof = (code: ProofCode = ''): Pick<Entry, 'evidence' | 'cites'> => ({
    evidence: KINDS[code.slice(0, 1)] ?? null,
    cites: Array.from(code.slice(1)).flatMap((digit) => items[Number(digit)]?.id ?? []),
  });
  const blocks: Record<BlockId, Block> = {};
  const entries: Record<EntryId, Entry> = {};
  const blockOrders = generateNKeysBetween(null, null, figures.blocks.length);
  figures.blocks.forEach(({ id: name, proofs, channels, sample, values }, at) => {
    const id = name as string as BlockId;
    const { kind } = STANDARD_BLOCKS[name];
    const title = page.titles?.[name] ?? '';
    blocks[id] = {
      id,
      order: blockOrders[at] ?? 'a0',
      kind,
      title,
      visible: true,
      prompt: '',
      note: page.notes?.[name] ?? '',
    };
    const words = page.blocks[name] ?? [];
    const orders = generateNKeysBetween(null, null, words.length);
    words.forEach((word, index) => {
      const [text, opposite] = typeof word === 'string' ? [word, ''] : word;
      const [weight, medium] = channels?.[index] ?? [null, null];
      const entry: Entry = {
        id: newId<EntryId>(),
        block: id,
        order: orders[index] ?? 'a0',
        text,
        opposite,
        value: values?.[index] ?? weight,
        unit: '',
        medium,
        sample: channels ? (sample ?? null) : null,
        ...proof(proofs[index]),
      };
      entries[entry.id] = entry;
    });
  });
  const factSlots: Partial<Record<FactId, FactSlot>> = {};
  for (const [name, code] of Object.entries(figures.facts)) {
    const id = name as FactId;
    factSlots[id] = { id, label: page.labels?.[id] ?? '', visible: true, ...proof(code) };
  }
  return {
    kind: 'persona',
    schema: 4,
    translations: {},
    info: { ...EMPTY_INFO, tags: [], ...figures.info, ...page.info },
    blocks,
    entries,
    evidence: Object.fromEntries(items.map((item) => [item.id, item])),
    factSlots,
  };
}
