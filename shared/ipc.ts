import type { ActionId } from './actions';
import { ID_PATTERN } from './base/ids';
import type { Result } from './base/result';
import { z } from './base/schema';
import type { Lang } from './i18n/translate';
import type { Channel } from './ipcChannels';
import type { ThemeName } from './model/theme';
import {
  BLEEDS,
  type ChoiceWords,
  INKS,
  MOST_MARGIN_MM,
  POSTER_THEMES,
  type PosterSetup,
  type ReportTheme,
  SAFE_SPLITS,
  TILES,
} from './poster/posterSetup';
import { POSTER_PARTS } from './scene/posterParts';

/**
 * The one contract between the window and the main process. Main checks the sender and these schemas before any handler runs;
 * the window never sends a path, only tokens that main gave it. Every call answers a value; failures are `Result`s.
 */
const id = z.string().regex(ID_PATTERN);
const bytes = z.instanceof(Uint8Array);
const seq = z.int().min(0);
const fileKind = z.enum([
  'personarium',
  'pdf',
  'png',
  'svg',
  'csv',
  'json',
  'md',
  'xlsx',
  'mmd',
  'ojf',
  'xml',
  'docx',
  'pptx',
]);
const token = z.string().min(1).max(64);
const fileName = z.string().min(1).max(255);

const journalEntry = z.strictObject({
  seq,
  docId: id,
  /**
   * `update` appends Yjs bytes; `erase` forgets every entry of the document before it;
   * `asset` keeps a binary under its hash (`docId`);
   * `record` keeps what stands beside documents (a version, a template) under its id (`docId`): the last of an id counts.
   */
  type: z.enum(['update', 'erase', 'asset', 'record']),
  /** When the edit was made, epoch ms. */
  at: z.number().min(0),
  bytes,
});
const snapshotToWrite = z.strictObject({ workshopId: id, title: z.string().max(20_000), bytes });
/** Where a person was last: the board, and what of it was in view. */
export const lastPlace = z.strictObject({
  workshopId: id,
  boardId: id,
  /** Screen pixels per scene unit. */
  zoom: z.number().min(0.01).max(20),
  /** The scene point in the middle of the view. */
  cx: z.number().min(-1e7).max(1e7),
  cy: z.number().min(-1e7).max(1e7),
  /** How the view was made to fit; null when a hand chose it. */
  fit: z.enum(['whole', 'opening']).nullable().default(null),
  /** The board was on screen; false once it was left for the home screen. */
  shown: z.boolean(),
  /** Documents that are on screen there: the workshop, its personas, the board. */
  docs: z.array(id).max(50).default([]),
});
/** Initials or name that new notes are signed with; empty for none. */
export const authorName = z.string().max(60);
const libraryChoices = z.record(z.string().max(20), z.array(z.string().max(400)).max(100));
/** What the library of personas remembers between starts. No words of a search are among it: they may be somebody's name. */
export const libraryMemory = z.strictObject({
  /** Personas, last opened first. */
  used: z.array(id).max(24).catch([]),
  /** Sets of filters under a name. */
  saved: z
    .array(z.strictObject({ name: z.string().max(80), choices: libraryChoices }))
    .max(50)
    .catch([]),
  view: z.enum(['cards', 'list']).catch('cards'),
  sort: z.string().max(20).catch('recent'),
});
/** How posters were made last; what is no longer known falls back to what is usual. */
export const posterMemory = z.object({
  /** As `readSheet` reads it. */
  sheet: z.string().max(24).catch('A1'),
  orientation: z.enum(['landscape', 'portrait']).catch('landscape'),
  marginMm: z.number().min(0).max(MOST_MARGIN_MM).catch(0),
  split: z.enum(SAFE_SPLITS).catch('fit'),
  bleedMm: z
    .number()
    .min(0)
    .max(Math.max(...BLEEDS))
    .catch(0),
  marks: z.boolean().catch(false),
  inks: z.enum(INKS).catch('colour'),
  theme: z.enum(POSTER_THEMES).catch('standard'),
  tile: z.enum(TILES).catch('none'),
  hides: z.array(z.enum(POSTER_PARTS)).max(POSTER_PARTS.length).catch([]),
  format: z.enum(['pdf', 'png', 'svg', 'pptx']).catch('pdf'),
  dpi: z.literal([96, 150, 300]).catch(150),
  outlines: z.boolean().catch(false),
});
/** Personas whose erasure has begun and has not ended. */
export const erasing = z.array(id).max(20_000);
const preferences = z.strictObject({
  lang: z.enum(['fr', 'en']).optional(),
  theme: z.enum(['light', 'projectorDark']).optional(),
  last: lastPlace.nullable().optional(),
  /** Name of the database in use. */
  database: z.string().max(40).optional(),
  author: authorName.optional(),
  library: libraryMemory.optional(),
  posters: posterMemory.optional(),
  erasing: erasing.optional(),
});
const menuState = z.strictObject({
  /** `persona` is the page of one persona, with no workshop around it. */
  screen: z.enum([
    'home',
    'board',
    'persona',
    'export',
    'table',
    'versions',
    'friction',
    'touchpoints',
    'opinions',
    'comparison',
    'present',
  ]),
  undo: z.string().max(200),
  redo: z.string().max(200),
  selection: z.boolean(),
});
const printJob = z.strictObject({
  /** Whole document made by `sceneToHtml`; fonts and images are referenced from app:// or inlined. */
  html: z.string().max(200_000_000),
  widthMm: z.number().min(20).max(20_000),
  heightMm: z.number().min(20).max(20_000),
  /** What is cut off on every side, and how much of it next to the cut is printed. */
  cutMm: z.number().min(0).max(100).optional(),
  bleedMm: z.number().min(0).max(100).optional(),
  /** Sizes of the pages that are cut out of those that are printed, at their upper left corner; without it all are whole. */
  pages: z
    .array(z.strictObject({ widthMm: z.number().min(20).max(20_000), heightMm: z.number().min(20).max(20_000) }))
    .max(10_000)
    .optional(),
  title: z.string().max(20_000),
  lang: z.enum(['fr', 'en']),
  /** Day that the file is dated, in place of the moment of its making. */
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional(),
});

