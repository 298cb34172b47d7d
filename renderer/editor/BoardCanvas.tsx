import type { AnyDoc } from '@shared/model/document';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { boardMeasurer } from '@/canvas/measurer';
import { TextEditor } from '@/canvas/TextEditor';
import type { BoardViewProps } from '@/session/boardHandle';
import { classNames } from '@/ui/classNames';
import { ContextMenu } from '@/ui/Menu';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './BoardCanvas.module.css';
import type { BoardController } from './boardController';
import type { BoardEditing } from './boardEditing';
import { exposeBoard } from './boardHook';
import { createController } from './createController';
import { EditBar } from './EditBar';
import { FindBar } from './FindBar';
import { FilterBar } from './filter/FilterBar';
import { boardKey } from './keys';
import { LiveRegion } from './LiveRegion';
import { Minimap } from './Minimap';
import { boardMenuItems } from './menuItems';
import { selectionLabel } from './selectionLabel';
import { useDoc, useSelection, useUi } from './useController';

export interface BoardCanvasProps<Doc extends AnyDoc> extends BoardViewProps<Doc> {
  readonly plug: BoardEditing<Doc>;
}

/** A board on its wall: the canvas, what is written on it, the bar under it, its menu. */
export function BoardCanvas<Doc extends AnyDoc>(props: BoardCanvasProps<Doc>) {
  const { plug, session, workspace, workshop, personas, others, compact, projecting, onHandle } = props;
  const surface = useRef<HTMLDivElement>(null);
  const konva = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<BoardController<Doc> | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a board lives as long as its session; the rest is handed on below.
  useEffect(() => {
    if (!surface.current || !konva.current) return;
    const made = createController(plug, surface.current, konva.current, {
      session,
      workspace,
      workshop,
      personas,
      others,
      compact,
      projecting,
    });
    setController(made);
    if (import.meta.env.MODE !== 'release') exposeBoard(made);
    onHandle(made);
    return () => {
      onHandle(null);
      setController(null);
      made.destroy();
    };
  }, [session]);
  useEffect(
    () => controller?.setProps({ session, workspace, workshop, personas, others, compact, projecting }),
    [controller, session, workspace, workshop, personas, others, compact, projecting],
  );

  const { Above } = plug.panels;
  return (
    <div className={styles.board}>
      {controller && !projecting && <FindBar controller={controller} />}
      {controller && <FilterBar controller={controller} />}
      {controller && <LayerBar controller={controller} />}
      {controller && Above && <Above controller={controller} projecting={projecting} />}
      <div className={styles.view}>
        <Surface surface={surface} konva={konva} controller={controller} session={session} plug={plug} />
        {controller && !projecting ? <Ring controller={controller} /> : null}
        {controller && <Writing controller={controller} />}
        {controller && !projecting && <Minimap controller={controller} />}
      </div>
      {controller && !projecting && <EditBar controller={controller} />}
      {controller && <BoardMenu controller={controller} />}
      {controller && <Asking controller={controller} />}
      {controller && <LiveRegion controller={controller} props={props} />}
    </div>
  );
}

interface SurfaceProps<Doc extends AnyDoc> {
  readonly surface: React.RefObject<HTMLDivElement | null>;
  readonly konva: React.RefObject<HTMLDivElement | null>;
  readonly controller: BoardController<Doc> | null;
  readonly session: BoardViewProps<Doc>['session'];
  readonly plug: BoardEditing<Doc>;
}

/** What has the keyboard and the pointer; the drawing itself is nothing to assistive technology, the outline is. */
function Surface<Doc extends AnyDoc>({ surface, konva, controller, session, plug }: SurfaceProps<Doc>) {
  const t = useT();
  const doc = useDoc(session);
  const hint = useId();
  const [hand, setHand] = useState(false);
  const setBoth = (held: boolean) => {
    setHand(held);
    controller?.ui.setState({ hand: held });
  };
  const keyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!controller || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === ' ' && !event.shiftKey) {
      event.preventDefault();
      if (!event.repeat) setBoth(true);
      return;
    }
    if (boardKey(controller, event, event.currentTarget)) event.preventDefault();
  };
  const keyUp = (event: KeyboardEvent<HTMLDivElement>) => {
    // A board that opened by itself has the keyboard too: its ring waits for a first key, the Tab that came here included.
    event.currentTarget.dataset.keys = '';
    if (event.key === ' ') setBoth(false);
  };
  return (
    <div
      ref={surface}
      className={classNames(styles.surface, hand && styles.hand)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application widget: keys walk through the board inside it.
      tabIndex={0}
      role="application"
      aria-label={t('editing.canvas.label', { title: plug.title(doc, t) })}
      aria-roledescription={t('editing.canvas.role')}
      aria-describedby={hint}
      data-testid="board-canvas"
      onKeyDown={keyDown}
      onKeyUp={keyUp}
      onBlur={(event) => {
        delete event.currentTarget.dataset.keys;
        setBoth(false);
      }}
    >
      <div ref={konva} className={styles.konva} aria-hidden="true" />
      <span id={hint} className="visually-hidden">
        {t('editing.canvas.hint')}
      </span>
    </div>
  );
}

/** The bar of what is looked at over the board, when something is. */
function LayerBar<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const layer = useUi(controller, (ui) => ui.layer);
  return layer && <layer.Bar controller={controller as unknown as BoardController<AnyDoc>} />;
}

/** Keyboard focus on the board shows as the frame of what is selected; around the whole only while nothing is. */
function Ring<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const selection = useSelection(controller);
  return selection.length === 0 ? <div className={styles.ring} /> : null;
}

/** The text being written, over its place on the board. */
function Writing<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const t = useT();
  const lang = useLang();
  const editing = useUi(controller, (ui) => ui.editing);
  if (!editing) return null;
  const what = selectionLabel(controller.plug, controller.session.store.getState().doc, [editing.target], t);
  return (
    <div className={styles.texts}>
      <TextEditor
        key={editing.turn}
        label={t('editing.canvas.writing', { what })}
        text={editing.text}
        selectAll={editing.selectAll}
        lang={lang}
        box={controller.editBox}
        camera={controller.camera.get}
        view={controller.viewSize}
        measure={boardMeasurer()}
        onInput={controller.editing.input}
        onEnd={controller.editing.end}
        onCancel={controller.editing.cancel}
        onPlacer={controller.setPlacer}
      />
    </div>
  );
}

function BoardMenu<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const t = useT();
  const menu = useUi(controller, (ui) => ui.menu);
  if (!menu) return null;
  const items = boardMenuItems(controller, t);
  const close = () => {
    controller.ui.setState({ menu: null });
    if (!controller.ui.getState().editing) controller.focusBoard();
  };
  const run = (id: string) => {
    controller.ui.setState({ menu: null });
    controller.focusBoard();
    items.find((item) => item.id === id)?.run();
  };
  return <ContextMenu label={t('editing.menu.label')} at={menu} items={items} onAction={run} onClose={close} />;
}

/** A question with a few answers, asked where the hand is: which stage, which board. */
function Asking<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const asked = useUi(controller, (ui) => ui.asked);
  if (!asked) return null;
  const close = () => {
    controller.ui.setState({ asked: null });
    controller.focusBoard();
  };
  const run = (id: string) => {
    close();
    asked.items.find((item) => item.id === id)?.run();
  };
  return <ContextMenu label={asked.label} at={asked.at} items={asked.items} onAction={run} onClose={close} />;
}
