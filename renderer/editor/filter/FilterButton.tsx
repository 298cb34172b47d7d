import type { AnyDoc } from '@shared/model/document';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { usePlatform } from '@/ui/preferences';
import { ariaShortcut } from '@/ui/shortcutText';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { useDoc, useUi } from '../useController';
import { filterFacts } from './boardFilter';
import styles from './Filter.module.css';
import { FilterPanel } from './FilterPanel';

const KEYS = 'CmdOrCtrl+Shift+F';
/** Between the button and its panel, and between the panel and the window's edge. */
const GAP = 6;
const EDGE = 12;

export interface FilterButtonProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  /** The word goes where there is little room. */
  readonly compact: boolean;
}

/** Opens the choice of the notes that the board shows; while some are hidden it says how many are left. */
export function FilterButton<Doc extends AnyDoc>({ controller, compact }: FilterButtonProps<Doc>) {
  const t = useT();
  const platform = usePlatform();
  const isOpen = useUi(controller, (ui) => ui.filtering);
  const left = useLeft(controller);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const setOpen = (filtering: boolean) => controller.ui.setState({ filtering });
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames(styles.button, left !== null && styles.on)}
        aria-label={left ? undefined : t('editing.filter.button')}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-keyshortcuts={ariaShortcut(KEYS, platform)}
        data-tip={t('actions.filter')}
        data-tip-keys={KEYS}
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={(event) => {
          // By a key the panel is closed now: it would have the keyboard.
          setOpen(event.detail === 0 || !wasOpen.current);
        }}
      >
        <Icon name="funnel" size={16} />
        {left && <span className="visually-hidden">{t('editing.filter.button')}</span>}
        {left ?? (!compact && t('editing.filter.button'))}
      </button>
      {isOpen && <Popup controller={controller} button={button} onClosed={() => setOpen(false)} />}
    </>
  );
}

/** `12 sur 84` while some notes are hidden. */
function useLeft<Doc extends AnyDoc>(controller: BoardController<Doc>): string | null {
  const t = useT();
  const doc = useDoc(controller.session);
  const filter = useUi(controller, (ui) => ui.filter);
  if (!filter) return null;
  const { shown, total } = filterFacts(controller.plug, doc, filter);
  return t('editing.filter.short', { shown, total });
}

interface PopupProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly button: React.RefObject<HTMLButtonElement | null>;
  readonly onClosed: () => void;
}

/** The panel under the button; a click beside it, or Escape, closes it and gives the board the keyboard again. */
function Popup<Doc extends AnyDoc>({ controller, button, onClosed }: PopupProps<Doc>) {
  const t = useT();
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const at = button.current?.getBoundingClientRect();
    if (!panel.current || !at) return;
    panel.current.style.top = `${at.bottom + GAP}px`;
    panel.current.style.maxHeight = `${window.innerHeight - at.bottom - GAP - EDGE}px`;
    panel.current.style.right = `${Math.max(EDGE, window.innerWidth - at.right)}px`;
    panel.current.showPopover();
    panel.current.querySelector<HTMLElement>('button, input')?.focus();
  }, [button]);
  useEffect(() => {
    const element = panel.current;
    const toggled = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'closed') return;
      const took = document.activeElement;
      onClosed();
      // Who clicked on something else means that.
      if (took === null || took === document.body || took === button.current || element?.contains(took)) {
        controller.focusBoard();
      }
    };
    element?.addEventListener('toggle', toggled);
    return () => element?.removeEventListener('toggle', toggled);
  }, [controller, button, onClosed]);
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={t('editing.filter.label')}
      className={styles.popup}
      data-testid="filter-panel"
    >
      <FilterPanel controller={controller} />
    </div>
  );
}
