import type { DocId } from '../base/ids';
import type { AnyDoc, SheetKindId } from '../model/document';
import type { NoteImage } from '../model/note';
import type { WorkshopLogo } from '../model/workshop';

/** What a report is made of, in this order. */
export const REPORT_PARTS = [
  'personas',
  'empathy',
  'journeys',
  'friction',
  'plan',
  'evidence',
  'participants',
  'glossary',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Whatever is written of a report: a page, a document of a word processor, a text. Blocks are never cut between pages. */
export type ReportBlock = HeadingBlock | ParagraphBlock | ListBlock | FactsBlock | TableBlock | SheetBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
  /** Unique in the report; what links lead to. */
  readonly id: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly look: 'plain' | 'lead' | 'small' | 'quote';
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** Words and what is said of them, side by side: facts, a glossary. */
export interface FactsBlock {
  readonly kind: 'facts';
  readonly items: readonly { readonly label: string; readonly text: string }[];
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width against the other columns. */
  readonly share: number;
  /** Figures stand at the right. */
  readonly isNumber?: boolean;
  /** Names the row: a reader of the screen says it before the other cells. */
  readonly isHead?: boolean;
}

/** Rows are not cut, a table may be parted between them. A newline in a cell begins a line. */
export interface TableBlock {
  readonly kind: 'table';
  /** What it shows, for those who do not see it. */
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A board or a persona as it is drawn, on a page of its own. */
export interface SheetBlock {
  readonly kind: 'sheet';
  readonly docId: DocId;
  /** Of the heading that it stands for. */
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly orientation: 'portrait' | 'landscape';
  /** What it says, for formats in which a picture says nothing. */
  readonly text: readonly ReportBlock[];
}

export interface ReportSection {
  readonly part: ReportPart;
  /** Of its heading, which is of level 1. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

/** What the client's logo is called among the pictures of a report. */
export const LOGO_PICTURE = 'cover-logo';

/** A workshop report, before it is written in any format. */
export interface Report {
  readonly lang: 'fr' | 'en';
  readonly title: string;
  /** Above the title: the client. */
  readonly client: string;
  /** The client's, for the cover, with what it says to those who do not see it. */
  readonly logo: NoteImage | null;
  /** Where and when the workshop was held, what is in the report, when it was made. */
  readonly cover: readonly string[];
  /** Last line of the cover: that it is a sample. Empty otherwise. */
  readonly warning: string;
  /** How the first journey is felt, for the cover: places from left (0) to right (1), valences from -2 to +2. Empty without one. */
  readonly mood: readonly { readonly at: number; readonly valence: number }[];
  readonly sections: readonly ReportSection[];
}

/** A sheet of a workshop with its content. */
export interface SourceSheet {
  readonly id: DocId;
  readonly kind: SheetKindId;
  /** Title of the board's tab, name of the persona. */
  readonly title: string;
  readonly doc: AnyDoc;
  /** Ids of the stages of a journey that are told; absent for all that it shows. */
  readonly stages?: readonly string[];
}

/** What a report is made from: snapshots, boards in the order of their tabs, personas in theirs. */
export interface ReportSource {
  readonly workshop: {
    readonly title: string;
    readonly client: string;
    readonly place: string;
    /** `YYYY-MM-DD` or empty. */
    readonly date: string;
    readonly sample: boolean;
    readonly logo?: WorkshopLogo | null;
  };
  readonly personas: readonly SourceSheet[];
  readonly boards: readonly SourceSheet[];
}

export interface ReportRequest {
  readonly lang: 'fr' | 'en';
  readonly parts: readonly ReportPart[];
  /** Day it is made on, `YYYY-MM-DD`: it is printed, and delays of the plan are counted from it. */
  readonly today: string;
}
