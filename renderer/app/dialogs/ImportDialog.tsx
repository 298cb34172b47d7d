import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { IconName } from '@shared/scene/icons';
import type { ImportMode } from '@/session/workspaceApi';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { workspace } from '../appStore';
import { momentText } from '../dateText';
import { resolveImport, workshopOf } from '../files';
import styles from './dialogs.module.css';

const CHOICES: readonly {
  readonly mode: ImportMode;
  readonly icon: IconName;
  readonly key: 'merge' | 'keepBoth' | 'replace';
}[] = [
  { mode: 'merge', icon: 'arrows-merge', key: 'merge' },
  { mode: 'keep-both', icon: 'copy', key: 'keepBoth' },
  { mode: 'replace', icon: 'arrow-clockwise', key: 'replace' },
];

/** A file brings a workshop that is here already: each choice says what it does. */
export function ImportDialog({ bundle, title }: { readonly bundle: WorkshopBundle; readonly title: string }) {
  const t = useT();
  const lang = useLang();
  const here = workspace()
    .library.getState()
    .workshops.find((card) => card.id === bundle.workshopId);
  const boards = Object.keys(workshopOf(bundle)?.boards ?? {}).length;
  return (
    <Dialog
      title={t('home.import.title', { title: title || t('home.card.untitled') })}
      onClose={() => resolveImport(null)}
    >
      <p className={styles.intro}>{t('home.import.intro')}</p>
      <p className={styles.quiet}>
        {here && <>{t('home.import.here', { when: momentText(here.updatedAt, Date.now(), lang, t) })}. </>}
        {t('home.import.inFile', { boards: t('home.card.boards', { count: boards }) })}.
      </p>
      <div className={styles.choices}>
        {CHOICES.map(({ mode, icon, key }) => (
          <button key={mode} type="button" className={styles.choice} onClick={() => resolveImport(mode)}>
            <Icon name={icon} size={22} />
            <span>
              <b>{t(`home.import.${key}`)}</b>
              <span>{t(`home.import.${key}Text`)}</span>
            </span>
            <Icon name="caret-right" size={14} />
          </button>
        ))}
      </div>
    </Dialog>
  );
}
