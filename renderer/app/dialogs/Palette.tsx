import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { AriaLocale } from '@/ui/AriaLocale';
import { Icon } from '@/ui/Icon';
import { Kbd } from '@/ui/Kbd';
import { beforeNextInput } from '@/ui/nextInput';
import { useT } from '@/ui/useT';
import { appStore, closeDialog } from '../appStore';
import { performAction } from '../performAction';
import styles from './Palette.module.css';
import { actionEntries, noteEntries, type PaletteEntry } from './paletteEntries';

function run(entry: PaletteEntry): void {
  if (entry.reason) return;
  closeDialog();
  const { run: what } = entry;
  // The dialog gives the focus back first, so that the board is what the action finds.
  beforeNextInput(() => {
    if ('action' in what) performAction(what.action);
    else if ('act' in what) what.act();
    else appStore.getState().open?.handle.getState().handle?.reveal(what.target);
  });
}

/** Ctrl+K: any action, any text of the board, by a few letters. */
export function Palette() {
  const t = useT();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const actions = useMemo(() => actionEntries(query, t), [query, t]);
  const notes = useMemo(() => noteEntries(query, t), [query, t]);
  const entries = [...actions, ...notes];
  const at = Math.min(active, entries.length - 1);

  useEffect(() => {
    list.current?.querySelector(`[id="${CSS.escape(`${listId}${at}`)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at, listId]);

  const keyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const move = moves[event.key];
    if (move !== undefined && entries.length > 0) {
      event.preventDefault();
      const wraps = Math.abs(move) === 1;
      const next = at + move;
      setActive(wraps ? (next + entries.length) % entries.length : Math.max(0, Math.min(entries.length - 1, next)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const entry = entries[at];
      if (entry) run(entry);
    }
  };

  const row = (entry: PaletteEntry, index: number) => (
    // The keyboard goes through the field above, which names the active line.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      key={entry.id}
      id={`${listId}${index}`}
      role="option"
      aria-selected={index === at}
      aria-disabled={entry.reason ? true : undefined}
      className={styles.row}
      onPointerMove={() => index !== at && setActive(index)}
      onClick={() => run(entry)}
    >
      <Icon name={entry.icon} size={17} />
      <span className={styles.text}>
        {entry.pieces.map((piece, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity.
          piece.found ? <mark key={place}>{piece.text}</mark> : piece.text,
        )}
      </span>
      {entry.reason ? (
        <span className={styles.where}>{entry.reason}</span>
      ) : (
        entry.shortcut && <Kbd keys={entry.shortcut} />
      )}
      {entry.where && <span className={styles.where}>{entry.where}</span>}
    </div>
  );

  return (
    <AriaLocale>
      <ModalOverlay isOpen isDismissable onOpenChange={(open) => open || closeDialog()} className={styles.veil ?? ''}>
        <Modal className={styles.modal ?? ''}>
          <Dialog aria-label={t('common.palette.title')} className={styles.palette ?? ''}>
            <div className={styles.query}>
              <Icon name="magnifying-glass" size={19} />
              <input
                autoFocus
                role="combobox"
                aria-expanded="true"
                aria-controls={listId}
                aria-activedescendant={entries.length > 0 ? `${listId}${at}` : undefined}
                aria-label={t('common.palette.placeholder')}
                placeholder={t('common.palette.placeholder')}
                value={query}
                spellCheck={false}
                autoComplete="off"
                onChange={(event) => {
                  setQuery(event.currentTarget.value);
                  setActive(0);
                }}
                onKeyDown={keyDown}
              />
            </div>
            <div ref={list} id={listId} role="listbox" aria-label={t('common.palette.title')} className={styles.list}>
              {actions.length > 0 && <div className={styles.group}>{t('common.palette.commands')}</div>}
              {actions.map((entry, index) => row(entry, index))}
              {notes.length > 0 && <div className={styles.group}>{t('common.palette.notes')}</div>}
              {notes.map((entry, index) => row(entry, actions.length + index))}
              {entries.length === 0 && (
                <p className={styles.none}>{t('common.palette.none', { query: query.trim() })}</p>
              )}
            </div>
            <span className="visually-hidden" aria-live="polite">
              {query && t('common.palette.results', { count: entries.length })}
            </span>
            <footer className={styles.foot}>
              <span>
                <Kbd keys="Up" /> <Kbd keys="Down" /> {t('common.palette.choose')}
              </span>
              <span>
                <Kbd keys="Enter" /> {t('common.palette.run')}
              </span>
              <span>
                <Kbd keys="Escape" /> {t('common.palette.close')}
              </span>
            </footer>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
