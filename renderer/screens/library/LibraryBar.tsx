import { PRESET_IDS } from '@shared/boards/persona/templates';
import { memo } from 'react';
import { useStore } from 'zustand/react';
import { workspace } from '@/app/appStore';
import { askExport, chooseAndImportPersonas } from '@/app/library/exchange';
import { rememberLibrary } from '@/app/library/libraryStore';
import { newPersona, startPersona } from '@/app/library/personas';
import { useTemplates } from '@/app/templates';
import type { Search } from '@/session/search/search';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { IconButton } from '@/ui/IconButton';
import { MenuButton } from '@/ui/Menu';
import { SearchField } from '@/ui/SearchField';
import { useT } from '@/ui/useT';
import homeStyles from '../home/HomeScreen.module.css';
import { type Choices, chosenOf, type Order, SORTS, toggled } from './filters';
import styles from './LibraryBar.module.css';
import { chipName } from './names';
import { useAfterPaint } from './useAfterPaint';
import { choose, clearAll, libraryView, searchField, setQuery } from './view';

interface BarProps {
  readonly search: Search;
  /** How many cards are left, and of how many. */
  readonly shown: number;
  readonly total: number;
  readonly choices: Choices;
  readonly sort: Order;
  /** What the hits on show answer; null where nothing is searched. */
  readonly answered: string | null;
  readonly view: 'cards' | 'list';
}

/** Above the cards: the title and how many, the search, the filters in force, the order, the view. A key press draws the field alone. */
export function LibraryBar({ search, shown, total, choices, sort, answered, view }: BarProps) {
  const t = useT();
  const order: Shown = answered === null ? sort : `found ${sort}`;
  // Its button makes room for another name: it waits while somebody types.
  const written = useAfterPaint(order, answered) ?? order;
  return (
    <>
      <header className={homeStyles.head}>
        <h1>{t('library.title')}</h1>
        <Count search={search} shown={shown} total={total} />
        <Starts />
      </header>
      <div className={styles.bar}>
        <div className={styles.search}>
          <QueryField />
        </div>
        <Arrangement choices={choices} order={written} view={view} />
      </div>
    </>
  );
}

const Count = memo(function Count({ search, shown, total }: Pick<BarProps, 'search' | 'shown' | 'total'>) {
  const t = useT();
  const { status, read, all } = useStore(search.state);
  const isAsked = useStore(libraryView, ({ query }) => query !== '');
  return (
    <span className={classNames(homeStyles.count, styles.count)} aria-live="polite">
      <span className={styles.number}>
        {isAsked && status === 'reading'
          ? t('library.reading', { read, all })
          : shown !== total
            ? t('library.countOf', { count: shown, shown, total })
            : t('library.count', { count: total })}
      </span>
    </span>
  );
});

function QueryField() {
  const t = useT();
  const query = useStore(libraryView, (state) => state.query);
  return (
    <SearchField
      label={t('library.search')}
      placeholder={t('library.searchPlaceholder')}
      value={query}
      onChange={setQuery}
      inputRef={searchField}
    />
  );
}

/** New personas, and what comes from files and goes there. */
const Starts = memo(function Starts() {
  const t = useT();
  const own = useTemplates();
  const all = () =>
    workspace()
      .library.getState()
      .personas.map(({ id }) => id);
  return (
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
        onAction={(id) => (id === 'import' ? void chooseAndImportPersonas() : askExport(all()))}
      />
    </div>
  );
});

/** An order of the library, or of what a search found. */
type Shown = Order | `found ${Order}`;

/** Keeps another order: of this search, or of the library. */
function arrange(order: string): void {
  const { answer } = libraryView.getState();
  const searched = ORDERS.find((known) => known === order);
  if (answer && searched) libraryView.setState({ order: searched });
  else rememberLibrary({ sort: order });
}

const ORDERS: readonly Order[] = ['relevance', ...SORTS];

interface ArrangementProps extends Pick<BarProps, 'choices' | 'view'> {
  readonly order: Shown;
}

const Arrangement = memo(function Arrangement({ choices, order, view }: ArrangementProps) {
  const t = useT();
  const isSearched = order.startsWith('found ');
  const sort = ORDERS.find((known) => order.endsWith(known)) ?? 'recent';
  const chosen = chosenOf(choices);
  return (
    <>
      {chosen.map(({ facet, value }) => (
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
      {chosen.length > 1 && (
        <button type="button" className={styles.clear} onClick={clearAll}>
          {t('library.clearAll')}
        </button>
      )}
      <MenuButton
        label={t('library.sort.label', { name: t(`library.sort.${sort}`) })}
        icon="sort-ascending"
        className={styles.sort}
        items={(isSearched ? ORDERS : SORTS).map((id) => ({
          id,
          label: t(`library.sort.${id}`),
          checked: id === sort,
        }))}
        onAction={arrange}
      >
        {t(`library.sort.${sort}`)}
      </MenuButton>
      <div className={styles.views}>
        <IconButton
          icon="squares-four"
          label={t('library.view.cards')}
          pressed={view === 'cards'}
          onClick={() => rememberLibrary({ view: 'cards' })}
        />
        <IconButton
          icon="rows"
          label={t('library.view.list')}
          pressed={view === 'list'}
          onClick={() => rememberLibrary({ view: 'list' })}
        />
      </div>
    </>
  );
});
