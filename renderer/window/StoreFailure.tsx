import type { AppError } from '@shared/base/appError';
import { appStore } from '@/app/appStore';
import { errorDetail, errorText } from '@/app/errorText';
import { openStore } from '@/app/openStore';
import { desktop } from '@/platform/desktop';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { useT } from '@/ui/useT';
import styles from './ScreenGuard.module.css';

/** What is stored could not be opened: never an empty library in its place. */
export function StoreFailure({ error }: { readonly error: AppError }) {
  const t = useT();
  const { title, text } = errorText(error, t);
  const retry = () => {
    const { boot } = appStore.getState();
    if (boot) void openStore(boot);
  };
  return (
    <main className={styles.guard} role="alert">
      <EmptyState title={title} text={text}>
        <Button variant="primary" icon="arrow-clockwise" onClick={retry}>
          {t('common.retry')}
        </Button>
        <Button icon="hard-drive" onClick={() => void desktop().openBackupsFolder()}>
          {t('actions.openBackups')}
        </Button>
      </EmptyState>
      <pre className={`${styles.detail ?? ''} selectable`}>{errorDetail(error)}</pre>
    </main>
  );
}
