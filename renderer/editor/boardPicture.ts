import type { AnyDoc } from '@shared/model/document';
import { themeOf } from '@shared/model/theme';
import { boardTitles } from '@shared/model/workshopCommands';
import type { Box, EditBox, Target } from '@shared/scene/primitives';
import type { CanvasView } from '@/canvas/createCanvasView';
import { type Hiding, withoutHidden } from '@/canvas/hiddenTargets';
import { targetKey } from '@/canvas/targetIndex';
import type { Session } from '@/session/session';
import { preferences } from '@/ui/preferences';
import type { EditorProps } from './boardController';
import type { BoardEditing } from './boardEditing';
import { createBoardScene, type SceneNow } from './boardScene';
import { type DragPicture, STILL } from './drag';
import { editBoxFor } from './editBoxes';
import { createFinder, type Found } from './find';
import type { GestureLook } from './gestures';
import { overlayOf } from './overlayState';
import type { UiStore } from './uiState';

export interface PictureDeps<Doc extends AnyDoc> {
  readonly plug: BoardEditing<Doc>;
  readonly session: Session<Doc>;
  readonly ui: UiStore;
  readonly selection: () => readonly Target[];
  readonly props: () => EditorProps<Doc>;
  /** Asks for another picture. */
  readonly again: () => void;
}

/** What the board looks like now: its layout, what hands hold, what is written over it. */
export interface BoardPicture<Doc extends AnyDoc> {
  readonly now: () => SceneNow<Doc>;
  readonly editBox: () => EditBox | null;
  readonly found: () => Found;
  readonly look: (next: GestureLook<Doc>) => void;
  /** Hands scene and overlay to the canvas. */
  readonly paintOn: (view: CanvasView) => void;
}

export function createBoardPicture<Doc extends AnyDoc>(deps: PictureDeps<Doc>): BoardPicture<Doc> {
  const { plug, session, ui, selection } = deps;
  let picture: DragPicture<Doc> = STILL;
  let hover: Target | null = null;
  let marquee: Box | null = null;
  const layOut = createBoardScene(plug.kind, deps.again);
  const docNow = () => session.store.getState().doc;

  const focusOf = (doc: Doc): Target | null => {
    const [only] = selection();
    return only && selection().length === 1 ? plug.targets.focusOf(doc, only) : null;
  };
  const now = (): SceneNow<Doc> => {
    const { workshop, personas, compact } = deps.props();
    const doc = picture.provisional ?? docNow();
    const { lang, theme, opinions } = preferences.getState();
    const whole = workshop.store.getState().doc;
    return layOut({
      doc,
      info: whole.info,
      personas,
      boards: boardTitles(whole),
      lang,
      theme,
      compact,
      focus: focusOf(doc),
      unfolded: ui.getState().unfolded,
      filter: ui.getState().filter,
      lost: ui.getState().lost,
      opinions,
    });
  };

  const editBox = (): EditBox | null => {
    const { editing } = ui.getState();
    if (!editing) return null;
    const { lang, theme } = preferences.getState();
    const text = plug.texts.get(docNow(), editing.target, lang) ?? '';
    return editBoxFor(plug, now().index, editing.target, themeOf(theme), text);
  };
  const finder = createFinder(plug);
  const found = (): Found => finder(now(), ui.getState().find?.query ?? '');
  const hiddenNow = (): ReadonlyMap<string, Hiding> => {
    const { editing } = ui.getState();
    if (!editing) return picture.hidden;
    return new Map([...picture.hidden, [targetKey(editing.target), 'text'] as const]);
  };

  return {
    now,
    editBox,
    found,
    look: (next) => {
      if (next.picture) picture = next.picture;
      if (next.hover !== undefined) hover = next.hover;
      if (next.marquee !== undefined) marquee = next.marquee;
    },
    paintOn: (view) => {
      const { scene, index } = now();
      const { editing } = ui.getState();
      view.setScene(withoutHidden(scene, index, hiddenNow()));
      const looked = ui.getState().find ? { found: found(), at: ui.getState().find?.at ?? 0 } : null;
      // A layer knows boards of its own kind.
      const layer = ui.getState().layer?.overlay(now() as unknown as SceneNow<AnyDoc>) ?? null;
      view.setOverlay(
        overlayOf({ plug, now: now(), selection: selection(), editing, hover, marquee, picture, looked, layer }),
      );
    },
  };
}
