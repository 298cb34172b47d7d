import type { BoardId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { type Compared, type ComparedSide, type ComparedSource, factsOf, onlyCurve } from './comparedSides';
import type { OtherSide } from './comparisonLooked';
import { lastOf } from './lastOf';

interface Chosen {
  /** The map on screen. */
  readonly boardId: string;
  /** `map` and its id, `curve` and a persona's, a backup, a file. */
  readonly choice: string;
  readonly other: OtherSide | null;
  /** What the map on screen is called beside the other side. */
  readonly ours: string;
}

/** What a map is compared with. */
export interface ComparedWith extends Chosen {
  readonly source: ComparedSource;
}

/** What was chosen, ready to be compared; null where nothing is. */
export function comparedWith(chosen: Chosen & { readonly nameOf: (personaId: string) => string }): ComparedWith | null {
  const { nameOf, ...given } = chosen;
  const [kind, id = ''] = given.choice.split(' ');
  if (kind === 'curve') return { ...given, source: curves(id, nameOf) };
  return given.other && { ...given, source: sides(given.other, given.ours) };
}

/** Two personas of one map: the first one's curve beside another one's. */
function curves(id: string, nameOf: (personaId: string) => string): ComparedSource {
  return lastOf((doc: JourneyMapDoc) => {
    const facts = factsOf(doc);
    const all = facts.emotions.map(({ curve }) => curve);
    if (!all.includes(id)) return null;
    const side = (curve: string): ComparedSide => ({
      name: nameOf(curve),
      facts: onlyCurve(facts, curve),
      isHere: true,
    });
    return { a: side(all[0] ?? ''), b: side(id) };
  });
}

function sides({ name, read, isLater }: OtherSide, ours: string): ComparedSource {
  const of = lastOf((doc: JourneyMapDoc, theirDoc: JourneyMapDoc): Compared => {
    const mine: ComparedSide = { name: ours, facts: factsOf(doc), isHere: true };
    const theirs: ComparedSide = { name, facts: factsOf(theirDoc), isHere: false };
    return isLater ? { a: mine, b: theirs } : { a: theirs, b: mine };
  });
  // The other map may have been edited meanwhile.
  return (doc) => of(doc, read());
}

/** The other map of the same comparison; null where the other side is no map of the workshop. */
export function otherBoard({ choice }: Chosen): BoardId | null {
  const [kind, id] = choice.split(' ');
  return kind === 'map' && id ? (id as BoardId) : null;
}

/** The same comparison seen from the other map: A stays A. `read` gives the map that was on screen. */
export function turned(chosen: Chosen, read: () => JourneyMapDoc): ComparedWith | null {
  const { boardId, other, ours } = chosen;
  const id = otherBoard(chosen);
  if (!other || !id) return null;
  const back: OtherSide = { name: ours, read, isLater: !other.isLater };
  return { boardId: id, choice: `map ${boardId}`, other: back, ours: other.name, source: sides(back, other.name) };
}
