import type { ActionId } from '@shared/actions';
import type { PersonaId } from '@shared/base/ids';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { BoardRef } from '@shared/model/workshop';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { openDialog } from '@/app/appStore';
import { deleteBoard, duplicateBoard, freeTabTitle, moveTab, renameTab } from '@/app/boards';
import { showBoard } from '@/app/navigate';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { performAction } from '@/app/performAction';
import { duplicatePersona, unlinkPersona } from '@/app/personas';
import { boardFace } from '@/boards/registry';
import { controllerOf } from '@/editor/boardController';
import { EvidenceSign } from '@/editor/EvidenceSign';
import { FilterButton } from '@/editor/filter/FilterButton';
import type { SheetId, SheetRef } from '@/session/sheetRef';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { Kbd } from '@/ui/Kbd';
import { ContextMenu } from '@/ui/Menu';
import type { MenuItemSpec, MenuPoint } from '@/ui/menuItems';
import { useThemeName } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { BoardSummary } from './BoardSummary';
import { BoardTab } from './BoardTab';
import { FormSwitch } from './FormSwitch';
import { PanelToggles } from './PanelToggles';
import styles from './TabBar.module.css';
import { TabScroller } from './TabScroller';
import { useTabDrag } from './useTabDrag';
import { ZoomBox } from './ZoomBox';

interface TabBarProps {
  readonly open: OpenWorkshop;
  readonly boards: readonly BoardRef[];
  /** The personas of the workshop: their tabs stand before those of the boards. */
  readonly personas: readonly SheetRef[];
  readonly board: SheetRef | null;
  readonly compact: boolean;
}

interface OpenMenu {
  readonly board: SheetRef;
  readonly at: MenuPoint;
}

