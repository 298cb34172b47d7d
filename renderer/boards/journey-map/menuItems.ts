import type { LaneId, NoteId, StageId } from '@shared/base/ids';
import { setEmotionPointFields } from '@shared/boards/journey-map/commands/emotionPoints';
import { hideLane } from '@shared/boards/journey-map/commands/lanes';
import { addNote, setNoteFields } from '@shared/boards/journey-map/commands/notes';
import type { EmotionPoint, JourneyMapDoc, Lane, Note } from '@shared/boards/journey-map/model';
import { columnsInOrder, stagesInOrder } from '@shared/boards/journey-map/order';
import type { TranslateFn } from '@shared/i18n/translate';
import { EVIDENCE_KINDS } from '@shared/model/evidence';
import type { Target } from '@shared/scene/primitives';
import type { MenuItemSpec } from '@/ui/menuItems';
import { newId } from '../newId';
import { addHere } from './addHere';
import { boardActions } from './boardActions';
import type { JourneyController } from './controller';
import { entityOf, laneOf } from './entities';
import { isFolded, setFolded } from './folding';
import { laneFor, placeFor, visibleLanes } from './places';

/** One line of the board's menu and what it does. */
export interface BoardMenuItem extends MenuItemSpec {
  readonly run: () => void;
}

interface MenuContext {
  readonly controller: JourneyController;
  readonly doc: JourneyMapDoc;
  readonly t: TranslateFn;
}

type Item = BoardMenuItem;

const act =
  ({ controller }: MenuContext, name: keyof ReturnType<typeof boardActions>) =>
  () =>
    void boardActions(controller)[name]?.();

const editItem = (context: MenuContext, locked = false): Item => ({
  id: 'edit',
  label: context.t('editing.menu.edit'),
  icon: 'pencil-simple',
  shortcut: 'F2',
  run: act(context, 'editSelection'),
  ...(locked ? { disabled: true, reason: context.t('editing.menu.reasonLocked') } : {}),
});
const duplicateItem = (context: MenuContext): Item => ({
  id: 'duplicate',
  label: context.t('editing.menu.duplicate'),
  icon: 'copy',
  shortcut: 'CmdOrCtrl+D',
  run: act(context, 'duplicate'),
});
const deleteItem = (context: MenuContext, refusal: string | null = null): Item => ({
  id: 'delete',
  label: context.t('editing.menu.delete'),
  icon: 'trash',
  shortcut: 'Delete',
  danger: refusal === null,
  separated: true,
  run: act(context, 'deleteSelection'),
  ...(refusal ? { disabled: true, reason: refusal } : {}),
});

/** Copies what a note says into a row of another kind, in the same stage; the note stays. */
function copyToLane(context: MenuContext, note: Note, kind: 'opportunities' | 'pain-points'): void {
  const { controller, doc } = context;
  const lane = laneFor(doc, (one) => one.kind === kind, null);
  const place = lane && placeFor(doc, lane, { kind: 'note', id: note.id });
  if (!lane || !place) return;
  const id = newId<NoteId>();
  const { text, evidence, source, author } = note;
  controller.session.run(addNote, { id, place, at: null, fields: { text, evidence, source, author } });
  if (isFolded(controller, lane)) setFolded(controller, lane, false);
  controller.select([{ kind: 'note', id }]);
  controller.show({ kind: 'note', id });
}

function conversion(context: MenuContext, note: Note): Item {
  const own = laneOf(context.doc, note.laneId)?.kind;
  const isOpportunity = own === 'opportunities';
  const kind = isOpportunity ? 'pain-points' : 'opportunities';
  const exists = laneFor(context.doc, (lane) => lane.kind === kind, null) !== null;
  return {
    id: 'convert',
    label: context.t(isOpportunity ? 'editing.menu.toPainPoint' : 'editing.menu.toOpportunity'),
    icon: isOpportunity ? 'warning' : 'lightbulb',
    disabled: !exists,
    run: () => copyToLane(context, note, kind),
  };
}

