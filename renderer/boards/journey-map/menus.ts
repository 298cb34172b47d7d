import type { LaneId, StageId } from '@shared/base/ids';
import { setEmotionPointFields } from '@shared/boards/journey-map/commands/emotionPoints';
import { hideLane } from '@shared/boards/journey-map/commands/lanes';
import type { Cluster, EmotionPoint, JourneyMapDoc, Lane, Note } from '@shared/boards/journey-map/model';
import { columnsInOrder, stagesInOrder } from '@shared/boards/journey-map/order';
import type { TranslateFn } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { addHere } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { type BoardMenuItem, type MenuLines, menuLines } from '@/editor/menuItems';
import { conversionOf } from './converting';
import { detailOf, openDetail } from './detail/detailMaps';
import { entityOf } from './entities';
import { isFolded, setFolded } from './folding';
import { visibleLanes } from './places';

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

function conversion({ doc, t, lines }: MenuContext, note: Note): Item {
  const { to, exists } = conversionOf(doc, note);
  return {
    id: 'convert',
    label: t(to === 'pain-points' ? 'editing.menu.toPainPoint' : 'editing.menu.toOpportunity'),
    icon: to === 'pain-points' ? 'warning' : 'lightbulb',
    run: lines.act('convertNote'),
    ...(exists ? { shortcut: 'Shift+O' } : { disabled: true, reason: t('editing.menu.reasonNoRow') }),
  };
}

const noteMenu = (context: MenuContext, note: Note): Item[] => [
  context.lines.edit(note.locked),
  context.lines.duplicate(),
  conversion(context, note),
  ...context.lines.noteFields(note),
  context.lines.remove(note.locked ? context.t('editing.menu.reasonLocked') : null),
];

const clusterMenu = (context: MenuContext, cluster: Cluster): Item[] => {
  const { lines, t } = context;
  return [
    lines.edit(),
    {
      id: 'fold',
      label: t(cluster.folded ? 'editing.menu.unfoldGroup' : 'editing.menu.foldGroup'),
      icon: cluster.folded ? 'caret-down' : 'caret-right',
      shortcut: 'F',
      run: lines.act('foldGroup'),
    },
    {
      id: 'ungroup',
      label: t('editing.menu.ungroup'),
      icon: 'stack-minus',
      shortcut: 'CmdOrCtrl+Shift+G',
      run: lines.act('ungroupNotes'),
    },
    { ...lines.move('moveBack', false), separated: true },
    lines.move('moveForward', false),
    lines.zoomHere(),
    lines.remove(),
  ];
};

const pieceMenu = ({ lines }: MenuContext): Item[] => [
  lines.edit(),
  lines.duplicate(),
  lines.move('moveBack', false),
  lines.move('moveForward', false),
  lines.remove(),
];

/** On the path a station may also be left for good. */
const stationMenu = (context: MenuContext): Item[] => {
  const items = pieceMenu(context);
  if (context.doc.info.form !== 'path') return items;
  const exit: Item = {
    id: 'exit',
    label: context.t('editing.jump.exit'),
    icon: 'arrows-merge',
    shortcut: 'J',
    run: context.lines.act('addJump'),
  };
  return [...items.slice(0, -1), exit, ...items.slice(-1)];
};

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

/** The way to the map that tells the stage in detail, where there is one. */
function linkedMap({ controller, doc, t }: MenuContext, id: StageId): Item[] {
  if (!detailOf(controller, doc, id)) return [];
  return [
    {
      id: 'linked',
      label: t('editing.detail.openMap'),
      icon: 'arrow-square-out',
      shortcut: 'D',
      run: () => openDetail(controller, id),
    },
  ];
}

function stageMenu(context: MenuContext, id: StageId): Item[] {
  const { doc, t, lines } = context;
  const stages = stagesInOrder(doc);
  const at = stages.findIndex((stage) => stage.id === id);
  return [
    lines.edit(),
    addStepItem(context),
    addStageItem(context),
    ...linkedMap(context, id),
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
  if (only.kind === 'detail') return linkedMap(context, only.id as StageId);
  const found = entityOf(doc, only);
  switch (found?.kind) {
    case 'note':
      return noteMenu(context, found.entity);
    case 'cluster':
      return clusterMenu(context, found.entity);
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
      return stationMenu(context);
    case 'jump':
      return [context.lines.edit(), context.lines.remove()];
    default:
      return boardMenu(context);
  }
}
