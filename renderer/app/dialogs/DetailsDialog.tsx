import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useT } from '@/ui/useT';
import { closeDialog } from '../appStore';
import styles from './dialogs.module.css';

/** What only helps somebody who repairs, ready to be copied. */
export function DetailsDialog({ title, detail }: { readonly title: string; readonly detail: string }) {
  const t = useT();
  return (
    <Dialog
      title={title}
      reading
      onClose={closeDialog}
      footer={
        <>
          <Button icon="copy" onClick={() => void navigator.clipboard.writeText(detail)}>
            {t('common.copy')}
          </Button>
          <Button variant="primary" onClick={closeDialog}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <pre className={`${styles.detail ?? ''} selectable`}>{detail}</pre>
    </Dialog>
  );
}
