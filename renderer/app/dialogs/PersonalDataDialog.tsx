import type { WorkshopId } from '@shared/base/ids';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import { type FoundData, goToFound, type LeavingAs, resolvePersonalData } from '../personalData';
import styles from './PersonalDataDialog.module.css';

interface PersonalDataProps {
  readonly found: readonly FoundData[];
  readonly as: LeavingAs;
  readonly workshopId: WorkshopId | null;
}

/** What looks like personal data in what is about to leave: what it is, where it stands, and the choice to go on or to go there. */
export function PersonalDataDialog({ found, as, workshopId }: PersonalDataProps) {
  const t = useT();
  return (
    <Dialog
      title={t('exporting.privacy.title', { count: found.length })}
      alert
      onClose={() => resolvePersonalData(false)}
      footer={
        <>
          <Button onClick={() => resolvePersonalData(false)}>{t('common.cancel')}</Button>
          <Button variant="primary" icon="export" onClick={() => resolvePersonalData(true)}>
            {t(as === 'copy' ? 'exporting.privacy.saveAnyway' : 'exporting.privacy.exportAnyway')}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{t(`exporting.privacy.${as}`)}</p>
      <ul className={styles.list}>
        {found.map((one, at) => {
          const sheet = one.sheet.title || t('board.untitled');
          const where = one.where ? t('exporting.privacy.where', { sheet, where: one.where }) : sheet;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown.
            <li key={at}>
              <Icon name="warning" size={18} />
              <span className={styles.words}>
                <b className="selectable">{one.text}</b>
                <span>{t(`persona.lint.pii.${one.what}`)}</span>
                <span>{where}</span>
              </span>
              <Button
                size="small"
                icon="arrow-right"
                aria-label={t('exporting.privacy.goTo', { text: one.text, where })}
                onClick={() => void goToFound(one, workshopId)}
              >
                {t('exporting.privacy.go')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
