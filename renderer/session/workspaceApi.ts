import type { AssetHash, DocId, PersonaId, WorkshopId } from '@shared/base/ids';
import type { Result } from '@shared/base/result';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { AnyDoc } from '@shared/model/document';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { StoreApi } from 'zustand/vanilla';
import type { TableStore } from '@/storage/tableStore';
import type { TemplateStore } from '@/storage/templateStore';
import type { Bundles } from './bundles';
import type { Erased, EraseStep } from './erase';
import type { LibraryState } from './library';
import type { RecoveryReport } from './recoveryReport';
import type { Search } from './search/search';
import type { SaveState, Session } from './session';
import type { Versions } from './versions';

/** A workshop with its boards and personas, not stored yet. */
export interface NewWorkshop {
  readonly id: WorkshopId;
  readonly workshop: WorkshopDoc;
  readonly docs: Readonly<Record<DocId, AnyDoc>>;
}

/** What to do with a file whose workshop may be here already. */
export type ImportMode =
  /** It is not here. */
  | 'new'
  /** The file takes the place of what is here (a backup is made first). */
  | 'replace'
  /** The file comes in beside it, with new ids. */
  | 'keep-both'
  /** Edits of both stay (a backup is made first). */
  | 'merge';

/** Why a backup is made; only told in logs. */
export type SnapshotReason = 'edits' | 'closed' | 'before-import' | 'asked';

/** Everything stored on this computer: the only door to it for screens. */
export interface Workspace {
  readonly library: StoreApi<LibraryState>;
  readonly saveState: StoreApi<SaveState>;
  /** What start (or opening a document) had to repair; `report` is null when nothing. */
  readonly recovery: StoreApi<{ readonly report: RecoveryReport | null }>;
  /** Searches every text of every document. */
  readonly search: Search;
  /** Opens a document; opening it twice shares it. Fails with `document-missing` or `storage-newer`. */
  readonly openDoc: <Doc extends AnyDoc>(id: DocId) => Promise<Result<Session<Doc>>>;
  /** A document's content without opening it; null when it is not here. */
  readonly peek: <Doc extends AnyDoc>(id: DocId) => Promise<Doc | null>;
  /** Stores a new board or persona; a command then adds its reference to the workshop. */
  readonly addDoc: (id: DocId, doc: AnyDoc) => Promise<Result<null>>;
  readonly createWorkshop: (workshop: NewWorkshop) => Promise<Result<WorkshopId>>;
  /** Takes it off the library; `restoreWorkshop` takes that back. */
  readonly trashWorkshop: (id: WorkshopId) => Promise<Result<null>>;
  readonly restoreWorkshop: (id: WorkshopId) => Promise<Result<null>>;
  /** Takes personas off the library; workshops that link them keep showing them. `restorePersonas` takes that back. */
  readonly trashPersonas: (ids: readonly PersonaId[]) => Promise<Result<null>>;
  readonly restorePersonas: (ids: readonly PersonaId[]) => Promise<Result<null>>;
  /**
   * Erases personas for good, with their history, their backups and the pictures that nothing else uses: nothing takes that back. What is cut off
   * half way is finished at the next start.
   */
  readonly erasePersonas: (ids: readonly PersonaId[], onStep?: (step: EraseStep) => void) => Promise<Result<Erased>>;
  /** A copy with new ids everywhere. */
  readonly duplicateWorkshop: (id: WorkshopId, title: string) => Promise<Result<WorkshopId>>;
  readonly exportBundle: (id: WorkshopId) => Promise<Result<WorkshopBundle>>;
  /** All of it or nothing. */
  readonly importBundle: Bundles['bring'];
  /** Holds the personas of a file against those of the library. */
  readonly comparePersonas: Bundles['compare'];
  /** All of them or none, as decided. */
  readonly importPersonas: Bundles['bringPersonas'];
  readonly exportPersonas: Bundles['takePersonas'];
  /** Whether a workshop of this id is in the library (the trash does not count). */
  readonly knows: (id: WorkshopId) => boolean;
  /** Stores a picture under the hash of its bytes, before a document names it. */
  readonly keepAsset: (bytes: Uint8Array) => Promise<Result<AssetHash>>;
  /** The bytes of a picture; null when they are not here. */
  readonly readAsset: (hash: AssetHash) => Promise<Uint8Array | null>;
  /** Files of customers or answers that the user chose to keep. They are in no workshop and in no backup. */
  readonly keptTables: TableStore;
  /** What personas were, at every save point. */
  readonly versions: Versions;
  /** Pages that personas can be started on, made of personas of this computer. */
  readonly templates: TemplateStore;
  readonly snapshotNow: (id: WorkshopId, reason: SnapshotReason) => Promise<Result<null>>;
  /** Tries again at once whatever is not written; resolves with the outcome. */
  readonly flushAll: () => Promise<SaveState>;
}
