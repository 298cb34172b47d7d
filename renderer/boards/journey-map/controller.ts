import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { journeyMapOutline } from '@shared/boards/journey-map/outline';
import { translator } from '@shared/i18n/translate';
import { themeOf } from '@shared/model/theme';
import type { EditBox, Target } from '@shared/scene/primitives';
import { createStore } from 'zustand/vanilla';
import { attachPointer, type PointerControl } from '@/canvas/attachPointer';
import type { Camera, ViewSize } from '@/canvas/camera';
import { type CameraStore, createCameraStore } from '@/canvas/cameraStore';
import { type CanvasView, createCanvasView } from '@/canvas/createCanvasView';
import { type Hiding, withoutHidden } from '@/canvas/hiddenTargets';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardHandle, BoardHandleState, BoardViewProps } from '@/session/boardHandle';
import type { Session } from '@/session/session';
import { showToast } from '@/ui/notices';
import { preferences } from '@/ui/preferences';
import { boardActions } from './boardActions';
import { createBoardScene, type SceneNow } from './boardScene';
import { type DragPicture, STILL } from './drag';
import { editBoxFor } from './editBoxes';
import { exists, whereIs } from './entities';
import { createGestures, type Gestures } from './gestures';
import { overlayOf } from './overlayState';
import { selectionLabel } from './selectionWords';
import { targetBox } from './targetBox';
import { createTextEditing, remaining, type TextEditing } from './textEditing';
import { textOf } from './texts';
import type { JourneyUi, UiStore } from './uiState';
import { sheetOf, type ViewMoves, viewMoves } from './viewMoves';

export type JourneyProps = Pick<
  BoardViewProps<JourneyMapDoc>,
  'session' | 'workshop' | 'personas' | 'compact' | 'projecting'
>;

/** An open map on screen: everything its parts share. The frame around the board sees only the handle in it. */
export interface JourneyController extends BoardHandle {
  readonly session: Session<JourneyMapDoc>;
  readonly ui: UiStore;
  readonly camera: CameraStore;
  readonly moves: ViewMoves;
  readonly editing: TextEditing;
  /** The map as it is drawn: laid out now if something changed. */
  readonly now: () => SceneNow;
  readonly viewSize: () => ViewSize;
  readonly selection: () => readonly Target[];
  readonly select: (selection: readonly Target[]) => void;
  /** Brings a target into view without selecting it. */
  readonly show: (target: Target) => void;
  /** Where the text being edited is written now. */
  readonly editBox: () => EditBox | null;
  readonly setPlacer: (place: (() => void) | null) => void;
  readonly focusBoard: () => void;
  /** Says why something asked for did not happen. */
  readonly refuse: (why: string) => void;
  readonly gestures: Gestures;
  readonly setProps: (props: JourneyProps) => void;
  readonly view: CanvasView;
  readonly destroy: () => void;
}

/** The handle is the controller; the panels beside the canvas find their way back with this. */
const controllers = new WeakMap<BoardHandle, JourneyController>();
export const controllerOf = (handle: BoardHandle | null): JourneyController | null =>
  handle ? (controllers.get(handle) ?? null) : null;

/** The zoom is told to the frame once a gesture rests. */
const TELL_ZOOM_MS = 150;

