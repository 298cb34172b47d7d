/** What was wrong at start. */
export type RecoveryCause =
  /** The database was gone: the journal had documents and the database had none. */
  | 'database-missing'
  /** The browser engine could not open it in time; it was made anew. */
  | 'database-unopenable'
  /** It opened, but lacked edits that the journal has (a brutal stop, an old copy put back). */
  | 'database-behind'
  /** Rows did not match their checksums, or some were gone. */
  | 'database-damaged'
  /** The journal was gone or unreadable; it was written again from the database. */
  | 'journal-missing'
  | 'journal-damaged'
  /** Both had holes: each filled those of the other. */
  | 'both-damaged';

/** What a recovery found and did, for the notice on top of the screen. */
export interface RecoveryReport {
  readonly cause: RecoveryCause;
  /** Which copies the documents were rebuilt from. */
  readonly sources: readonly ('journal' | 'database' | 'backups')[];
  /** Documents that were rebuilt or completed. */
  readonly docCount: number;
  /** Edits brought back into the database. */
  readonly replayed: number;
  /** Entries that may be missing from every copy. 0 means that nothing was lost. */
  readonly lost: number;
  /** Last edit found, epoch ms; null when unknown. */
  readonly lastEditAt: number | null;
  /** Damaged files were set aside before anything was rewritten. */
  readonly keptCopy: boolean;
}
