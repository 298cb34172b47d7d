import type { AnyDoc } from '@shared/model/document';
import { boardTitles } from '@shared/model/workshopCommands';
import type { Target } from '@shared/scene/primitives';
import {
  type CSSProperties,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand/react';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardViewProps } from '@/session/boardHandle';
import { classNames } from '@/ui/classNames';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { type BoardController, controllerOf } from './boardController';
import type { BoardEditing } from './boardEditing';
import { isFilteredOut } from './filter/boardFilter';
import styles from './OutlinePanel.module.css';
import { type OutlineActs, outlineKey, type TreeEdit } from './outlineKeys';
import { countNodes, type OutlineRow, outlineRows, pathTo, withoutHidden } from './outlineRows';
import { editKey } from './textEditing';
import { useDoc, useSelection, useUi } from './useController';

/** Larger maps start with their stages closed. */
const MANY_NODES = 500;
/** Letters typed within this time are one search. */
const TYPING_MS = 700;

/** The board as a tree: everything on it, to read and to build with the keyboard. */
export function OutlinePanel<Doc extends AnyDoc>(props: BoardViewProps<Doc>) {
  const t = useT();
  const controller = controllerOf<Doc>(props.handle);
  return (
    <section className={styles.panel}>
      {controller && <h2 className={styles.title}>{controller.plug.panels.outlineLabel(t)}</h2>}
      {controller && <Tree controller={controller} personas={props.personas} workshop={props.workshop} />}
    </section>
  );
}

interface TreeProps<Doc extends AnyDoc> {
  readonly controller: BoardController<Doc>;
  readonly personas: BoardViewProps['personas'];
  readonly workshop: BoardViewProps['workshop'];
}

function Tree<Doc extends AnyDoc>({ controller, personas, workshop }: TreeProps<Doc>) {
  const { plug } = controller;
  const t = useT();
  const lang = useLang();
  const doc = useDoc(controller.session);
  const selection = useSelection(controller);
  const filter = useUi(controller, (ui) => ui.filter);
  const boards = useStore(workshop.store, (state) => boardTitles(state.doc));
  const root = useMemo(() => {
    const whole = plug.kind.outline(doc, { t, lang, personas, boards });
    return filter ? withoutHidden(whole, (target) => isFilteredOut(plug, doc, target, filter)) : whole;
  }, [plug, doc, t, lang, personas, boards, filter]);
  const layer = useUi(controller, (ui) => ui.layer);
  const words = useMemo(() => layer?.words(doc) ?? null, [layer, doc]);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(() =>
    countNodes(root) > MANY_NODES ? new Set(root.children.map((child) => targetKey(child.target))) : new Set(),
  );
  const [edit, setEdit] = useState<TreeEdit | null>(null);
  const hint = useId();
  const list = useRef<HTMLDivElement>(null);
  const typing = useRef({ text: '', at: 0 });
  /** A text was ended by a key: its line has the keyboard again. */
  const comesBack = useRef(false);

  const [only] = selection;
  const selected = selection.length === 1 && only ? rowKey(plug, only) : null;
  const rows = useMemo(() => outlineRows(root, collapsed), [root, collapsed]);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === selected),
  );
  const current = rows[at];

  // What is chosen on the canvas is shown here: its branches open, its line comes into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a branch somebody closed stays closed while the map changes.
  useEffect(() => {
    if (!selected) return;
    const path = pathTo(root, selected);
    setCollapsed((before) =>
      path.some((key) => before.has(key)) ? new Set([...before].filter((key) => !path.includes(key))) : before,
    );
  }, [selected]);
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(selected ?? '')}"]`);
    line?.scrollIntoView({ block: 'nearest' });
    if (edit) return;
    const wanted = line ?? list.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (comesBack.current || list.current?.contains(document.activeElement)) wanted?.focus({ preventScroll: true });
    comesBack.current = false;
  }, [selected, edit]);

  // Opened by its key, the tree has the keyboard at once; closed, the board has it again.
  useLayoutEffect(() => {
    const tree = list.current;
    tree?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    return () => {
      if (tree?.contains(document.activeElement)) controller.focusBoard();
    };
  }, [controller]);

  const choose = (row: OutlineRow | null | undefined) => {
    if (!row) return;
    controller.select([row.node.target]);
    controller.show(row.node.target);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus({ preventScroll: true });
  };
  const setExpanded = (key: string, expanded: boolean) =>
    setCollapsed((before) => {
      const next = new Set(before);
      if (expanded) next.delete(key);
      else next.add(key);
      return next;
    });
  const acts: OutlineActs = {
    rows,
    at,
    go: choose,
    setExpanded,
    edit: setEdit,
    typed: (letter) => {
      const now = Date.now();
      const text = now - typing.current.at < TYPING_MS ? typing.current.text + letter : letter;
      typing.current = { text, at: now };
      return text;
    },
  };
  const keyDown = (event: KeyboardEvent) => {
    if (!current || event.nativeEvent.isComposing || edit) return;
    // Keys mean the selection; a line that has the focus but is not selected yet becomes it first.
    if (current.key !== selected) controller.select([current.node.target]);
    if (event.key === 'Delete' || event.key === 'Backspace') comesBack.current = true;
    if (outlineKey(controller, current, event, acts)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <>
      <p id={hint} className="visually-hidden">
        {t('editing.outline.hint')}
      </p>
      <div
        ref={list}
        role="tree"
        className={styles.tree}
        aria-label={plug.panels.outlineLabel(t)}
        aria-describedby={hint}
        onKeyDown={keyDown}
      >
        {rows.map((row) => (
          <Line
            key={row.key}
            row={row}
            more={words?.get(row.key) ?? ''}
            isCurrent={row === current}
            isSelected={row.key === selected}
            edit={edit?.key === row.key ? edit : null}
            controller={controller}
            onChoose={() => choose(row)}
            onToggle={() => setExpanded(row.key, !row.expanded)}
            onEdited={(byKey) => {
              comesBack.current = byKey;
              setEdit(null);
            }}
          />
        ))}
      </div>
    </>
  );
}

