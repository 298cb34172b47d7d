import { useId, useState } from 'react';
import { closeDialog } from '@/app/appStore';
import { exportJourney, JOURNEY_FORMATS, type JourneyFormat } from '@/app/journeyFiles';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useT } from '@/ui/useT';
import styles from '../library/dialogs.module.css';

/** In which format a journey is written, and what each of them loses. */
export function ExportJourneyDialog() {
  const t = useT();
  const name = useId();
  const [format, setFormat] = useState<JourneyFormat>('xlsx');
  return (
    <Dialog
      title={t('analysis.files.title')}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="download-simple"
            onClick={() => {
              closeDialog();
              void exportJourney(format);
            }}
          >
            {t('analysis.files.go')}
          </Button>
        </>
      }
    >
      <fieldset className={styles.options}>
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
    </Dialog>
  );
}
