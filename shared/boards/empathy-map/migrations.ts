import type { Migration } from '../../model/document';

/** Steps from each schema of the empathy map to the next. None yet: schema 1 is the first. */
export const empathyMapMigrations: readonly Migration[] = [];
