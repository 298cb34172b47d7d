import { useStore } from 'zustand/react';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { performAction } from '@/app/performAction';
import type { BoardHandle } from '@/session/boardHandle';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import styles from './TabBar.module.css';

/** − 92 % +; a click on the number shows the whole board. */
export function ZoomBox({ open }: { readonly open: OpenWorkshop }) {
  const handle = useStore(open.handle, (state) => state.handle);
  return handle && <Zoom handle={handle} />;
}

function Zoom({ handle }: { readonly handle: BoardHandle }) {
  const t = useT();
  const percent = useStore(handle.state, (state) => Math.round(state.zoom * 100));
  return (
    <fieldset className={styles.zoom} aria-label={t('board.zoom.label')}>
      <IconButton
        icon="minus"
        iconSize={15}
        label={t('actions.zoomOut')}
        shortcut="CmdOrCtrl+-"
        onClick={() => performAction('zoomOut')}
      />
      <button
        type="button"
        data-tip={t('board.zoom.fit')}
        data-tip-keys="Shift+1"
        onClick={() => performAction('zoomFit')}
      >
        {t('board.zoom.value', { percent })}
      </button>
      <IconButton
        icon="plus"
        iconSize={15}
        label={t('actions.zoomIn')}
        shortcut="CmdOrCtrl+Plus"
        onClick={() => performAction('zoomIn')}
      />
    </fieldset>
  );
}
