import { z } from 'zod';

const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
/** A colour, or empty where the thing is not worn. */
const colorOrNone = z.string().regex(/^(#[0-9A-Fa-f]{6})?$/);

export const HAIR_STYLES = [
  'pony',
  'crop',
  'side',
  'wave',
  'afro',
  'bob',
  'bun',
  'bald',
  'hijab',
  'long',
  'curly',
  'braids',
  'buzz',
  'locs',
  'tied',
  'quiff',
] as const;
export const HEAD_SHAPES = ['oval', 'round', 'square', 'long', 'heart'] as const;
export const BEARDS = ['none', 'stubble', 'full', 'short', 'goatee', 'moustache'] as const;
export const MOUTHS = ['smile', 'calm', 'wide'] as const;
export const GLASSES_SHAPES = ['round', 'square', 'dark'] as const;
export const HEADWEAR = ['none', 'turban', 'cap', 'kippa', 'beanie'] as const;
export const TOPS = ['plain', 'hoodie', 'jacket', 'turtleneck'] as const;
export const ACCESSORIES = ['none', 'scarf', 'necklace', 'tie', 'lanyard'] as const;
export const AIDS = ['none', 'wheelchair', 'cane'] as const;

/** Parameters of a cut-paper portrait; names are keys of `portraitPaths.ts` and `portraitThings.ts`. */
export const portraitSchema = z.strictObject({
  head: z.enum(HEAD_SHAPES),
  hair: z.enum(HAIR_STYLES),
  background: color,
  shape: color,
  skin: color,
  skinShade: color,
  /** Of the hair; of the cloth where the hair is covered by a hijab. */
  hairColor: color,
  clothes: color,
  clothesAccent: color,
  headband: colorOrNone,
  headwear: z.enum(HEADWEAR),
  headwearColor: color,
  glasses: colorOrNone,
  glassesShape: z.enum(GLASSES_SHAPES),
  earrings: colorOrNone,
  hearingAid: colorOrNone,
  /** One eye may be covered. */
  eyes: z.enum(['both', 'patch']),
  beard: z.enum(BEARDS),
  mouth: z.enum(MOUTHS),
  /** Lines of an older face. */
  lines: z.boolean(),
  /** A shirt collar on a plain top. */
  collar: z.boolean(),
  top: z.enum(TOPS),
  accessory: z.enum(ACCESSORIES),
  /** What helps to get around, where it is seen beside the shoulders. */
  aid: z.enum(AIDS),
});
export type Portrait = z.infer<typeof portraitSchema>;

/** What a portrait of schema 1 could not say, and how it looked: added by the migration, a start for new ones. */
export const PLAIN_PORTRAIT = {
  head: 'oval',
  headband: '',
  headwear: 'none',
  headwearColor: '#1E44A8',
  glasses: '',
  glassesShape: 'round',
  earrings: '',
  hearingAid: '',
  eyes: 'both',
  beard: 'none',
  mouth: 'smile',
  lines: false,
  collar: false,
  top: 'plain',
  accessory: 'none',
  aid: 'none',
} as const satisfies Partial<Portrait>;
