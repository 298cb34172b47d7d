import type { DocKind } from '../model/document';
import type { ChangeKind } from './spans';

/** Where something stands in the original. */
export interface RedactPlace {
  /** Id of the document in the original. */
  readonly sheet: string;
  readonly sheetKind: DocKind;
  readonly title: string;
  /** Collection, or `info`; the entity, or empty; the field. */
  readonly where: string;
  readonly id: string;
  readonly field: string;
}

/** One field that says something else in the copy. For the author alone: it holds what was taken out. */
export interface RedactChange extends RedactPlace {
  readonly kinds: readonly ChangeKind[];
  readonly from: string;
  readonly to: string;
}

export const LOOK_AGAIN = ['name', 'lowercase', 'quoted', 'picture'] as const;

/** Something that was left and deserves a look: what looks like a name, a name in small letters that is a word too, a sentence in quotation marks, a picture. */
export interface LookAgain extends RedactPlace {
  readonly reason: (typeof LOOK_AGAIN)[number];
  readonly text: string;
  /** How often in the whole workshop; told where it stands first. */
  readonly count: number;
}

/** What a copy has otherwise than its original. Never part of the copy. */
export interface RedactReport {
  /** Fields that changed, in the order of the workshop. */
  readonly changes: readonly RedactChange[];
  /** In how many fields each kind of change was made; a field may have several. */
  readonly counts: Readonly<Partial<Record<ChangeKind, number>>>;
  readonly lookAgain: readonly LookAgain[];
}
