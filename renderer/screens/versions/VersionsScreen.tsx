import type { PersonaId } from '@shared/base/ids';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useState } from 'react';
import { useStore } from 'zustand/react';
import { openDialog, useApp } from '@/app/appStore';
import { NoticeStack } from '@/app/NoticeStack';
import { leavePage } from '@/app/navigate';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { usePage } from '@/app/usePage';
import type { Session } from '@/session/session';
import { Button } from '@/ui/Button';
import { PageBar, PageCrumb, PageRail } from '@/ui/Page';
import { useT } from '@/ui/useT';
import { SaveBadge } from '../board/SaveBadge';
import { Comparison } from './Comparison';
import { useVersions } from './useVersions';
import { VersionList } from './VersionList';
import styles from './VersionsScreen.module.css';

/** What a persona was: its versions, and two of them side by side. */
export function VersionsScreen() {
  const open = useApp((state) => state.open);
  const id = useApp((state) => state.boardId) as PersonaId | null;
  const session = id && open?.persona(id);
  return open && id && session ? <Frame key={id} open={open} id={id} session={session} /> : null;
}

interface FrameProps {
  readonly open: OpenWorkshop;
  readonly id: PersonaId;
  readonly session: Session<PersonaDoc>;
}

function Frame({ open, id, session }: FrameProps) {
  const t = useT();
  const now = useStore(session.store, (state) => state.doc);
  const pair = useVersions(id, now);
  const [isSameShown, setSameShown] = useState(false);
  const heading = usePage();
  return (
    <div className={styles.frame}>
      <PageRail label={t('versions.landmark')} back={t('versions.back')} onBack={leavePage} />
      <PageBar className={styles.bar}>
        <PageCrumb>
          {open.alone
            ? t('board.alone.crumb')
            : open.session.store.getState().doc.info.title || t('home.card.untitled')}
        </PageCrumb>
        <h1 ref={heading} tabIndex={-1}>
          {t('versions.title', { name: now.info.name.trim() || t('persona.unnamed') })}
        </h1>
        <SaveBadge />
        <span className={styles.space} />
        <Button
          variant="ghost"
          icon="eye"
          on={isSameShown}
          aria-pressed={isSameShown}
          onClick={() => setSameShown(!isSameShown)}
        >
          {t('versions.showSame')}
        </Button>
        <Button icon="bookmark-simple" onClick={() => openDialog({ kind: 'save-version', personaId: id })}>
          {t('actions.saveVersion')}
        </Button>
        <Button icon="arrow-left" iconSize={17} onClick={leavePage}>
          {t('versions.back')}
        </Button>
      </PageBar>
      <VersionList id={id} pair={pair} />
      <main className={styles.middle}>
        <NoticeStack />
        <Comparison id={id} session={session} pair={pair} isSameShown={isSameShown} />
      </main>
    </div>
  );
}
