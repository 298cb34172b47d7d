import type { Migration } from '../../model/document';

/**
 * Steps from each schema of the journey map to the next. None yet: schema 1 is the first. A shipped step is never edited; a change of the
 * model raises `schemaVersion` and adds one here, with a frozen file of the version before in tests/fixtures.
 */
export const journeyMapMigrations: readonly Migration[] = [];
