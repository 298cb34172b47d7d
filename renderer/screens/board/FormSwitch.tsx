import { ACTIONS } from '@shared/actions';
import type { AnyDoc } from '@shared/model/document';
import { useId } from 'react';
import { useStore } from 'zustand/react';
import type { OpenWorkshop } from '@/app/openWorkshop';
import type { BoardForms } from '@/boards/boardFace';
import { boardFace } from '@/boards/registry';
import type { Session } from '@/session/session';
import type { SheetRef } from '@/session/sheetRef';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './TabBar.module.css';

/** The forms of the board on screen side by side, where its kind has several. */
export function FormSwitch({ open, board }: { readonly open: OpenWorkshop; readonly board: SheetRef }) {
  const { forms } = boardFace(board.kind);
  const session = open.boardNow(board.id);
  return forms && session && <Forms key={board.id} forms={forms} session={session} />;
}

interface FormsProps {
  readonly forms: BoardForms<AnyDoc>;
  readonly session: Session<AnyDoc>;
}

/** One choice, the form on show dark. Where tabs need the room its words go and its signs stay. */
function Forms({ forms, session }: FormsProps) {
  const t = useT();
  const name = useId();
  const shown = useStore(session.store, (state) => forms.of(state.doc));
  const keys = ACTIONS.find(({ id }) => id === forms.action)?.accelerator;
  return (
    <fieldset className={styles.forms} aria-label={t(forms.label)}>
      {forms.all.map(({ id, label, icon }) => (
        <label key={id} className={styles.form} data-tip={t(label)} data-tip-keys={keys}>
          <input
            type="radio"
            name={name}
            checked={id === shown}
            onChange={() => session.whenEditable(() => forms.show(session, id))}
          />
          <Icon name={icon} size={15} />
          <span>{t(label)}</span>
        </label>
      ))}
    </fieldset>
  );
}