/** What is told on another one's line (a quote on that of its face) is shown there. */
const rowKey = <Doc extends AnyDoc>({ targets }: BoardEditing<Doc>, target: Target): string =>
  targetKey(targets.lineOf?.(target) ?? target);

interface LineProps<Doc extends AnyDoc> {
  readonly row: OutlineRow;
  /** What is said of it for a while. */
  readonly more: string;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly edit: TreeEdit | null;
  readonly controller: BoardController<Doc>;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
  readonly onEdited: (byKey: boolean) => void;
}

function Line<Doc extends AnyDoc>(props: LineProps<Doc>) {
  const { row, more, isCurrent, isSelected, edit, controller, onChoose, onToggle, onEdited } = props;
  const { node, level, expanded } = row;
  const { headings } = controller.plug.panels;
  const isPlace = controller.plug.places.isPlace(node.target);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of all its lines.
    <div
      role="treeitem"
      className={classNames(styles.row, headings.has(node.target.kind) && styles.heading, isPlace && styles.place)}
      style={{ '--level': level } as CSSProperties}
      data-key={row.key}
      tabIndex={isCurrent ? 0 : -1}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={isSelected}
      onClick={onChoose}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: arrow keys open and close. */}
      <span
        className={styles.caret}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {expanded !== null && <Icon name={expanded ? 'caret-down' : 'caret-right'} size={11} />}
      </span>
      {edit ? (
        <LineField edit={edit} controller={controller} label={node.label} onEdited={onEdited} />
      ) : (
        <span>
          {node.label}
          {more && <em className={styles.more}>{more}</em>}
        </span>
      )}
    </div>
  );
}

interface LineFieldProps<Doc extends AnyDoc> {
  readonly edit: TreeEdit;
  readonly controller: BoardController<Doc>;
  readonly label: string;
  readonly onEdited: (byKey: boolean) => void;
}

/** The text of a line, written in its place. One change when it is left; nothing when it is given up. */
function LineField<Doc extends AnyDoc>({ edit, controller, label, onEdited }: LineFieldProps<Doc>) {
  const t = useT();
  const [text, setText] = useState(edit.text);
  const ended = useRef(false);
  const end = (commit: boolean, byKey: boolean) => {
    if (ended.current) return;
    ended.current = true;
    const { session, plug } = controller;
    const isEmpty = text.trim() === '' && !plug.texts.staysEmpty(edit.target);
    if (edit.created && (!commit || isEmpty)) session.undo();
    else if (commit && text !== edit.text)
      plug.texts.set(session, edit.target, text, { mergeKey: edit.mergeKey ?? editKey() });
    onEdited(byKey);
  };
  const keyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) end(true, true);
    else if (event.key === 'Escape') end(false, true);
    else return;
    event.preventDefault();
  };
  return (
    <input
      className={styles.field}
      // biome-ignore lint/a11y/noAutofocus: the line is being written because somebody asked for it.
      autoFocus
      aria-label={t('editing.outline.rename', { what: label })}
      value={text}
      spellCheck={false}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={keyDown}
      onBlur={() => end(true, false)}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
