import type { BoardKind, BoardPart, BoardView, LayoutContext, SheetPart } from '../boards/boardKind';
import type { PosterPart } from '../scene/posterParts';
import { type Preflight, passingPt, preflight, smallestTextPt, worstOf } from '../scene/preflight';
import type { Scene } from '../scene/primitives';
import { rollSheet, type SheetChoice, type SheetSize, SIDE_MM, sheetSize } from '../scene/sheet';
import { familyOf, ROLLS, SHEET_FAMILIES } from '../scene/sheetCatalogue';
import { sizeOfChoice } from '../scene/sheetText';
import { type PosterSetup, type PosterSplit, SAFE_MM, TILE_BLEED_MM } from './posterSetup';
import { posterTheme } from './posterThemes';
import { type PressSheet, pressSheet } from './press';
import { type Tiling, tilingOf } from './tiling';

/** A poster laid out: the size of its sheets, what stands on each, what can be said of them. */
export interface PosterSheets {
  readonly sheet: SheetSize;
  readonly scenes: readonly [Scene, ...Scene[]];
  readonly check: Preflight;
  /** The same scenes with the inks, the bleed and the marks that they are printed with. */
  readonly press: readonly [PressSheet, ...PressSheet[]];
  /** How each sheet is cut into smaller ones to be glued; null for none. */
  readonly tiling: Tiling | null;
  /** How many of its pictures are gone: the poster says so in their place. */
  readonly lost: number;
  /** The poster could be parted between its stages. */
  readonly canSplit: boolean;
  /** Smallest text of the poster parted over two sheets, in points; null where it has enough room, or where two bring nothing. Some layouts' work at the first call. */
  readonly twoSheetsPt: () => number | null;
  /** Paper on which its text would be large enough; null when it is already, or on none. Some layouts' work at the first call: an export does not ask. */
  readonly better: () => SheetChoice | null;
}

/** What a layout needs besides the paper and the colours. */
type Words = Omit<LayoutContext, 'view' | 'theme'>;
interface Board<Doc> {
  readonly kind: BoardKind<Doc>;
  readonly doc: Doc;
  readonly words: Words;
  readonly opinions: boolean;
  /** What of it the poster shows; absent for all of it. */
  readonly part?: BoardPart | undefined;
}
/** The same in its colours, once what is not shown has been taken from it. */
interface ShownBoard<Doc> extends Board<Doc> {
  readonly words: Words & Pick<LayoutContext, 'theme'>;
  readonly hides: readonly PosterPart[];
}

function shownOf<Doc>(board: Board<Doc>, { hides, theme }: PosterSetup): ShownBoard<Doc> {
  const { kind, doc } = board;
  const { workshop } = board.words;
  const isWithoutLogo = hides.includes('logo') || (workshop.logo && board.words.lost?.has(workshop.logo.asset));
  const about = isWithoutLogo ? { ...workshop, logo: null } : workshop;
  const words = { ...board.words, workshop: about, theme: posterTheme(theme) };
  return { ...board, words, hides, doc: hides.length > 0 ? (kind.without?.(doc, hides) ?? doc) : doc };
}

const viewOn = (
  { opinions, hides, part }: Pick<ShownBoard<unknown>, 'opinions' | 'hides' | 'part'>,
  sheet: SheetSize,
): BoardView => ({
  ...part,
  form: 'poster',
  focus: null,
  sheet,
  opinions,
  hides,
});

const layoutOn = <Doc>(board: ShownBoard<Doc>, sheet: SheetSize, part?: SheetPart): Scene =>
  board.kind.layout(board.doc, { ...board.words, view: { ...viewOn(board, sheet), ...(part ? { part } : {}) } });

