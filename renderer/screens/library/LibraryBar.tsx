import { PRESET_IDS } from '@shared/boards/persona/templates';
import { askExport, chooseAndImportPersonas } from '@/app/library/exchange';
import { rememberLibrary } from '@/app/library/libraryStore';
import { newPersona, startPersona } from '@/app/library/personas';
import { useTemplates } from '@/app/templates';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { MenuButton } from '@/ui/Menu';
import { SearchField } from '@/ui/SearchField';
import { useT } from '@/ui/useT';
import homeStyles from '../home/HomeScreen.module.css';
import { chosenOf, SORTS, toggled } from './filters';
import styles from './LibraryBar.module.css';
import { chipName } from './names';
import type { useLibrary } from './useLibrary';
import { choose, clearAll, libraryView } from './view';

/** Above the cards: the title and how many, the search, the filters in force, the order, the view. */
export function LibraryBar({ library }: { readonly library: ReturnType<typeof useLibrary> }) {
  const t = useT();
  const own = useTemplates();
  const { found, query, choices, sort, memory, search } = library;
  const shown = found.cards.length;
  const isNarrowed = shown !== found.total;
  return (
    <>
      <header className={homeStyles.head}>
        <h1>{t('library.title')}</h1>
        <span className={homeStyles.count} aria-live="polite">
          {query && search.status === 'reading'
            ? t('library.reading', { read: search.read, all: search.all })
            : isNarrowed
              ? t('library.countOf', { count: shown, shown, total: found.total })
              : t('library.count', { count: found.total })}
        </span>
        <div className={styles.new}>
          <Button variant="primary" size="large" icon="plus" iconSize={17} onClick={() => void newPersona('shopper')}>
            {t('library.new')}
          </Button>
          <MenuButton
            label={t('library.templates')}
            icon="caret-down"
            className={styles.templates}
            items={[
              ...PRESET_IDS.map((id) => ({ id, label: t(`persona.preset.${id}.name`) })),
              ...own.map(({ id, template }, at) => ({
                id,
                label: template.name,
                icon: 'squares-four' as const,
                separated: at === 0,
              })),
            ]}
            onAction={(id) => {
              const chosen = own.find((one) => one.id === id);
              void (chosen ? startPersona(chosen.template) : newPersona(id));
            }}
          />
          <MenuButton
            label={t('library.exchange.menu')}
            icon="dots-three"
            className={styles.more}
            items={[
              { id: 'import', label: t('library.exchange.import'), icon: 'upload-simple' },
              { id: 'export', label: t('library.exchange.exportAll'), icon: 'download-simple' },
            ]}
            onAction={(id) =>
              id === 'import' ? void chooseAndImportPersonas() : askExport(library.personas.map((card) => card.id))
            }
          />
        </div>
      </header>
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchField
            label={t('library.search')}
            placeholder={t('library.searchPlaceholder')}
            value={query}
            onChange={(next) => libraryView.setState({ query: next })}
          />
        </div>
        {chosenOf(choices).map(({ facet, value }) => (
          <button
            key={`${facet} ${value}`}
            type="button"
            className={styles.chip}
            aria-label={t('library.chip.remove', { name: chipName(facet, value, t) })}
            onClick={() => choose(toggled(choices, facet, value))}
          >
            {chipName(facet, value, t)}
            <Icon name="x" size={13} />
          </button>
        ))}
        {chosenOf(choices).length > 1 && (
          <button type="button" className={styles.clear} onClick={clearAll}>
            {t('library.clearAll')}
          </button>
        )}
        <MenuButton
          label={t('library.sort.label', { name: t(`library.sort.${sort}`) })}
          icon="sort-ascending"
          className={styles.sort}
          items={SORTS.map((id) => ({ id, label: t(`library.sort.${id}`), checked: id === sort }))}
          onAction={(id) => rememberLibrary({ sort: id })}
        >
          {t(`library.sort.${sort}`)}
        </MenuButton>
        <div className={styles.views}>
          <IconButton
            icon="squares-four"
            label={t('library.view.cards')}
            pressed={memory.view === 'cards'}
            onClick={() => rememberLibrary({ view: 'cards' })}
          />
          <IconButton
            icon="rows"
            label={t('library.view.list')}
            pressed={memory.view === 'list'}
            onClick={() => rememberLibrary({ view: 'list' })}
          />
        </div>
      </div>
    </>
  );
}
