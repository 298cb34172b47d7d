import type { BlockId } from '@shared/base/ids';
import { moveBlock } from '@shared/boards/persona/commands/blocks';
import { moveEvidence } from '@shared/boards/persona/commands/evidence';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { blocksInOrder, entriesOf, evidenceInOrder, shownBlocks } from '@shared/boards/persona/order';
import type { Target } from '@shared/scene/primitives';
import type { Direction } from '@/canvas/neighbour';
import type { RunOptions, Session } from '@/session/session';
import { blockTargetOf, entryOf, evidenceById } from './entities';
import { blockBeside, putIn } from './places';

type PersonaSession = Session<PersonaDoc>;
const docOf = (session: PersonaSession): PersonaDoc => session.store.getState().doc;
const sign = (direction: Direction): 1 | -1 => (direction === 'left' || direction === 'up' ? -1 : 1);
const isAcross = (direction: Direction): boolean => direction === 'left' || direction === 'right';

/** Up and down within its block and past its edges; sideways to the block beside. */
function moveEntryBy(session: PersonaSession, target: Target, direction: Direction, options: RunOptions): boolean {
  const doc = docOf(session);
  const entry = entryOf(doc, target);
  if (!entry) return false;
  const by = sign(direction);
  const place = blockTargetOf(entry.block);
  const to = entriesOf(doc, entry.block).findIndex(({ id }) => id === entry.id) + by;
  if (!isAcross(direction) && to >= 0 && to < entriesOf(doc, entry.block).length) {
    putIn(session, target, place, to, options);
    return true;
  }
  const next = blockBeside(doc, place, by);
  if (!next) return false;
  putIn(session, target, next, by > 0 ? 0 : null, options);
  return true;
}

/** Among the shown blocks; hidden ones between them are passed. */
export function moveBlockBy(session: PersonaSession, id: BlockId, by: 1 | -1, options: RunOptions = {}): boolean {
  const doc = docOf(session);
  const shown = shownBlocks(doc);
  const neighbour = shown[shown.findIndex((block) => block.id === id) + by];
  if (!neighbour) return false;
  putBlock(session, id, neighbour.id, by > 0, options);
  return true;
}

/** Puts a block before or behind another one. */
export function putBlock(
  session: PersonaSession,
  id: BlockId,
  beside: BlockId,
  behind: boolean,
  options: RunOptions = {},
): void {
  const others = blocksInOrder(docOf(session)).filter((block) => block.id !== id);
  const at = others.findIndex((block) => block.id === beside);
  if (at >= 0) session.run(moveBlock, { id, to: behind ? at + 1 : at }, options);
}

/** Moves a thing one place in a direction (Alt and an arrow). False when it cannot go there. */
export function moveTarget(
  session: PersonaSession,
  target: Target,
  direction: Direction,
  options: RunOptions = {},
): boolean {
  switch (target.kind) {
    case 'entry':
    case 'entry-opposite':
    case 'entry-value':
    case 'entry-unit':
      return moveEntryBy(session, target, direction, options);
    case 'block':
    case 'block-title':
      return moveBlockBy(session, target.id as BlockId, sign(direction), options);
    case 'evidence': {
      const item = evidenceById(docOf(session), target.id);
      const all = evidenceInOrder(docOf(session));
      const to = all.findIndex(({ id }) => id === item?.id) + sign(direction);
      if (!item || to < 0 || to >= all.length) return false;
      session.run(moveEvidence, { id: item.id, to }, options);
      return true;
    }
    default:
      return false;
  }
}
