import type { BlockId } from '../../base/ids';
import { memoised } from '../../model/reading';
import type { FactId } from './blocks';
import type { Entry, FactSlot, PersonaDoc } from './model';
import { entriesOf, shownBlocks, shownFacts, slotOf } from './order';

/**
 * How well a persona stands on evidence.
 *
 * A **claim** is an entry of a shown block, or a fact of the band with a text. It is worth
 *
 * - 1 when its proof is a verbatim, an observation or data, and it cites at least one evidence item;
 * - 1/2 when it has such a proof and cites nothing ("somebody said so, we do not say who");
 * - 0 when it is a hypothesis, or says nothing of its proof.
 *
 * The **score** of some claims is the mean of what they are worth. Squares: 3 (solid) from 3/4, 2 (partly) from 1/3, else 1 (hypotheses);
 * none without claims. A whole persona is solid only when its claims cite two different items at least: one interview is an anecdote.
 *
 * A claim is **sourced** when it is worth more than nothing. Everything else is to be verified.
 */
export interface Strength {
  /** 1 hypotheses, 2 partly, 3 solid; null without a claim. */
  readonly squares: 1 | 2 | 3 | null;
  /** 0..1; 0 without a claim. */
  readonly score: number;
  readonly sourced: number;
  readonly all: number;
}

/** Least score of a solid and of a partly supported set of claims. */
export const SOLID = 3 / 4;
export const PARTLY = 1 / 3;
/** Least number of different items that a solid persona cites. */
const LEAST_ITEMS = 2;

/** Something that a persona says and that needs a proof. */
export type ClaimRef =
  | { readonly kind: 'entry'; readonly id: Entry['id']; readonly block: BlockId; readonly text: string }
  | { readonly kind: 'fact'; readonly id: FactId; readonly text: string };

type Proof = Pick<Entry | FactSlot, 'evidence' | 'cites'>;

/** True for a proof that is more than a supposition. */
export const isSourced = ({ evidence }: Pick<Proof, 'evidence'>): boolean =>
  evidence !== null && evidence !== 'hypothesis';

/** What a claim is worth: 0, 1/2 or 1. Citations of items that are gone do not count. */
export function worth(proof: Proof, doc: Pick<PersonaDoc, 'evidence'>): 0 | 0.5 | 1 {
  if (!isSourced(proof)) return 0;
  return proof.cites.some((id) => Object.hasOwn(doc.evidence, id)) ? 1 : 0.5;
}

function squaresOf(score: number, count: number): Strength['squares'] {
  if (count === 0) return null;
  return score >= SOLID ? 3 : score >= PARTLY ? 2 : 1;
}

function strengthOf(proofs: readonly Proof[], doc: PersonaDoc): Strength {
  const all = proofs.length;
  const sourced = proofs.filter(isSourced).length;
  // Halves add up exactly: no rounding decides between two squares.
  const score = all === 0 ? 0 : proofs.reduce((sum, proof) => sum + worth(proof, doc), 0) / all;
  return { squares: squaresOf(score, all), score, sourced, all };
}

/** The strength of one block. */
export const blockStrength = (doc: PersonaDoc, block: BlockId): Strength => strengthOf(entriesOf(doc, block), doc);

/** The strength of one fact of the band; without a text it claims nothing. */
export const factStrength = (doc: PersonaDoc, id: FactId): Strength =>
  strengthOf(doc.info[id].trim() === '' ? [] : [slotOf(doc, id)], doc);

/** Every claim of a persona in reading order: facts of the band, then entries of the shown blocks. */
export const claimsOf: (doc: PersonaDoc) => readonly ClaimRef[] = memoised((doc: PersonaDoc): readonly ClaimRef[] => [
  ...shownFacts(doc).map((id): ClaimRef => ({ kind: 'fact', id, text: doc.info[id] })),
  ...shownBlocks(doc).flatMap(({ id: block }) =>
    entriesOf(doc, block).map(({ id, text }): ClaimRef => ({ kind: 'entry', id, block, text })),
  ),
]);

const proofOf = (doc: PersonaDoc, claim: ClaimRef): Proof =>
  claim.kind === 'fact' ? slotOf(doc, claim.id) : (doc.entries[claim.id] ?? { evidence: null, cites: [] });

/** The strength of a whole persona. */
export const personaStrength: (doc: PersonaDoc) => Strength = memoised((doc: PersonaDoc): Strength => {
  const proofs = claimsOf(doc).map((claim) => proofOf(doc, claim));
  const found = strengthOf(proofs, doc);
  if (found.squares !== 3) return found;
  const cited = new Set(
    proofs.filter(isSourced).flatMap(({ cites }) => cites.filter((id) => Object.hasOwn(doc.evidence, id))),
  );
  return cited.size >= LEAST_ITEMS ? found : { ...found, squares: 2 };
});

/** Claims without a source, in reading order: what the team still has to find out. */
export const toVerify = (doc: PersonaDoc): readonly ClaimRef[] =>
  claimsOf(doc).filter((claim) => !isSourced(proofOf(doc, claim)));
