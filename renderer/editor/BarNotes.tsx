import type { AnyDoc } from '@shared/model/document';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import { NOTE_COLORS } from '@shared/model/note';
import type { MouseEvent } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import type { BoardController } from './boardController';
import type { EditedNote, EditedNoteFields } from './boardEditing';
import styles from './EditBar.module.css';
import { EvidenceSign } from './EvidenceSign';
import { TagsField } from './inspector/TagsField';
import { shared } from './sharedValue';
import { useUi } from './useController';

/** A press in the bar must not take the keyboard away from the text being written. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();

interface BarNotesProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly notes: readonly EditedNote[];
}

/** What one note or several are given from the bar: evidence, meaning, votes, a lock, tags. */
export function BarNotes<Doc extends AnyDoc>({ controller, notes }: BarNotesProps<Doc>) {
  const t = useT();
  const tagging = useUi(controller, (ui) => ui.tagging);
  const set = (fieldsOf: (note: EditedNote) => EditedNoteFields) =>
    controller.plug.notes.set(
      controller.session,
      notes.map((note) => ({ id: note.id, fields: fieldsOf(note) })),
    );
  const endTagging = () => {
    controller.ui.setState({ tagging: false });
    controller.focusBoard();
  };
  const evidence = shared(notes, 'evidence');
  if (tagging) {
    return (
      <>
        <span className={styles.rule} />
        <span className={styles.name}>{t('editing.inspector.tags')}</span>
        <TagsField controller={controller} notes={notes} inBar onDone={endTagging} />
      </>
    );
  }
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
            aria-pressed={evidence === kind}
            data-tip={t(`journey.evidenceAbout.${kind}`)}
            onMouseDown={keepFocus}
            onClick={() => set(() => ({ evidence: evidence === kind ? null : kind }))}
          >
            <EvidenceSign kind={kind} />
            <span className={styles.word}>
              {kind === 'observation' ? t('editing.bar.observed') : t(`journey.evidence.${kind}`)}
            </span>
          </button>
        ))}
      </fieldset>
      {!controller.plug.notes.proofOnly && <NoteOnly controller={controller} notes={notes} />}
    </>
  );
}

/** What sticky notes have beside words and a proof: a meaning, votes, a lock, tags. */
function NoteOnly<Doc extends AnyDoc>({ controller, notes }: BarNotesProps<Doc>) {
  const t = useT();
  const set = (fieldsOf: (note: EditedNote) => EditedNoteFields) =>
    controller.plug.notes.set(
      controller.session,
      notes.map((note) => ({ id: note.id, fields: fieldsOf(note) })),
    );
  const color = shared(notes, 'color');
  const votes = shared(notes, 'votes');
  const locked = notes.every((note) => note.locked);
  return (
    <>
      <fieldset className={styles.group} aria-label={t('editing.inspector.color')}>
        <span className={styles.rule} />
        {NOTE_COLORS.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.swatch}
            style={{ background: `var(--note-${name})`, borderTopColor: `var(--note-${name}-band)` }}
            aria-label={t(`editing.color.${name}`)}
            aria-pressed={color === name}
            data-tip={t(`editing.color.${name}`)}
            data-tip-keys="C"
            onMouseDown={keepFocus}
            onClick={() => set(() => ({ color: color === name ? null : name }))}
          />
        ))}
      </fieldset>
      <fieldset className={styles.group} aria-label={t('editing.bar.more')}>
        <span className={styles.rule} />
        <BarButton
          label={t('actions.vote')}
          keys="V"
          count={votes}
          onClick={() => set((note) => ({ votes: note.votes + 1 }))}
        >
          <Icon name="hand-pointing" size={15} />
        </BarButton>
        <BarButton
          label={t(locked ? 'editing.menu.unlock' : 'editing.menu.lock')}
          keys="Shift+K"
          pressed={locked}
          onClick={() => set(() => ({ locked: !locked }))}
        >
          <Icon name={locked ? 'lock-simple' : 'lock-simple-open'} size={15} />
        </BarButton>
        <BarButton
          label={t('actions.editTags')}
          keys="Shift+T"
          count={new Set(notes.flatMap((note) => note.tags)).size || undefined}
          onClick={() => controller.ui.setState({ tagging: true })}
        >
          <Icon name="tag" size={15} />
        </BarButton>
      </fieldset>
    </>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly pressed?: boolean;
  /** How many there are: written behind the icon, told with the label. */
  readonly count?: number | undefined;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function BarButton({ label, keys, pressed, count, onClick, children }: BarButtonProps) {
  return (
    <button
      type="button"
      className={styles.choice}
      aria-label={count === undefined ? label : `${label}, ${count}`}
      aria-pressed={pressed}
      data-tip={label}
      data-tip-keys={keys}
      onMouseDown={keepFocus}
      onClick={onClick}
    >
      {children}
      {count}
    </button>
  );
}
