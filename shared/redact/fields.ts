import type { AnyDoc } from '../model/document';

/** What a text of the model is, as far as a copy for others is concerned. */
export type TextRole =
  | 'text'
  | 'personaName'
  | 'person'
  | 'people'
  | 'verbatim'
  | 'source'
  | 'sourceNote'
  | 'client'
  | 'place';

export type Fields = Readonly<Record<string, unknown>>;

/** `kind.collection.field`; every other text is just a text. */
const ROLES: Readonly<Record<string, TextRole>> = {
  'workshop.info.client': 'client',
  'workshop.info.place': 'place',
  'persona.info.name': 'personaName',
  'persona.info.owner': 'person',
  'persona.info.quote': 'verbatim',
  'persona.evidence.title': 'source',
  'persona.evidence.note': 'sourceNote',
  'journey-map.info.sources': 'source',
  'journey-map.notes.author': 'person',
  'journey-map.notes.owner': 'person',
  'journey-map.notes.source': 'source',
  'journey-map.touchpoints.owner': 'person',
  'journey-map.emotionPoints.quote': 'verbatim',
  'journey-map.participants.name': 'person',
  'empathy-map.info.sources': 'source',
  'empathy-map.info.participants': 'people',
  'empathy-map.info.designedBy': 'people',
  'empathy-map.notes.author': 'person',
  'empathy-map.notes.source': 'source',
};

/**
 * The role of a text; `entity` is what holds it: a note of a board says itself that it is a verbatim. What a persona claims is the team's wording
 * whatever proves it; of its entries only quotes are somebody's own words.
 */
export function roleOf(doc: AnyDoc, where: string, field: string, entity: Fields): TextRole {
  const role = ROLES[`${doc.kind}.${where}.${field}`];
  if (role) return role;
  const isSaid = doc.kind === 'persona' ? isQuoteEntry(doc, where, entity) : entity.evidence === 'verbatim';
  return field === 'text' && isSaid ? 'verbatim' : 'text';
}

function isQuoteEntry(doc: AnyDoc, where: string, entity: Fields): boolean {
  if (where !== 'entries') return false;
  const { blocks } = doc as unknown as { readonly blocks: Readonly<Record<string, { readonly kind: string }>> };
  return blocks[String(entity.block)]?.kind === 'quotes';
}
