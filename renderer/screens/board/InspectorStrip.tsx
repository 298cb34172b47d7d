import type { ActionId } from '@shared/actions';
import type { IconName } from '@shared/scene/icons';
import { useStore } from 'zustand/react';
import { useApp } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { performAction } from '@/app/performAction';
import type { BoardHandle } from '@/session/boardHandle';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import styles from './InspectorStrip.module.css';

const ADD: readonly { readonly id: ActionId; readonly icon: IconName; readonly keys: string }[] = [
  { id: 'zoomFit', icon: 'corners-out', keys: 'Shift+1' },
  { id: 'zoomSelection', icon: 'arrows-out', keys: 'Shift+2' },
];

/** The compact layout's right strip: opens the inspector, and says what is selected. */
export function InspectorStrip({ open }: { readonly open: OpenWorkshop }) {
  const t = useT();
  const inspector = useApp((state) => state.inspector);
  const handle = useStore(open.handle, (state) => state.handle);
  return (
    <aside className={styles.strip} aria-label={t('board.landmark.inspector')}>
      <IconButton
        icon="sidebar-simple"
        mirrored
        iconSize={19}
        tipSide="left"
        className={styles.toggle}
        label={t(inspector ? 'board.panel.closeInspector' : 'board.panel.openInspector')}
        shortcut="CmdOrCtrl+I"
        pressed={inspector}
        onClick={() => performAction('toggleInspector')}
      />
      {ADD.map(({ id, icon, keys }) => (
        <IconButton
          key={id}
          icon={icon}
          iconSize={19}
          tipSide="left"
          className={styles.tool}
          label={t(`actions.${id}`)}
          shortcut={keys}
          onClick={() => performAction(id)}
        />
      ))}
      {handle && <Selected handle={handle} />}
    </aside>
  );
}

function Selected({ handle }: { readonly handle: BoardHandle }) {
  const t = useT();
  const label = useStore(handle.state, (state) => state.selectionLabel);
  return <span className={styles.label}>{label || t('board.panel.nothing')}</span>;
}
