import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { workspace } from '@/app/appStore';
import { timeText } from '@/app/dateText';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './TopBar.module.css';

/** A write that takes less than this is not worth a word. */
const SLOW_MS = 400;

/** "Enregistré ici, 14:32" once both copies are on disk, and only then. */
export function SaveBadge() {
  const t = useT();
  const lang = useLang();
  const state = useStore(workspace().saveState);
  const [slow, setSlow] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const saving = state.status === 'saving';
  useEffect(() => {
    setSlow(false);
    if (!saving) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [saving]);
  const at = state.status === 'saved' ? state.at : null;
  useEffect(() => {
    if (at !== null) setSavedAt(at);
  }, [at]);

  if (state.status === 'failed') {
    return (
      <span className={classNames(styles.state, styles.failed)}>
        <Icon name="warning" />
        {t('common.save.failed')}
      </span>
    );
  }
  if (saving && slow) {
    return (
      <span className={classNames(styles.state, styles.saving)}>
        <Icon name="hard-drive" />
        {t('common.save.saving')}
      </span>
    );
  }
  const shownAt = at ?? savedAt;
  return (
    // The words change once a minute at most, so that a screen reader is not told of every letter.
    <span className={styles.state} role="status">
      <Icon name="hard-drive" />
      {shownAt === null ? t('common.save.savedNoTime') : t('common.save.saved', { time: timeText(shownAt, lang) })}
    </span>
  );
}
