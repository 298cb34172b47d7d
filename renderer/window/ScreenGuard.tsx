import { Component, type ReactNode } from 'react';
import { openDialog } from '@/app/appStore';
import { goHome } from '@/app/navigate';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { currentT } from '@/ui/useT';
import styles from './ScreenGuard.module.css';

interface State {
  readonly error: unknown;
}

/** A screen that throws leaves a way home instead of an empty window. */
export class ScreenGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const t = currentT();
    const title = t('common.failure.screenTitle');
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return (
      <main className={styles.guard} role="alert">
        <EmptyState title={title} text={t('common.failure.screenText')}>
          <Button
            variant="primary"
            onClick={async () => {
              await goHome();
              this.setState({ error: null });
            }}
          >
            {t('actions.goHome')}
          </Button>
          <Button
            onClick={async () => {
              await goHome();
              this.setState({ error: null });
              openDialog({ kind: 'details', title, detail });
            }}
          >
            {t('common.details')}
          </Button>
        </EmptyState>
      </main>
    );
  }
}