/** Lays a board out for paper: finds the length of a roll, and parts the board where text is too small otherwise, unless one sheet was asked for. */
export function sheetsOfPoster<Doc>(whole: Board<Doc>, setup: PosterSetup): PosterSheets {
  const board = shownOf(whole, setup);
  const sheet = sheetOf(board, setup);
  const scene = layoutOn(board, sheet);
  const check = preflight(scene, sheet);
  const most = board.kind.parts?.(board.doc, Number.MAX_SAFE_INTEGER, board.part?.stages)?.length ?? 1;
  const canSplit = most > 1;
  const asked = canSplit && check.isTooSmall ? MOST_SHEETS[setup.split] : 1;
  const parted = asked > 1 ? partedSheets(board, sheet, { most: Math.min(most, asked), whole: check }) : null;
  const made = parted ?? { scenes: [scene] as const, check };
  const [first, ...more] = made.scenes;
  const tiling = setup.tile === 'none' ? null : tilingOf(sheet, setup.tile);
  const press = (each: Scene): PressSheet => pressSheet(each, sheet, pressOf(setup));
  return {
    sheet,
    canSplit,
    lost: whole.words.lost?.size ?? 0,
    ...made,
    press: [press(first), ...more.map(press)],
    tiling,
    twoSheetsPt: once(() =>
      canSplit && check.isTooSmall
        ? (partedSheets(board, sheet, { most: 2, whole: check })?.check.smallestPt ?? null)
        : null,
    ),
    better: once(() => (made.check.isTooSmall ? betterOf(board, sheet, setup) : null)),
  };
}

/** Sheets that a poster may be parted over. */
const MOST_SHEETS: Readonly<Record<PosterSplit, number>> = { none: 1, two: 2, fit: Number.MAX_SAFE_INTEGER };

/** Asks at the first call, and remembers. */
function once<T>(ask: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: ask() };
    return known.value;
  };
}

/** Tiles have marks of their own, and margins in which little of the ground can run over the edges of the poster. */
const pressOf = (setup: PosterSetup): PosterSetup =>
  setup.tile === 'none' ? setup : { ...setup, bleedMm: Math.min(setup.bleedMm, TILE_BLEED_MM), marks: false };

/** The smallest larger paper on which a board has letters that are large enough, parted as it may be: a wider roll, a sheet of its family, of the A series. */
function betterOf<Doc>(
  board: ShownBoard<Doc>,
  sheet: SheetSize,
  { sheet: choice, orientation, split }: PosterSetup,
): SheetChoice | null {
  const marginMm = sheet.marginMm ?? 0;
  const isEnough = (other: SheetSize): boolean => {
    const size = { ...other, marginMm };
    return isLegibleOn(board, size) || (split !== 'none' && partsAreLegible(board, size, MOST_SHEETS[split]));
  };
  if (choice.kind === 'roll') {
    const wider = ROLLS.find((mm) => mm > choice.widthMm && isEnough(rollSheet(mm, mm * 4, orientation)));
    if (wider) return { kind: 'roll', widthMm: wider };
  }
  const area = sheet.widthMm * sheet.heightMm;
  const family = choice.kind === 'named' ? familyOf(choice.name) : [];
  const name = [...family, ...SHEET_FAMILIES.isoA].find((each) => {
    const other = sheetSize(each, orientation);
    return other.widthMm * other.heightMm > area * LARGER && isEnough(other);
  });
  return name ? { kind: 'named', name } : null;
}

function isLegibleOn<Doc>(board: ShownBoard<Doc>, sheet: SheetSize, part?: SheetPart): boolean {
  const { kind, doc, words } = board;
  const ctx = { ...words, view: { ...viewOn(board, sheet), ...(part ? { part } : {}) } };
  if (kind.isLegible) return kind.isLegible(doc, ctx);
  return smallestTextPt(kind.layout(doc, ctx), sheet) >= passingPt(sheet);
}

