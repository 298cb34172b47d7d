import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';
import { chooseAndImportPersonas } from '@/app/library/exchange';
import { newPersona } from '@/app/library/personas';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { useT } from '@/ui/useT';
import styles from './Empty.module.css';
import { type Choices, chosenOf } from './filters';
import { chipName } from './names';
import { choose, clearAll, libraryView, searchField } from './view';

/** The last card left with the focus on it: it goes to the way on. Not into the search field, whose own undo would take the keys of the library's. */
function useLostFocus(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.querySelector('button')?.focus();
  }, []);
  return box;
}

/** No persona yet: the place of the first one, in its size. */
export function EmptyLibrary() {
  const t = useT();
  return (
    <div ref={useLostFocus()} className={styles.empty}>
      <div className={styles.first}>
        <h2>{t('library.empty.title')}</h2>
        <p>{t('library.empty.text')}</p>
        <Button variant="primary" icon="plus" onClick={() => void newPersona('shopper')}>
          {t('library.empty.template')}
        </Button>
        <Button icon="folder-open" onClick={() => void chooseAndImportPersonas()}>
          {t('library.empty.import')}
        </Button>
      </div>
    </div>
  );
}

/** Nothing answers: what was asked for, and the way back. */
export function NothingFound({ choices }: { readonly choices: Choices }) {
  const t = useT();
  const query = useStore(libraryView, (state) => state.query);
  const names = chosenOf(choices).map(({ facet, value }) => chipName(facet, value, t));
  const asked = [
    query.trim() && t('library.nothing.query', { query: query.trim() }),
    names.length > 0 && t('library.nothing.filters', { names: names.join(', ') }),
  ];
  const box = useLostFocus();
  // Nothing is asked, and yet nobody is shown.
  if (!asked.some(Boolean)) return <AllArchived />;
  return (
    <div ref={box} className={styles.empty}>
      <EmptyState title={t('library.nothing.title')} text={asked.filter(Boolean).join('. ')}>
        <Button icon="x" iconSize={14} onClick={clearAll}>
          {t('library.clearAll')}
        </Button>
      </EmptyState>
    </div>
  );
}

function AllArchived() {
  const t = useT();
  return (
    <div ref={useLostFocus()} className={styles.empty}>
      <EmptyState title={t('library.allArchived.title')} text={t('library.allArchived.text')}>
        <Button
          icon="tray"
          onClick={() => {
            choose({ state: ['archived'] });
            searchField.current?.focus();
          }}
        >
          {t('library.allArchived.show')}
        </Button>
      </EmptyState>
    </div>
  );
}
