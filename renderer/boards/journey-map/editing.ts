import type { ClusterId, LaneId, NoteId } from '@shared/base/ids';
import { clusterNotes, foldCluster, unclusterNotes } from '@shared/boards/journey-map/commands/clusters';
import { deleteTargets } from '@shared/boards/journey-map/commands/deleteTargets';
import { journeyMapKind } from '@shared/boards/journey-map/kind';
import { lanePaper } from '@shared/boards/journey-map/layout/lanePapers';
import { holdsNotes, type JourneyMapDoc, type Note } from '@shared/boards/journey-map/model';
import { type CellPlace, cellPlace, cellTarget } from '@shared/boards/journey-map/targets';
import { formatValence } from '@shared/boards/pieces/valence';
import type { Target } from '@shared/scene/primitives';
import type { BoardEditing, CaptureRules, GestureHooks } from '@/editor/boardEditing';
import { dragContent } from '@/editor/dragContent';
import { newId } from '@/editor/newId';
import type { RunOptions, Session } from '@/session/session';
import { onDemand } from '@/ui/onDemand';
import { addNotesTo, addPointTo, addToCell, addToGroup, noteHome } from './adding';
import { BarRatings } from './BarRatings';
import { journeyTexts } from './boardTexts';
import { DetailStrip } from './detail/DetailStrip';
import { openDetail } from './detail/detailMaps';
import { curveSpot, dragFace } from './dragFace';
import { dragLane, dragStage, dragStep } from './dragHeaders';
import { dragStation } from './dragStation';
import { journeyEditBox } from './editBoxes';
import { cellOf, clusterOf, exists, groupOf, laneOf, noteOf, placeOf, pointOf, whereIs } from './entities';
import { arrowOnFace, stepFace } from './faceKeys';
import { isFolded, setFolded, uncover } from './folding';
import { addNearTarget, duplicateTargets, journeyActions } from './journeyActions';
import { journeyMenu } from './menus';
import { moveTarget, putIn, takes } from './moving';
import { setAll } from './notes';
import { cellBeside, contentsOf, membersOf } from './places';
import { stopsOf } from './readingOrder';
import { dragRowEdge, rowKey, stepRowHeight } from './resizingRows';
import { targetLabel } from './selectionWords';
import { axisOf, hitRank, isContent, isDeletable, isMovable, siblingsOf, stepBox } from './targetRules';
import { isLocked, textOf, writeText } from './texts';

const FACE = 'emotion-point';
const GROUP = 'cluster';

const stageFocus = (doc: JourneyMapDoc, chosen: Target): Target | null => {
  const { stageId } = whereIs(doc, chosen);
  return stageId ? { kind: 'stage', id: stageId } : null;
};

/** A group over its cell; a group is taken by cells alone. */
function placeRank(target: Target, piece: Target): number {
  if (target.kind === GROUP) return piece.kind === 'note' ? 2 : -1;
  return target.kind === 'cell' ? 1 : -1;
}

function gatherNotes(session: Session<JourneyMapDoc>, notes: readonly Target[], options: RunOptions): Target | null {
  const id = newId<ClusterId>();
  session.run(clusterNotes, { id, noteIds: notes.map((note) => note.id as NoteId), title: '' }, options);
  return clusterOf(session.store.getState().doc, id) && { kind: GROUP, id };
}

const inCell = <T>(place: Target, act: (cell: CellPlace) => T, otherwise: T): T => {
  const cell = cellPlace(place);
  return cell ? act(cell) : otherwise;
};
const asTarget = (cell: CellPlace | null): Target | null => cell && cellTarget(cell);

/** Notes follow one another; touchpoints go on from step to step; a figure leads to the next one; a face stands alone. */
function captureRules(doc: JourneyMapDoc, place: Target): CaptureRules {
  const { laneId } = whereIs(doc, place);
  const kind = laneId ? laneOf(doc, laneId)?.kind : undefined;
  if (!kind || kind === 'emotion') return { another: false, beside: 'stay' };
  if (holdsNotes(kind)) return { another: true, beside: 'add' };
  return { another: false, beside: kind === 'touchpoints' ? 'add' : 'walk' };
}

const gestures: GestureHooks<JourneyMapDoc> = {
  startDrag: (context, held, selection) => {
    if (held.kind === 'touchpoint' && context.now.inputs.doc.info.form === 'path') return dragStation(context, held);
    switch (held.kind) {
      case FACE:
        return dragFace(context, held);
      case 'stage':
        return dragStage(context, held);
      case 'step':
        return dragStep(context, held);
      case 'lane':
        return dragRowEdge(context, held) ?? dragLane(context, held);
      default:
        return dragContent(context, held, selection);
    }
  },
  // A folded row opens wherever it is clicked.
  behind: ({ index, scene }, at) => {
    const isAcross = at.x > 0 && at.x < scene.width;
    const lane = index.list.find(({ target, box }) => target.kind === 'lane' && at.y >= box.y && at.y < box.y + box.h);
    return isAcross ? (lane?.target ?? null) : null;
  },
  opened: (controller, target) => {
    if (target.kind !== 'detail') return false;
    openDetail(controller, target.id);
    return true;
  },
  clicked: (controller, target) => {
    const lane = target.kind === 'lane' ? laneOf(controller.now().inputs.doc, target.id) : null;
    if (lane && isFolded(controller, lane)) setFolded(controller, lane, false);
  },
  placeOpened: (controller, at) => {
    const spot = curveSpot(controller.now(), at);
    if (!spot) return false;
    const { laneId, stepId, offset, valence } = spot;
    controller.select([addPointTo(controller.session, { laneId: laneId as LaneId, stepId, offset, valence }, {})]);
    return true;
  },
  arrow: arrowOnFace,
  key: rowKey,
  step: (session, target, up) => stepFace(session, target, up) || stepRowHeight(session, target, up),
};

