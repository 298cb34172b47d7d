import { desktop } from '@/platform/desktop';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { closeDialog, workspace } from '../appStore';
import { recoveryFacts, recoveryTitle } from '../recoveryText';
import styles from './dialogs.module.css';

export function RecoveryDialog() {
  const t = useT();
  const lang = useLang();
  const { report } = workspace().recovery.getState();
  if (!report) return null;
  return (
    <Dialog
      title={t('recovery.details')}
      reading
      onClose={closeDialog}
      footer={
        <>
          <Button icon="hard-drive" onClick={() => void desktop().openBackupsFolder()}>
            {t('recovery.openBackups')}
          </Button>
          <Button variant="primary" onClick={closeDialog}>
            {t('common.understood')}
          </Button>
        </>
      }
    >
      <div className={styles.prose}>
        <p className={styles.lead}>{recoveryTitle(report, t)}</p>
        <ul className={styles.facts}>
          {recoveryFacts(report, Date.now(), lang, t).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
