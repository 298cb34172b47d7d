import { useState } from 'react';
import { type LibraryMemory, rememberLibrary } from '@/app/library/libraryStore';
import { Icon } from '@/ui/Icon';
import { TextField } from '@/ui/TextField';
import { useT } from '@/ui/useT';
import { FACETS } from './facetCodes';
import { type Choices, chosenOf } from './filters';
import styles from './SavedFilters.module.css';
import { choose } from './view';

interface SavedProps {
  readonly choices: Choices;
  readonly saved: LibraryMemory['saved'];
}

/** Sets of filters under a name, to come back to. */
export function SavedFilters({ choices, saved }: SavedProps) {
  const t = useT();
  const [naming, setNaming] = useState<string | null>(null);
  const canSave = chosenOf(choices).length > 0;
  if (saved.length === 0 && !canSave) return null;
  const keep = (name: string) => {
    setNaming(null);
    const written = name.trim();
    if (written)
      rememberLibrary({ saved: [...saved.filter((other) => other.name !== written), { name: written, choices }] });
  };
  const known = (stored: Readonly<Record<string, readonly string[]>>): Choices =>
    Object.fromEntries(FACETS.flatMap((facet) => (stored[facet] ? [[facet, stored[facet]]] : [])));
  return (
    <section className={styles.saved}>
      <h2>{t('library.saved.title')}</h2>
      {saved.map((filter) => (
        <div key={filter.name} className={styles.line}>
          <button
            type="button"
            aria-label={t('library.saved.apply', { name: filter.name })}
            onClick={() => choose(known(filter.choices))}
          >
            <Icon name="funnel" size={15} />
            {filter.name}
          </button>
          <button
            type="button"
            className={styles.forget}
            aria-label={t('library.saved.forget', { name: filter.name })}
            onClick={() => rememberLibrary({ saved: saved.filter((other) => other !== filter) })}
          >
            <Icon name="x" size={13} />
          </button>
        </div>
      ))}
      {naming !== null ? (
        <TextField
          label={t('library.saved.name')}
          hideLabel
          value={naming}
          onChange={setNaming}
          autoFocus
          maxLength={60}
          onSubmit={() => keep(naming)}
          onCancel={() => setNaming(null)}
          onBlur={() => keep(naming)}
        />
      ) : (
        canSave && (
          <button type="button" className={styles.save} onClick={() => setNaming('')}>
            {t('library.saved.save')}
          </button>
        )
      )}
    </section>
  );
}
