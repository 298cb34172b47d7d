import { ACTIONS, type MenuId } from '@shared/actions';
import { Dialog } from '@/ui/Dialog';
import { Kbd } from '@/ui/Kbd';
import { useT } from '@/ui/useT';
import { closeDialog } from '../appStore';
import styles from './dialogs.module.css';

const MENUS: readonly MenuId[] = ['file', 'edit', 'insert', 'note', 'view', 'help'];

/** Every shortcut, from the one list of actions, in the order of the menus. */
export function ShortcutsDialog() {
  const t = useT();
  return (
    <Dialog title={t('common.shortcuts.title')} size="large" reading onClose={closeDialog}>
      <p className={styles.typing}>{t('common.shortcuts.typing')}</p>
      <div className={styles.columns}>
        <section className={styles.group}>
          <h3>{t('common.shortcuts.board')}</h3>
          <Line label={t('common.shortcuts.arrows')} keys={['Left', 'Up', 'Down', 'Right']} />
          <Line label={t('common.shortcuts.enter')} keys={['Enter']} />
          <Line label={t('common.shortcuts.escape')} keys={['Escape']} />
        </section>
        {MENUS.map((menu) => (
          <section key={menu} className={styles.group}>
            <h3>{t(`menu.${menu}`)}</h3>
            {ACTIONS.filter((action) => action.menu === menu && action.accelerator).map((action) => (
              <Line key={action.id} label={t(`actions.${action.id}`)} keys={[action.accelerator ?? '']} />
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ label, keys }: { readonly label: string; readonly keys: readonly string[] }) {
  return (
    <div className={styles.line}>
      <span>{label}</span>
      <span style={{ display: 'flex', gap: 4 }}>
        {keys.map((key) => (
          <Kbd key={key} keys={key} />
        ))}
      </span>
    </div>
  );
}
