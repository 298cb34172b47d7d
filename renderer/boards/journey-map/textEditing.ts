import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { Lang } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import type { EditEnd } from '@/canvas/TextEditor';
import type { Session } from '@/session/session';
import { addToCell } from './adding';
import { cellOf, exists, laneOf } from './entities';
import { cellBeside, contentsOf, holdsNotes } from './places';
import { hasTarget } from './targets';
import { isLocked, textOf, writeText } from './texts';
import type { Editing, UiStore } from './uiState';

export interface TextEditingDeps {
  readonly session: Session<JourneyMapDoc>;
  readonly ui: UiStore;
  readonly lang: () => Lang;
  readonly select: (selection: readonly Target[]) => void;
  /** The keyboard goes back to the board. */
  readonly focusBoard: () => void;
  /** Whether there is something drawn to write over. */
  readonly canEdit: (target: Target) => boolean;
  readonly onLocked: () => void;
}

export interface StartOptions {
  readonly selectAll?: boolean;
  /** It was just added for this edit: left empty, it goes away again. */
  readonly created?: boolean;
  readonly mergeKey?: string;
}

export interface TextEditing {
  readonly start: (target: Target, options?: StartOptions) => boolean;
  readonly input: (text: string) => void;
  readonly end: (text: string, how: EditEnd) => void;
  readonly cancel: () => void;
  /** Ends whatever is being written, as a click elsewhere does. */
  readonly finish: () => void;
}

interface Turn {
  readonly target: Target;
  readonly original: string;
  readonly created: boolean;
  readonly mergeKey: string;
  /** Changes made so far: as many steps back at most. */
  runs: number;
  latest: string;
}

/** A face needs no words, an indicator is still to be measured. */
const staysEmpty = ({ kind }: Target): boolean => kind === 'emotion-point' || kind === 'indicator';

let turns = 0;

/** A fresh key under which an addition and the writing that follows it are taken back together. */
export const editKey = (): string => `edit:${++turns}`;

/** Writing on the board: every letter is saved, a burst is one step of undo, Escape leaves nothing behind. */
export function createTextEditing(deps: TextEditingDeps): TextEditing {
  const { session, ui } = deps;
  let turn: Turn | null = null;
  const docNow = () => session.store.getState().doc;

  const start = (target: Target, options: StartOptions = {}): boolean => {
    finish();
    const doc = docNow();
    const text = textOf(doc, target, deps.lang());
    if (text === null || !deps.canEdit(target)) return false;
    if (isLocked(doc, target)) {
      deps.onLocked();
      return false;
    }
    const created = options.created ?? false;
    turn = {
      target,
      original: text,
      created,
      mergeKey: options.mergeKey ?? editKey(),
      runs: created ? 1 : 0,
      latest: text,
    };
    turns += 1;
    const editing: Editing = {
      target,
      turn: turns,
      text,
      selectAll: options.selectAll ?? false,
    };
    ui.setState({ editing });
    return true;
  };

  const input = (text: string): void => {
    if (!turn || text === turn.latest) return;
    turn.runs += 1;
    turn.latest = text;
    writeText(session, turn.target, text, { mergeKey: turn.mergeKey });
  };

  /** Takes back what this turn wrote; what others did meanwhile stays, because undo only takes back own changes. */
  const takeBack = (done: Turn): void => {
    const changed = () => {
      const doc = docNow();
      return done.created ? exists(doc, done.target) : textOf(doc, done.target, deps.lang()) !== done.original;
    };
    for (let left = done.runs; left > 0 && changed(); left--) session.undo();
  };

  const close = (): Turn | null => {
    const done = turn;
    turn = null;
    ui.setState({ editing: null });
    return done;
  };

  const goOn = (done: Turn, how: EditEnd): void => {
    const doc = docNow();
    const place = cellOf(doc, done.target);
    const kind = place ? laneOf(doc, place.laneId)?.kind : undefined;
    if (!place || !kind) return;
    if (how === 'enter' && done.created && done.target.kind === 'note' && exists(doc, done.target)) {
      const at = contentsOf(doc, place).findIndex((one) => one.id === done.target.id) + 1;
      const mergeKey = editKey();
      const next = addToCell(session, place, at, { mergeKey });
      if (next) open(next, mergeKey);
    }
    if (how !== 'next-cell' && how !== 'previous-cell') return;
    const cell = cellBeside(doc, place, how === 'next-cell' ? 1 : -1);
    if (!cell || kind === 'emotion') return;
    const [first] = contentsOf(doc, cell);
    if (first) {
      deps.select([first]);
      start(first, { selectAll: true });
    } else if (holdsNotes(kind) || kind === 'touchpoints') {
      const mergeKey = editKey();
      const next = addToCell(session, cell, null, { mergeKey });
      if (next) open(next, mergeKey);
    }
  };

  const open = (target: Target, mergeKey: string): void => {
    deps.select([target]);
    start(target, { created: true, mergeKey });
  };

  const end = (text: string, how: EditEnd): void => {
    if (!turn) return;
    input(text);
    const done = close();
    if (!done) return;
    const isEmptyNew = done.created && text.trim() === '' && !staysEmpty(done.target);
    if (isEmptyNew) takeBack(done);
    if (how === 'blur') return;
    deps.focusBoard();
    if (!isEmptyNew || how !== 'enter') goOn(done, how);
  };

  const cancel = (): void => {
    const done = close();
    if (!done) return;
    takeBack(done);
    deps.focusBoard();
  };

  const finish = (): void => {
    if (turn) end(turn.latest, 'blur');
  };

  return { start, input, end, cancel, finish };
}

/** The selection that remains when some targets are gone. */
export const remaining = (doc: JourneyMapDoc, selection: readonly Target[]): readonly Target[] => {
  const kept = selection.filter((target) => exists(doc, target));
  return kept.length === selection.length && kept.every((one) => hasTarget(selection, one)) ? selection : kept;
};
