import type { WorkshopId } from '@shared/base/ids';
import { type KeyboardEvent, useRef, useState } from 'react';
import { openDialog } from '@/app/appStore';
import { saveCopy } from '@/app/files';
import { showWorkshop } from '@/app/navigate';
import { deleteWorkshop, duplicateWorkshop, renameWorkshop, resetSample } from '@/app/workshops';
import type { WorkshopCard } from '@/session/library';
import { Icon } from '@/ui/Icon';
import type { MenuItemSpec } from '@/ui/menuItems';
import { useLang, useThemeName } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './CardGrid.module.css';
import { WorkshopTile } from './WorkshopTile';

/** With fewer workshops than this, an empty place is shown after them. */
const FEW = 6;

/** The cards of the workshops; arrows go from one to the next, F2 renames, Delete deletes. */
export function CardGrid({ workshops }: { readonly workshops: readonly WorkshopCard[] }) {
  const t = useT();
  const lang = useLang();
  const theme = useThemeName();
  const [renaming, setRenaming] = useState<WorkshopId | null>(null);
  const grid = useRef<HTMLUListElement>(null);

  const itemsFor = (sample: boolean): readonly MenuItemSpec[] => [
    { id: 'open', label: t('home.menu.open'), icon: 'folder-open', shortcut: 'Enter' },
    { id: 'rename', label: t('home.menu.rename'), icon: 'pencil-simple', shortcut: 'F2' },
    { id: 'duplicate', label: t('home.menu.duplicate'), icon: 'copy' },
    { id: 'saveCopy', label: t('home.menu.saveCopy'), icon: 'floppy-disk', separated: true },
    { id: 'versions', label: t('home.menu.versions'), icon: 'clock-counter-clockwise' },
    ...(sample ? [{ id: 'reset', label: t('home.menu.reset'), icon: 'sparkle' } as const] : []),
    { id: 'delete', label: t('home.menu.delete'), icon: 'trash', shortcut: 'Delete', danger: true, separated: true },
  ];
  const act = (card: WorkshopCard, id: string) => {
    if (id === 'open') void showWorkshop(card.id);
    else if (id === 'rename') setRenaming(card.id);
    else if (id === 'duplicate') void duplicateWorkshop(card);
    else if (id === 'saveCopy') void saveCopy(card.id);
    else if (id === 'versions') openDialog({ kind: 'restore', workshopId: card.id });
    else if (id === 'reset') void resetSample(card);
    else if (id === 'delete') void deleteWorkshop(card);
  };
  const keyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...(grid.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    const at = buttons.indexOf(event.target as HTMLElement);
    const card = workshops[at];
    if (at < 0 || !card) return;
    const columns = columnsOf(grid.current);
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
    };
    const move = moves[event.key];
    if (move !== undefined) buttons[at + move]?.focus();
    else if (event.key === 'F2') setRenaming(card.id);
    else if (event.key === 'Delete') {
      (buttons[at + 1] ?? buttons[at - 1])?.focus();
      void deleteWorkshop(card);
    } else return;
    event.preventDefault();
  };
  return (
    <ul ref={grid} className={styles.grid} onKeyDown={keyDown}>
      {workshops.map((card) => (
        <WorkshopTile
          key={card.id}
          card={card}
          lang={lang}
          theme={theme}
          items={itemsFor(card.sample)}
          renaming={renaming === card.id}
          onAction={(id) => act(card, id)}
          onRenamed={(title) => {
            setRenaming(null);
            if (title !== null && title.trim() !== card.title) void renameWorkshop(card.id, title);
          }}
        />
      ))}
      {workshops.length < FEW && <NewTile />}
    </ul>
  );
}

/** Where the next workshop will stand, as long as there is room to show it. */
function NewTile() {
  const t = useT();
  return (
    <li className={styles.new}>
      <button type="button" onClick={() => openDialog({ kind: 'new-workshop', preset: 'full' })}>
        <Icon name="plus" size={22} />
        <b>{t('home.newWorkshop')}</b>
        <span>{t('home.card.newText')}</span>
      </button>
    </li>
  );
}

function columnsOf(grid: HTMLElement | null): number {
  return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;
}
