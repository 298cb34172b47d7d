import type { AnyDoc } from '@shared/model/document';
import type { Box, Target } from '@shared/scene/primitives';
import { targetKey } from '@/canvas/targetIndex';
import { type Drag, type DragContext, STILL } from './drag';
import { insertionAt } from './insertion';
import { hasTarget } from './targets';

interface Landing {
  readonly place: Target;
  readonly index: number;
}

let drops = 0;

/** Drags pieces to another place; all of one kind follow the one that is held. */
export function dragPieces<Doc extends AnyDoc>(
  context: DragContext<Doc>,
  held: Target,
  selection: readonly Target[],
): Drag<Doc> | null {
  const { session, now, from, plug } = context;
  const { places, texts } = plug;
  const { doc } = now.inputs;
  const together = hasTarget(selection, held) ? selection.filter((one) => one.kind === held.kind) : [held];
  const targets = inReadingOrder(together.filter((one) => !texts.isLocked(doc, one)));
  const groups = targets.flatMap((target) => now.index.get(targetKey(target))?.group ?? []);
  if (groups.length === 0) return null;
  const boxes = groups.map((group) => group.bounds);
  const hidden = new Map(targets.map((target) => [targetKey(target), 'all' as const]));
  const placeRank = (target: Target): number => (hasTarget(targets, target) ? -1 : places.rank(target, held));
  let landing: Landing | null = null;

  function inReadingOrder(list: readonly Target[]): readonly Target[] {
    const order = (target: Target) => now.index.get(targetKey(target))?.order ?? 0;
    return [...list].sort((a, b) => order(a) - order(b));
  }

  const boxesIn = (place: Target): readonly Box[] =>
    places
      .contents(doc, place)
      .filter((target) => !hasTarget(targets, target))
      .flatMap((target) => now.index.get(targetKey(target))?.box ?? []);

  const drop = (): readonly Target[] => {
    if (!landing) return targets;
    const { place, index } = landing;
    drops += 1;
    const mergeKey = `drop:${drops}`;
    for (const [at, target] of targets.entries()) {
      places.put(session, target, place, index + at, targets.length > 1 ? { mergeKey } : {});
    }
    return targets;
  };

  return {
    drop,
    move: (to) => {
      const dx = to.x - from.x;
      const dy = to.y - from.y;
      const lifted = { items: groups, boxes, dx, dy };
      const over = now.index.at(to.x, to.y, placeRank);
      landing = null;
      if (!over) return { ...STILL, hidden, lifted };
      if (!places.takes(doc, over.target, held))
        return { ...STILL, hidden, lifted, drop: { area: over.box, line: null, allowed: false } };
      const { index, line } = insertionAt(to, boxesIn(over.target), over.box);
      landing = { place: over.target, index };
      return { ...STILL, hidden, lifted, drop: { area: over.box, line, allowed: true } };
    },
  };
}
