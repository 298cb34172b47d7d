import type { ActionId } from '@shared/actions';
import type { AnyDoc } from '@shared/model/document';
import type { IconName } from '@shared/scene/icons';
import type { Target } from '@shared/scene/primitives';
import { union } from '@/canvas/boxes';
import type { Direction } from '@/canvas/neighbour';
import { currentT } from '@/ui/useT';
import type { BoardController } from './boardController';
import type { Perform } from './boardEditing';
import { addPicture } from './clipboard/addPicture';
import type { CopyForm } from './clipboard/copyAs';
import { goFind, openFind } from './find';
import { freeActions } from './freeActions';
import { askAtSelection } from './keys';
import type { BoardMenuItem } from './menuItems';
import { inReadingOrder, noteActions } from './noteActions';
import { offerUndo } from './offerUndo';
import { targetBox } from './targetBox';
import { editKey } from './textEditing';

/** What is selected once the selection is gone: its neighbour, or the place it leaves empty. */
function afterDelete<Doc extends AnyDoc>(controller: BoardController<Doc>): readonly Target[] {
  const { targets, places } = controller.plug;
  const [first] = controller.selection();
  const { doc } = controller.session.store.getState();
  if (!first) return [];
  const siblings = targets.siblings(doc, first);
  const at = siblings.findIndex((one) => one.id === first.id && one.kind === first.kind);
  const next = siblings[at + 1] ?? siblings[at - 1];
  const place = places.of(doc, first);
  return next ? [next] : place ? [place] : [];
}

function remove<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { plug, session } = controller;
  const targets = controller.selection().filter(plug.targets.isDeletable);
  if (targets.length === 0) return false;
  const next = afterDelete(controller);
  const before = session.store.getState().doc;
  plug.remove(session, targets);
  const changed = session.store.getState().doc !== before;
  if (changed && targets.length > 1)
    offerUndo(controller, currentT()('editing.canvas.deleted', { count: targets.length }), 'trash');
  if (changed && controller.selection().length === 1) controller.select(next);
  if (!changed) controller.refuse(plug.refusal(targets, currentT()));
  return true;
}

function duplicate<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const copies = controller.plug.duplicate(controller.session, controller.selection(), { mergeKey: editKey() });
  if (copies.length === 0) return false;
  controller.select(copies);
  return true;
}

const moving =
  <Doc extends AnyDoc>(controller: BoardController<Doc>, direction: Direction): Perform =>
  () => {
    const { plug, session } = controller;
    const chosen = inReadingOrder(controller, controller.selection());
    const forward = direction === 'right' || direction === 'down';
    const mergeKey = editKey();
    // The one that goes first is the one in front, so that none passes another.
    const movers = forward ? [...chosen].reverse() : chosen;
    const moved = movers.filter((target) =>
      plug.move(session, target, direction, chosen.length > 1 ? { mergeKey } : {}),
    );
    const [first] = moved;
    if (first) controller.show(first);
    else if (chosen.length > 0) controller.ui.setState({ refusal: currentT()('editing.canvas.cannotMove') });
    return first !== undefined;
  };

function zoomToSelection<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const now = controller.now();
  const boxes = controller.selection().flatMap((target) => targetBox(controller.plug, now, target) ?? []);
  const [first] = boxes;
  if (!first) return false;
  controller.moves.toBox(boxes.reduce(union, first));
  return true;
}

function editSelection<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { plug } = controller;
  const [only] = controller.selection();
  if (!only || controller.selection().length > 1) return false;
  if (plug.places.isPlace(only)) return boardActions(controller).addNote?.() ?? false;
  controller.show(only);
  return controller.editing.start(plug.texts.writtenPart(only), { selectAll: true });
}

function selectAll<Doc extends AnyDoc>(controller: BoardController<Doc>): boolean {
  const { isContent, stops } = controller.plug.targets;
  controller.select(stops(controller.now()).flatMap(({ target }) => (isContent(target) ? [target] : [])));
  controller.focusBoard();
  return true;
}

const done =
  (act: () => void): Perform =>
  () => {
    act();
    return true;
  };

/** The clipboard takes it in a moment: what makes pictures and drawings is read when it is first asked for. */
const copying = <Doc extends AnyDoc>(controller: BoardController<Doc>, form: CopyForm): Perform =>
  done(() => void import('./clipboard/copyAs').then(({ copyAs }) => copyAs(controller, form)));

/** What can be copied of a board or of what is chosen on it, to be asked. */
function copyItems<Doc extends AnyDoc>(controller: BoardController<Doc>): readonly BoardMenuItem[] {
  const t = currentT();
  const item = (id: 'copyPicture' | 'copyCutout' | 'copyDrawing' | 'copyText', icon: IconName): BoardMenuItem => ({
    id,
    label: t(`actions.${id}`),
    icon,
    run: () => void boardActions(controller)[id]?.(),
  });
  return [
    item('copyPicture', 'image'),
    item('copyCutout', 'image'),
    item('copyDrawing', 'path'),
    item('copyText', 'text-t'),
  ];
}

/** The actions of the app that a board does, its kind's own among them; each answers whether it applied. */
export function boardActions<Doc extends AnyDoc>(controller: BoardController<Doc>): Partial<Record<ActionId, Perform>> {
  const { moves } = controller;
  return {
    editSelection: () => editSelection(controller),
    selectAll: () => selectAll(controller),
    duplicate: () => duplicate(controller),
    deleteSelection: () => remove(controller),
    moveBack: moving(controller, 'left'),
    moveForward: moving(controller, 'right'),
    moveUp: moving(controller, 'up'),
    moveDown: moving(controller, 'down'),
    addPicture: () => addPicture(controller),
    copyAs: done(() => askAtSelection(controller, currentT()('actions.copyAs'), copyItems(controller))),
    copyPicture: copying(controller, 'picture'),
    copyCutout: copying(controller, 'cutout'),
    copyDrawing: copying(controller, 'drawing'),
    copyText: copying(controller, 'text'),
    find: () => openFind(controller),
    findNext: () => goFind(controller, 1),
    findPrevious: () => goFind(controller, -1),
    zoomIn: done(() => moves.step(1)),
    zoomOut: done(() => moves.step(-1)),
    zoomActual: done(moves.actual),
    zoomFit: done(moves.fit),
    filter: done(() => controller.ui.setState({ filtering: true })),
    toggleMinimap: done(() => controller.ui.setState(({ minimap }) => ({ minimap: !minimap }))),
    zoomSelection: () => zoomToSelection(controller),
    ...noteActions(controller),
    ...freeActions(controller),
    ...controller.plug.actions(controller),
  };
}
