import { translator } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { Box, Target } from '@shared/scene/primitives';
import { union } from '@/canvas/boxes';
import type { Modifiers } from '@/canvas/pointerMachine';
import { targetKey } from '@/canvas/targetIndex';
import { type Drag, type DragContext, STILL } from './drag';
import { insertionAt } from './insertion';
import { hasTarget } from './targets';

interface Landing {
  readonly place: Target;
  readonly index: number;
}

let drops = 0;

/** Drags pieces to another place, or copies of them while Alt is held; all of one kind follow the one that is held, in their order. */
export function dragPieces<Doc extends AnyDoc>(
  context: DragContext<Doc>,
  held: Target,
  selection: readonly Target[],
): Drag<Doc> | null {
  const { session, now, from, plug, lang } = context;
  const { groups, places, texts } = plug;
  const { doc } = now.inputs;
  const order = (target: Target) => now.index.get(targetKey(target))?.order ?? 0;
  const together = (hasTarget(selection, held) ? selection.filter((one) => one.kind === held.kind) : [held])
    .filter((one) => now.index.get(targetKey(one)) !== null)
    .sort((a, b) => order(a) - order(b));
  // What is locked stays, but may be copied.
  const movable = together.filter((one) => !texts.isLocked(doc, one));
  // A group goes with its notes.
  const withNotes = (targets: readonly Target[]) =>
    targets.flatMap((target) => [target, ...(groups.isGroup(target) ? places.contents(doc, target) : [])]);
  const drawingsOf = (targets: readonly Target[]) =>
    targets.flatMap((target) => now.index.get(targetKey(target))?.group ?? []);
  const top = now.index.get(targetKey(held))?.box.y ?? from.y;
  let landing: Landing | null = null;
  // In words too: the red alone says nothing to those who do not see it as red.
  const isOfNotes = plug.notes.get(doc, held) !== null || groups.isGroup(held);
  const refusal = translator(lang)(isOfNotes ? 'editing.canvas.takesNoNotes' : 'editing.canvas.notHere');

  /** What stands in a place and is drawn, with its index among all of it: a filter may hide some. */
  const drawnIn = (rest: readonly Target[]): readonly { readonly at: number; readonly box: Box }[] =>
    rest.flatMap((target, at) => {
      const box = now.index.get(targetKey(target))?.box;
      return box ? [{ at, box }] : [];
    });

  /** The row that takes nothing, as far as it goes: the piece in the hand covers the one place under it. */
  const refusing = (box: Box): Box => {
    const along = { x: 0, y: box.y + box.h / 2, w: now.scene.width, h: 0 };
    return now.index
      .touching(along)
      .filter(({ target }) => places.rank(target, held) >= 0 && !places.takes(doc, target, held))
      .reduce((whole, placed) => union(whole, placed.box), box);
  };

  const drop = (mods: Modifiers): readonly Target[] => {
    if (!landing) return together;
    const { place, index } = landing;
    drops += 1;
    const mergeKey = `drop:${drops}`;
    const targets = mods.alt ? plug.duplicate(session, together, { mergeKey }) : movable;
    const options = mods.alt || targets.length > 1 ? { mergeKey } : {};
    // All of them out of the way first: then each index counts what it was counted among.
    if (targets.length > 1) for (const target of targets) places.put(session, target, place, null, options);
    for (const [at, target] of targets.entries()) places.put(session, target, place, index + at, options);
    return targets.length > 0 ? targets : together;
  };

  return {
    drop,
    move: (to, mods) => {
      const carried = mods.alt ? together : movable;
      const all = withNotes(carried);
      const items = drawingsOf(all);
      landing = null;
      if (items.length === 0) return STILL;
      const boxes = drawingsOf(carried).map(({ bounds }) => bounds);
      const lifted = { items, boxes, dx: to.x - from.x, dy: to.y - from.y };
      // A copy leaves what it is made of where it is.
      const hidden = new Map(mods.alt ? [] : all.map((target) => [targetKey(target), 'all' as const]));
      // Above what is held, which would cover it.
      const above = { x: to.x, y: Math.min(to.y, top + lifted.dy) };
      const badge = mods.alt ? { text: '+', at: above } : null;
      const picture = { ...STILL, hidden, lifted, badge };
      const over = now.index.at(to.x, to.y, (target) => (hasTarget(all, target) ? -1 : places.rank(target, held)));
      if (!over) return picture;
      if (!places.takes(doc, over.target, held)) {
        return {
          ...picture,
          badge: { text: refusal, at: above },
          drop: { area: refusing(over.box), line: null, allowed: false },
        };
      }
      const gone = mods.alt ? [] : carried;
      const rest = places.contents(doc, over.target).filter((target) => !hasTarget(gone, target));
      const drawn = drawnIn(rest);
      const { index, line } = insertionAt(
        to,
        drawn.map(({ box }) => box),
        over.box,
      );
      landing = { place: over.target, index: drawn[index]?.at ?? rest.length };
      return { ...picture, drop: { area: over.box, line, allowed: true } };
    },
  };
}
