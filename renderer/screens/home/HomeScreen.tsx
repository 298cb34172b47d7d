import { memo, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { openDialog, useApp } from '@/app/appStore';
import { NoticeStack } from '@/app/NoticeStack';
import type { WorkshopCard } from '@/session/library';
import type { Workspace } from '@/session/workspaceApi';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { onDemand } from '@/ui/onDemand';
import { SearchField } from '@/ui/SearchField';
import { useT } from '@/ui/useT';
import styles from './HomeScreen.module.css';
import { HomeSide } from './HomeSide';
import { filterWorkshops } from './workshopSearch';

const FirstLaunch = onDemand(async () => (await import('./FirstLaunch')).FirstLaunch);
const CardGrid = onDemand(async () => (await import('./CardGrid')).CardGrid);
const LibraryScreen = memo(onDemand(async () => (await import('../library/LibraryScreen')).LibraryScreen));
const HomePresets = onDemand(async () => (await import('./HomePresets')).HomePresets);

/** Home: the workshops of this computer. Its frame stands at once, its cards as soon as the store is open. */
export function HomeScreen() {
  const workspace = useApp((state) => state.workspace);
  return workspace ? <Library workspace={workspace} /> : <HomeFrame workshops={null} />;
}

function Library({ workspace }: { readonly workspace: Workspace }) {
  const section = useApp((state) => state.section);
  const workshops = useStore(workspace.library, (state) => state.workshops);
  const hasPersonas = useStore(workspace.library, (state) => state.personas.length > 0);
  const isLibrary = section === 'library';
  const wasShown = useRef(isLibrary);
  wasShown.current ||= isLibrary;
  return (
    <>
      {wasShown.current && (
        <div className={isLibrary ? styles.shown : styles.kept}>
          <LibraryScreen workspace={workspace} />
        </div>
      )}
      {!isLibrary && <HomeFrame hasPersonas={hasPersonas} workshops={workshops} />}
    </>
  );
}

interface FrameProps {
  /** null until the store is open. */
  readonly workshops: readonly WorkshopCard[] | null;
  readonly hasPersonas?: boolean;
}

function HomeFrame({ workshops, hasPersonas }: FrameProps) {
  const t = useT();
  if (workshops?.length === 0 && !hasPersonas) {
    return (
      <div className={styles.first}>
        <NoticeStack />
        <main className={styles.firstMain}>
          <h1 className="visually-hidden">{t('common.appName')}</h1>
          <FirstLaunch />
        </main>
      </div>
    );
  }
  return (
    <div className={styles.home}>
      <HomeSide workshops={workshops ?? []} />
      <Workshops workshops={workshops} />
      <aside className={styles.right} aria-label={t('home.landmark.presets')}>
        {workshops && <HomePresets workshops={workshops} />}
      </aside>
    </div>
  );
}

function Workshops({ workshops }: { readonly workshops: readonly WorkshopCard[] | null }) {
  const t = useT();
  const [query, setQuery] = useState('');
  const shown = useMemo(() => filterWorkshops(workshops ?? [], query), [workshops, query]);
  const total = workshops?.length ?? 0;
  return (
    <main className={styles.middle} aria-label={t('home.landmark.workshops')}>
      <NoticeStack className={styles.notices} />
      <header className={styles.head}>
        <h1>{t('home.title')}</h1>
        <span className={styles.count} aria-live="polite">
          {workshops === null
            ? t('home.loading')
            : query
              ? t('home.countOf', { shown: shown.length, total: t('home.count', { count: total }) })
              : t('home.count', { count: total })}
        </span>
        <Button
          variant="primary"
          size="large"
          icon="plus"
          iconSize={17}
          shortcut="CmdOrCtrl+N"
          disabled={workshops === null}
          onClick={() => openDialog({ kind: 'new-workshop', preset: 'full' })}
        >
          {t('home.newWorkshop')}
        </Button>
      </header>
      <div className={styles.search}>
        <SearchField
          label={t('home.search')}
          placeholder={t('home.searchPlaceholder')}
          value={query}
          onChange={setQuery}
        />
      </div>
      <div className={styles.scroll}>
        {workshops && shown.length === 0 ? (
          <EmptyState
            title={t('home.none.title', { query: query.trim() })}
            text={t('home.none.text', { count: total })}
          >
            <Button icon="x" iconSize={14} onClick={() => setQuery('')}>
              {t('home.none.clear')}
            </Button>
          </EmptyState>
        ) : (
          workshops && <CardGrid workshops={shown} />
        )}
      </div>
    </main>
  );
}
