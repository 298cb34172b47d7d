import type { LaneId, NoteId, StageId } from '@shared/base/ids';
import { setEmotionPointFields } from '@shared/boards/journey-map/commands/emotionPoints';
import { hideLane } from '@shared/boards/journey-map/commands/lanes';
import { addNote } from '@shared/boards/journey-map/commands/notes';
import type { EmotionPoint, JourneyMapDoc, Lane, Note } from '@shared/boards/journey-map/model';
import { columnsInOrder, stagesInOrder } from '@shared/boards/journey-map/order';
import type { TranslateFn } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { addHere } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { type BoardMenuItem, type MenuLines, menuLines } from '@/editor/menuItems';
import { newId } from '@/editor/newId';
import { entityOf, laneOf } from './entities';
import { isFolded, setFolded } from './folding';
import { laneFor, placeFor, visibleLanes } from './places';

interface MenuContext {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly t: TranslateFn;
  readonly lines: MenuLines;
}

type Item = BoardMenuItem;

const addStepItem = ({ t, lines }: MenuContext): Item => ({
  id: 'step',
  label: t('editing.menu.addStep'),
  icon: 'columns',
  shortcut: 'M',
  run: lines.act('addStep'),
});
const addStageItem = ({ t, lines }: MenuContext): Item => ({
  id: 'stage',
  label: t('editing.menu.addStage'),
  icon: 'path',
  shortcut: 'Shift+M',
  run: lines.act('addStage'),
});

/** Copies what a note says into a row of another kind, in the same stage; the note stays. */
function copyToLane({ controller, doc }: MenuContext, note: Note, kind: 'opportunities' | 'pain-points'): void {
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

const noteMenu = (context: MenuContext, note: Note): Item[] => [
  context.lines.edit(note.locked),
  context.lines.duplicate(),
  conversion(context, note),
  ...context.lines.noteFields(note),
  context.lines.remove(note.locked ? context.t('editing.menu.reasonLocked') : null),
];

const pieceMenu = ({ lines }: MenuContext): Item[] => [
  lines.edit(),
  lines.duplicate(),
  lines.move('moveBack', false),
  lines.move('moveForward', false),
  lines.remove(),
];

const pointMenu = ({ controller, t, lines }: MenuContext, point: EmotionPoint): Item[] => [
  lines.edit(),
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
  lines.remove(),
];

function stageMenu(context: MenuContext, id: StageId): Item[] {
  const { doc, t, lines } = context;
  const stages = stagesInOrder(doc);
  const at = stages.findIndex((stage) => stage.id === id);
  return [
    lines.edit(),
    addStepItem(context),
    addStageItem(context),
    { ...lines.move('moveBack', at <= 0), separated: true },
    lines.move('moveForward', at === stages.length - 1),
    lines.zoomHere(),
    lines.remove(stages.length < 2 ? t('editing.menu.reasonLast') : null),
  ];
}

function stepMenu(context: MenuContext, target: Target): Item[] {
  const { doc, t, lines } = context;
  const columns = columnsInOrder(doc);
  const at = columns.findIndex((step) => step.id === target.id);
  return [
    lines.edit(),
    addStepItem(context),
    lines.move('moveBack', at <= 0),
    lines.move('moveForward', at === columns.length - 1),
    lines.remove(columns.length < 2 ? t('editing.menu.reasonLast') : null),
  ];
}

function laneMenu({ controller, doc, t, lines }: MenuContext, lane: Lane): Item[] {
  const shown = visibleLanes(doc);
  const at = shown.findIndex((one) => one.id === lane.id);
  const folded = isFolded(controller, lane);
  return [
    lines.edit(),
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
    { ...lines.move('moveUp', at <= 0), separated: true },
    lines.move('moveDown', at === shown.length - 1),
    { id: 'lane', label: t('editing.menu.addLane'), icon: 'rows', shortcut: 'Shift+L', run: lines.act('addLane') },
    lines.remove(),
  ];
}

const boardMenu = (context: MenuContext): Item[] => [
  context.lines.addNote(),
  addStageItem(context),
  {
    id: 'lane',
    label: context.t('actions.addLane'),
    icon: 'rows',
    shortcut: 'Shift+L',
    run: context.lines.act('addLane'),
  },
  context.lines.zoomFit(),
];

const cellMenu = (context: MenuContext): Item[] => [
  {
    id: 'here',
    label: context.t('editing.menu.addHere'),
    icon: 'plus',
    shortcut: 'Enter',
    run: () => void addHere(context.controller),
  },
  { ...addStepItem(context), separated: true },
  addStageItem(context),
  context.lines.zoomHere(),
];

/** The menu of the one thing that is chosen on a journey, or of the journey. */
export function journeyMenu(controller: BoardController<JourneyMapDoc>, t: TranslateFn): readonly BoardMenuItem[] {
  const { doc } = controller.session.store.getState();
  const context = { controller, doc, t, lines: menuLines(controller, t) };
  const [only] = controller.selection();
  if (!only || only.kind === 'title') return boardMenu(context);
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
