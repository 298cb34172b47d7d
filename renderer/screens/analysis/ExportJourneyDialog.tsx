import type { Lang } from '@shared/i18n/lang';
import { inLanguage } from '@shared/translate/texts';
import { useId, useState } from 'react';
import { closeDialog } from '@/app/appStore';
import { exportJourney, JOURNEY_FORMATS, type JourneyFormat, journeyOnScreen } from '@/app/journeyFiles';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from '../library/dialogs.module.css';
import { FileLanguage } from '../translate/FileLanguage';

/** Tables come back as the map itself, translations included: read in another language they would lose what was written. */
const comesBack = (format: JourneyFormat): boolean => format === 'xlsx' || format === 'csv';

/** In which format a journey is written, and what each of them loses. */
export function ExportJourneyDialog() {
  const t = useT();
  const name = useId();
  const uiLang = useLang();
  const [format, setFormat] = useState<JourneyFormat>('xlsx');
  const [lang, setLang] = useState<Lang>(uiLang);
  const [isSpoken, setSpoken] = useState(true);
  const [docs] = useState(() => [journeyOnScreen()].filter((doc) => doc !== null));
  const save = () => {
    closeDialog();
    if (comesBack(format)) void exportJourney(format, { lang: uiLang, read: (doc) => doc });
    else void exportJourney(format, { lang, read: (doc) => (isSpoken ? inLanguage(doc, lang) : doc) });
  };
  return (
    <Dialog
      title={t('analysis.files.title')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="download-simple" onClick={save}>
            {t('analysis.files.go')}
          </Button>
        </>
      }
    >
      <fieldset className={classNames(styles.options, styles.pairs)}>
        <legend className="visually-hidden">{t('library.exchange.format')}</legend>
        {JOURNEY_FORMATS.map((id) => (
          <label key={id} className={styles.option}>
            <input type="radio" name={name} checked={format === id} onChange={() => setFormat(id)} />
            <span>
              <b>{t(`analysis.files.${id}`)}</b>
              <span>{t(`analysis.files.${id}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {!comesBack(format) && (
        <FileLanguage docs={docs} lang={lang} onLang={setLang} isSpoken={isSpoken} onSpoken={setSpoken} />
      )}
    </Dialog>
  );
}
