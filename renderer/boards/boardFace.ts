import type { ActionId } from '@shared/actions';
import type { PersonaId } from '@shared/base/ids';
import type { MessageKey, TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { LinkPiece } from '@shared/model/linkGraph';
import type { CommonNoteFields, NoteLink } from '@shared/model/note';
import type { IconName } from '@shared/scene/icons';
import type { Target } from '@shared/scene/primitives';
import type { ComponentType } from 'react';
import type { BoardHandle, BoardViewProps } from '@/session/boardHandle';
import type { CarriedNote, LinkedPiece, StageFacts } from '@/session/otherBoards';
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

/** A way to start a board of a kind, as dialogs offer it. */
export interface BoardStart {
  readonly preset: string;
  readonly name: MessageKey;
  readonly about: MessageKey;
  /** Stages follow one another; areas lie side by side. */
  readonly flow: boolean;
  /** What it starts with, in order: stages, areas. `strong` is the purchase. */
  readonly parts: readonly { readonly title: MessageKey; readonly help?: MessageKey; readonly strong?: boolean }[];
  /** Its size in a few words: `5 étapes`. */
  readonly size: (t: TranslateFn) => string;
}

/** What a note that comes from elsewhere in the app says. */
export type FaceNote = Pick<CommonNoteFields, 'text' | 'evidence' | 'source' | 'author'>;

/** Forms that a board can be shown in, chosen in the row of the tabs. */
export interface BoardForms<Doc extends AnyDoc> {
  readonly label: MessageKey;
  /** The key that goes from one to the next. */
  readonly action: ActionId;
  readonly all: readonly { readonly id: string; readonly label: MessageKey; readonly icon: IconName }[];
  readonly of: (doc: Doc) => string;
  readonly show: (session: Session<Doc>, id: string) => void;
}

/** What the frame around boards (tabs, bars, palette, dialogs) asks of a kind. Light: the editor is fetched when a board is shown. */
export interface BoardFace<Doc extends AnyDoc> {
  readonly Canvas: View;
  readonly Outline: View;
  readonly Inspector: View;
  /** On a tab. */
  readonly icon: IconName;
  /** What a new board of the kind is called on its tab. */
  readonly newTitle: MessageKey;
  /** The kind in one word, over its presets. */
  readonly name: MessageKey;
  readonly starts: readonly BoardStart[];
  /** The rail: what is added on boards of this kind, then what frames it. */
  readonly tools: { readonly content: readonly ActionId[]; readonly frame: readonly ActionId[] };
  /** What this kind calls its tools, where it is not what boards call them. */
  readonly words?: Partial<Readonly<Record<ActionId, MessageKey>>>;
  /** Actions of boards that this kind has not: neither offered nor done. */
  readonly lacks: ReadonlySet<ActionId>;
  /** Tells what the signs of proofs mean in the row of the tabs, in place of the board's size. */
  readonly tellsProofs?: boolean;
  readonly forms?: BoardForms<Doc>;
  /** The board's size in words. */
  readonly summary: (doc: Doc, t: TranslateFn) => string;
  /** Title of the sheet and of its poster; a tab has its own, shorter name. */
  readonly title: (doc: Doc) => string;
  readonly setTitle: (session: Session<Doc>, title: string) => void;
  readonly texts: (doc: Doc) => readonly BoardText[];
  readonly commands: (session: Session<Doc>, t: TranslateFn, handle: BoardHandle | null) => readonly BoardCommand[];
  /** Personas that the board itself names; the same list as long as they are the same. */
  readonly personaIds: (doc: Doc) => readonly PersonaId[];
  readonly withPersonas: (doc: Doc, ids: readonly PersonaId[]) => Doc;
  /** Adds notes where new ones go when nothing is chosen, as one step of undo; how many there are now. A persona has none. */
  readonly addNotes?: (session: Session<Doc>, notes: readonly FaceNote[]) => Promise<number>;
  readonly addPersona: (session: Session<Doc>, id: PersonaId) => void;
  /** A copy that shows what should be instead of what is; null for kinds without that difference. */
  readonly asTarget: ((doc: Doc) => Doc) | null;
  /** For the other boards of the workshop: its stages, what links elsewhere, a thing in words, taking a note in. */
  readonly stages?: (doc: Doc) => readonly StageFacts[];
  readonly linked?: (doc: Doc) => readonly LinkedPiece[];
  /** Everything on it that can be linked. */
  readonly pieces?: (doc: Doc) => readonly LinkPiece[];
  readonly nameOf?: (doc: Doc, target: Target, t: TranslateFn) => string | null;
  /** Lets something on it rest on something elsewhere, or no more; what was changed. */
  readonly relink?: (session: Session<Doc>, target: Target, to: NoteLink, isOn: boolean) => Promise<readonly Target[]>;
  readonly carryOn?: (session: Session<Doc>, notes: readonly CarriedNote[]) => Promise<readonly Target[]>;
  /** Takes in a row of another board of its kind, with its content. */
  readonly takeRow?: (session: Session<Doc>, from: Doc, row: Target) => Promise<readonly Target[]>;
}

/** What only a journey has a use for. */
export const JOURNEY_ACTIONS: readonly ActionId[] = ['toggleForm', 'addJump', 'openDetail', 'backToMap'];

/** What only the page of a persona does. */
export const PERSONA_ACTIONS: readonly ActionId[] = [
  'addBlock',
  'addSource',
  'editPortrait',
  'saveVersion',
  'personaVersions',
  'saveTemplate',
];

/** A view of one kind as a view of any: the screen hands each the documents of its own kind. */
export const viewOf = <Doc extends AnyDoc>(load: () => Promise<ComponentType<BoardViewProps<Doc>>>): View =>
  onDemand(async () => (await load()) as unknown as ComponentType<BoardViewProps>);
