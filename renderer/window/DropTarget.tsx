import { useEffect, useState } from 'react';
import { appStore } from '@/app/appStore';
import { openDroppedFiles } from '@/app/files';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './DropTarget.module.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Files dropped anywhere on the window are opened. */
export function DropTarget() {
  const t = useT();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser would leave the app for the file.
      event.preventDefault();
      const ready = appStore.getState().workspace !== null && appStore.getState().dialog === null;
      if (event.dataTransfer) event.dataTransfer.dropEffect = ready ? 'copy' : 'none';
      setOver(ready);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (appStore.getState().workspace && !appStore.getState().dialog) void openDroppedFiles(files);
    };
    window.addEventListener('dragenter', drag);
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', drag);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={styles.veil}>
      <div className={styles.card}>
        <Icon name="folder-open" size={28} />
        <b>{t('common.drop.title')}</b>
        <span>{t('common.drop.text')}</span>
      </div>
    </div>
  );
}
