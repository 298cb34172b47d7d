import type { EvidenceKind } from '../model/evidence';
import type { NoteColor } from '../model/note';
import type { IconName } from '../scene/icons';
import type { Target } from '../scene/primitives';

/** One thing that a part says, on a slide. */
export interface PartText {
  readonly id: string;
  readonly text: string;
  /** Said by somebody: set between quotation marks. */
  readonly isSaid: boolean;
  /** A figure that stands before the text: `9`, `70 %`; empty for none. */
  readonly figure: string;
  readonly proof: EvidenceKind | null;
  readonly votes: number;
  /** The paper it stands on; null for none. */
  readonly paper: NoteColor | null;
}

/** A part of a sheet that is shown by itself: a block of a persona, a zone of an empathy map. */
export interface PartSlide {
  readonly kind: 'part';
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** How many parts there are. */
  readonly count: number;
  readonly title: string;
  readonly icon: IconName;
  /** Where it stands on the sheet. */
  readonly target: Target;
  /** What a room reads at one look, the weightiest first. */
  readonly texts: readonly PartText[];
  /** How many more the sheet says. */
  readonly more: number;
  /** Small print under them. */
  readonly note: string;
  /** What the facilitator asks there; the room does not see it. */
  readonly questions: readonly string[];
}

/** As many texts as are read from the back of a room. */
const MOST_TEXTS = 8;

/** The slide of a part from everything it says: the most voted first, else in its order. */
export function partSlide(
  part: Omit<PartSlide, 'kind' | 'texts' | 'more' | 'number' | 'count'>,
  all: readonly PartText[],
): Omit<PartSlide, 'number' | 'count'> {
  const texts = [...all].sort((a, b) => b.votes - a.votes).slice(0, MOST_TEXTS);
  return { kind: 'part', ...part, texts, more: all.length - texts.length };
}

/** The parts of a sheet, numbered. */
export const numbered = (parts: readonly Omit<PartSlide, 'number' | 'count'>[]): readonly PartSlide[] =>
  parts.map((part, at) => ({ ...part, number: at + 1, count: parts.length }));
