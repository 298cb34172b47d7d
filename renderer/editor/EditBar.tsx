import type { AnyDoc } from '@shared/model/document';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { Target } from '@shared/scene/primitives';
import { type MouseEvent, useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { Kbd } from '@/ui/Kbd';
import { useT } from '@/ui/useT';
import type { BoardController } from './boardController';
import type { EditedNote, EditedNoteFields, KeyHint } from './boardEditing';
import styles from './EditBar.module.css';
import { EvidenceSign } from './EvidenceSign';
import { selectionLabel } from './selectionLabel';
import { useDoc, useSelection, useUi } from './useController';

/** A press here must not take the keyboard away from the text being written. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Under the sheet: what supports the chosen note, how grave it is, and the keys that work now. Nothing floats over the map. */
export function EditBar<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const t = useT();
  const { plug } = controller;
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  const editing = useUi(controller, (ui) => ui.editing);
  const target = editing?.target ?? (selection.length === 1 ? (selection[0] ?? null) : null);
  const dragging = useUi(controller, (ui) => ui.dragging);
  const wasShown = useRef(false);
  // It neither comes nor goes during a drag: the board must not move under the hand.
  const shown = dragging ? wasShown.current : target !== null && (editing !== null || plug.targets.isContent(target));
  wasShown.current = shown;
  if (!shown || !target) return null;
  const note = plug.notes.get(doc, target);
  const { BarExtra } = plug.panels;
  return (
    <section className={styles.bar} aria-label={t('editing.bar.label')} data-testid="edit-bar">
      <div className={styles.choices}>
        <span className={styles.what}>
          <Icon name="pencil-simple" size={17} />
          {selectionLabel(plug, doc, [target], t)}
        </span>
        {note && <Evidence note={note} set={(fields) => plug.notes.set(controller.session, note.id, fields)} />}
        {note && BarExtra && <BarExtra controller={controller} target={target} />}
      </div>
      <Keys hints={hints(target, editing !== null, t, plug.panels.keyHints)} />
    </section>
  );
}

interface EvidenceProps {
  readonly note: EditedNote;
  readonly set: (fields: EditedNoteFields) => void;
}

function Evidence({ note, set }: EvidenceProps) {
  const t = useT();
  return (
    <>
      <span className={styles.rule} />
      <fieldset className={styles.group} aria-label={t('editing.bar.evidence')}>
        <span className={classNames(styles.name, styles.extra)}>{t('editing.bar.evidence')}</span>
        {EVIDENCE_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.choice}
            aria-pressed={note.evidence === kind}
            onMouseDown={keepFocus}
            onClick={() => set({ evidence: note.evidence === kind ? null : kind })}
          >
            <EvidenceSign kind={kind} />
            {kind === 'observation' ? t('editing.bar.observed') : t(`journey.evidence.${kind}`)}
          </button>
        ))}
      </fieldset>
    </>
  );
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
  target: Target,
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
    own?.(target, t) ?? [
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