function noteMenu(context: MenuContext, note: Note): Item[] {
  const { controller, t } = context;
  const set = (fields: Partial<Note>) => controller.session.run(setNoteFields, { id: note.id as NoteId, fields });
  const next = EVIDENCE_KINDS[note.evidence ? EVIDENCE_KINDS.indexOf(note.evidence) + 1 : 0] ?? null;
  return [
    editItem(context, note.locked),
    duplicateItem(context),
    conversion(context, note),
    {
      id: 'evidence',
      label: next
        ? t('editing.menu.evidenceIs', { evidence: t(`journey.evidence.${next}`) })
        : t('editing.menu.evidenceNone'),
      icon: 'magnifying-glass',
      separated: true,
      run: () => set({ evidence: next }),
    },
    { id: 'vote', label: t('editing.menu.vote'), icon: 'hand-pointing', run: () => set({ votes: note.votes + 1 }) },
    {
      id: 'lock',
      label: t(note.locked ? 'editing.menu.unlock' : 'editing.menu.lock'),
      icon: note.locked ? 'lock-simple-open' : 'lock-simple',
      run: () => set({ locked: !note.locked }),
    },
    deleteItem(context, note.locked ? t('editing.menu.reasonLocked') : null),
  ];
}

const moveItem = (
  context: MenuContext,
  name: 'moveBack' | 'moveForward' | 'moveUp' | 'moveDown',
  atEdge: boolean,
): Item => {
  const parts = {
    moveBack: { label: context.t('editing.menu.moveLeft'), icon: 'arrow-left', shortcut: 'Alt+Left' },
    moveForward: { label: context.t('editing.menu.moveRight'), icon: 'arrow-right', shortcut: 'Alt+Right' },
    moveUp: { label: context.t('editing.menu.moveUp'), icon: 'arrow-up', shortcut: 'Alt+Up' },
    moveDown: { label: context.t('editing.menu.moveDown'), icon: 'arrow-down', shortcut: 'Alt+Down' },
  } as const;
  return {
    id: name,
    ...parts[name],
    run: act(context, name),
    ...(atEdge ? { disabled: true, reason: context.t('editing.menu.reasonEdge') } : {}),
  };
};

function pieceMenu(context: MenuContext): Item[] {
  return [
    editItem(context),
    duplicateItem(context),
    moveItem(context, 'moveBack', false),
    moveItem(context, 'moveForward', false),
    deleteItem(context),
  ];
}

function pointMenu(context: MenuContext, point: EmotionPoint): Item[] {
  const { controller, t } = context;
  return [
    editItem(context),
    {
      id: 'truth',
      label: t('editing.menu.truth'),
      icon: 'sparkle',
      checked: point.momentOfTruth,
      run: () =>
        controller.session.run(setEmotionPointFields, {
          id: point.id,
          fields: { momentOfTruth: !point.momentOfTruth },
        }),
    },
    deleteItem(context),
  ];
}

function stageMenu(context: MenuContext, id: StageId): Item[] {
  const { doc, t } = context;
  const stages = stagesInOrder(doc);
  const at = stages.findIndex((stage) => stage.id === id);
  return [
    editItem(context),
    { id: 'step', label: t('editing.menu.addStep'), icon: 'columns', shortcut: 'M', run: act(context, 'addStep') },
    {
      id: 'stage',
      label: t('editing.menu.addStage'),
      icon: 'path',
      shortcut: 'Shift+M',
      run: act(context, 'addStage'),
    },
    { ...moveItem(context, 'moveBack', at <= 0), separated: true },
    moveItem(context, 'moveForward', at === stages.length - 1),
    {
      id: 'zoom',
      label: t('editing.menu.zoomHere'),
      icon: 'arrows-out',
      shortcut: 'Shift+2',
      run: act(context, 'zoomSelection'),
    },
    deleteItem(context, stages.length < 2 ? t('editing.menu.reasonLast') : null),
  ];
}

