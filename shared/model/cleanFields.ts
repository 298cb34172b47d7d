import type { z } from '../base/schema';
import { cleanText } from './cleanText';

/** Turns any value into the stored form of a field, or undefined when it cannot be taken (the field then keeps its value). */
export type Clean<T> = (value: unknown) => T | undefined;
export type Cleaners<T> = { readonly [K in keyof T]?: Clean<T[K]> };

export const asText: Clean<string> = (value) => (typeof value === 'string' ? cleanText(value) : undefined);

export const asFlag: Clean<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** One of the listed values. */
export const asOneOf =
  <T extends string>(values: readonly T[]): Clean<T> =>
  (value) =>
    values.find((known) => known === value);

/** The cleaner's value, or null. */
export const orNull =
  <T>(clean: Clean<T>): Clean<T | null> =>
  (value) =>
    value === null ? null : clean(value);

/** What fits a schema, and nothing else. */
export const parsed =
  <T>(schema: z.ZodType<T>): Clean<T> =>
  (value) => {
    const result = schema.safeParse(value);
    return result.success ? result.data : undefined;
  };

/** A number within min..max, rounded to `perUnit` parts of one (1: whole numbers, 10: tenths). Never -0. */
export const asNumber =
  (min: number, max: number, perUnit: number): Clean<number> =>
  (value) =>
    typeof value === 'number' && !Number.isNaN(value)
      ? Math.round(Math.min(max, Math.max(min, value)) * perUnit) / perUnit + 0
      : undefined;

/** `YYYY-MM-DD`, or empty. */
export const asDate: Clean<string> = (value) =>
  typeof value === 'string' && /^(\d{4}-\d{2}-\d{2})?$/.test(value) ? value : undefined;

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

/** Writes the given fields that have a cleaner; what is equal or cannot be taken is left alone, so that nothing is undone for nothing. */
export function setFields<T extends object>(entity: T, fields: Partial<T>, cleaners: Cleaners<T>): void {
  for (const name of Object.keys(fields) as (keyof T)[]) {
    const clean = Object.hasOwn(cleaners, name) ? cleaners[name] : undefined;
    const value = clean?.(fields[name]);
    if (value !== undefined && !same(value, entity[name])) entity[name] = value;
  }
}
