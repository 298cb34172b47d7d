import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { clockText, LAST_MS, leftAt, readClock, reset, timer, toggled, withDuration } from '@/ui/timer';
import { useT } from '@/ui/useT';
import styles from './TopBar.module.css';

interface TimerProps {
  readonly compact: boolean;
  /** To be read from afar. */
  readonly large?: boolean;
}

/** The workshop's countdown: gold in its last minute, "Temps écoulé" at the end, never blinking. */
export function TimerBox({ compact, large = false }: TimerProps) {
  const t = useT();
  const state = useStore(timer);
  const [now, setNow] = useState(Date.now);
  const [draft, setDraft] = useState<string | null>(null);
  const running = state.runningSince !== null;
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const beat = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(beat);
  }, [running]);

  const left = leftAt(state, Math.max(now, state.runningSince ?? 0));
  const over = left === 0;
  const last = left < LAST_MS && (running || over || left < state.duration);
  useEffect(() => {
    if (over && running) timer.setState(toggled(timer.getState(), Date.now()));
  }, [over, running]);

  const commit = () => {
    const duration = draft === null ? null : readClock(draft);
    setDraft(null);
    if (duration !== null) timer.setState(withDuration(duration));
  };
  return (
    <fieldset
      className={classNames(styles.timer, last && styles.last, large && styles.large)}
      aria-label={t('board.timer.label')}
    >
      <button
        type="button"
        className={styles.reset}
        aria-label={t('board.timer.reset')}
        data-tip={t('board.timer.reset')}
        onClick={() => timer.setState(reset)}
      >
        <Icon name="timer" size={compact ? 17 : 18} />
      </button>
      {draft !== null ? (
        <span className={styles.time}>
          <input
            // biome-ignore lint/a11y/noAutofocus: the click that opened the field was to type in it.
            autoFocus
            aria-label={t('board.timer.minutes')}
            value={draft}
            inputMode="numeric"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit();
              if (event.key === 'Escape') {
                event.stopPropagation();
                setDraft(null);
              }
            }}
          />
        </span>
      ) : (
        <button
          type="button"
          className={classNames(styles.time, over && styles.over)}
          aria-label={`${t('board.timer.edit')}, ${over ? t('board.timer.over') : clockText(left)}`}
          data-tip={t('board.timer.edit')}
          onClick={() => setDraft(String(Math.round(state.duration / 60_000)))}
        >
          {over ? t('board.timer.over') : clockText(left)}
        </button>
      )}
      <button
        type="button"
        className={styles.play}
        aria-label={t(running ? 'board.timer.pause' : 'board.timer.start')}
        data-tip={t(running ? 'board.timer.pause' : 'board.timer.start')}
        onClick={() => timer.setState(toggled(timer.getState(), Date.now()))}
      >
        <Icon name={running ? 'pause-fill' : 'play-fill'} size={14} />
      </button>
      <span className="visually-hidden" role="status">
        {over ? t('board.timer.over') : ''}
      </span>
    </fieldset>
  );
}
