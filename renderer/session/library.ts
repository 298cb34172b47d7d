import type { BoardId, PersonaId, WorkshopId } from '@shared/base/ids';
import type { BoardKindId } from '@shared/model/document';
import type { PersonaSummary } from '@/storage/database';

/** A board as the home screen names it. */
export interface BoardCard {
  readonly id: BoardId;
  readonly kind: BoardKindId;
  readonly title: string;
  /** Entities per collection, e.g. `{ stages: 5, steps: 17, notes: 63 }`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A workshop as the home screen shows it, without opening its documents. */
export interface WorkshopCard {
  readonly id: WorkshopId;
  readonly title: string;
  readonly client: string;
  readonly place: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  readonly sample: boolean;
  /** In the order of the tabs. */
  readonly boards: readonly BoardCard[];
  readonly boardCount: number;
  readonly personaCount: number;
  /** Stages, steps and notes over all boards. */
  readonly stageCount: number;
  readonly stepCount: number;
  readonly noteCount: number;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Last edit of any of its documents, epoch ms. */
  readonly updatedAt: number;
}

/** A board that a persona stands on. */
export interface PersonaUse {
  readonly boardId: BoardId;
  readonly kind: BoardKindId;
  readonly workshopId: WorkshopId;
}

/** A persona as the library shows it, without opening its document. */
export interface PersonaCard extends PersonaSummary {
  readonly id: PersonaId;
  readonly name: string;
  /** Boards that are about it, in workshops that are not in the trash. */
  readonly uses: readonly PersonaUse[];
  /** Workshops that link it. */
  readonly workshops: readonly WorkshopId[];
  /** Epoch ms. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A persona in the trash, and when it came there (epoch ms). */
export interface TrashedPersona extends PersonaCard {
  readonly trashedAt: number;
}

export interface LibraryState {
  /** Newest edit first; those in the trash are not here. */
  readonly workshops: readonly WorkshopCard[];
  /** Deleted ones that `restoreWorkshop` brings back, latest deletion first. */
  readonly trash: readonly WorkshopCard[];
  /** Newest edit first; archived ones are among them, those in the trash are not. */
  readonly personas: readonly PersonaCard[];
  /** Deleted ones that `restorePersonas` brings back, latest deletion first. */
  readonly personaTrash: readonly TrashedPersona[];
}
