import { GLOSSARY_TERMS } from '@shared/report/glossaryTerms';
import { foldText } from '@shared/text/searchText';
import { useState } from 'react';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { SearchField } from '@/ui/SearchField';
import { useT } from '@/ui/useT';
import { closeDialog } from '../appStore';
import styles from './dialogs.module.css';

/** The words of the trade, in the interface's language and its alphabetical order. */
export function GlossaryDialog() {
  const t = useT();
  const lang = useLang();
  const [query, setQuery] = useState('');
  const wanted = foldText(query.trim());
  const terms = GLOSSARY_TERMS.map((key) => ({
    key,
    term: t(`common.glossary.${key}.term`),
    text: t(`common.glossary.${key}.text`),
  }))
    .filter(({ term, text }) => foldText(`${term} ${text}`).includes(wanted))
    .sort((a, b) => a.term.localeCompare(b.term, lang));
  return (
    <Dialog title={t('common.glossary.title')} onClose={closeDialog}>
      <SearchField
        autoFocus
        label={t('common.glossary.search')}
        placeholder={t('common.glossary.search')}
        value={query}
        onChange={setQuery}
      />
      {terms.length === 0 && <p className={styles.quiet}>{t('common.glossary.none')}</p>}
      <dl className={`${styles.terms ?? ''} selectable`}>
        {terms.map(({ key, term, text }) => (
          <div key={key}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
