import type { Piece } from '@shared/analysis/comparedPieces';
import type { MapComparison } from '@shared/analysis/comparison';
import type { Listed } from '@shared/analysis/differenceSigns';
import type { LaneId, StageId, StepId } from '@shared/base/ids';
import type { JourneyMapDoc, Lane } from '@shared/boards/journey-map/model';
import { lanesInOrder } from '@shared/boards/journey-map/order';
import { cellPlace, cellTarget, TITLE_TARGET } from '@shared/boards/journey-map/targets';
import { laneOf } from '@shared/exchange/differenceWords';
import type { Box, Target } from '@shared/scene/primitives';
import { union } from '@/canvas/boxes';
import { targetKey } from '@/canvas/targetIndex';
import type { SceneNow } from '@/editor/boardScene';
import type { Compared } from './comparedSides';

/** Which side of a comparison the map on screen is; of two personas of one map, the second. */
export const sideHere = ({ b }: Compared): 'a' | 'b' => (b.isHere ? 'b' : 'a');

/** The piece of a difference that the map on screen has, or null where only the other side has it. */
export function pieceHere({ difference }: Listed, { a, b }: Compared): Piece | null {
  return (b.isHere && difference.b) || (a.isHere && difference.a) || null;
}

/** What the other side says of it; null where it says nothing. */
export const pieceThere = ({ difference }: Listed, compared: Compared): Piece | null =>
  sideHere(compared) === 'b' ? difference.a : difference.b;

/** Where on this map something of the other one would stand. */
export interface GhostPlace {
  readonly stageId: string | null;
  readonly stepId: string | null;
}

/** Finds the places of the other side on this map. */
export function ghostPlaces(found: MapComparison, compared: Compared): (piece: Piece, row: number) => GhostPlace {
  const here = sideHere(compared);
  const steps = here === 'b' ? found.steps : new Map([...found.steps].map(([a, b]) => [b, a]));
  return ({ stepId }, row) => ({
    stageId: found.stages[row]?.[here]?.id ?? null,
    stepId: (stepId !== null && steps.get(stepId)) || null,
  });
}

const laneFor = (doc: JourneyMapDoc, piece: Piece): Lane | null => {
  const kind = laneOf(piece);
  const all = lanesInOrder(doc).filter((lane) => lane.kind === kind);
  return all.find(({ hidden }) => !hidden) ?? all[0] ?? null;
};

/** Things of this map that a ghost may be told of, the nearest first: its cell, its stage, the map. */
export function ghostTargets(doc: JourneyMapDoc, piece: Piece, place: GhostPlace): readonly Target[] {
  const lane = laneFor(doc, piece);
  const { stageId, stepId } = place;
  if (stageId === null) return [TITLE_TARGET];
  const cell = (step: string | null) =>
    cellTarget({ laneId: lane?.id as LaneId, stageId: stageId as StageId, stepId: step as StepId | null });
  return [
    ...(stepId !== null && piece.kind === 'moment' ? [{ kind: 'step', id: stepId }] : []),
    ...(lane && !lane.byPersona ? [...(stepId === null ? [] : [cell(stepId)]), cell(null)] : []),
    { kind: 'stage', id: stageId },
  ];
}

/** Where stages, columns, rows and cells of a map are drawn. */
export interface MapPlaces {
  readonly stages: ReadonlyMap<string, Box>;
  readonly lanes: ReadonlyMap<string, Box>;
  /** Cells by row, stage and step, of whichever persona. */
  readonly cells: ReadonlyMap<string, Box>;
  /** The columns of moments. */
  readonly steps: ReadonlyMap<string, Box>;
  readonly curves: ReadonlyMap<string, Box>;
}

export function placesOn({ index }: SceneNow<JourneyMapDoc>): MapPlaces {
  const places = { stages: new Map(), lanes: new Map(), cells: new Map(), steps: new Map(), curves: new Map() };
  const add = (into: Map<string, Box>, key: string, box: Box) => {
    const before = into.get(key);
    into.set(key, before ? union(before, box) : box);
  };
  for (const { target, box } of index.list) {
    if (target.kind === 'stage') add(places.stages, target.id, box);
    else if (target.kind === 'lane') add(places.lanes, target.id, box);
    else if (target.kind === 'curve') add(places.curves, target.id, box);
    const cell = cellPlace(target);
    if (!cell) continue;
    add(places.cells, `${cell.laneId}/${cell.stageId}/${cell.stepId ?? ''}`, box);
    if (cell.stepId) add(places.steps, cell.stepId, box);
  }
  return places;
}

const SLIVER = 2;
const BELOW = 14;