/** The customer journey in the editor. */
export const journeyEditing: BoardEditing<JourneyMapDoc> = {
  kind: journeyMapKind,
  title: (doc, t) => doc.info.title || t('journey.name'),
  targets: {
    rank: hitRank,
    isContent,
    isMovable,
    isDeletable,
    axisOf,
    exists,
    boxOf: stepBox,
    stops: stopsOf,
    focusOf: stageFocus,
    label: targetLabel,
    lineOf: (target) => (target.kind === 'quote' ? { kind: FACE, id: target.id } : target),
    siblings: siblingsOf,
    uncover,
  },
  texts: {
    get: textOf,
    set: writeText,
    all: journeyTexts,
    isLocked,
    // A quote is what is written of a face.
    writtenPart: (target) => (target.kind === FACE ? { kind: 'quote', id: target.id } : target),
    opensWhenAdded: ({ kind }) => kind !== FACE,
    vanishesEmpty: ({ kind }) => kind === 'note' || kind === 'touchpoint' || kind === 'indicator',
    // A face needs no words, an indicator is still to be measured, a group is one without a title.
    staysEmpty: ({ kind }) => kind === FACE || kind === 'indicator' || kind === 'jump' || kind === GROUP,
    box: journeyEditBox,
  },
  places: {
    isPlace: ({ kind }) => kind === 'cell',
    rank: placeRank,
    of: placeOf,
    contents: (doc, place) =>
      place.kind === GROUP
        ? membersOf(doc, place)
        : inCell<readonly Target[]>(place, (cell) => contentsOf(doc, cell), []),
    beside: (doc, place, by) => {
      const cell = cellPlace(place) ?? cellOf(doc, place);
      return cell && asTarget(cellBeside(doc, cell, by));
    },
    takes,
    put: putIn,
    add: (session, place, at, options) =>
      place.kind === GROUP
        ? addToGroup(session, place, at, options)
        : inCell(place, (cell) => addToCell(session, cell, at, options), null),
    capture: captureRules,
    home: noteHome,
  },
  notes: {
    get: (doc, target) => (target.kind === 'note' ? noteOf(doc, target.id) : null),
    all: (doc) => Object.values<Note>(doc.notes),
    paper: (doc, { id }) => {
      const lane = laneOf(doc, noteOf(doc, id)?.laneId ?? '');
      return lane && lanePaper(lane);
    },
    add: addNotesTo,
    own: (doc, { id }) => {
      const { severity = null, impact = null, effort = null } = noteOf(doc, id) ?? {};
      return { severity, impact, effort };
    },
    set: setAll,
  },
  groups: {
    isGroup: ({ kind }) => kind === GROUP,
    of: groupOf,
    isFolded: (doc, { id }) => clusterOf(doc, id)?.folded ?? false,
    gather: gatherNotes,
    dissolve: (session, groups, options) =>
      session.run(unclusterNotes, { ids: groups.map(({ id }) => id as ClusterId) }, options),
    fold: (session, groups, folded, options) => {
      for (const { id } of groups) session.run(foldCluster, { id: id as ClusterId, folded }, options);
    },
  },
  free: null,
  panels: {
    Inspector: onDemand(async () => (await import('./JourneyInspector')).JourneyInspector),
    BarExtra: BarRatings,
    Above: DetailStrip,
    outlineLabel: (t) => t('editing.outline.label'),
    headings: new Set(['stage']),
    keyHints: ({ kind }, t) =>
      kind === 'detail'
        ? [{ keys: ['Enter'], text: t('editing.detail.openMap') }]
        : kind === 'lane'
          ? [{ keys: ['Plus', '-'], text: t('editing.bar.height') }]
          : kind === FACE
            ? [
                { keys: ['Up', 'Down'], text: t('editing.bar.valence') },
                { keys: ['Shift+Right'], text: t('editing.bar.shift') },
                { keys: ['Enter'], text: t('editing.bar.write') },
              ]
            : null,
    spokenValue: (doc, { kind, id }, lang) => {
      const point = kind === FACE ? pointOf(doc, id) : null;
      return point && formatValence(point.valence, lang);
    },
  },
  gestures,
  move: moveTarget,
  remove: (session, targets) => session.run(deleteTargets, { targets }),
  // A lock, or the last stage of the map.
  refusal: (targets, t) =>
    t(targets.some(({ kind }) => kind === 'note') ? 'editing.canvas.locked' : 'editing.inspector.lastStage'),
  duplicate: duplicateTargets,
  addNear: addNearTarget,
  actions: journeyActions,
  menu: journeyMenu,
};
