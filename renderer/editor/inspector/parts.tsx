import type { ActionId } from '@shared/actions';
import type { MessageKey } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import { NOTE_COLORS, type NoteColor } from '@shared/model/note';
import type { IconName } from '@shared/scene/icons';
import type { ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import styles from './parts.module.css';

/** A titled panel of fields. */
export function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  );
}

/** Fields under a small heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.label}>{title}</h3>
      {children}
    </section>
  );
}

const RATINGS = [1, 2, 3, 4, 5] as const;

export interface RatingFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** One to five, or nothing: the chosen figure again takes it back. */
export function RatingField({ label, value, onChange }: RatingFieldProps) {
  const t = useT();
  return (
    <div className={styles.section}>
      <span className={styles.label} aria-hidden="true">
        {value === null ? `${label} (${t('editing.inspector.unrated').toLocaleLowerCase()})` : label}
      </span>
      <fieldset className={styles.ratings} aria-label={label}>
        {RATINGS.map((rating) => (
          <button
            key={rating}
            type="button"
            className={classNames(styles.choice, styles.rating)}
            aria-pressed={value === rating}
            onClick={() => onChange(value === rating ? null : rating)}
          >
            {rating}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

export interface ColorFieldProps {
  readonly value: NoteColor | null;
  /** The paper of notes that have none of their own, where it is one. */
  readonly paper?: NoteColor | null;
  readonly onChange: (value: NoteColor | null) => void;
}

/** The six papers, each with what it stands for; the chosen one again gives the note its row's own colour. */
export function ColorField({ value, paper, onChange }: ColorFieldProps) {
  const t = useT();
  const named = (color: NoteColor) => t(`editing.color.${color}` satisfies MessageKey);
  return (
    <div className={styles.section}>
      <span className={styles.label} aria-hidden="true">
        {t('editing.inspector.color')}
      </span>
      <fieldset className={styles.swatches} aria-label={t('editing.inspector.color')}>
        {NOTE_COLORS.map((color) => (
          <button
            key={color}
            type="button"
            className={styles.swatch}
            style={{ background: `var(--note-${color})`, borderTopColor: `var(--note-${color}-band)` }}
            aria-label={named(color)}
            aria-pressed={value === color}
            data-paper={value === null && paper === color ? '' : undefined}
            data-tip={named(color)}
            onClick={() => onChange(value === color ? null : color)}
          />
        ))}
      </fieldset>
      <span className={styles.note}>
        {value ? named(value) : paper ? named(paper) : t('editing.inspector.ownColor')}
      </span>
    </div>
  );
}

export interface ActButtonProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly act: ActionId;
  readonly label: string;
  readonly icon: IconName;
  readonly disabled?: boolean;
  readonly reason?: string;
}

/** A button for an action of the board on what is selected. */
export function ActButton<Doc extends AnyDoc>(props: ActButtonProps<Doc>) {
  const { controller, act, label, icon, disabled, reason } = props;
  return (
    <Button
      size="small"
      variant={act === 'deleteSelection' ? 'danger' : 'plain'}
      icon={icon}
      disabled={disabled}
      tip={disabled ? reason : undefined}
      onClick={() => void controller.perform(act)}
    >
      {label}
    </Button>
  );
}

export { styles as partStyles };
