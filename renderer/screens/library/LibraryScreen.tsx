import type { PersonaId } from '@shared/base/ids';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import { cardsOf } from '@/app/library/chosen';
import { deletePersonas } from '@/app/library/personas';
import { NoticeStack } from '@/app/NoticeStack';
import type { Workspace } from '@/session/workspaceApi';
import { Logo } from '@/ui/Logo';
import { ContextMenu } from '@/ui/Menu';
import type { MenuPoint } from '@/ui/menuItems';
import { useT } from '@/ui/useT';
import homeStyles from '../home/HomeScreen.module.css';
import { LocalNote } from '../home/HomeSide';
import sideStyles from '../home/HomeSide.module.css';
import { SectionNav } from '../home/SectionNav';
import { explainHits } from './asking';
import { BoardHits } from './BoardHits';
import { EmptyLibrary, NothingFound } from './Empty';
import { Facets } from './Facets';
import { LibraryAside } from './LibraryAside';
import { LibraryBar } from './LibraryBar';
import { PersonaGrid } from './PersonaGrid';
import { actOn, itemsFor } from './personaMenu';
import { SavedFilters } from './SavedFilters';
import { SelectionBar } from './SelectionBar';
import { TrashButton } from './TrashButton';
import { TrashView } from './TrashView';
import { useLibrary } from './useLibrary';
import { select } from './view';

// The same elements at every letter: nothing of them is drawn again.
const LOGO = <Logo size={48} />;
const SECTIONS = <SectionNav />;
const LOCAL = <LocalNote />;
const NOTICES = <NoticeStack className={homeStyles.notices} />;

/** The library: every persona of this computer, found by its facets and by its words. */
export function LibraryScreen({ workspace }: { readonly workspace: Workspace }) {
  const t = useT();
  const workshops = useStore(workspace.library, (state) => state.workshops);
  const trash = useStore(workspace.library, (state) => state.personaTrash);
  const library = useLibrary(workspace);
  const { found, choices, personas, isTrash } = library;
  const [menu, setMenu] = useState<{ readonly ids: readonly PersonaId[]; readonly at: MenuPoint } | null>(null);
  const meant = useMemo(() => (menu ? cardsOf(personas, menu.ids) : []), [personas, menu]);
  return (
    <div className={homeStyles.home}>
      <aside className={sideStyles.side} aria-label={t('library.landmark.side')}>
        <div className={sideStyles.mark}>
          {LOGO}
          {t('common.appName')}
        </div>
        {SECTIONS}
        <Facets found={found} choices={choices} answered={library.answer?.query ?? ''} />
        <SavedFilters choices={choices} saved={library.memory.saved} />
        {(trash.length > 0 || isTrash) && <TrashButton personas={trash} shown={isTrash} />}
        {LOCAL}
      </aside>
      <main className={homeStyles.middle} aria-label={t('library.landmark.personas')}>
        {NOTICES}
        {isTrash ? (
          <TrashView personas={trash} />
        ) : (
          <LibraryCards workspace={workspace} library={library} onMenu={setMenu} />
        )}
      </main>
      <aside className={homeStyles.right} aria-label={t('library.landmark.right')}>
        <LibraryAside workshops={workshops} />
      </aside>
      {menu && (
        <ContextMenu
          label={t('library.card.actions', { name: meant[0]?.name ?? '' })}
          at={menu.at}
          items={itemsFor(meant, t)}
          onAction={(id) => actOn(meant, id)}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

interface CardsProps {
  readonly workspace: Workspace;
  readonly library: ReturnType<typeof useLibrary>;
  readonly onMenu: (menu: { readonly ids: readonly PersonaId[]; readonly at: MenuPoint }) => void;
}

function LibraryCards({ workspace, library, onMenu }: CardsProps) {
  const { found, choices, selected, personas } = library;
  const remove = (ids: readonly PersonaId[]) => {
    select(ids, false);
    void deletePersonas(ids);
  };
  return (
    <>
      <LibraryBar
        search={workspace.search}
        shown={found.size}
        total={found.total}
        choices={choices}
        sort={library.sort}
        answered={library.answer?.query ?? null}
        view={library.memory.view}
      />
      {selected.size > 0 && (
        <SelectionBar personas={personas} selected={selected} shown={found} answered={library.answer?.query ?? ''} />
      )}
      <BoardHits workspace={workspace} answer={library.answer} />
      {personas.length === 0 ? (
        <EmptyLibrary />
      ) : found.size === 0 ? (
        <NothingFound choices={choices} />
      ) : (
        <PersonaGrid
          found={found}
          words={library.words}
          details={library.details}
          selected={selected}
          list={library.memory.view === 'list'}
          answered={library.answer?.query ?? ''}
          onMenu={(ids, at) => onMenu({ ids, at })}
          onUnexplained={(ids) => void explainHits(workspace.search, ids)}
          onDelete={remove}
        />
      )}
    </>
  );
}
