import { foldCluster } from '@shared/boards/empathy-map/commands/clusters';
import { setInfo } from '@shared/boards/empathy-map/commands/info';
import { setEmotion } from '@shared/boards/empathy-map/commands/stages';
import { emotionOf } from '@shared/boards/empathy-map/emotions';
import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import { stagesInOrder } from '@shared/boards/empathy-map/order';
import { zonePlace } from '@shared/boards/empathy-map/targets';
import type { TranslateFn } from '@shared/i18n/translate';
import type { Target } from '@shared/scene/primitives';
import { addHere } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { type BoardMenuItem, type MenuLines, menuLines } from '@/editor/menuItems';
import { findingOfPair, markContradiction, pairIn } from './contradictions';
import { clusterOf, followsJourney, noteAt, stageAt, stageOf } from './entities';
import { startGuide } from './guide/guideStore';
import { canPlace, setPlaced } from './placing';
import { openReserve } from './reserve';
import { canSplit, splitAt } from './splitting';

interface MenuContext {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly t: TranslateFn;
  readonly lines: MenuLines;
}

type Item = BoardMenuItem;

const opportunity = ({ t, lines }: MenuContext): Item => ({
  id: 'convert',
  label: t('editing.menu.toOpportunity'),
  icon: 'lightbulb',
  shortcut: 'O',
  run: lines.act('addOpportunity'),
});

const painPoint = ({ t, lines }: MenuContext): Item => ({
  id: 'pain',
  label: t('editing.menu.toPainPoint'),
  icon: 'warning',
  shortcut: 'I',
  run: lines.act('addPainPoint'),
});

const placing = ({ controller, doc, t }: MenuContext, note: EmpathyNote): readonly Item[] =>
  canPlace(doc)
    ? [
        {
          id: 'place',
          label: t(note.place ? 'empathy.placing.putBack' : 'empathy.placing.placeHere'),
          icon: note.place ? 'arrow-u-up-left' : 'push-pin',
          run: () => setPlaced(controller, [{ kind: 'note', id: note.id }], note.place === null),
          ...(note.locked ? { disabled: true, reason: t('editing.menu.reasonLocked') } : {}),
        },
      ]
    : [];

/** Nine lines at most: tags are written in the bar and in the inspector. */
const noteMenu = (context: MenuContext, note: EmpathyNote): readonly Item[] => [
  context.lines.edit(note.locked),
  context.lines.duplicate(),
  opportunity(context),
  ...context.lines.noteFields(note).filter(({ id }) => id !== 'tags'),
  ...(canPlace(context.doc) ? placing(context, note) : [painPoint(context)]),
  context.lines.remove(note.locked ? context.t('editing.menu.reasonLocked') : null),
];

