import { FORBIDDEN_KEYS, ID_PATTERN, type Id } from '../base/ids';
import { z } from '../base/schema';

/** Longest text of one field, in UTF-16 units: a page of notes, far from a denial of service. */
export const MAX_TEXT = 20_000;
/** Most entities of one kind in one document. */
export const MAX_ENTITIES = 50_000;

const id = z
  .string()
  .regex(ID_PATTERN)
  .refine((key) => !FORBIDDEN_KEYS.has(key));

/** Schema of an id: the same for all, made once; the brand exists for the compiler only. */
export const idOf = <T extends Id<string>>(): z.ZodType<T, T> => id as unknown as z.ZodType<T, T>;

/** Free text. */
export const text = z.string().max(MAX_TEXT);
/** Fractional order key (see `fractional-indexing`): a string that sorts by code unit. */
export const orderKey = z.string().min(1).max(256);
/** Calendar date `YYYY-MM-DD`, or empty when unknown. */
export const dateText = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);

/** Record of entities by id, without dangerous keys. */
export const recordOf = <K extends Id<string>, V>(
  key: z.ZodType<K, K>,
  value: z.ZodType<V, V>,
): z.ZodType<Record<K, V>, Record<K, V>> =>
  z
    .record(key as unknown as z.ZodString, value)
    .refine((all) => Object.keys(all).length <= MAX_ENTITIES) as unknown as z.ZodType<Record<K, V>, Record<K, V>>;