/** Where a ghost stands: in its cell, else where its row crosses its stage, else on its stage; beside the next stage where this map has not got its own. */
function ghostBox(
  piece: Piece,
  place: GhostPlace,
  row: number,
  on: OnMap,
): { readonly box: Box; readonly key: string } {
  const { doc, places, found, side } = on;
  const stage = place.stageId === null ? undefined : places.stages.get(place.stageId);
  if (!stage || !place.stageId) return betweenStages(row, found, side, places);
  const lane = laneFor(doc, piece);
  const laneBox = lane && places.lanes.get(lane.id);
  if (!lane || !laneBox) return { box: stage, key: `stage ${place.stageId}` };
  const ids = [place.stepId, null].map((step) => `${lane.id}/${place.stageId}/${step ?? ''}`);
  const last = [...places.cells.keys()].findLast((key) => key.startsWith(`${lane.id}/${place.stageId}/`));
  for (const key of [...ids, last]) {
    const box = key === undefined ? undefined : places.cells.get(key);
    if (box) return { box, key: `cell ${key}` };
  }
  return {
    box: { x: stage.x, w: stage.w, y: laneBox.y, h: laneBox.h },
    key: `crossing ${lane.id}/${place.stageId}`,
  };
}

/** The edge where a stage of the other map would stand between two of this one. */
function betweenStages(
  row: number,
  { stages }: MapComparison,
  side: 'a' | 'b',
  places: MapPlaces,
): { readonly box: Box; readonly key: string } {
  const boxOf = (at: number) => places.stages.get(stages[at]?.[side]?.id ?? '');
  for (let at = row - 1; at >= 0; at -= 1) {
    const box = boxOf(at);
    if (box) return { box: { x: box.x + box.w - SLIVER, y: box.y, w: SLIVER, h: box.h }, key: `behind ${at}` };
  }
  for (let at = row + 1; at < stages.length; at += 1) {
    const box = boxOf(at);
    // Across the lower edge, where the name of the rows leaves room.
    if (box) return { box: { x: box.x, y: box.y, w: SLIVER, h: box.h + BELOW }, key: `before ${at}` };
  }
  return { box: { x: 0, y: 0, w: SLIVER, h: SLIVER }, key: 'nowhere' };
}

interface OnMap {
  readonly doc: JourneyMapDoc;
  readonly places: MapPlaces;
  readonly found: MapComparison;
  readonly side: 'a' | 'b';
}

/** A difference with where it is shown. */
export interface PlacedDifference {
  readonly listed: Listed;
  /** In units of the scene: of the piece, or of the place it would have. */
  readonly box: Box;
  /** Ghosts of one place have one sign together; null for pieces that are drawn. */
  readonly ghostKey: string | null;
  /** What is chosen when it is looked at. */
  readonly target: Target | null;
}

/** Where every difference stands on the map as it is drawn. */
export function placeDifferences(
  all: readonly Listed[],
  now: SceneNow<JourneyMapDoc>,
  { found, compared, places }: { found: MapComparison; compared: Compared; places: MapPlaces },
): readonly PlacedDifference[] {
  const { doc } = now.inputs;
  const side = sideHere(compared);
  const placeOf = ghostPlaces(found, compared);
  const on: OnMap = { doc, places, found, side };
  return all.flatMap((listed): PlacedDifference[] => {
    const mine = pieceHere(listed, compared);
    const drawn = mine && now.index.get(targetKey(mine.ref));
    if (mine && drawn) return [{ listed, box: drawn.box, ghostKey: null, target: mine.ref }];
    const column = mine?.kind === 'moment' ? columnHead(mine, places) : null;
    if (mine && column) return [{ listed, box: column, ghostKey: null, target: mine.ref }];
    const piece = mine ?? pieceThere(listed, compared) ?? listed.difference.a ?? listed.difference.b;
    if (!piece) return [];
    const place = mine ? { stageId: mine.stageId, stepId: mine.stepId } : placeOf(piece, listed.row);
    const { box, key } = ghostBox(piece, place, listed.row, on);
    const chosen = ghostTargets(doc, piece, place).find(
      (target) => now.index.get(targetKey(target)) !== null && target !== TITLE_TARGET,
    );
    return [{ listed, box, ghostKey: key, target: chosen ?? null }];
  });
}

/** The edge of its stage's header over the column of a moment, which has no header of its own. */
function columnHead(piece: Piece, { steps, stages }: MapPlaces): Box | null {
  const [column, stage] = [steps.get(piece.stepId ?? ''), stages.get(piece.stageId)];
  return column && stage ? { x: column.x, y: stage.y + stage.h - SLIVER, w: column.w, h: SLIVER } : null;
}
