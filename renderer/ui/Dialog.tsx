import { type ReactNode, useRef } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { AriaLocale } from './AriaLocale';
import { classNames } from './classNames';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton';
import { useFoundFocus } from './useFoundFocus';
import { useT } from './useT';

export interface DialogProps {
  readonly title: string;
  /** Escape, the cross, and a click outside (except for an alert). */
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  /** An alert asks for a decision: a click outside does not close it. */
  readonly alert?: boolean;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** Holds text alone: arrows must be able to scroll it. */
  readonly reading?: boolean;
}

/** A modal window in the app's window, open for as long as it is rendered. Focus goes in and comes back. */
export function Dialog({ title, onClose, size = 'medium', alert, footer, children, reading }: DialogProps) {
  const t = useT();
  const dialog = useRef<HTMLElement>(null);
  useFoundFocus(dialog, onClose);
  return (
    <AriaLocale>
      <ModalOverlay
        isOpen
        isDismissable={!alert}
        onOpenChange={(open) => open || onClose()}
        className={styles.veil ?? ''}
      >
        <Modal className={styles.modal ?? ''}>
          <AriaDialog
            ref={dialog}
            role={alert ? 'alertdialog' : 'dialog'}
            className={classNames(styles.dialog, styles[size])}
          >
            <header className={styles.head}>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              <IconButton icon="x" iconSize={16} label={t('common.close')} onClick={onClose} />
            </header>
            <div className={styles.body} tabIndex={reading ? 0 : undefined}>
              {children}
            </div>
            {footer && <footer className={styles.footer}>{footer}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