/** Brings a map on screen: `surface` has the keyboard and the pointer, the canvas is painted into `konva`. */
export function createJourneyController(
  surface: HTMLDivElement,
  konva: HTMLDivElement,
  given: JourneyProps,
): JourneyController {
  const { session } = given;
  let props = given;
  let picture: DragPicture = STILL;
  let hover: Target | null = null;
  let marquee: Parameters<typeof overlayOf>[0]['marquee'] = null;
  let place: (() => void) | null = null;
  let zoomTimer = 0;

  const state = createStore<BoardHandleState>(() => ({ zoom: 1, selection: [], selectionLabel: '' }));
  const ui = createStore<JourneyUi>(() => ({
    editing: null,
    menu: null,
    hand: false,
    dragging: false,
    refusal: '',
    unfolded: [],
  }));
  const camera = createCameraStore({ zoom: 1, cx: 0, cy: 0 });
  const layOut = createBoardScene();
  const t = () => translator(preferences.getState().lang);
  const theme = () => themeOf(preferences.getState().theme);
  const selection = () => state.getState().selection;
  const docNow = () => session.store.getState().doc;

  /** The stage that holds the selection is the one in focus. */
  const focusOf = (doc: JourneyMapDoc) => {
    const [only] = selection();
    return only && selection().length === 1 ? whereIs(doc, only).stageId : null;
  };
  const now = (): SceneNow => {
    const doc = picture.provisional ?? docNow();
    const { lang, theme: themeName } = preferences.getState();
    const info = props.workshop.store.getState().doc.info;
    return layOut({
      doc,
      info,
      personas: props.personas,
      lang,
      theme: themeName,
      compact: props.compact,
      focus: focusOf(doc),
      unfolded: ui.getState().unfolded,
    });
  };

  const editBox = (): EditBox | null => {
    const { editing } = ui.getState();
    if (!editing) return null;
    const text = textOf(docNow(), editing.target, preferences.getState().lang) ?? '';
    return editBoxFor(now().index, editing.target, theme(), text)?.box ?? null;
  };
  const hiddenNow = (): ReadonlyMap<string, Hiding> => {
    const { editing } = ui.getState();
    if (!editing) return picture.hidden;
    return new Map([...picture.hidden, [targetKey(editing.target), 'text'] as const]);
  };

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
    const kept = remaining(docNow(), selection());
    if (kept !== selection()) state.setState({ selection: kept });
    const { editing } = ui.getState();
    if (editing && !exists(docNow(), editing.target)) ui.setState({ editing: null });
    followWriting();
    const { scene, index } = now();
    view.setScene(withoutHidden(scene, index, hiddenNow()));
    view.setOverlay(
      overlayOf({ now: now(), selection: selection(), editing: ui.getState().editing, hover, marquee, picture }),
    );
    const label = selectionLabel(docNow(), selection(), t());
    if (label !== state.getState().selectionLabel) state.setState({ selectionLabel: label });
  };

  const select = (next: readonly Target[]): void => {
    if (ui.getState().refusal) ui.setState({ refusal: '' });
    state.setState({ selection: next, selectionLabel: selectionLabel(docNow(), next, t()) });
    view.request();
  };
  const focusBoard = (): void => surface.focus({ preventScroll: true });

  let opened = false;
  const onResize = (size: ViewSize): void => {
    if (size.width < 2) return;
    const last = before;
    before = size;
    if (!opened || last.width < 2) return;
    moves.resized(last, size);
    // A panel came or went beside the board: what it tells about stays in view.
    const [chosen] = selection();
    if (chosen && last.width !== size.width && !ui.getState().dragging) show(chosen);
  };
  let before: ViewSize = { width: 0, height: 0 };
  const view = createCanvasView({
    container: konva,
    camera,
    images: new Map(),
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
    const box = targetBox(now(), target);
    if (box) moves.reveal(box);
  };

  const refuse = (why: string): void => {
    ui.setState({ refusal: why });
    showToast({ text: why, icon: 'lock-simple' });
  };
  const editing = createTextEditing({
    session,
    ui,
    lang: () => preferences.getState().lang,
    select,
    focusBoard,
    canEdit: (target) => editBoxFor(now().index, target, theme(), '') !== null,
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
    session.store.subscribe((next, last) => next.doc !== last.doc && view.request()),
    props.workshop.store.subscribe(() => view.request()),
    ui.subscribe(() => view.request()),
    preferences.subscribe(() => {
      view.setTheme(theme());
      select(selection());
    }),
  ];

  const gestures = createGestures({
    session,
    ui,
    camera,
    moves,
    editing,
    now,
    view: view.size,
    selection,
    select,
    lang: () => preferences.getState().lang,
    show: (next) => {
      if (next.picture) picture = next.picture;
      if (next.hover !== undefined) hover = next.hover;
      if (next.marquee !== undefined) marquee = next.marquee;
      view.request();
    },
  });
  const pointer: PointerControl = attachPointer({
    container: surface,
    camera,
    view: view.size,
    sheet: () => sheetOf(now().scene),
    hitAt: gestures.hitAt,
    hand: () => ui.getState().hand,
    onEffect: gestures.onEffect,
    onHover: gestures.onHover,
    onDoubleClick: gestures.onDoubleClick,
    onMenu: gestures.onMenu,
    onPanning: (panning) => {
      surface.style.cursor = panning ? 'grabbing' : '';
    },
  });
  gestures.setPointer(pointer);

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
    if (!on) select(remaining(docNow(), selectedBefore));
  };

  const controller: JourneyController = {
    state,
    perform: (action) => boardActions(controller)[action]?.() ?? false,
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
    viewSize: view.size,
    selection,
    select,
    show,
    editBox,
    setPlacer: (next) => {
      place = next;
    },
    focusBoard,
    refuse,
    gestures,
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
      pointer.detach();
      view.destroy();
    },
  };
  controllers.set(controller, controller);
  moves.open();
  state.setState({ zoom: camera.get().zoom });
  opened = true;
  view.flush();
  return controller;
}

/** Words for every target, as the outline tells them; made again when the map or the language changes. */
export function spokenLabels(controller: JourneyController, props: JourneyProps): ReadonlyMap<string, string> {
  const { lang } = preferences.getState();
  const labels = new Map<string, string>();
  const visit = (node: ReturnType<typeof journeyMapOutline>): void => {
    labels.set(targetKey(node.target), node.label);
    for (const child of node.children) visit(child);
  };
  visit(
    journeyMapOutline(controller.session.store.getState().doc, { t: translator(lang), lang, personas: props.personas }),
  );
  return labels;
}
