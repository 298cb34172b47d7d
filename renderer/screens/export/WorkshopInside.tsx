import type { WorkshopId } from '@shared/base/ids';
import { useEffect, useState } from 'react';
import { useLang } from '@/ui/preferences';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { changeSettings } from './exportSettings';
import { insideSize } from './insideFile';
import styles from './SettingsPanel.module.css';

/** The choice to put the whole workshop into each file, what that means, and how much larger the files get. */
export function WorkshopInside({ workshopId, on }: { readonly workshopId: WorkshopId; readonly on: boolean }) {
  const t = useT();
  const lang = useLang();
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    if (!on) return;
    let isHere = true;
    insideSize(workshopId)
      .then((size) => isHere && setBytes(size))
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [workshopId, on]);
  const size = on && bytes !== null ? Math.max(1, Math.round(bytes / 1024)).toLocaleString(lang) : null;
  return (
    <div>
      <Switch label={t('exporting.settings.inside')} on={on} onChange={(inside) => changeSettings({ inside })} />
      <p className={styles.hint}>
        {t('exporting.settings.insideMeans')}
        {size !== null && ` ${t('exporting.settings.insideSize', { size })}`}
      </p>
    </div>
  );
}
