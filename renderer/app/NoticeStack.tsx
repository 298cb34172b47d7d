import { useStore } from 'zustand/react';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { MessageBar } from '@/ui/MessageBar';
import { notices } from '@/ui/notices';
import { useT } from '@/ui/useT';
import styles from './NoticeStack.module.css';

/** Message bars above the screen's content, which moves down for them. */
export function NoticeStack({ className }: { readonly className?: string | undefined }) {
  const t = useT();
  const list = useStore(notices, (state) => state.notices);
  return (
    <section className={classNames(styles.stack, className)} aria-label={t('board.notice.region')}>
      {list.map((notice) => (
        <MessageBar
          key={notice.id}
          kind={notice.kind}
          title={notice.title}
          text={notice.text}
          {...(notice.icon ? { icon: notice.icon } : {})}
        >
          {notice.buttons.map((button) => (
            <Button key={button.label} size="small" variant={button.primary ? 'primary' : 'plain'} onClick={button.run}>
              {button.label}
            </Button>
          ))}
        </MessageBar>
      ))}
    </section>
  );
}
