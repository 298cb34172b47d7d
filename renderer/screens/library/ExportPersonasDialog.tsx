import type { PersonaId } from '@shared/base/ids';
import { MOST_IN_ARCHIVE } from '@shared/exchange/personaParts';
import type { Lang } from '@shared/i18n/lang';
import type { AnyDoc } from '@shared/model/document';
import { useEffect, useId, useState } from 'react';
import { closeDialog, workspace } from '@/app/appStore';
import { EXCHANGE_FORMATS, type ExchangeFormat, exportPersonas } from '@/app/library/exchange';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { FileLanguage } from '../translate/FileLanguage';
import styles from './dialogs.module.css';

/** The other formats are not read but opened: they hold the persona itself, translations included. */
const isRead = (format: ExchangeFormat): boolean => format === 'md';

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
  const uiLang = useLang();
  const [format, setFormat] = useState<ExchangeFormat>('personarium');
  const [lang, setLang] = useState<Lang>(uiLang);
  const [isSpoken, setSpoken] = useState(true);
  const docs = useDocs(ids, isRead(format));
  const files = Math.ceil(ids.length / MOST_IN_ARCHIVE);
  const save = () => {
    closeDialog();
    const isTranslated = isRead(format) && isSpoken;
    void exportPersonas(ids, format, { lang: isRead(format) ? lang : uiLang, isTranslated });
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
        {EXCHANGE_FORMATS.map((id) => (
          <label key={id} className={styles.option}>
            <input type="radio" name={name} checked={format === id} onChange={() => setFormat(id)} />
            <span>
              <b>{t(`library.exchange.${id}`)}</b>
              <span>
                {t(`library.exchange.${id}Text`)}{' '}
                {id === 'personarium' &&
                  files > 1 &&
                  t('library.exchange.parts', { count: files, most: MOST_IN_ARCHIVE })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {isRead(format) && (
        <FileLanguage docs={docs} lang={lang} onLang={setLang} isSpoken={isSpoken} onSpoken={setSpoken} />
      )}
    </Dialog>
  );
}
