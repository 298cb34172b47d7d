import type { z } from '../base/schema';

/** Kinds of boards. */
export const BOARD_KINDS = ['journey-map', 'empathy-map'] as const;
export type BoardKindId = (typeof BOARD_KINDS)[number];
/** Kinds that are drawn as a sheet: boards, and personas, which a workshop links in its own list. */
export type SheetKindId = BoardKindId | 'persona';
/** Kinds of stored documents. Boards are documents of their own; so are personas and the workshop itself. */
export type DocKind = 'workshop' | SheetKindId;

/** A plain JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A step from schema `to - 1` to schema `to`, on the plain JSON of one document. Shipped migrations are never edited. */
export interface Migration {
  readonly to: number;
  readonly up: (doc: Record<string, Json>) => Record<string, Json>;
}

/**
 * How documents of one kind are stored: `info` holds single fields, `collections` are records of entities by id.
 * The Yjs document mirrors it: root map `info` -> fields, one root map per collection -> id -> fields.
 */
export interface DocType<Doc> {
  readonly kind: DocKind;
  /** Current schema number; a document says which one it was written with. */
  readonly schemaVersion: number;
  readonly collections: readonly string[];
  readonly schema: z.ZodType<Doc, Doc>;
  /**
   * Fields of `info`, or of the entities of a collection, that need not be stored, with the value they have where they were never
   * written: blank ones, which most notes have (a document of 10,000 notes is half as large without them), and those that a later
   * schema added (a migration does not write them, so that two copies that are migrated apart never overwrite each other's later
   * edits). A value here stays for ever: documents count on it.
   */
  readonly defaults?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly migrations: readonly Migration[];
  /** Ids of a collection that are names with a meaning, the same in every document: a copy under new ids keeps them. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

/** What every document has. `schema` is its schema number. */
export interface AnyDoc {
  readonly kind: DocKind;
  readonly schema: number;
  readonly info: object;
}
