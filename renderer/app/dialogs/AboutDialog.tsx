import { Dialog } from '@/ui/Dialog';
import { Logo } from '@/ui/Logo';
import { useT } from '@/ui/useT';
import { closeDialog, useApp } from '../appStore';
import styles from './dialogs.module.css';

export function AboutDialog() {
  const t = useT();
  const boot = useApp((state) => state.boot);
  return (
    <Dialog title={t('common.about.title')} size="small" reading onClose={closeDialog}>
      <div className={styles.about}>
        <Logo size={64} />
        <div className={styles.prose}>
          <p>{t('common.about.text')}</p>
          <p className={styles.quiet}>
            {t('common.about.version', { version: boot?.appVersion ?? '', chromium: boot?.chromiumVersion ?? '' })}
          </p>
          <p className={styles.quiet}>{t('common.about.licence')}</p>
        </div>
      </div>
    </Dialog>
  );
}
