import type { AnyDoc } from '@shared/model/document';
import type { Target } from '@shared/scene/primitives';
import { useLayoutEffect, useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { Kbd } from '@/ui/Kbd';
import { useT } from '@/ui/useT';
import { BarNotes, keepFocus } from './BarNotes';
import type { BoardController } from './boardController';
import type { KeyHint } from './boardEditing';
import styles from './EditBar.module.css';
import { chosenNotes } from './noteActions';
import { selectionLabel } from './selectionLabel';
import { useDoc, useSelection, useUi } from './useController';

/** It may take this much of the board's height, on two lines, in CSS pixels. */
const ROOM = 96;

/** Under the sheet: what the chosen notes are given, and the keys that work now. Nothing floats over the map. */
export function EditBar<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const t = useT();
  const { plug } = controller;
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  const editing = useUi(controller, (ui) => ui.editing);
  const target = editing?.target ?? (selection.length === 1 ? (selection[0] ?? null) : null);
  const dragging = useUi(controller, (ui) => ui.dragging);
  // Where it would come between the two presses of a double click, it waits for them.
  const isPressed = useUi(
    controller,
    ({ pressed }) => pressed !== null && pressed.y > controller.viewSize().height - ROOM,
  );
  const wasShown = useRef(false);
  const written = target && plug.notes.get(doc, target);
  const notes = written ? [written] : selection.length > 1 ? chosenNotes(controller) : [];
  const own = target && plug.panels.keyHints?.(target, t);
  const isOwn = target !== null && (editing !== null || Boolean(own) || plug.targets.isContent(target));
  // It neither comes nor goes during a drag: the board must not move under the hand.
  const shown = dragging || isPressed ? wasShown.current : isOwn || notes.length > 0;
  wasShown.current = shown;
  useMarkedRoot(shown);
  if (!shown) return null;
  const { BarExtra } = plug.panels;
  return (
    <section className={styles.bar} aria-label={t('editing.bar.label')} data-testid="edit-bar">
      <div className={styles.choices}>
        <span className={styles.what}>
          <Icon name="pencil-simple" size={17} />
          {selectionLabel(plug, doc, target ? [target] : selection, t)}
        </span>
        {notes.length > 0 && <BarNotes controller={controller} notes={notes} />}
        {written && BarExtra && target && <BarExtra controller={controller} target={target} />}
      </div>
      <Keys hints={hints(target, editing !== null, t, plug.panels.keyHints)} />
    </section>
  );
}

/** Toasts stand above the bar. Said at the root: a style that asks what the page holds is asked again at every change of the page. */
function useMarkedRoot(shown: boolean): void {
  useLayoutEffect(() => {
    if (!shown) return;
    document.documentElement.dataset.editBar = '';
    return () => {
      delete document.documentElement.dataset.editBar;
    };
  }, [shown]);
}

const RATINGS = [1, 2, 3, 4, 5] as const;

export interface BarRatingProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** One to five in the bar, or nothing: the chosen figure again takes it back. */
export function BarRating({ label, value, onChange }: BarRatingProps) {
  return (
    <fieldset className={styles.group} aria-label={label}>
      <span className={styles.rule} />
      <span className={styles.name}>{label}</span>
      {RATINGS.map((rating) => (
        <button
          key={rating}
          type="button"
          className={classNames(styles.choice, styles.digit)}
          aria-pressed={value === rating}
          onMouseDown={keepFocus}
          onClick={() => onChange(value === rating ? null : rating)}
        >
          {rating}
        </button>
      ))}
    </fieldset>
  );
}

type T = ReturnType<typeof useT>;

function hints(
  target: Target | null,
  writing: boolean,
  t: T,
  own: ((target: Target, t: T) => readonly KeyHint[] | null) | undefined,
): readonly KeyHint[] {
  if (writing) {
    return [
      { keys: ['Enter'], text: t('editing.bar.validate') },
      { keys: ['Shift+Enter'], text: t('editing.bar.line') },
      { keys: ['Escape'], text: t('editing.bar.cancel') },
    ];
  }
  return (
    (target && own?.(target, t)) ?? [
      { keys: ['Enter'], text: t('editing.bar.write') },
      { keys: ['Alt+Right'], text: t('editing.bar.move') },
      { keys: ['Delete'], text: t('editing.bar.remove') },
    ]
  );
}

function Keys({ hints: shown }: { readonly hints: readonly KeyHint[] }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {shown.map(({ keys, text }) => (
        <span key={text} className={styles.key}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} plain />
          ))}
          {text}
        </span>
      ))}
    </span>
  );
}
