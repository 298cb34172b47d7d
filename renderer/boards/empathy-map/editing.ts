import type { ClusterId } from '@shared/base/ids';
import { foldCluster, ungroup } from '@shared/boards/empathy-map/commands/clusters';
import { deleteTargets } from '@shared/boards/empathy-map/commands/deleteTargets';
import { emotionOf } from '@shared/boards/empathy-map/emotions';
import { empathyMapKind } from '@shared/boards/empathy-map/kind';
import type { EmpathyMapDoc, EmpathyNote } from '@shared/boards/empathy-map/model';
import { ZONE_COLORS } from '@shared/boards/empathy-map/zones';
import { formatValence } from '@shared/boards/pieces/valence';
import type { Target } from '@shared/scene/primitives';
import type { BoardEditing, GestureHooks, KeyHint } from '@/editor/boardEditing';
import { dragContent } from '@/editor/dragContent';
import { dragPieces } from '@/editor/dragPieces';
import { editKey } from '@/editor/textEditing';
import { onDemand } from '@/ui/onDemand';
import { addNear, addNotesTo, addTo, duplicateTargets, noteHome } from './adding';
import { empathyTexts } from './boardTexts';
import { dragEmotion, dragStage } from './dragStages';
import { empathyActions } from './empathyActions';
import { clusterOf, exists, groupOf, noteAt, noteOf, placeOf, stageAt, stageOf } from './entities';
import { empathyFree } from './free';
import { GuideBar } from './guide/GuideBar';
import { guideKey } from './guide/guideKeys';
import { empathyMenu, manyMenu } from './menus';
import { gatherNotes, moveTarget, nudgeEmotion, putIn, setNotes } from './moving';
import { contentsOf, zoneBeside } from './places';
import { canPlace } from './placing';
import { stopsOf } from './readingOrder';
import { openReserve } from './reserve';
import { axisOf, hitRank, isContent, isDeletable, isMovable, siblingsOf } from './targetRules';
import { isLocked, textOf, writeText } from './texts';
import { targetLabel } from './words';

const GROUP = 'cluster';
const FACE = 'emotion';

/** A group over its zone; a group is taken by zones alone. */
function placeRank(target: Target, piece: Target): number {
  if (target.kind === GROUP) return piece.kind === 'note' ? 2 : -1;
  return target.kind === 'zone' ? 1 : -1;
}

const gestures: GestureHooks<EmpathyMapDoc> = {
  startDrag: (context, held, selection) => {
    switch (held.kind) {
      case 'note':
        return canPlace(context.now.inputs.doc)
          ? dragContent(context, held, selection)
          : dragPieces(context, held, selection);
      case GROUP:
        return dragPieces(context, held, selection);
      case 'stage':
        return dragStage(context, held);
      case FACE:
        return dragEmotion(context, held);
      default:
        return null;
    }
  },
  clicked: (controller, target) => {
    if (target.kind === 'reserve') openReserve(controller, target.id);
  },
  arrow: (controller, target, direction, shift) => {
    const isUpright = direction === 'up' || direction === 'down';
    if (target.kind === FACE && isUpright)
      return nudgeEmotion(controller.session, target.id, direction === 'up', shift) || true;
    return null;
  },
  key: guideKey,
  step: (session, target, up) => target.kind === FACE && (nudgeEmotion(session, target.id, up, false) || true),
};

const hintsFor = (
  target: Target,
  t: Parameters<BoardEditing<EmpathyMapDoc>['title']>[1],
): readonly KeyHint[] | null => {
  if (target.kind === FACE)
    return [
      { keys: ['Up', 'Down'], text: t('editing.bar.valence') },
      { keys: ['Enter'], text: t('empathy.emotion.wordHint') },
    ];
  return target.kind === 'note'
    ? [
        { keys: ['Enter'], text: t('editing.bar.write') },
        { keys: ['O'], text: t('empathy.carry.hint') },
        { keys: ['Alt+Right'], text: t('editing.bar.move') },
        { keys: ['CmdOrCtrl'], text: t('empathy.placing.hint') },
      ]
    : null;
};

/** The empathy map in the editor. */
export const empathyEditing: BoardEditing<EmpathyMapDoc> = {
  kind: empathyMapKind,
  title: (doc, t) => doc.info.title || t('empathy.name'),
  targets: {
    rank: hitRank,
    isContent,
    isMovable,
    isDeletable,
    axisOf,
    exists,
    stops: stopsOf,
    focusOf: (doc, chosen) => {
      const id = stageAt(doc, chosen);
      return id && { kind: 'stage', id };
    },
    label: targetLabel,
    lineOf: (target) => (target.kind === 'emotion-word' ? { kind: FACE, id: target.id } : target),
    siblings: siblingsOf,
  },
  texts: {
    get: textOf,
    all: empathyTexts,
    set: writeText,
    isLocked,
    // A word is what is written of a face.
    writtenPart: (target) => (target.kind === FACE ? { kind: 'emotion-word', id: target.id } : target),
    opensWhenAdded: () => true,
    vanishesEmpty: ({ kind }) => kind === 'note',
    staysEmpty: ({ kind }) => kind !== 'note',
  },
  places: {
    isPlace: ({ kind }) => kind === 'zone',
    rank: placeRank,
    of: placeOf,
    contents: contentsOf,
    beside: zoneBeside,
    takes: (_doc, place, piece) =>
      place.kind === GROUP ? piece.kind === 'note' : piece.kind === 'note' || piece.kind === GROUP,
    put: putIn,
    add: addTo,
    capture: () => ({ another: true, beside: 'add' }),
    home: noteHome,
  },
  notes: {
    get: noteAt,
    all: (doc) => Object.values<EmpathyNote>(doc.notes),
    paper: (doc, { id }) => ZONE_COLORS[noteOf(doc, id)?.zone ?? 'who'],
    add: addNotesTo,
    own: (doc, { id }) => ({ zone: noteOf(doc, id)?.zone ?? null }),
    set: setNotes,
  },
  groups: {
    isGroup: ({ kind }) => kind === GROUP,
    of: groupOf,
    isFolded: (doc, { id }) => clusterOf(doc, id)?.folded ?? false,
    gather: gatherNotes,
    dissolve: (session, groups, options) => {
      const mergeKey = options.mergeKey ?? editKey();
      for (const { id } of groups) session.run(ungroup, { id: id as ClusterId }, { ...options, mergeKey });
    },
    fold: (session, groups, folded, options) => {
      for (const { id } of groups) session.run(foldCluster, { id: id as ClusterId, folded }, options);
    },
  },
  free: empathyFree,
  panels: {
    Inspector: onDemand(async () => (await import('./EmpathyInspector')).EmpathyInspector),
    Above: GuideBar,
    ManyExtra: onDemand(async () => (await import('./inspector/ManyNotes')).ManyNotes),
    outlineLabel: (t) => t('empathy.outline.label'),
    headings: new Set(['stage', 'zone']),
    keyHints: hintsFor,
    spokenValue: (doc, { kind, id }, lang) => {
      const stage = kind === FACE ? stageOf(doc, id) : null;
      const felt = stage && emotionOf(stage);
      return felt && formatValence(felt.valence, lang);
    },
  },
  gestures,
  move: moveTarget,
  remove: (session, targets) => session.run(deleteTargets, { targets }),
  refusal: (targets, t) =>
    t(targets.some(({ kind }) => kind === FACE) ? 'empathy.emotion.notByHand' : 'editing.canvas.locked'),
  duplicate: duplicateTargets,
  addNear,
  actions: empathyActions,
  menu: empathyMenu,
  manyMenu,
};