function stepMenu(context: MenuContext, target: Target): Item[] {
  const { doc, t } = context;
  const columns = columnsInOrder(doc);
  const at = columns.findIndex((step) => step.id === target.id);
  return [
    editItem(context),
    { id: 'step', label: t('editing.menu.addStep'), icon: 'columns', shortcut: 'M', run: act(context, 'addStep') },
    moveItem(context, 'moveBack', at <= 0),
    moveItem(context, 'moveForward', at === columns.length - 1),
    deleteItem(context, columns.length < 2 ? t('editing.menu.reasonLast') : null),
  ];
}

function laneMenu(context: MenuContext, lane: Lane): Item[] {
  const { controller, doc, t } = context;
  const shown = visibleLanes(doc);
  const at = shown.findIndex((one) => one.id === lane.id);
  const folded = isFolded(controller, lane);
  return [
    editItem(context),
    {
      id: 'fold',
      label: t(folded ? 'editing.menu.unfold' : 'editing.menu.fold'),
      icon: folded ? 'caret-down' : 'caret-right',
      run: () => setFolded(controller, lane, !folded),
    },
    {
      id: 'hide',
      label: t('editing.menu.hide'),
      icon: 'eye-slash',
      run: () => controller.session.run(hideLane, { id: lane.id as LaneId, hidden: true }),
    },
    { ...moveItem(context, 'moveUp', at <= 0), separated: true },
    moveItem(context, 'moveDown', at === shown.length - 1),
    { id: 'lane', label: t('editing.menu.addLane'), icon: 'rows', shortcut: 'Shift+L', run: act(context, 'addLane') },
    deleteItem(context),
  ];
}

function boardMenu(context: MenuContext): Item[] {
  const { t } = context;
  return [
    { id: 'note', label: t('actions.addNote'), icon: 'note', shortcut: 'N', run: act(context, 'addNote') },
    {
      id: 'stage',
      label: t('editing.menu.addStage'),
      icon: 'path',
      shortcut: 'Shift+M',
      run: act(context, 'addStage'),
    },
    { id: 'lane', label: t('actions.addLane'), icon: 'rows', shortcut: 'Shift+L', run: act(context, 'addLane') },
    {
      id: 'fit',
      label: t('editing.menu.zoomFit'),
      icon: 'corners-out',
      shortcut: 'Shift+1',
      separated: true,
      run: act(context, 'zoomFit'),
    },
  ];
}

function cellMenu(context: MenuContext): Item[] {
  const { controller, t } = context;
  return [
    {
      id: 'here',
      label: t('editing.menu.addHere'),
      icon: 'plus',
      shortcut: 'Enter',
      run: () => void addHere(controller),
    },
    {
      id: 'step',
      label: t('editing.menu.addStep'),
      icon: 'columns',
      shortcut: 'M',
      separated: true,
      run: act(context, 'addStep'),
    },
    {
      id: 'stage',
      label: t('editing.menu.addStage'),
      icon: 'path',
      shortcut: 'Shift+M',
      run: act(context, 'addStage'),
    },
    {
      id: 'zoom',
      label: t('editing.menu.zoomHere'),
      icon: 'arrows-out',
      shortcut: 'Shift+2',
      run: act(context, 'zoomSelection'),
    },
  ];
}

/** The menu of what is selected: nine lines at most, what cannot be done greyed with its reason. */
export function boardMenuItems(controller: JourneyController, t: TranslateFn): readonly BoardMenuItem[] {
  const { doc } = controller.session.store.getState();
  const context = { controller, doc, t };
  const [only] = controller.selection();
  if (!only || only.kind === 'title') return boardMenu(context);
  if (controller.selection().length > 1) return [duplicateItem(context), deleteItem(context)];
  if (only.kind === 'cell') return cellMenu(context);
  const found = entityOf(doc, only);
  switch (found?.kind) {
    case 'note':
      return noteMenu(context, found.entity);
    case 'emotion-point':
      return pointMenu(context, found.entity);
    case 'stage':
      return stageMenu(context, found.entity.id);
    case 'step':
      return stepMenu(context, only);
    case 'lane':
      return laneMenu(context, found.entity);
    case 'indicator':
      return pieceMenu(context).filter(({ id }) => id !== 'duplicate');
    case 'touchpoint':
      return pieceMenu(context);
    default:
      return boardMenu(context);
  }
}
