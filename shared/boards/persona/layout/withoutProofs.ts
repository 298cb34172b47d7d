import type { PosterPart } from '../../../scene/posterParts';
import type { PersonaDoc } from '../model';

/** A persona whose claims say nothing of their proof, where `hides` names that; sources and legend are the foot's. */
export function personaWithout(doc: PersonaDoc, hides: readonly PosterPart[]): PersonaDoc {
  if (!hides.includes('evidence')) return doc;
  const bare = <T extends { readonly evidence: unknown }>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).map(([id, claim]) => [id, { ...claim, evidence: null }]));
  return { ...doc, entries: bare(doc.entries), factSlots: bare(doc.factSlots) as PersonaDoc['factSlots'] };
}
