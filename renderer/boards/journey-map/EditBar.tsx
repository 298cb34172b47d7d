import type { NoteId } from '@shared/base/ids';
import { setNoteFields } from '@shared/boards/journey-map/commands/notes';
import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { Target } from '@shared/scene/primitives';
import { type MouseEvent, useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { Kbd } from '@/ui/Kbd';
import { useT } from '@/ui/useT';
import type { JourneyController } from './controller';
import styles from './EditBar.module.css';
import { EvidenceSign } from './EvidenceSign';
import { entityOf, laneOf } from './entities';
import { selectionLabel } from './selectionWords';
import { isContent } from './targets';
import { useDoc, useSelection, useUi } from './useController';

const RATINGS = [1, 2, 3, 4, 5] as const;
type Rating = 'severity' | 'impact' | 'effort';

/** Which ratings a row's notes carry. */
function ratingsOf(doc: JourneyMapDoc, note: Note): readonly Rating[] {
  const kind = laneOf(doc, note.laneId)?.kind;
  if (kind === 'pain-points') return ['severity'];
  return kind === 'opportunities' ? ['impact', 'effort'] : [];
}

/** A press here must not take the keyboard away from the text being written. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Under the sheet: what supports the chosen note, how grave it is, and the keys that work now. Nothing floats over the map. */
export function EditBar({ controller }: { readonly controller: JourneyController }) {
  const t = useT();
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  const editing = useUi(controller, (ui) => ui.editing);
  const target = editing?.target ?? (selection.length === 1 ? (selection[0] ?? null) : null);
  const dragging = useUi(controller, (ui) => ui.dragging);
  const wasShown = useRef(false);
  // It neither comes nor goes during a drag: the board must not move under the hand.
  const shown = dragging ? wasShown.current : target !== null && (editing !== null || isContent(target));
  wasShown.current = shown;
  if (!shown || !target) return null;
  const found = entityOf(doc, target);
  const note = found?.kind === 'note' ? found.entity : null;
  return (
    <section className={styles.bar} aria-label={t('editing.bar.label')} data-testid="edit-bar">
      <div className={styles.choices}>
        <span className={styles.what}>
          <Icon name="pencil-simple" size={17} />
          {selectionLabel(doc, [target], t)}
        </span>
        {note && <NoteChoices controller={controller} note={note} ratings={ratingsOf(doc, note)} />}
      </div>
      <Keys target={target} writing={editing !== null} />
    </section>
  );
}

interface NoteChoicesProps {
  readonly controller: JourneyController;
  readonly note: Note;
  readonly ratings: readonly Rating[];
}

function NoteChoices({ controller, note, ratings }: NoteChoicesProps) {
  const t = useT();
  const set = (fields: Partial<Pick<Note, 'evidence' | Rating>>) =>
    controller.session.run(setNoteFields, { id: note.id as NoteId, fields });
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
      {ratings.map((rating) => (
        <fieldset key={rating} className={styles.group} aria-label={t(`editing.bar.${rating}`)}>
          <span className={styles.rule} />
          <span className={styles.name}>{t(`editing.bar.${rating}`)}</span>
          {RATINGS.map((value) => (
            <button
              key={value}
              type="button"
              className={classNames(styles.choice, styles.digit)}
              aria-pressed={note[rating] === value}
              onMouseDown={keepFocus}
              onClick={() => set({ [rating]: note[rating] === value ? null : value })}
            >
              {value}
            </button>
          ))}
        </fieldset>
      ))}
    </>
  );
}

interface KeyHint {
  readonly keys: readonly string[];
  readonly text: string;
}

function hints(target: Target, writing: boolean, t: ReturnType<typeof useT>): readonly KeyHint[] {
  if (writing) {
    return [
      { keys: ['Enter'], text: t('editing.bar.validate') },
      { keys: ['Shift+Enter'], text: t('editing.bar.line') },
      { keys: ['Escape'], text: t('editing.bar.cancel') },
    ];
  }
  if (target.kind === 'emotion-point') {
    return [
      { keys: ['Up', 'Down'], text: t('editing.bar.valence') },
      { keys: ['Shift+Right'], text: t('editing.bar.shift') },
      { keys: ['Enter'], text: t('editing.bar.write') },
    ];
  }
  return [
    { keys: ['Enter'], text: t('editing.bar.write') },
    { keys: ['Alt+Right'], text: t('editing.bar.move') },
    { keys: ['Delete'], text: t('editing.bar.remove') },
  ];
}

function Keys({ target, writing }: { readonly target: Target; readonly writing: boolean }) {
  const t = useT();
  return (
    <span className={styles.keys} aria-hidden="true">
      {hints(target, writing, t).map(({ keys, text }) => (
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
