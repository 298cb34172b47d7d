import type { BoardId, NoteId, PersonaId } from '@shared/base/ids';
import { addNote, setNoteText } from '@shared/boards/journey-map/commands/notes';
import { holdsNotes, type JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type CellPlace, cellPlace } from '@shared/boards/journey-map/targets';
import type { BoardRef } from '@shared/model/workshop';
import type { Box } from '@shared/scene/primitives';
import type { SheetName } from '@shared/scene/sheetCatalogue';
import { type Camera, toScreen } from '@/canvas/camera';
import { type BoardController, controllerOf } from '@/editor/boardController';
import type { PosterFormat } from '@/export/posterName';
import { desktop } from '@/platform/desktop';
import { preferences } from '@/ui/preferences';
import { appStore, workspace } from './appStore';
import { boardIsUsable } from './firstPaint';
import { goHome, showWorkshop } from './navigate';
import { newId } from './newId';

/** Where a note is: its box in scene units, and its middle in CSS pixels of the window, where a mouse would press. */
interface NotePosition extends Box {
  readonly screen: { readonly x: number; readonly y: number };
}

/** Drives the open board from outside. Scene units are CSS pixels at 100 %; `cx` and `cy` are the scene point in the middle of the view. */
export interface BenchHook {
  readonly view: () => Camera & { readonly width: number; readonly height: number };
  readonly setView: (view: Camera | { readonly fit: true }) => void;
  /** The note number `i` in the order of the picture; null when there is none. */
  readonly notePos: (i: number) => NotePosition | null;
  readonly noteCount: () => number;
  /** Everything on show is painted as it is at rest. */
  readonly exact: () => boolean;
  /** Selects so many notes, those nearest to the middle of the view first; the number that were found. */
  readonly select: (count: number) => number;
  /** Adds a note at the end of the cell at a scene point, as a user would: one undoable command. */
  readonly addNote: (note: { readonly x: number; readonly y: number; readonly text: string }) => string;
  readonly setText: (i: number, text: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves once both stores have acknowledged everything. */
  readonly saved: () => Promise<string>;
  readonly editable: () => boolean;
  /** Goes to the library and opens the workshop again; milliseconds until the board can be used and was painted. */
  readonly reopen: () => Promise<number>;
  readonly exportPng: (sheet?: SheetName, dpi?: 96 | 150 | 300) => Promise<Uint8Array>;
  readonly exportSvg: (sheet?: SheetName) => Promise<string>;
  readonly exportPdf: (sheet?: SheetName) => Promise<Uint8Array>;
}

declare global {
  interface Window {
    __bench?: BenchHook;
  }
}

function controller(): BoardController<JourneyMapDoc> {
  const { open } = appStore.getState();
  const found = controllerOf<JourneyMapDoc>(open?.handle.getState().handle ?? null);
  if (!found) throw new Error('no journey is open');
  return found;
}

const notes = () =>
  controller()
    .now()
    .index.list.filter(({ target }) => target.kind === 'note');

function notePos(i: number): NotePosition | null {
  const box = notes()[i]?.box;
  const surface = document.querySelector('[data-testid="board-canvas"]')?.getBoundingClientRect();
  if (!box || !surface) return null;
  const at = toScreen(controller().camera.get(), controller().viewSize(), {
    x: box.x + box.w / 2,
    y: box.y + box.h / 2,
  });
  return { ...box, screen: { x: surface.left + at.x, y: surface.top + at.y } };
}

function select(count: number): number {
  const { cx, cy } = controller().camera.get();
  const away = ({ box }: { readonly box: Box }) => Math.hypot(box.x + box.w / 2 - cx, box.y + box.h / 2 - cy);
  const nearest = [...notes()].sort((a, b) => away(a) - away(b)).slice(0, count);
  controller().select(nearest.map(({ target }) => target));
  return nearest.length;
}

/** The cell at a scene point, found as a click finds it, or the one whose middle is nearest. */
function placeAt(x: number, y: number): CellPlace {
  const { index } = controller().now();
  const hit = index.at(x, y, (target) => (cellPlace(target) ? 1 : -1));
  const found = hit && cellPlace(hit.target);
  if (found && takesNotes(found)) return found;
  const cells = index.list
    .flatMap(({ target, box }) => {
      const place = cellPlace(target);
      const away = place ? Math.hypot(box.x + box.w / 2 - x, box.y + box.h / 2 - y) : 0;
      return place && takesNotes(place) ? [{ place, away }] : [];
    })
    .sort((a, b) => a.away - b.away);
  const [nearest] = cells;
  if (!nearest) throw new Error('the board has no cell');
  return nearest.place;
}

const takesNotes = ({ laneId }: CellPlace): boolean => {
  const lane = controller().session.store.getState().doc.lanes[laneId];
  return lane !== undefined && holdsNotes(lane.kind);
};

function add({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }): string {
  const id = newId<NoteId>();
  controller().session.run(addNote, { id, place: placeAt(x, y), at: null, fields: { text } });
  return id;
}

function setText(i: number, text: string): void {
  const id = notes()[i]?.target.id as NoteId | undefined;
  if (id) controller().session.run(setNoteText, { id, text });
}

async function poster(
  format: Exclude<PosterFormat, 'pptx'>,
  sheet: SheetName,
  dpi: 96 | 150 | 300,
): Promise<Uint8Array> {
  const [{ exportBoard }, { posterSource }, { DEFAULT_SETUP }] = await Promise.all([
    import('@/export/exportBoard'),
    import('@/export/posterScene'),
    import('@shared/poster/posterSetup'),
  ]);
  const { open, boardId } = appStore.getState();
  const workshop = open?.session.store.getState().doc;
  const board: BoardRef | undefined = workshop?.boards[boardId as BoardId];
  const docOf = (id: string) =>
    id === boardId ? controller().session.store.getState().doc : (open?.personas.getState()[id as PersonaId] ?? null);
  const source = workshop && board ? posterSource(workshop, board, docOf) : null;
  if (!source) throw new Error('no board is open');
  const setup = { ...DEFAULT_SETUP, split: 'none' as const, sheet: { kind: 'named', name: sheet } as const };
  const request = { source, setup, outlines: false, format, dpi, lang: preferences.getState().lang };
  const made = await exportBoard(request, { printPdf: desktop().printPdf, readAsset: workspace().readAsset });
  if (!made.ok) throw new Error(made.error.code);
  const [file] = made.value.files;
  if (!file) throw new Error('no file');
  return file.bytes;
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

async function reopen(): Promise<number> {
  const id = appStore.getState().open?.id;
  if (!id) throw new Error('no workshop is open');
  await goHome();
  await frame();
  await frame();
  const from = performance.now();
  await showWorkshop(id);
  await boardIsUsable();
  await frame();
  return performance.now() - from;
}

/** Puts `window.__bench` in place. Only development builds hold this file. */
export function installBenchHook(): void {
  window.__bench = {
    view: () => ({ ...controller().camera.get(), ...controller().viewSize() }),
    setView: (view) => ('fit' in view ? controller().moves.fit() : controller().camera.set(view)),
    notePos,
    noteCount: () => notes().length,
    exact: () => controller().view.isExact(),
    select,
    addNote: add,
    setText,
    undo: () => controller().session.undo(),
    redo: () => controller().session.redo(),
    saved: async () => (await controller().session.flush()).status,
    editable: () => controller().session.store.getState().editable,
    reopen,
    exportPng: (sheet = 'A1', dpi = 96) => poster('png', sheet, dpi),
    exportSvg: async (sheet = 'A1') => new TextDecoder().decode(await poster('svg', sheet, 96)),
    exportPdf: (sheet = 'A1') => poster('pdf', sheet, 96),
  };
}
