import type { Lang } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import type { EditEnd } from '@/canvas/TextEditor';
import type { Session } from '@/session/session';
import type { BoardEditing } from './boardEditing';
import { hasTarget } from './targets';
import type { Editing, UiStore } from './uiState';

export interface TextEditingDeps<Doc extends AnyDoc> {
  readonly plug: Pick<BoardEditing<Doc>, 'targets' | 'texts' | 'places'>;
  readonly session: Session<Doc>;
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

let turns = 0;

/** A fresh key under which an addition and the writing that follows it are taken back together. */
export const editKey = (): string => `edit:${++turns}`;

/** Writing on the board: every letter is saved, a burst is one step of undo, Escape leaves nothing behind. */
export function createTextEditing<Doc extends AnyDoc>(deps: TextEditingDeps<Doc>): TextEditing {
  const { session, ui } = deps;
  const { targets, texts, places } = deps.plug;
  let turn: Turn | null = null;
  const docNow = () => session.store.getState().doc;

  const start = (target: Target, options: StartOptions = {}): boolean => {
    finish();
    const doc = docNow();
    const text = texts.get(doc, target, deps.lang());
    if (text === null || !deps.canEdit(target)) return false;
    if (texts.isLocked(doc, target)) {
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
    texts.set(session, turn.target, text, { mergeKey: turn.mergeKey });
  };

  /** Takes back what this turn wrote; what others did meanwhile stays, because undo only takes back own changes. */
  const takeBack = (done: Turn): void => {
    const changed = () => {
      const doc = docNow();
      return done.created
        ? targets.exists(doc, done.target)
        : texts.get(doc, done.target, deps.lang()) !== done.original;
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
    const place = places.of(doc, done.target);
    if (!place) return;
    const rules = places.capture(doc, place);
    if (how === 'enter' && done.created && rules.another && targets.exists(doc, done.target)) {
      addAt(place, places.contents(doc, place).findIndex((one) => one.id === done.target.id) + 1);
    }
    if ((how === 'next-cell' || how === 'previous-cell') && rules.beside !== 'stay') {
      const beside = places.beside(doc, place, how === 'next-cell' ? 1 : -1);
      const [first] = beside ? places.contents(doc, beside) : [];
      if (first) {
        deps.select([first]);
        start(first, { selectAll: true });
      } else if (beside && rules.beside === 'add') addAt(beside, null);
    }
  };

  const addAt = (place: Target, at: number | null): void => {
    const mergeKey = editKey();
    const next = places.add(session, place, at, { mergeKey });
    if (next) open(next, mergeKey);
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
    const isEmptyNew = done.created && text.trim() === '' && !texts.staysEmpty(done.target);
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
export const remaining = (selection: readonly Target[], exists: (target: Target) => boolean): readonly Target[] => {
  const kept = selection.filter(exists);
  return kept.length === selection.length && kept.every((one) => hasTarget(selection, one)) ? selection : kept;
};
