import type { PersonaId } from '@shared/base/ids';
import type { AnyDoc } from '@shared/model/document';
import { setWorkshopInfo } from '@shared/model/workshopCommands';
import { useStore } from 'zustand/react';
import { openDialog } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { performAction } from '@/app/performAction';
import { changeWorkshop } from '@/app/undo';
import { boardFace } from '@/boards/registry';
import type { Session } from '@/session/session';
import type { SheetRef } from '@/session/sheetRef';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { useT } from '@/ui/useT';
import { EditableTitle } from './EditableTitle';
import { PersonaChip } from './PersonaChip';
import { SaveBadge } from './SaveBadge';
import { TimerBox } from './TimerBox';
import styles from './TopBar.module.css';

interface TopBarProps {
  readonly open: OpenWorkshop;
  readonly board: SheetRef | null;
  readonly compact: boolean;
}

/** Where one is, that it is saved, whose journey it is, the time left, and the two ways out: projector and poster. */
export function TopBar({ open, board, compact }: TopBarProps) {
  const t = useT();
  const session = board ? open.boardNow(board.id) : null;
  return (
    <header className={classNames(styles.bar, compact && styles.compact)}>
      {!compact && (
        <nav className={classNames(styles.crumb, open.alone && styles.alone)}>
          <button type="button" onClick={() => performAction('goHome')}>
            {t(open.alone ? 'board.alone.crumb' : 'board.crumb')}
          </button>
          <span> / </span>
          {!open.alone && <WorkshopTitle open={open} />}
        </nav>
      )}
      {board && session ? <BoardTitle board={board} session={session} /> : null}
      <SaveBadge />
      <span className={styles.space} />
      {open.alone ? <Uses id={open.alone} /> : <PersonaChip open={open} board={board} />}
      {board?.kind === 'persona' && (
        <Button
          variant="ghost"
          size="small"
          icon="clock-counter-clockwise"
          shortcut="Shift+H"
          onClick={() => performAction('personaVersions')}
        >
          {t('versions.landmark')}
        </Button>
      )}
      <TimerBox compact={compact} />
      <Button
        icon="presentation"
        iconSize={compact ? 16 : 17}
        size={compact ? 'small' : 'medium'}
        shortcut="F5"
        onClick={() => performAction('project')}
      >
        {t('board.project')}
      </Button>
      <Button
        variant="primary"
        icon="export"
        iconSize={compact ? 16 : 17}
        size={compact ? 'small' : 'medium'}
        shortcut="CmdOrCtrl+E"
        disabled={board === null}
        onClick={() => performAction('exportPoster')}
      >
        {t('board.export')}
      </Button>
    </header>
  );
}

function WorkshopTitle({ open }: Pick<TopBarProps, 'open'>) {
  const t = useT();
  const { title } = useStore(open.session.store, (state) => state.doc.info);
  return (
    <>
      <EditableTitle
        small
        title={title}
        placeholder={t('home.card.untitled')}
        label={t('home.card.titleField')}
        onChange={(next) => changeWorkshop(setWorkshopInfo, { fields: { title: next } })}
      />
      <span> / </span>
    </>
  );
}

/** Where a persona that is shown by itself is linked, and where it can be. */
function Uses({ id }: { readonly id: PersonaId }) {
  const t = useT();
  return (
    <Button
      variant="ghost"
      size="small"
      icon="link"
      onClick={() => openDialog({ kind: 'persona-uses', personaId: id })}
    >
      {t('board.alone.uses')}
    </Button>
  );
}

function BoardTitle({ board, session }: { readonly board: SheetRef; readonly session: Session<AnyDoc> }) {
  const t = useT();
  const { title, setTitle } = boardFace(board.kind);
  return (
    <h1 className={styles.heading}>
      <EditableTitle
        title={useStore(session.store, (state) => title(state.doc))}
        placeholder={t('board.untitled')}
        label={t('board.titleField')}
        onChange={(next) => setTitle(session, next)}
      />
    </h1>
  );
}
