import type { BlockId } from '../../base/ids';
import { plainHeader } from '../../table/personalData';
import { type BlockKind, FACT_IDS, type FactId, type StandardBlock } from './blocks';
import type { PinField } from './commands/figures';
import type { Block, PersonaDoc } from './model';
import { shownBlocks, slotOf } from './order';

/** Words of column names, without accents, and the field that they are about. The first that is met counts. */
const ABOUT: readonly (readonly [RegExp, FactId | StandardBlock])[] = [
  [/\b(?:canal|canaux|channels?|point de contact|touchpoints?)\b/, 'channels'],
  [/\b(?:marques?|brands?|outils?|tools?)\b/, 'brands'],
  [/\b(?:ages?|tranche d age)\b/, 'age'],
  [/\b(?:genres?|sexes?|gender|sex)\b/, 'gender'],
  [/\b(?:revenus?|salaires?|income|salary|earnings)\b/, 'income'],
  [/\bbudgets?\b/, 'budget'],
  [/\b(?:secteurs?|sectors?|industry)\b/, 'sector'],
  [/\b(?:professions?|metiers?|csp|emplois?|fonctions?|postes?|occupations?|jobs?|roles?)\b/, 'role'],
  [/\b(?:etudes|diplomes?|formations?|education|degrees?)\b/, 'education'],
  [/\b(?:famille|situation familiale|enfants?|foyer|family|marital status|children|household)\b/, 'family'],
  [
    /\b(?:villes?|communes?|departements?|regions?|pays|code postal|codes postaux|cp|city|town|country|zip(?: ?code)?|post(?:al)? ?code)\b/,
    'place',
  ],
  [/\bsegments?\b/, 'segment'],
];

/** Kinds of blocks whose entries a figure can be: nobody said it, and it stands between no two words. */
const TAKING: ReadonlySet<BlockKind> = new Set(['list', 'text', 'tags', 'channels', 'number']);

/** Facts of the band that a figure can be pinned to. */
export const pinFacts = (doc: PersonaDoc): readonly FactId[] => FACT_IDS.filter((id) => slotOf(doc, id).visible);

/** Blocks that a figure can be pinned to, in the order of the page. */
export const pinBlocks = (doc: PersonaDoc): readonly Block[] => shownBlocks(doc).filter(({ kind }) => TAKING.has(kind));

/** What a column is about, by its name. */
const aboutOf = (column: string): FactId | StandardBlock | undefined => {
  const plain = plainHeader(column);
  return ABOUT.find(([pattern]) => pattern.test(plain))?.[1];
};

/**
 * The field that figures most likely belong to: what all of their columns are about, by name; else what people do; else the first block. null
 * where the persona has none of them.
 */
export function guessPinField(doc: PersonaDoc, columns: readonly string[]): PinField | null {
  const [about, ...others] = new Set(columns.map(aboutOf));
  const wanted = others.length === 0 ? about : undefined;
  const fact = pinFacts(doc).find((id) => id === wanted);
  if (fact) return { kind: 'fact', id: fact };
  const blocks = pinBlocks(doc);
  const block =
    blocks.find(({ id }) => id === wanted) ?? blocks.find(({ id }) => id === ('purchase' as BlockId)) ?? blocks[0];
  return block ? { kind: 'block', id: block.id } : null;
}
