import type { PersonaId } from '@shared/base/ids';
import { useId, useState } from 'react';
import { closeDialog } from '@/app/appStore';
import { EXCHANGE_FORMATS, type ExchangeFormat, exportPersonas, MOST_IN_ARCHIVE } from '@/app/library/exchange';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useT } from '@/ui/useT';
import styles from './dialogs.module.css';

/** In which format personas are written, and what each of them is good for. */
export function ExportPersonasDialog({ ids }: { readonly ids: readonly PersonaId[] }) {
  const t = useT();
  const name = useId();
  const tooMany = ids.length > MOST_IN_ARCHIVE;
  const [format, setFormat] = useState<ExchangeFormat>(tooMany ? 'json' : 'personarium');
  return (
    <Dialog
      title={t('library.exchange.title', { count: ids.length })}
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="download-simple"
            onClick={() => {
              closeDialog();
              void exportPersonas(ids, format);
            }}
          >
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
    </Dialog>
  );
}
