import type { BoardId, StageId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { BoardController } from '@/editor/boardController';
import type { OtherBoard, OtherBoards } from '@/session/otherBoards';
import { currentT } from '@/ui/useT';
import { stageOf, whereIs } from '../entities';

type Controller = BoardController<JourneyMapDoc>;

/** A stage of another map that a map tells in detail. */
export interface DetailedStage {
  readonly board: BoardId;
  readonly boardTitle: string;
  readonly stageId: StageId;
  readonly stageTitle: string;
  /** From 1. */
  readonly number: number;
}

/** From which stage each map was opened last: where several lead to one map, that is the way back. */
const cameFrom = new Map<BoardId, { readonly board: BoardId; readonly stageId: StageId }>();

/** The map that tells a stage in detail; null where none does, or where it is gone. */
export function detailOf(controller: Controller, doc: JourneyMapDoc, stageId: string): BoardId | null {
  const linked = stageOf(doc, stageId)?.linkedBoardId ?? null;
  return controller
    .others()
    .list()
    .some(({ id }) => id === linked)
    ? linked
    : null;
}

/** Opens the map that tells a stage in detail, and remembers the way back; says so where there is none. */
export function openDetail(controller: Controller, stageId: string): boolean {
  const others = controller.others();
  const linked = detailOf(controller, controller.session.store.getState().doc, stageId);
  if (linked === null) {
    controller.refuse(currentT()('editing.detail.noMap'));
    return false;
  }
  cameFrom.set(linked, { board: others.self, stageId: stageId as StageId });
  void others.show(linked, null);
  return true;
}

/** The same for the stage of what is chosen. */
export function openChosenDetail(controller: Controller): boolean {
  const [only] = controller.selection();
  const { stageId } = only ? whereIs(controller.session.store.getState().doc, only) : { stageId: null };
  if (stageId) return openDetail(controller, stageId);
  controller.refuse(currentT()('editing.detail.noMap'));
  return false;
}

async function otherMaps(others: OtherBoards): Promise<readonly OtherBoard[]> {
  const maps = others.list().filter(({ kind }) => kind === 'journey-map');
  const read = await Promise.all(maps.map(({ id }) => others.read(id)));
  return read.filter((board) => board !== null);
}

/** Stages of the other maps that this one tells in detail, the one it was opened from first. */
export async function detailedHere(others: OtherBoards): Promise<readonly DetailedStage[]> {
  const last = cameFrom.get(others.self);
  const found = (await otherMaps(others)).flatMap(({ id, title, stages }) =>
    (stages ?? []).flatMap((stage, at): DetailedStage[] =>
      stage.detail === others.self
        ? [{ board: id, boardTitle: title, stageId: stage.id, stageTitle: stage.title, number: at + 1 }]
        : [],
    ),
  );
  const isLast = ({ board, stageId }: DetailedStage) => board === last?.board && stageId === last.stageId;
  return [...found.filter(isLast), ...found.filter((one) => !isLast(one))];
}

/** Shows the stage that this map tells in detail. */
export function showDetailed(others: OtherBoards, { board, stageId }: DetailedStage): void {
  void others.show(board, { kind: 'stage', id: stageId });
}

/** Goes back to the stage that this map tells in detail; says so where it tells none. */
export function goBackToMap(controller: Controller): boolean {
  const others = controller.others();
  void detailedHere(others).then(([first]) => {
    if (first) showDetailed(others, first);
    else controller.refuse(currentT()('editing.detail.noParent'));
  });
  return true;
}

/** True when a map leads back to this one, by itself or through others: a stage of this one told in detail by it would make a circle. */
export async function leadsBack(others: OtherBoards, id: BoardId): Promise<boolean> {
  const byId = new Map((await otherMaps(others)).map((map) => [map.id, map]));
  const seen = new Set<BoardId>();
  const leads = (from: BoardId): boolean => {
    if (from === others.self) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (byId.get(from)?.stages ?? []).some(({ detail }) => detail != null && leads(detail));
  };
  return leads(id);
}
