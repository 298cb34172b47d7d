import type { LaneId } from '@shared/base/ids';
import { deleteTargets } from '@shared/boards/journey-map/commands/deleteTargets';
import { formatValence } from '@shared/boards/journey-map/format';
import { journeyMapKind } from '@shared/boards/journey-map/kind';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type CellPlace, cellPlace, cellTarget } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import type { BoardEditing, CaptureRules, GestureHooks } from '@/editor/boardEditing';
import { dragPieces } from '@/editor/dragPieces';
import { addPointTo, addToCell } from './adding';
import { BarRatings } from './BarRatings';
import { curveSpot, dragFace } from './dragFace';
import { dragLane, dragStage, dragStep } from './dragHeaders';
import { journeyEditBox } from './editBoxes';
import { cellOf, exists, laneOf, noteOf, pointOf, whereIs } from './entities';
import { arrowOnFace, stepFace } from './faceKeys';
import { isFolded, setFolded } from './folding';
import { JourneyInspector } from './JourneyInspector';
import { addNearTarget, duplicateTargets, journeyActions } from './journeyActions';
import { journeyMenu } from './menus';
import { moveTarget, putInCell, takes } from './moving';
import { setNote } from './notes';
import { cellBeside, contentsOf, holdsNotes } from './places';
import { stopsOf } from './readingOrder';
import { targetLabel } from './selectionWords';
import { axisOf, hitRank, isContent, isDeletable, isMovable, siblingsOf, stepBox } from './targetRules';
import { isLocked, textOf, writeText } from './texts';

const FACE = 'emotion-point';

const stageFocus = (doc: JourneyMapDoc, chosen: Target): Target | null => {
  const { stageId } = whereIs(doc, chosen);
  return stageId ? { kind: 'stage', id: stageId } : null;
};

const inCell = <T>(place: Target, act: (cell: CellPlace) => T, otherwise: T): T => {
  const cell = cellPlace(place);
  return cell ? act(cell) : otherwise;
};
const asTarget = (cell: CellPlace | null): Target | null => cell && cellTarget(cell);

/** Notes follow one another; touchpoints go on from step to step; a figure leads to the next one; a face stands alone. */
function captureRules(doc: JourneyMapDoc, place: Target): CaptureRules {
  const kind = inCell(place, (cell) => laneOf(doc, cell.laneId)?.kind, undefined);
  if (!kind || kind === 'emotion') return { another: false, beside: 'stay' };
  if (holdsNotes(kind)) return { another: true, beside: 'add' };
  return { another: false, beside: kind === 'touchpoints' ? 'add' : 'walk' };
}

const gestures: GestureHooks<JourneyMapDoc> = {
  startDrag: (context, held, selection) => {
    switch (held.kind) {
      case FACE:
        return dragFace(context, held);
      case 'stage':
        return dragStage(context, held);
      case 'step':
        return dragStep(context, held);
      case 'lane':
        return dragLane(context, held);
      default:
        return dragPieces(context, held, selection);
    }
  },
  // A folded row opens wherever it is clicked.
  behind: ({ index, scene }, at) => {
    const isAcross = at.x > 0 && at.x < scene.width;
    const lane = index.list.find(({ target, box }) => target.kind === 'lane' && at.y >= box.y && at.y < box.y + box.h);
    return isAcross ? (lane?.target ?? null) : null;
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
  step: stepFace,
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
  },
  texts: {
    get: textOf,
    set: writeText,
    isLocked,
    // A quote is what is written of a face.
    writtenPart: (target) => (target.kind === FACE ? { kind: 'quote', id: target.id } : target),
    opensWhenAdded: ({ kind }) => kind !== FACE,
    vanishesEmpty: ({ kind }) => kind === 'note' || kind === 'touchpoint' || kind === 'indicator',
    // A face needs no words, an indicator is still to be measured.
    staysEmpty: ({ kind }) => kind === FACE || kind === 'indicator',
    box: journeyEditBox,
  },
  places: {
    isPlace: ({ kind }) => kind === 'cell',
    of: (doc, piece) => asTarget(cellOf(doc, piece)),
    contents: (doc, place) => inCell<readonly Target[]>(place, (cell) => contentsOf(doc, cell), []),
    beside: (doc, place, by) => inCell(place, (cell) => asTarget(cellBeside(doc, cell, by)), null),
    takes: (doc, place, piece) => inCell(place, (cell) => takes(doc, cell, piece), false),
    put: (session, piece, place, at, options) =>
      inCell(place, (cell) => putInCell(session, piece, cell, at, options), undefined),
    add: (session, place, at, options) => inCell(place, (cell) => addToCell(session, cell, at, options), null),
    capture: captureRules,
  },
  notes: {
    get: (doc, target) => (target.kind === 'note' ? noteOf(doc, target.id) : null),
    set: setNote,
  },
  panels: {
    Inspector: JourneyInspector,
    BarExtra: BarRatings,
    outlineLabel: (t) => t('editing.outline.label'),
    headings: new Set(['stage']),
    keyHints: ({ kind }, t) =>
      kind === FACE
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
