import { z } from 'zod';
import type { DocType } from '../../model/document';
import { text } from '../../model/fields';

/** Parameters of a cut-paper portrait; names are keys of `portrait.ts`. */
export const portraitSchema = z.strictObject({
  hair: z.enum(['pony', 'crop', 'side', 'wave', 'afro', 'bob', 'bun', 'bald', 'hijab']),
  background: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  shape: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  skin: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  skinShade: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  hairColor: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  clothes: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  clothesAccent: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  headband: z.string().regex(/^(#[0-9A-Fa-f]{6})?$/),
  glasses: z.string().regex(/^(#[0-9A-Fa-f]{6})?$/),
  earrings: z.string().regex(/^(#[0-9A-Fa-f]{6})?$/),
  beard: z.enum(['none', 'stubble', 'full']),
  collar: z.boolean(),
});
export type Portrait = z.infer<typeof portraitSchema>;

const personaSchema = z.strictObject({
  kind: z.literal('persona'),
  schema: z.literal(1),
  info: z.strictObject({
    name: text,
    /** Age in years as written, e.g. `36`. */
    age: text,
    role: text,
    place: text,
    /** One or two short facts under the name on a poster. */
    facts: text,
    quote: text,
    portrait: portraitSchema.nullable(),
  }),
});

/** A fictional profile standing for one type of customer. */
export type PersonaDoc = z.infer<typeof personaSchema>;

export const personaType: DocType<PersonaDoc> = {
  kind: 'persona',
  schemaVersion: 1,
  collections: [],
  schema: personaSchema,
  migrations: [],
};
