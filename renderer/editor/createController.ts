import { translator } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import { themeOf } from '@shared/model/theme';
import type { Target } from '@shared/scene/primitives';
import { createStore } from 'zustand/vanilla';
import { attachPointer, type PointerControl } from '@/canvas/attachPointer';
import type { Camera, ViewSize } from '@/canvas/camera';
import { createCameraStore } from '@/canvas/cameraStore';
import { createCanvasView } from '@/canvas/createCanvasView';
import type { BoardHandleState } from '@/session/boardHandle';
import { showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { reasonAgainst } from './actionReasons';
import { boardActions } from './boardActions';
import { type BoardController, type EditorProps, registerController } from './boardController';
import type { BoardEditing } from './boardEditing';
import { layerOf } from './boardLayer';
import { createBoardPicture } from './boardPicture';
import { createBoardPictures } from './boardPictures';
import { keepChosenInView } from './chosenInView';
import { attachClipboard } from './clipboard/attachClipboard';
import { dropOnBoard } from './clipboard/dropOnBoard';
import { editBoxFor } from './editBoxes';
import { filterOf, keepWritten } from './filter/boardFilter';
import { createGestures, type GestureLook } from './gestures';
import { selectionLabel } from './selectionLabel';
import { targetBox } from './targetBox';
import { createTextEditing, remaining } from './textEditing';
import { type BoardUi, RESTING_UI } from './uiState';
import { sheetOf, viewMoves } from './viewMoves';

/** The zoom is told to the frame once a gesture rests. */
const TELL_ZOOM_MS = 150;

/** Brings a board on screen: `surface` has the keyboard and the pointer, the canvas is painted into `konva`. */
export function createController<Doc extends AnyDoc>(
  plug: BoardEditing<Doc>,
  surface: HTMLDivElement,
  konva: HTMLDivElement,
  given: EditorProps<Doc>,
): BoardController<Doc> {
  const { session } = given;
  let props = given;
  let place: (() => void) | null = null;
  let zoomTimer = 0;

  const state = createStore<BoardHandleState>(() => ({ zoom: 1, selection: [], selectionLabel: '' }));
  const ui = createStore<BoardUi>(() => ({
    ...RESTING_UI,
    filter: filterOf(session.docId),
    layer: layerOf(session.docId),
  }));
  const camera = createCameraStore({ zoom: 1, cx: 0, cy: 0 });
  const t = () => translator(preferences.getState().lang);
  const lang = () => preferences.getState().lang;
  const theme = () => themeOf(preferences.getState().theme);
  const selection = () => state.getState().selection;
  const docNow = () => session.store.getState().doc;
  const exists = (target: Target): boolean => plug.targets.exists(docNow(), target);
  const labelOf = (chosen: readonly Target[]): string => selectionLabel(plug, docNow(), chosen, t());
  const picture = createBoardPicture({ plug, session, ui, selection, props: () => props, again: () => view.request() });
  const { now, editBox, found } = picture;

  let writtenAt = '';
  /** What is being written stays whole in view when its box or the room around it changes; a pan by hand is let be. */
  const followWriting = (): void => {
    const { editing } = ui.getState();
    const box = editing && editBox();
    if (!editing || !box) {
      writtenAt = '';
      return;
    }
    const { width, height } = view.size();
    const at = [editing.turn, box.x, box.y, box.w, box.h, width, height].join(' ');
    if (at === writtenAt) return;
    writtenAt = at;
    moves.revealWriting(box);
  };
  const refresh = (): void => {
    const kept = remaining(selection(), exists);
    if (kept !== selection()) state.setState({ selection: kept });
    const { editing } = ui.getState();
    if (editing && !exists(editing.target)) ui.setState({ editing: null });
    followWriting();
    picture.paintOn(view);
    const label = labelOf(selection());
    if (label !== state.getState().selectionLabel) state.setState({ selectionLabel: label });
  };

  const select = (next: readonly Target[]): void => {
    if (ui.getState().refusal || ui.getState().tagging) ui.setState({ refusal: '', tagging: false });
    state.setState({ selection: next, selectionLabel: labelOf(next) });
    inView.selected();
    view.request();
  };
  const focusBoard = (): void => surface.focus({ preventScroll: true });

  let opened = false;
  let before: ViewSize = { width: 0, height: 0 };
  const onResize = (size: ViewSize): void => {
    if (size.width < 2) return;
    const last = before;
    before = size;
    if (!opened || last.width < 2) return;
    moves.resized(last, size);
    if (size.height < last.height) inView.lowered(last);
    // A panel came or went beside the board: what it tells about stays in view.
    const [chosen] = selection();
    if (chosen && last.width !== size.width && !ui.getState().dragging) show(chosen);
  };
  const pictures = createBoardPictures(
    given.workspace.readAsset,
    () => view.refresh(),
    (asset) => {
      ui.setState({ lost: new Set([...ui.getState().lost, asset]) });
      view.request();
    },
  );
  const view = createCanvasView({
    container: konva,
    camera,
    images: pictures.images,
    theme: theme(),
    onResize,
    beforeFrame: () => opened && refresh(),
    afterFrame: () => place?.(),
  });
  const moves = viewMoves({
    id: session.docId,
    camera,
    view: view.size,
    measure: view.measure,
    sheet: () => sheetOf(now().scene),
  });
  const show = (target: Target): void => {
    const box = targetBox(plug, now(), target);
    if (box) moves.reveal(box);
  };
  const inView = keepChosenInView({
    camera,
    ui,
    view: view.size,
    moves,
    isBusy: () => pointer.isBusy(),
    selection,
    isContent: plug.targets.isContent,
    boxOf: (target) => targetBox(plug, now(), target),
  });
  const refuse = (why: string): void => {
    ui.setState({ refusal: why });
    showToast({ text: why, icon: 'lock-simple' });
  };
  const editing = createTextEditing({
    plug,
    session,
    ui,
    lang,
    select,
    focusBoard,
    canEdit: (target) => editBoxFor(plug, now().index, target, theme(), '') !== null,
    onLocked: () => refuse(t()('editing.canvas.locked')),
  });

  const tellZoom = (at: Camera): void => {
    clearTimeout(zoomTimer);
    zoomTimer = window.setTimeout(() => {
      moves.remember();
      if (at.zoom !== state.getState().zoom) state.setState({ zoom: camera.get().zoom });
    }, TELL_ZOOM_MS);
  };
  const stops = [
    camera.subscribe(tellZoom),
    session.store.subscribe((next, last) => next.doc !== last.doc && view.requestSoon()),
    props.workshop.store.subscribe(() => view.request()),
    ui.subscribe(() => view.request()),
    keepWritten(plug, session, ui),
    preferences.subscribe(() => {
      view.setTheme(theme());
      select(selection());
    }),
  ];

  const look = (next: GestureLook<Doc>): void => {
    picture.look(next);
    view.request();
  };
  const gestures = createGestures<Doc>({
    controller: () => controller,
    lang,
    look,
  });
  const pointer: PointerControl = attachPointer({
    container: surface,
    camera,
    view: view.size,
    sheet: () => sheetOf(now().scene),
    hitAt: gestures.hitAt,
    hand: () => ui.getState().hand,
    onEffect: (effect) => {
      if (effect.type === 'press') inView.pressed(effect.at);
      else if (effect.type !== 'click') inView.released();
      gestures.onEffect(effect);
    },
    onHover: gestures.onHover,
    onDoubleClick: (point) => {
      inView.released();
      gestures.onDoubleClick(point);
    },
    onMenu: gestures.onMenu,
    onPanning: (panning) => {
      surface.style.cursor = panning ? 'grabbing' : '';
    },
  });
  gestures.setPointer(pointer);

  const detachClipboard = attachClipboard<Doc>(() => controller);

  let isProjected = false;
  let selectedBefore: readonly Target[] = [];
  /** Frames and fields have no place on a projector: what was selected is selected again afterwards. */
  const project = (on: boolean): void => {
    isProjected = on;
    if (on) {
      editing.finish();
      selectedBefore = selection();
      select([]);
    }
    moves.project(on);
    if (!on) select(remaining(selectedBefore, exists));
  };

  const controller: BoardController<Doc> = {
    plug,
    state,
    perform: (action) => {
      const why = reasonAgainst(controller, action);
      // A key pressed for nothing is told why.
      if (why) ui.setState({ refusal: t()(why) });
      return why === null && (boardActions(controller)[action]?.() ?? false);
    },
    reason: (action) => reasonAgainst(controller, action),
    reveal: (target) => {
      select([target]);
      show(target);
      focusBoard();
    },
    session,
    ui,
    camera,
    moves,
    editing,
    now,
    found,
    viewSize: view.size,
    selection,
    select,
    show,
    editBox,
    setPlacer: (next) => {
      place = next;
    },
    focusBoard,
    surface,
    refuse,
    gestures,
    drop: dropOnBoard(surface, () => controller, look),
    keepAsset: (bytes) => props.workspace.keepAsset(bytes),
    readAsset: (hash) => props.workspace.readAsset(hash),
    others: () => props.others,
    setProps: (next) => {
      if (next.projecting !== isProjected) project(next.projecting);
      props = next;
      view.request();
    },
    view,
    destroy: () => {
      clearTimeout(zoomTimer);
      moves.remember();
      for (const stop of stops) stop();
      inView.detach();
      pointer.detach();
      detachClipboard();
      view.destroy();
      pictures.destroy();
    },
  };
  registerController(controller);
  moves.open();
  state.setState({ zoom: camera.get().zoom });
  opened = true;
  view.flush();
  return controller;
}
