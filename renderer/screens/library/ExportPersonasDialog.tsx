import type { PersonaId } from '@shared/base/ids';
import type { PersonaSet } from '@shared/exchange/personaSet';
import type { Lang } from '@shared/i18n/lang';
import type { AnyDoc } from '@shared/model/document';
import { inLanguage } from '@shared/translate/texts';
import { useEffect, useId, useState } from 'react';
import { closeDialog, workspace } from '@/app/appStore';
import { EXCHANGE_FORMATS, type ExchangeFormat, exportPersonas, MOST_IN_ARCHIVE } from '@/app/library/exchange';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { FileLanguage } from '../translate/FileLanguage';
import styles from './dialogs.module.css';

/** The other formats come back as the persona itself, translations included where they hold all of it: read in another language they would lose what was written. */
const isRead = (format: ExchangeFormat): boolean => format === 'md';

const inLang = (set: PersonaSet, lang: Lang): PersonaSet => ({
  ...set,
  personas: set.personas.map((one) => ({ ...one, doc: inLanguage(one.doc, lang) })),
});

/** What leaves, once it is asked what of it is translated. */
function useDocs(ids: readonly PersonaId[], isAsked: boolean): readonly AnyDoc[] {
  const [docs, setDocs] = useState<readonly AnyDoc[]>([]);
  useEffect(() => {
    if (!isAsked) return;
    let isHere = true;
    void workspace()
      .exportPersonas(ids)
      .then((set) => {
        if (isHere && set.ok) setDocs(set.value.personas.map(({ doc }) => doc));
      });
    return () => {
      isHere = false;
    };
  }, [ids, isAsked]);
  return docs;
}

/** In which format personas are written, and what each of them is good for. */
export function ExportPersonasDialog({ ids }: { readonly ids: readonly PersonaId[] }) {
  const t = useT();
  const name = useId();
  const tooMany = ids.length > MOST_IN_ARCHIVE;
  const uiLang = useLang();
  const [format, setFormat] = useState<ExchangeFormat>(tooMany ? 'json' : 'personarium');
  const [lang, setLang] = useState<Lang>(uiLang);
  const [isSpoken, setSpoken] = useState(true);
  const docs = useDocs(ids, isRead(format));
  const save = () => {
    closeDialog();
    if (isRead(format)) void exportPersonas(ids, format, { lang, read: (set) => (isSpoken ? inLang(set, lang) : set) });
    else void exportPersonas(ids, format, { lang: uiLang, read: (set) => set });
  };
  return (
    <Dialog
      title={t('library.exchange.title', { count: ids.length })}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="download-simple" onClick={save}>
            {t('library.exchange.go')}
          </Button>
        </>
      }
    >
      <fieldset className={styles.options}>
        <legend className="visually-hidden">{t('library.exchange.format')}</legend>
        {EXCHANGE_FORMATS.map((id) => {
          const isOut = id === 'personarium' && tooMany;
          return (
            <label key={id} className={styles.option}>
              <input type="radio" name={name} checked={format === id} disabled={isOut} onChange={() => setFormat(id)} />
              <span>
                <b>{t(`library.exchange.${id}`)}</b>
                <span>
                  {isOut ? t('library.exchange.tooMany', { most: MOST_IN_ARCHIVE }) : t(`library.exchange.${id}Text`)}
                </span>
              </span>
            </label>
          );
        })}
      </fieldset>
      {isRead(format) && (
        <FileLanguage docs={docs} lang={lang} onLang={setLang} isSpoken={isSpoken} onSpoken={setSpoken} />
      )}
    </Dialog>
  );
}