/** Argument schemas by channel: the same object drives the preload's functions and main's checks. */
export const IPC_ARGS = {
  boot: z.tuple([]),
  ready: z.tuple([]),
  /** The first screen is painted and can be used; since when, epoch ms. */
  painted: z.tuple([z.number().min(0).max(1e14)]),
  setPreferences: z.tuple([preferences]),
  setMenuState: z.tuple([menuState]),
  toggleFullScreen: z.tuple([]),
  /** Full screen for as long as something is shown; false puts back what was before. */
  lendFullScreen: z.tuple([z.boolean()]),
  /** The second window of a presentation, for the room. */
  roomWindow: z.tuple([z.enum(['open', 'close'])]),
  quit: z.tuple([]),
  closeAnswer: z.tuple([z.enum(['flushed', 'unsaved'])]),
  journalStatus: z.tuple([]),
  journalAppend: z.tuple([z.array(journalEntry).min(1).max(10_000)]),
  journalRead: z.tuple([z.strictObject({ afterSeq: seq, docId: id.nullable() })]),
  /** Every record that lives. */
  journalRecords: z.tuple([]),
  /** Everything that lives into new files, and every older file removed: what was erased is gone from the disk. */
  journalRewrite: z.tuple([]),
  /** Removes left-over copies; tells how many files of the databases are older than an epoch ms, or hold a mark. */
  sweepRemains: z.tuple([z.strictObject({ since: z.number().min(0).max(1e14), mark: id.min(10) })]),
  /** The database can be neither opened nor deleted from the window: main keeps a copy of its files and removes them. */
  resetDatabase: z.tuple([]),
  snapshotWrite: z.tuple([snapshotToWrite]),
  snapshotList: z.tuple([id.nullable()]),
  snapshotRead: z.tuple([token]),
  /** Other bytes in the place of a backup; null removes it. */
  snapshotReplace: z.tuple([z.strictObject({ token, bytes: bytes.nullable() })]),
  openBackupsFolder: z.tuple([]),
  chooseFilesToOpen: z.tuple([]),
  /** Files that personas can be imported from. */
  choosePersonaFiles: z.tuple([]),
  choosePictures: z.tuple([]),
  takePendingFiles: z.tuple([]),
  chooseTarget: z.tuple([z.strictObject({ suggestedName: fileName, kind: fileKind })]),
  chooseFolder: z.tuple([]),
  writeTarget: z.tuple([z.strictObject({ token, name: fileName.nullable(), bytes })]),
  showInFolder: z.tuple([token]),
  /** Loads a poster into the print page ahead of a print that is likely to come. */
  preparePdf: z.tuple([printJob]),
  printPdf: z.tuple([printJob]),
  cliJob: z.tuple([]),
  cliReport: z.tuple([z.strictObject({ stream: z.enum(['out', 'err']), line: z.string().max(100_000) })]),
  /** `part` numbers the sheets of one poster that are files of their own. */
  cliWrite: z.tuple([z.strictObject({ name: fileName, bytes, part: z.int().min(1).optional() })]),
  cliDone: z.tuple([z.int().min(0).max(255)]),
} as const satisfies Readonly<Record<Channel, z.ZodType>>;

