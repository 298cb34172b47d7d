import { useApp } from '@/app/appStore';
import { performAction } from '@/app/performAction';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import styles from './TabBar.module.css';

/** Opens and folds the inspector. */
export function PanelToggles() {
  const t = useT();
  const inspector = useApp((state) => state.inspector);
  return (
    <IconButton
      icon="sidebar-simple"
      mirrored
      iconSize={17}
      className={styles.panel}
      label={t(inspector ? 'board.panel.closeInspector' : 'board.panel.openInspector')}
      shortcut="CmdOrCtrl+I"
      pressed={inspector}
      onClick={() => performAction('toggleInspector')}
    />
  );
}