/** The boards as tabs; at the right the board's size, the zoom and the panels. */
export function TabBar({ open, boards, personas, board, compact }: TabBarProps) {
  const t = useT();
  const theme = useThemeName();
  const [renaming, setRenaming] = useState<SheetId | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const drag = useTabDrag(list, boards, moveTab);
  const focusTab = (id: SheetId) => list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(id)}"]`)?.focus();

  const sheets: readonly SheetRef[] = [...personas, ...boards];
  const boardOf = (sheet: SheetRef) => boards.find(({ id }) => id === sheet.id) ?? null;
  const act = (sheet: SheetRef, id: string) => {
    const target = boardOf(sheet);
    if (!target) return void actOnPersona(sheet, id);
    const at = boards.indexOf(target);
    const title = target.title || t('board.untitled');
    if (id === 'rename') setRenaming(target.id);
    else if (id === 'duplicate') void duplicateBoard(target, freeTabTitle(t('common.copyOf', { title })), false);
    else if (id === 'target') void duplicateBoard(target, freeTabTitle(t('journey.state.target')), true);
    else if (id === 'moveLeft') moveTab(target, at - 1);
    else if (id === 'moveRight') moveTab(target, at + 1);
    else if (id === 'delete') deleteBoard(target);
  };
  const keyDown = (event: KeyboardEvent<HTMLElement>, sheet: SheetRef) => {
    const at = sheets.indexOf(sheet);
    const target = boardOf(sheet);
    const own = target ? boards.indexOf(target) : -1;
    const done = tabKey(event, {
      step: (by) => {
        const next = sheets[(at + by + sheets.length) % sheets.length];
        if (!next) return;
        void showBoard(next.id);
        focusTab(next.id);
      },
      move: (by) => target && boards[own + by] && moveTab(target, own + by),
      rename: () => target && setRenaming(target.id),
      remove: () =>
        target ? boards.length > 1 && deleteBoard(target) : open.alone || void actOnPersona(sheet, 'remove'),
    });
    if (done) event.preventDefault();
  };

  return (
    <section className={classNames(styles.bar, compact && styles.compact)} aria-label={t('board.landmark.tabs')}>
      <TabScroller
        list={list}
        shown={board?.id}
        items={sheets.map((sheet) => ({
          id: sheet.id,
          label: boardOf(sheet) ? sheet.title || t('board.untitled') : personaTabName(sheet, personas, t),
          icon: boardFace(sheet.kind).icon,
          checked: sheet.id === board?.id,
        }))}
        onShow={(id) => void showBoard(id)}
      >
        {personas.map((each) => (
          <BoardTab
            key={each.id}
            board={each}
            name={personaTabName(each, personas, t)}
            on={each.id === board?.id}
            renaming={false}
            dragged={false}
            onShow={() => void showBoard(each.id)}
            onPointerDown={() => undefined}
            onKeyDown={(event) => keyDown(event, each)}
            onRename={() => undefined}
            onMenu={(at) => setMenu({ board: each, at })}
            onRenamed={() => undefined}
          />
        ))}
        {boards.map((each) => (
          <BoardTab
            key={each.id}
            board={each}
            on={each.id === board?.id}
            renaming={renaming === each.id}
            dragged={drag.dragged === each.id}
            onShow={() => void showBoard(each.id)}
            onPointerDown={(event) => drag.start(event, each)}
            onKeyDown={(event) => keyDown(event, each)}
            onRename={() => setRenaming(each.id)}
            onMenu={(at) => setMenu({ board: each, at })}
            onRenamed={(title) => {
              setRenaming(null);
              if (title !== null) renameTab(each, title);
            }}
          />
        ))}
        {drag.mark !== null && <span className={styles.mark} style={{ left: drag.mark }} />}
      </TabScroller>
      {!open.alone && (
        <button
          type="button"
          className={classNames(styles.tab, styles.add)}
          aria-label={t('board.tab.add')}
          data-tip={t('board.tab.add')}
          data-tip-keys="CmdOrCtrl+T"
          onClick={() => openDialog({ kind: 'new-board' })}
        >
          <Icon name="plus" size={15} />
        </button>
      )}
      <div className={styles.about}>
        {board && <FormSwitch open={open} board={board} />}
        {theme !== 'light' && !compact ? (
          <span className={styles.theme}>
            {t('board.projectorTheme')} <Kbd keys="L" plain />
          </span>
        ) : (
          board && <About open={open} board={board} compact={compact} />
        )}
      </div>
      <div className={styles.right}>
        <Filter open={open} compact={compact} />
        <ZoomBox open={open} />
        {!compact && <PanelToggles />}
      </div>
      {menu && (
        <ContextMenu
          label={t('board.tab.actions', { title: menu.board.title || t('board.untitled') })}
          at={menu.at}
          items={boardOf(menu.board) ? menuItems(boards, menu.board, t) : personaItems(t, open.alone !== null)}
          onAction={(id) => act(menu.board, id)}
          onClose={() => {
            setMenu(null);
            focusTab(menu.board.id);
          }}
        />
      )}
    </section>
  );
}

/** Which notes of the board are shown. */
function Filter({ open, compact }: Pick<TabBarProps, 'open' | 'compact'>) {
  const handle = useStore(open.handle, (state) => state.handle);
  const controller = controllerOf(handle);
  // What a persona claims is not told apart by paper, tag or author.
  if (!controller || controller.plug.notes.proofOnly) return null;
  return <FilterButton controller={controller} compact={compact} />;
}

/** What the signs of proofs mean where a kind draws them without a legend nearby; else the board's size. */
function About(props: { readonly open: OpenWorkshop; readonly board: SheetRef; readonly compact: boolean }) {
  const t = useT();
  if (!boardFace(props.board.kind).tellsProofs || props.compact) return <BoardSummary {...props} />;
  return (
    <ul className={styles.proofs} aria-label={t('board.proofs')}>
      {EVIDENCE_KINDS.map((kind) => (
        <li key={kind}>
          <EvidenceSign kind={kind} />
          {t(`journey.evidence.${kind}`).toLocaleLowerCase()}
        </li>
      ))}
    </ul>
  );
}

