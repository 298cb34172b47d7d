import { useEffect, useState } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { clockText, LAST_MS, leftAt, type TimerState } from '@/ui/timer';
import { useT } from '@/ui/useT';
import styles from './Stage.module.css';

/** The workshop's countdown, once it was started: gold in its last minute, never blinking. */
export function SlideTimer({ state }: { readonly state: TimerState }) {
  const t = useT();
  const [now, setNow] = useState(Date.now);
  const running = state.runningSince !== null;
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const beat = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(beat);
  }, [running]);
  const left = leftAt(state, Math.max(now, state.runningSince ?? 0));
  if (!running && left === state.duration) return null;
  return (
    <span className={classNames(styles.timer, left < LAST_MS && styles.last)}>
      <Icon name="timer" size={34} />
      <span>{left === 0 ? t('board.timer.over') : clockText(left)}</span>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${(left / state.duration) * 100}%` }} />
      </span>
    </span>
  );
}
