import { z } from '../../base/schema';

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

/**
 * Parameters of a cut-paper portrait; names are keys of `portraitPaths.ts` and `portraitThings.ts`. What schema 1 did not know may be
 * missing and is then as in `PLAIN_PORTRAIT`, so that no stored portrait has to be rewritten.
 */
export const portraitSchema = z.strictObject({
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
  glasses: colorOrNone,
  earrings: colorOrNone,
  beard: z.enum(BEARDS),
  /** A shirt collar on a plain top. */
  collar: z.boolean(),
  head: z.enum(HEAD_SHAPES).optional(),
  headwear: z.enum(HEADWEAR).optional(),
  headwearColor: color.optional(),
  glassesShape: z.enum(GLASSES_SHAPES).optional(),
  hearingAid: colorOrNone.optional(),
  /** One eye may be covered. */
  eyes: z.enum(['both', 'patch']).optional(),
  mouth: z.enum(MOUTHS).optional(),
  /** Lines of an older face. */
  lines: z.boolean().optional(),
  top: z.enum(TOPS).optional(),
  accessory: z.enum(ACCESSORIES).optional(),
  /** What helps to get around, where it is seen beside the shoulders. */
  aid: z.enum(AIDS).optional(),
});
export type Portrait = z.infer<typeof portraitSchema>;
/** A portrait with nothing left open. */
export type WholePortrait = { readonly [K in keyof Portrait]-?: NonNullable<Portrait[K]> };

/** What a portrait wears and looks like where it does not say: as portraits looked before they could say it. */
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
} as const satisfies Partial<WholePortrait>;

/** The portrait with every field. */
export function wholePortrait(portrait: Portrait): WholePortrait {
  const told = Object.fromEntries(Object.entries(portrait).filter(([, value]) => value !== undefined)) as Portrait;
  return { ...PLAIN_PORTRAIT, ...told } as WholePortrait;
}
