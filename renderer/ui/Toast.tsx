import { useEffect, useRef } from 'react';
import { useStore } from 'zustand/react';
import { Icon } from './Icon';
import { Kbd } from './Kbd';
import { closeToast, notices } from './notices';
import styles from './Toast.module.css';

/** Where toasts are shown and read aloud. Time stands still while the pointer or the focus is on the band. */
export function ToastRegion() {
  const toast = useStore(notices, (state) => state.toast);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!toast) return;
    let left = toast.lastsMs;
    const timer = setInterval(() => {
      if (box.current?.matches(':hover, :focus-within')) return;
      left -= 200;
      if (left <= 0) closeToast();
    }, 200);
    return () => clearInterval(timer);
  }, [toast]);

  return (
    <div className={styles.region} role="status" aria-live="polite">
      {toast && (
        <div ref={box} className={styles.toast}>
          {toast.icon && <Icon name={toast.icon} size={17} />}
          <span className={styles.text}>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                closeToast();
                toast.action?.run();
              }}
            >
              <Icon name={toast.action.icon ?? 'arrow-u-up-left'} size={15} />
              {toast.action.label}
              {toast.action.shortcut && <Kbd plain keys={toast.action.shortcut} />}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
