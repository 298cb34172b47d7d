import type { Json, Migration } from '../../model/document';

type JsonObject = Record<string, Json>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Blocks that a persona of schema 1 gets, empty, in this order. */
const BLOCKS_2: readonly (readonly [id: string, kind: string, order: string])[] = [
  ['values', 'tags', 'a0'],
  ['tastes', 'text', 'a1'],
  ['needs', 'list', 'a2'],
  ['motivations', 'list', 'a3'],
  ['barriers', 'list', 'a4'],
  ['purchase', 'list', 'a5'],
  ['channels', 'channels', 'a6'],
  ['quotes', 'quotes', 'a7'],
  ['day', 'text', 'a8'],
];

/** What schema 2 added to `info`, as it is where nobody wrote it. */
export const INFO_DEFAULTS = {
  tagline: '',
  gender: '',
  sector: '',
  responsibility: '',
  income: '',
  budget: '',
  education: '',
  family: '',
  segment: '',
  photo: null,
  kind: 'primary',
  template: '',
  tags: [],
  archived: false,
  favourite: false,
  lastReviewed: '',
  owner: '',
} as const;

/**
 * Schema 2: a whole page in place of six short fields; nothing is guessed about the rest, and the portrait is left as it is. Fields of `info`
 * are read, not written. The empty blocks are written: of two copies migrated apart one copy's blocks win with all they say of
 * themselves, and entries, which name their block by its standard id, stay.
 */
function toPage(doc: JsonObject): JsonObject {
  const info = isObject(doc.info) ? doc.info : {};
  const block = (id: string, kind: string, order: string): JsonObject => ({
    id,
    order,
    kind,
    title: '',
    visible: true,
    prompt: '',
    note: '',
  });
  return {
    ...doc,
    info: { ...INFO_DEFAULTS, ...info },
    blocks: Object.fromEntries(BLOCKS_2.map(([id, kind, order]) => [id, block(id, kind, order)])),
    entries: {},
    evidence: {},
    factSlots: {},
  };
}

/** Schema 4: quote and tagline may have a proof, in slots beside those of the facts. There is none yet. */
export const withHeadProofs: Migration['up'] = (doc) => doc;

/** Steps from each schema of the persona to the next, up to translations. */
export const personaMigrations: readonly Migration[] = [{ to: 2, up: toPage }];
