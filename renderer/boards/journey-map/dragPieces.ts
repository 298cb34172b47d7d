import { type CellPlace, cellPlace } from '@shared/boards/journey-map/targets';
import type { Box, Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import { type Drag, type DragContext, STILL } from './drag';
import { insertionAt } from './insertion';
import { putInCell, takes } from './moving';
import { contentsOf } from './places';
import { hasTarget, placeRank } from './targets';
import { isLocked } from './texts';

interface Landing {
  readonly place: CellPlace;
  readonly index: number;
}

let drops = 0;

/** Drags notes, touchpoints or indicators to another place; all of one kind follow the one that is held. */
export function dragPieces(context: DragContext, held: Target, selection: readonly Target[]): Drag | null {
  const { session, now, from } = context;
  const { doc } = now.inputs;
  const together = hasTarget(selection, held) ? selection.filter((one) => one.kind === held.kind) : [held];
  const targets = inReadingOrder(together.filter((one) => !isLocked(doc, one)));
  const groups = targets.flatMap((target) => now.index.get(targetKey(target))?.group ?? []);
  if (groups.length === 0) return null;
  const boxes = groups.map((group) => group.bounds);
  const hidden = new Map(targets.map((target) => [targetKey(target), 'all' as const]));
  let landing: Landing | null = null;

  function inReadingOrder(list: readonly Target[]): readonly Target[] {
    const order = (target: Target) => now.index.get(targetKey(target))?.order ?? 0;
    return [...list].sort((a, b) => order(a) - order(b));
  }

  const boxesIn = (place: CellPlace): readonly Box[] =>
    contentsOf(doc, place)
      .filter((target) => !hasTarget(targets, target))
      .flatMap((target) => now.index.get(targetKey(target))?.box ?? []);

  const drop = (): readonly Target[] => {
    if (!landing) return targets;
    const { place, index } = landing;
    drops += 1;
    const mergeKey = `drop:${drops}`;
    for (const [at, target] of targets.entries()) {
      putInCell(session, target, place, index + at, targets.length > 1 ? { mergeKey } : {});
    }
    return targets;
  };

  return {
    drop,
    move: (to) => {
      const dx = to.x - from.x;
      const dy = to.y - from.y;
      const lifted = { items: groups, boxes, dx, dy };
      const cell = now.index.at(to.x, to.y, placeRank);
      const place = cell ? cellPlace(cell.target) : null;
      landing = null;
      if (!cell || !place) return { ...STILL, hidden, lifted };
      if (!takes(doc, place, held))
        return { ...STILL, hidden, lifted, drop: { area: cell.box, line: null, allowed: false } };
      const { index, line } = insertionAt(to, boxesIn(place), cell.box);
      landing = { place, index };
      return { ...STILL, hidden, lifted, drop: { area: cell.box, line, allowed: true } };
    },
  };
}
