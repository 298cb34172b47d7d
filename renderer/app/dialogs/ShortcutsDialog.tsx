import { ACTIONS, type MenuId } from '@shared/actions';
import type { MessageKey } from '@shared/i18n/translate';
import { Dialog } from '@/ui/Dialog';
import { Kbd } from '@/ui/Kbd';
import { useT } from '@/ui/useT';
import { closeDialog } from '../appStore';
import styles from './dialogs.module.css';

const MENUS: readonly MenuId[] = ['file', 'edit', 'insert', 'note', 'view', 'help'];

type Key = Extract<MessageKey, `common.shortcuts.${string}`>;
type Word = Key extends `common.shortcuts.${infer Name}` ? Name : never;

/** What is no action of the list: walking over the board, writing, the hand. Words among the keys are messages of this sheet. */
const GESTURES: readonly { readonly title: Word; readonly lines: readonly (readonly [Word, readonly string[]])[] }[] = [
  {
    title: 'board',
    lines: [
      ['arrows', ['Left', 'Up', 'Down', 'Right']],
      ['extend', ['Shift+Right']],
      ['keep', ['Shift+Space']],
      ['tab', ['Tab', 'Shift+Tab']],
      ['ends', ['Home', 'End']],
      ['enter', ['Enter']],
      ['insert', ['Insert']],
      ['boardMenu', ['Shift+F10']],
      ['escape', ['Escape']],
      ['panKeys', ['Left', 'Up', 'Down', 'Right']],
      ['zoomKeys', ['Plus', '-', '0', '1']],
      ['differences', ['F7', 'Shift+F7']],
    ],
  },
  {
    title: 'writing',
    lines: [
      ['capture', ['Enter']],
      ['finish', ['CmdOrCtrl+Enter']],
      ['newLine', ['Shift+Enter']],
      ['nextPlace', ['Tab', 'Shift+Tab']],
      ['giveUp', ['Escape']],
    ],
  },
  {
    title: 'mouse',
    lines: [
      ['click', ['clickKey']],
      ['addToChoice', ['Shift+clickKey']],
      ['marquee', ['dragKey']],
      ['copyDrag', ['Alt+dragKey']],
      ['spaceDrag', ['Space+dragKey']],
      ['pinch', ['CmdOrCtrl+wheelKey']],
    ],
  },
];

/** Keys of a presentation, named by its buttons. */
const PRESENTING: readonly (readonly [MessageKey, readonly string[]])[] = [
  ['present.next', ['Right', 'Space', 'PageDown']],
  ['present.back', ['Left', 'PageUp']],
  ['present.map', ['C']],
  ['present.black', ['B']],
  ['actions.toggleTheme', ['L']],
  ['present.texts', ['T']],
  ['present.notes', ['N']],
  ['present.room', ['R']],
  ['present.end', ['Escape']],
];

/** Every shortcut: those of the one list of actions, in the order of the menus, what hands do on a board, and keys while presenting. */
export function ShortcutsDialog() {
  const t = useT();
  const word = (name: Word) => t(`common.shortcuts.${name}` as Key);
  const named = (keys: string) => keys.replace(/(click|drag|wheel)Key/, (found) => word(found as Word));
  return (
    <Dialog title={t('common.shortcuts.title')} size="large" reading onClose={closeDialog}>
      <p className={styles.typing}>{t('common.shortcuts.typing')}</p>
      <div className={styles.columns}>
        {GESTURES.map(({ title, lines }) => (
          <section key={title} className={styles.group}>
            <h3>{word(title)}</h3>
            {lines.map(([label, keys]) => (
              <Line key={label} label={word(label)} keys={keys.map(named)} />
            ))}
          </section>
        ))}
        <section className={styles.group}>
          <h3>{t('present.title')}</h3>
          {PRESENTING.map(([label, keys]) => (
            <Line key={label} label={t(label)} keys={keys} />
          ))}
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