export type JournalEntry = z.infer<typeof journalEntry>;
export type PrintJob = z.infer<typeof printJob>;
export type MenuState = z.infer<typeof menuState>;
export type LastPlace = z.infer<typeof lastPlace>;
export type Preferences = z.infer<typeof preferences>;
export type LibraryPreferences = z.infer<typeof libraryMemory>;
export type PosterPreferences = z.infer<typeof posterMemory>;
export type FileKind = z.infer<typeof fileKind>;

export interface BootInfo {
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly appVersion: string;
  readonly chromiumVersion: string;
  readonly platform: 'linux' | 'win32' | 'darwin';
  /** `app` opens the window's interface; `cli` runs one job without it. */
  readonly mode: 'app' | 'cli';
  /** Started with `--sample`: show the sample workshop at once. */
  readonly openSample: boolean;
  /** Started with `--bench-notes=N` in a development build; 0 otherwise. */
  readonly benchNotes: number;
  /** Started with `--bench-personas=N` in a development build; 0 otherwise. */
  readonly benchPersonas: number;
  /** The window's process ended unexpectedly and the window was loaded anew: say so, and what is safe. */
  readonly restarted: boolean;
  /** Where the person was when the app was last open; `shown` is false when this start has files to open. */
  readonly last: LastPlace | null;
  /** Name of the database that was in use; empty for the first one. */
  readonly database: string;
  /** What new notes are signed with; empty for nothing. */
  readonly author: string;
  /** What the library remembers; null when it never was told anything. */
  readonly library: LibraryPreferences | null;
  /** How posters were made last; null when none ever was. */
  readonly posters: PosterPreferences | null;
  /** Personas whose erasure a stop interrupted: it is to be finished. */
  readonly erasing: readonly string[];
}

export interface JournalHead {
  readonly docId: string;
  readonly seq: number;
  /** When its last entry was made, epoch ms. */
  readonly at: number;
}

/** What the main process knows of the journal before the database is opened. */
export interface JournalStatus {
  /** Highest sequence number on disk; 0 when the journal is empty. */
  readonly lastSeq: number;
  /** Documents with at least one live entry. */
  readonly docCount: number;
  /** Highest sequence number of each of them, erased ones left out. */
  readonly heads: readonly JournalHead[];
  /** Hashes of the assets it keeps. */
  readonly assets: readonly string[];
  /** Records that live. */
  readonly records: number;
  /** Damage found and contained while reading (a torn tail after a power cut, a bad checksum). */
  readonly damaged: 'no' | 'tail' | 'middle';
  /** Entries known to be unreadable (0 when the damage only hit what was never acknowledged). */
  readonly lost: number;
  /** Version of the app that wrote last; a newer one means: do not touch the data. */
  readonly writtenBy: { readonly app: string; readonly chromium: string } | null;
}

export interface SnapshotInfo {
  readonly token: string;
  readonly workshopId: string;
  readonly title: string;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly size: number;
}

export interface OpenedFile {
  /** File name without its folder, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Target {
  readonly token: string;
  /** File or folder name, for messages. */
  readonly name: string;
}

