import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import type { AnyDoc } from '@shared/model/document';
import { personasInOrder } from '@shared/model/workshopCommands';
import { useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand/react';
import { openDialog } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { showPersona } from '@/app/showPersona';
import { faceOf } from '@/boards/registry';
import type { Session } from '@/session/session';
import type { SheetRef } from '@/session/sheetRef';
import { Button } from '@/ui/Button';
import { PortraitDisc } from '@/ui/PortraitDisc';
import { useT } from '@/ui/useT';
import styles from './TopBar.module.css';

/** `Solène, 36 ans`: the first name and the age, where they are known. */
function useShortName(): (persona: PersonaDoc) => string {
  const t = useT();
  return ({ info }) => {
    const name = info.name.trim().split(/\s+/)[0] || t('board.persona.untitled');
    return /^\d+$/.test(info.age.trim()) ? t('board.persona.nameAge', { name, age: info.age.trim() }) : name;
  };
}

const NOBODY: readonly PersonaId[] = [];
const nothing = () => () => undefined;

/** Personas a board names itself; followed, as they change with the board and not with the workshop. */
function useOwnPersonas(session: Session<AnyDoc> | null): readonly PersonaId[] {
  const last = useRef(NOBODY);
  const read = () => {
    const doc = session?.store.getState().doc;
    const ids = doc ? faceOf(doc).personaIds(doc) : NOBODY;
    // The same list as long as it names the same ones.
    if (ids.join() !== last.current.join()) last.current = ids;
    return last.current;
  };
  return useSyncExternalStore(session?.store.subscribe ?? nothing, read);
}

interface ChipProps {
  readonly open: OpenWorkshop;
  readonly board: SheetRef | null;
}

/** Whose journey this is; a click opens the persona. */
export function PersonaChip({ open, board }: ChipProps) {
  const t = useT();
  const shortName = useShortName();
  const workshop = useStore(open.session.store, (state) => state.doc);
  const personas = useStore(open.personas);
  const session = board ? open.boardNow(board.id) : null;
  const own = useOwnPersonas(session);
  const shown = (own.length > 0 ? own : personasInOrder(workshop).map(({ id }) => id))
    .flatMap((id) => (personas[id] ? [{ id, doc: personas[id] }] : []))
    .slice(0, 3);
  const first = shown[0];
  if (!first) {
    return (
      <Button variant="ghost" icon="user-plus" size="small" onClick={() => openDialog({ kind: 'new-persona' })}>
        {t('board.persona.add')}
      </Button>
    );
  }
  const name = shortName(first.doc);
  return (
    <button
      type="button"
      className={styles.person}
      aria-label={t('board.persona.edit', { name })}
      data-tip={t('board.persona.edit', { name })}
      onClick={() => void showPersona(first.id)}
    >
      <span className={styles.faces}>
        {shown.map(({ id, doc }) => (
          <PortraitDisc key={id} portrait={doc.info.portrait} size={30} />
        ))}
      </span>
      <span className={styles.name}>{name}</span>
    </button>
  );
}