function partsAreLegible<Doc>(board: ShownBoard<Doc>, sheet: SheetSize, most: number): boolean {
  const parts = board.kind.parts?.(board.doc, most, board.part?.stages);
  if (!parts) return false;
  return parts.every((ids, at) => isLegibleOn(board, sheet, { ids, number: at + 1, count: parts.length }));
}

/** A sheet is larger from here on. */
const LARGER = 1.05;

type Laid = Pick<PosterSheets, 'scenes' | 'check'>;

/** A board over the fewest sheets on which its text is large enough; over the most where it never is, if that is worth the paper. */
function partedSheets<Doc>(
  board: ShownBoard<Doc>,
  sheet: SheetSize,
  { most, whole }: { readonly most: number; readonly whole: Preflight },
): Laid | null {
  let found = laidOver(board, sheet, most);
  if (!found) return null;
  if (found.check.isTooSmall) return found.check.smallestPt > whole.smallestPt * WORTH_A_SHEET ? found : null;
  let [few, enough] = [1, most];
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    const tried = laidOver(board, sheet, middle);
    if (tried && !tried.check.isTooSmall) [enough, found] = [middle, tried];
    else few = middle;
  }
  return found;
}

function laidOver<Doc>(board: ShownBoard<Doc>, sheet: SheetSize, count: number): Laid | null {
  const parts = board.kind.parts?.(board.doc, count, board.part?.stages) ?? [];
  const scenes = parts.map((ids, index) => layoutOn(board, sheet, { ids, number: index + 1, count: parts.length }));
  const checks = scenes.map((scene) => preflight(scene, sheet));
  return isFilled(scenes) && isFilled(checks) ? { scenes, check: worstOf(checks) } : null;
}

/** More sheets on which text is still too small, and hardly larger, are paper for nothing. */
const WORTH_A_SHEET = 1.08;

const isFilled = <T>(list: readonly T[]): list is readonly [T, ...T[]] => list.length > 0;

function sheetOf<Doc>(board: ShownBoard<Doc>, { sheet: choice, orientation, ...setup }: PosterSetup): SheetSize {
  const runsOff = setup.bleedMm > 0;
  const marginMm = runsOff ? Math.max(SAFE_MM, setup.marginMm) : setup.marginMm;
  const withMargin = (sheet: SheetSize): SheetSize => (marginMm > 0 ? { ...sheet, marginMm, runsOff } : sheet);
  if (choice.kind !== 'roll') return withMargin(sizeOfChoice(choice, orientation));
  const piece = (lengthMm: number): SheetSize => withMargin(rollSheet(choice.widthMm, lengthMm, orientation));
  return piece(rollLength(board, piece));
}

/** A length is at least this much more than the roll is wide: it stays what its orientation says. */
const LEAST_RATIO = 1.2;
/** How much smaller than full size the type is tried where even the longest sheet is too small for it. */
const SCALES = [1, 1.12, 1.25, 1.4, 1.6, 2, 2.5, 3.2, 4] as const;
const STEP_MM = 10;

/** The shortest piece of a roll on which a board stands with type of full size, to a centimetre. */
function rollLength<Doc>(board: ShownBoard<Doc>, sheetAt: (lengthMm: number) => SheetSize): number {
  const { kind, doc, words } = board;
  const stands = (mm: number, scale: number): boolean =>
    kind.stands(doc, { ...words, view: viewOn(board, sheetAt(mm)) }, scale);
  const { widthMm, heightMm } = sheetAt(1);
  const least = Math.ceil((Math.max(widthMm, heightMm) * LEAST_RATIO) / STEP_MM);
  const most = Math.floor(SIDE_MM.most / STEP_MM);
  const scale = SCALES.find((each) => stands(most * STEP_MM, each));
  if (scale === undefined) return most * STEP_MM;
  if (stands(least * STEP_MM, scale)) return least * STEP_MM;
  let [low, high] = [least, most];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (stands(middle * STEP_MM, scale)) high = middle;
    else low = middle;
  }
  return high * STEP_MM;
}
