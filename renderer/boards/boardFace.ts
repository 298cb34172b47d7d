import type { PersonaId } from '@shared/base/ids';
import type { TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { CommonNoteFields } from '@shared/model/note';
import type { IconName } from '@shared/scene/icons';
import type { Target } from '@shared/scene/primitives';
import type { ComponentType } from 'react';
import type { BoardViewProps } from '@/session/boardHandle';
import type { Session } from '@/session/session';
import { type OnDemand, onDemand } from '@/ui/onDemand';

type View = OnDemand<BoardViewProps>;

/** Something the palette can do on a board that is no action of every board. */
export interface BoardCommand {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly run: () => void;
}

/** A text of a board that the palette can find and go to. */
export interface BoardText {
  readonly target: Target;
  readonly text: string;
  readonly icon: IconName;
  /** Number of its stage, from 1; 0 when it has none. */
  readonly stage: number;
}

/** What a note that comes from elsewhere in the app says. */
export type FaceNote = Pick<CommonNoteFields, 'text' | 'evidence' | 'source' | 'author'>;

/** What the frame around boards (tabs, bars, palette, dialogs) asks of a kind. Light: the editor is fetched when a board is shown. */
export interface BoardFace<Doc extends AnyDoc> {
  readonly Canvas: View;
  readonly Outline: View;
  readonly Inspector: View;
  /** On a tab. */
  readonly icon: IconName;
  /** The board's size in words. */
  readonly summary: (doc: Doc, t: TranslateFn) => string;
  /** Title of the sheet and of its poster; a tab has its own, shorter name. */
  readonly title: (doc: Doc) => string;
  readonly setTitle: (session: Session<Doc>, title: string) => void;
  readonly texts: (doc: Doc) => readonly BoardText[];
  readonly commands: (session: Session<Doc>, t: TranslateFn) => readonly BoardCommand[];
  /** Personas that the board itself names. */
  readonly personaIds: (doc: Doc) => readonly PersonaId[];
  readonly withPersonas: (doc: Doc, ids: readonly PersonaId[]) => Doc;
  /** Adds notes where new ones go when nothing is chosen, as one step of undo; how many there are now. */
  readonly addNotes: (session: Session<Doc>, notes: readonly FaceNote[]) => Promise<number>;
  readonly addPersona: (session: Session<Doc>, id: PersonaId) => void;
  /** A copy that shows what should be instead of what is; null for kinds without that difference. */
  readonly asTarget: ((doc: Doc) => Doc) | null;
}

/** A view of one kind as a view of any: the screen hands each the documents of its own kind. */
export const viewOf = <Doc extends AnyDoc>(load: () => Promise<ComponentType<BoardViewProps<Doc>>>): View =>
  onDemand(async () => (await load()) as unknown as ComponentType<BoardViewProps>);