const clusterMenu = ({ controller, doc, t, lines }: MenuContext, id: string): readonly Item[] => {
  const cluster = clusterOf(doc, id);
  if (!cluster) return [];
  const { folded } = cluster;
  return [
    lines.edit(),
    {
      id: 'fold',
      label: t(folded ? 'editing.menu.unfoldGroup' : 'editing.menu.foldGroup'),
      icon: folded ? 'caret-down' : 'caret-right',
      shortcut: 'F',
      run: () => controller.session.run(foldCluster, { id: cluster.id, folded: !folded }),
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

const addStageItem = ({ t, lines }: MenuContext): Item => ({
  id: 'stage',
  label: t('editing.menu.addStage'),
  icon: 'path',
  shortcut: 'Shift+M',
  run: lines.act('addStage'),
});

function splitItem({ controller, doc, t }: MenuContext, id: string): Item {
  const stage = stageOf(doc, id);
  return {
    id: 'split',
    label: t('empathy.emotion.split'),
    icon: 'git-branch',
    run: () => stage && splitAt(controller, stage.id),
    ...(stage && canSplit(stage) ? {} : { disabled: true, reason: t('empathy.emotion.oneMoment') }),
  };
}

function stageMenu(context: MenuContext, id: string): readonly Item[] {
  const { doc, t, lines } = context;
  const stages = stagesInOrder(doc);
  const stage = stageOf(doc, id);
  const at = stages.findIndex((one) => one.id === id);
  const follows = stage !== null && followsJourney(doc, stage);
  const ofJourney = follows ? { disabled: true, reason: t('empathy.stage.ofJourney') } : {};
  return [
    { ...lines.edit(), ...ofJourney },
    addStageItem(context),
    splitItem(context, id),
    { ...lines.move('moveBack', at <= 0), ...ofJourney, separated: true },
    { ...lines.move('moveForward', at === stages.length - 1), ...ofJourney },
    lines.zoomHere(),
    lines.remove(),
  ];
}

function emotionMenu(context: MenuContext, id: string): readonly Item[] {
  const { controller, doc, t, lines } = context;
  const stage = stageOf(doc, id);
  const isByHand = stage !== null && emotionOf(stage)?.byHand === true;
  return [
    { ...lines.edit(), label: t('empathy.emotion.writeWord') },
    {
      id: 'takeBack',
      label: t('empathy.emotion.fromJourney'),
      icon: 'arrows-clockwise',
      run: () => stage && controller.session.run(setEmotion, { id: stage.id, fields: { hand: null } }),
      ...(isByHand ? {} : { disabled: true, reason: t('empathy.emotion.notByHand') }),
    },
    splitItem(context, id),
    lines.zoomHere(),
  ];
}

function promptsItem({ controller, doc, t }: MenuContext): Item {
  const { showPrompts } = doc.info;
  return {
    id: 'prompts',
    label: t('empathy.panel.prompts'),
    icon: 'question',
    checked: showPrompts,
    run: () => controller.session.run(setInfo, { fields: { showPrompts: !showPrompts } }),
  };
}

const guideItem = ({ controller, t }: MenuContext): Item => ({
  id: 'guide',
  label: t('empathy.guide.start'),
  icon: 'chats-circle',
  run: () => startGuide(controller),
});

const boardMenu = (context: MenuContext): readonly Item[] => [
  context.lines.addNote(),
  ...(context.doc.info.layout === 'stages' ? [addStageItem(context)] : []),
  { ...guideItem(context), separated: true },
  promptsItem(context),
  context.lines.zoomFit(),
];

const zoneMenu = (context: MenuContext, only: Target): readonly Item[] => [
  {
    id: 'here',
    label: context.t('editing.menu.addHere'),
    icon: 'plus',
    shortcut: 'Enter',
    run: () => void addHere(context.controller),
  },
  ...(context.doc.info.layout === 'stages' ? [addStageItem(context)] : []),
  {
    ...guideItem(context),
    separated: true,
    run: () => startGuide(context.controller, zonePlace(only, context.doc.info.layout)?.area.id),
  },
  promptsItem(context),
  context.lines.zoomHere(),
];

function menuOf(context: MenuContext, only: Target): readonly Item[] {
  const { controller, doc, lines } = context;
  const note = noteAt(doc, only);
  if (note) return noteMenu(context, note);
  switch (only.kind) {
    case 'cluster':
      return clusterMenu(context, only.id);
    case 'stage':
      return stageMenu(context, only.id);
    case 'emotion':
    case 'emotion-word':
      return emotionMenu(context, stageAt(doc, only) ?? only.id);
    case 'finding':
      return [lines.edit(), lines.zoomHere(), lines.remove()];
    case 'goal':
    case 'situation':
      return [lines.edit(), ...boardMenu(context)];
    case 'zone':
      return zoneMenu(context, only);
    case 'reserve':
      return [
        {
          id: 'open',
          label: context.t('empathy.reserve.open'),
          icon: 'tray',
          run: () => openReserve(controller, only.id),
        },
        ...boardMenu(context),
      ];
    default:
      return boardMenu(context);
  }
}

/** The menu of the one thing that is chosen on a map, or of the map. */
export function empathyMenu(controller: BoardController<EmpathyMapDoc>, t: TranslateFn): readonly BoardMenuItem[] {
  const { doc } = controller.session.store.getState();
  const context = { controller, doc, t, lines: menuLines(controller, t) };
  const [only] = controller.selection();
  return only ? menuOf(context, only) : boardMenu(context);
}

/** The menu of several things: opportunities of all notes, a contradiction of two. */
export function manyMenu(controller: BoardController<EmpathyMapDoc>, t: TranslateFn): readonly BoardMenuItem[] {
  const { doc } = controller.session.store.getState();
  const context = { controller, doc, t, lines: menuLines(controller, t) };
  const pair = pairIn(doc, controller.selection());
  const mark: Item = {
    id: 'contradiction',
    label: t(pair && findingOfPair(doc, pair) ? 'empathy.finding.show' : 'empathy.finding.mark'),
    icon: 'not-equals',
    run: () => void markContradiction(controller),
  };
  return [{ ...opportunity(context), separated: true }, painPoint(context), ...(pair ? [mark] : [])];
}
