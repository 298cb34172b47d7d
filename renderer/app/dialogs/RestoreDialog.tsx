import type { WorkshopId } from '@shared/base/ids';
import type { SnapshotInfo } from '@shared/ipc';
import { useEffect, useState } from 'react';
import { desktop } from '@/platform/desktop';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { formatNumber } from '@/ui/numberText';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { closeDialog, workspace } from '../appStore';
import { momentText } from '../dateText';
import { restoreVersion } from '../files';
import styles from './dialogs.module.css';

/** The backups of a workshop, newest first; going back to one keeps what is here as another. */
export function RestoreDialog({ workshopId }: { readonly workshopId: WorkshopId }) {
  const t = useT();
  const lang = useLang();
  const [list, setList] = useState<readonly SnapshotInfo[] | null>(null);
  useEffect(() => {
    let gone = false;
    void desktop()
      .snapshotList(workshopId)
      .then((found) => {
        if (!gone) setList([...found].sort((a, b) => b.savedAt - a.savedAt));
      });
    return () => {
      gone = true;
    };
  }, [workshopId]);
  const title =
    workspace()
      .library.getState()
      .workshops.find(({ id }) => id === workshopId)?.title || t('home.card.untitled');
  const now = Date.now();
  return (
    <Dialog
      title={t('home.versions.title')}
      onClose={closeDialog}
      footer={
        <Button icon="hard-drive" onClick={() => void desktop().openBackupsFolder()}>
          {t('home.versions.folder')}
        </Button>
      }
    >
      <p className={styles.intro}>{t('home.versions.intro', { title })}</p>
      {list?.length === 0 && <p className={styles.quiet}>{t('home.versions.none')}</p>}
      <ul className={styles.versions}>
        {list?.map((version, at) => {
          const when = momentText(version.savedAt, now, lang, t);
          return (
            <li key={version.token}>
              <span className={styles.when}>
                <b>{when}</b>
                {at === 0 && <span className={styles.badge}>{t('home.versions.newest')}</span>}
              </span>
              <span className={styles.quiet}>
                {t('home.versions.size', { size: formatNumber(version.size / 1024, lang, 0) })}
              </span>
              <Button
                size="small"
                icon="clock-counter-clockwise"
                aria-label={`${t('home.versions.restore')}, ${when}`}
                onClick={() => {
                  closeDialog();
                  void restoreVersion(version.token, when);
                }}
              >
                {t('home.versions.restore')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