/** The report that a run of the command line writes. */
export interface CliReport {
  readonly formats: readonly ('pdf' | 'docx' | 'md')[];
  readonly sheet: 'A4' | 'Letter';
  /** Colours of the boards in it. */
  readonly theme: ReportTheme;
  /** Empty for all of them. */
  readonly parts: readonly string[];
}

/** One run of the command line, already parsed by main. */
export interface CliJob {
  readonly command: 'export';
  /** null renders the sample workshop. */
  readonly file: OpenedFile | null;
  /** Board titles, ids or 1-based positions; empty means all. */
  readonly boards: readonly string[];
  readonly formats: readonly ('pdf' | 'png' | 'svg' | 'pptx')[];
  /** A report of the workshop in place of posters; null for posters. */
  readonly report: CliReport | null;
  /** The tables of the workshop in place of posters, in these formats; null for posters. */
  readonly data: readonly ('xlsx' | 'csv')[] | null;
  readonly setup: PosterSetup;
  /** What posters show of their boards; empty lists for all of it. */
  readonly shows: ChoiceWords;
  /** Day that PDF files are dated, `YYYY-MM-DD`; undefined for the moment of their making. */
  readonly date: string | undefined;
  readonly dpi: 96 | 150 | 300;
  /** Letters of SVG files are shapes. */
  readonly outlines: boolean;
  readonly langs: readonly Lang[];
  /** Each poster carries the file of the whole workshop. */
  readonly withWorkshop: boolean;
  /** Which language the texts of a workshop speak: as they were written (null), one, or each time that of the poster. */
  readonly text: Lang | 'both' | null;
}

export interface IpcResults {
  boot: BootInfo;
  ready: undefined;
  painted: undefined;
  setPreferences: undefined;
  setMenuState: undefined;
  toggleFullScreen: boolean;
  lendFullScreen: undefined;
  /** Whether it is open now. */
  roomWindow: boolean;
  quit: undefined;
  closeAnswer: undefined;
  journalStatus: Result<JournalStatus>;
  /** `diskLow`: it landed, but only by giving up the space kept in reserve. */
  journalAppend: Result<{ readonly lastSeq: number; readonly diskLow: boolean }>;
  journalRead: Result<readonly JournalEntry[]>;
  journalRecords: Result<readonly JournalEntry[]>;
  journalRewrite: Result<null>;
  sweepRemains: Result<{ readonly oldFiles: number }>;
  resetDatabase: Result<{ readonly keptCopy: boolean }>;
  snapshotWrite: Result<SnapshotInfo>;
  snapshotList: readonly SnapshotInfo[];
  snapshotRead: Result<Uint8Array>;
  snapshotReplace: Result<null>;
  openBackupsFolder: undefined;
  chooseFilesToOpen: readonly Result<OpenedFile>[];
  choosePersonaFiles: readonly Result<OpenedFile>[];
  choosePictures: readonly Result<OpenedFile>[];
  takePendingFiles: readonly Result<OpenedFile>[];
  chooseTarget: Target | null;
  chooseFolder: Target | null;
  writeTarget: Result<Target>;
  showInFolder: undefined;
  preparePdf: undefined;
  printPdf: Result<Uint8Array>;
  cliJob: CliJob | null;
  cliReport: undefined;
  cliWrite: Result<Target>;
  cliDone: undefined;
}

/** What main tells the window. */
export interface IpcEvents {
  /** A menu item or a global shortcut. */
  action: ActionId;
  /** Files arrived (double-click, second start): call `takePendingFiles`. */
  filesPending: null;
  /** The window is about to close: flush, then `closeAnswer`. */
  closeRequested: null;
  /** The room's window is gone. */
  roomClosed: null;
}

export type IpcResult<C extends Channel> = IpcResults[C];
export type IpcArgs<C extends Channel> = z.infer<(typeof IPC_ARGS)[C]>;
/** What travels back on every channel: the answer, or why the request was refused. */
export type IpcReply<C extends Channel> = Result<IpcResult<C>>;

/** `window.desktop`: named functions only. */
export type DesktopApi = {
  readonly [C in Channel]: (...args: IpcArgs<C>) => Promise<IpcResult<C>>;
} & {
  /** Subscribes; returns the way to stop. */
  readonly on: <E extends keyof IpcEvents>(event: E, listener: (payload: IpcEvents[E]) => void) => () => void;
};
