import type { BlockId, EntryId, EvidenceId } from '../../base/ids';
import { z } from '../../base/schema';
import type { DocType } from '../../model/document';
import { evidenceKind } from '../../model/evidence';
import { dateText, idOf, orderKey, recordOf, text } from '../../model/fields';
import { pictureField, tagList } from '../../model/note';
import { translationsSchema, withTranslations } from '../../model/translation';
import { BLOCK_KINDS, SLOT_IDS, STANDARD_BLOCK_IDS } from './blocks';
import { INFO_DEFAULTS, personaMigrations, withHeadProofs } from './migrations';
import { portraitSchema } from './portraitModel';

export { type Portrait, portraitSchema } from './portraitModel';

export const PERSONA_KINDS = ['primary', 'secondary', 'negative'] as const;
export type PersonaKind = (typeof PERSONA_KINDS)[number];

export const EVIDENCE_SOURCES = ['interview', 'observation', 'questionnaire', 'data', 'other'] as const;
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

export const MEDIA = ['online', 'offline'] as const;

/** Most sources that one claim cites. */
export const MOST_CITES = 50;
/** Farthest value of an entry from zero. */
export const MOST_VALUE = 1e9;
/** Most people of a sample. */
export const MOST_SAMPLE = 1e8;

const personaInfo = z.strictObject({
  name: text,
  /** One line that says who it is for the team: `La coureuse qui veut courir, pas comparer`. */
  tagline: text,
  quote: text,
  /** Age or range as written, e.g. `36`, `30 à 40`. */
  age: text,
  gender: text,
  /** Occupation. */
  role: text,
  sector: text,
  responsibility: text,
  income: text,
  budget: text,
  education: text,
  family: text,
  place: text,
  /** How much of the market stands behind it, as written: `18 % des clients`. */
  segment: text,
  /** One or two short facts under the name on other boards' posters. */
  facts: text,
  portrait: portraitSchema.nullable(),
  /** A photograph in place of the drawn portrait. */
  photo: pictureField,
  /** Whom we serve first, whom we serve too, whom we do not serve. */
  kind: z.enum(PERSONA_KINDS),
  /** Preset whose questions its empty blocks ask; unknown or empty asks the general ones. */
  template: z.string().max(64),
  tags: tagList,
  archived: z.boolean(),
  favourite: z.boolean(),
  /** Day somebody last checked it against reality. */
  lastReviewed: dateText,
  owner: text,
});

/** What stands behind a claim: its kind of proof and the evidence items it cites. */
const proofShape = {
  evidence: evidenceKind.nullable(),
  cites: z.array(idOf<EvidenceId>()).max(MOST_CITES),
};

const block = z.strictObject({
  id: idOf<BlockId>(),
  order: orderKey,
  kind: z.enum(BLOCK_KINDS),
  /** Empty takes the standard title in the language of the sheet. */
  title: text,
  visible: z.boolean(),
  /** Question of the empty block; empty asks the template's. */
  prompt: text,
  /** Small print under the entries: `Cité par n entretiens sur 9.` */
  note: text,
});

const entry = z.strictObject({
  id: idOf<EntryId>(),
  block: idOf<BlockId>(),
  order: orderKey,
  /** The claim; of a slider the word at 0, of a channel its name, of a number what it counts. */
  text,
  /** Of a slider the word at 100. */
  opposite: text,
  /** Of a channel its weight, of a slider 0..100, of a number the number; null is not known. */
  value: z.number().min(-MOST_VALUE).max(MOST_VALUE).nullable(),
  /** After a number. */
  unit: text,
  /** Of a channel. */
  medium: z.enum(MEDIA).nullable(),
  /** Of a channel: out of how many people its weight was counted. */
  sample: z.int().min(0).max(MOST_SAMPLE).nullable(),
  ...proofShape,
});

const evidence = z.strictObject({
  id: idOf<EvidenceId>(),
  order: orderKey,
  kind: z.enum(EVIDENCE_SOURCES),
  title: text,
  /** When, as written: `oct. 2026`. */
  date: text,
  /** How many people or rows; null is not known. */
  sample: z.int().min(0).max(MOST_SAMPLE).nullable(),
  note: text,
});

const factSlot = z.strictObject({
  /** Name of a fact of the band, `tagline` or `quote`: of those two only the proof means something. */
  id: z.enum(SLOT_IDS),
  /** Empty takes the standard label. */
  label: text,
  /** An empty fact that is visible is asked for; a hidden one stays stored. */
  visible: z.boolean(),
  ...proofShape,
});

const personaSchema = z.strictObject({
  kind: z.literal('persona'),
  schema: z.literal(4),
  info: personaInfo,
  blocks: recordOf(idOf<BlockId>(), block),
  entries: recordOf(idOf<EntryId>(), entry),
  evidence: recordOf(idOf<EvidenceId>(), evidence),
  factSlots: z.partialRecord(z.enum(SLOT_IDS), factSlot),
  translations: translationsSchema,
});

/** A fictional profile standing for one type of customer, built from facts about real ones. */
export type PersonaDoc = z.infer<typeof personaSchema>;
export type PersonaInfo = PersonaDoc['info'];
export type Block = z.infer<typeof block>;
export type Entry = z.infer<typeof entry>;
export type EvidenceItem = z.infer<typeof evidence>;
export type FactSlot = z.infer<typeof factSlot>;

export const personaType: DocType<PersonaDoc> = {
  kind: 'persona',
  schemaVersion: 4,
  collections: ['blocks', 'entries', 'evidence', 'factSlots', 'translations'],
  schema: personaSchema,
  defaults: { info: INFO_DEFAULTS },
  names: { blocks: STANDARD_BLOCK_IDS, factSlots: SLOT_IDS },
  migrations: [...personaMigrations, withTranslations(3), { to: 4, up: withHeadProofs }],
};