function menuItems(boards: readonly BoardRef[], board: SheetRef, t: ReturnType<typeof useT>): readonly MenuItemSpec[] {
  const at = boards.findIndex(({ id }) => id === board.id);
  return [
    { id: 'rename', label: t('board.tab.rename'), icon: 'pencil-simple', shortcut: 'F2' },
    { id: 'duplicate', label: t('board.tab.duplicate'), icon: 'copy' },
    ...(boardFace(board.kind).asTarget
      ? [{ id: 'target', label: t('board.tab.target'), icon: 'target' } as const]
      : []),
    {
      id: 'moveLeft',
      label: t('board.tab.moveLeft'),
      icon: 'arrow-left',
      shortcut: 'Alt+Left',
      disabled: at === 0,
      separated: true,
    },
    {
      id: 'moveRight',
      label: t('board.tab.moveRight'),
      icon: 'arrow-right',
      shortcut: 'Alt+Right',
      disabled: at === boards.length - 1,
    },
    {
      id: 'delete',
      label: t('board.tab.delete'),
      icon: 'trash',
      danger: true,
      separated: true,
      disabled: boards.length === 1,
      ...(boards.length === 1 ? { reason: t('board.tab.last') } : { shortcut: 'Delete' }),
    },
  ];
}

/** A single persona is just that; several go by their first names, and by their whole names where those are not enough. */
function personaTabName({ title }: SheetRef, all: readonly SheetRef[], t: ReturnType<typeof useT>): string {
  if (all.length === 1) return t('persona.name');
  const firstOf = (name: string) => name.trim().split(/\s+/)[0] ?? '';
  const first = firstOf(title);
  const isAlone = all.filter((other) => firstOf(other.title) === first).length === 1;
  return (isAlone ? first : title.trim()) || t('persona.unnamed');
}

function personaItems(t: ReturnType<typeof useT>, isAlone: boolean): readonly MenuItemSpec[] {
  return [
    ...(isAlone
      ? []
      : ([
          { id: 'addPersona', label: t('actions.addPersona'), icon: 'user-plus', shortcut: 'CmdOrCtrl+Shift+N' },
          { id: 'linkPersona', label: t('actions.linkPersona'), icon: 'link', shortcut: 'CmdOrCtrl+Shift+L' },
          { id: 'duplicate', label: t('personaEditor.tab.duplicate'), icon: 'copy' },
          { id: 'comparePersonas', label: t('actions.comparePersonas'), icon: 'columns' },
        ] as const)),
    { id: 'saveVersion', label: t('actions.saveVersion'), icon: 'bookmark-simple', separated: !isAlone },
    { id: 'personaVersions', label: t('actions.personaVersions'), icon: 'clock-counter-clockwise' },
    { id: 'saveTemplate', label: t('actions.saveTemplate'), icon: 'squares-four' },
    ...(isAlone
      ? []
      : ([
          { id: 'remove', label: t('personaEditor.tab.remove'), icon: 'x', separated: true, shortcut: 'Delete' },
        ] as const)),
  ];
}

/** What is about one persona is done on its page: that comes first. */
async function actOnPersona({ id }: SheetRef, act: string): Promise<void> {
  const persona = id as PersonaId;
  if (act === 'duplicate') await duplicatePersona(persona);
  else if (act === 'remove') unlinkPersona(persona);
  else {
    await showBoard(id);
    performAction(act as ActionId);
  }
}

interface TabGestures {
  readonly step: (by: number) => void;
  readonly move: (by: number) => unknown;
  readonly rename: () => void;
  readonly remove: () => unknown;
}

/** Keys on a tab; true when one was meant. */
function tabKey(event: KeyboardEvent<HTMLElement>, gestures: TabGestures): boolean {
  const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  if (by !== 0 && event.altKey) gestures.move(by);
  else if (by !== 0) gestures.step(by);
  else if (event.key === 'F2') gestures.rename();
  else if (event.key === 'Delete') gestures.remove();
  else return false;
  return true;
}
