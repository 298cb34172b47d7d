import type { Piece } from '@shared/analysis/comparedPieces';
import type { MapComparison } from '@shared/analysis/comparison';
import type { Listed, Sign } from '@shared/analysis/differenceSigns';
import { screenMetrics } from '@shared/boards/journey-map/layout/screenMetrics';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { emotionLevel } from '@shared/boards/pieces/valence';
import { differenceKey, pieceWords } from '@shared/exchange/differenceWords';
import { translator } from '@shared/i18n/translate';
import type { Box } from '@shared/scene/primitives';
import type { SceneNow } from '@/editor/boardScene';
import type { Compared } from './comparedSides';
import { type PlacedDifference, pieceHere, pieceThere, placeDifferences, placesOn, sideHere } from './differencePlaces';
import { type OtherCurve, otherCurve } from './otherCurve';

/** A sign on the board; boxes are in scene units. */
export interface Mark {
  readonly sign: Sign;
  /** What is framed, or where ghosts are counted. */
  readonly box: Box;
  readonly look: 'piece' | 'station' | 'figure' | 'face' | 'path-face' | 'line' | 'ghost-face' | 'count';
  /** Keys of the differences it stands for. */
  readonly keys: readonly string[];
  /** Counts at one corner stand side by side: how many lie to the right of this one. */
  readonly slot: number;
  /** Level of a ghost's face. */
  readonly level: ReturnType<typeof emotionLevel> | null;
}

/** What the other side says of the difference that is looked at. */
export interface Card {
  readonly mark: Mark;
  readonly letter: 'A' | 'B';
  readonly name: string;
  readonly words: string;
  readonly isGhost: boolean;
}

/** Everything that is laid over the board, in scene units. */
export interface DifferencePicture {
  readonly placed: ReadonlyMap<string, PlacedDifference>;
  readonly marks: readonly Mark[];
  readonly curve: OtherCurve | null;
  readonly current: Mark | null;
  readonly card: Card | null;
}

export interface PictureOf {
  readonly found: MapComparison;
  readonly compared: Compared;
  /** What is shown of it. */
  readonly all: readonly Listed[];
  readonly current: string | null;
}

export function differencePicture(of: PictureOf, now: SceneNow<JourneyMapDoc>): DifferencePicture {
  const { found, compared, all } = of;
  const places = placesOn(now);
  const given = { found, compared, places };
  const curve = otherCurve(all, now, given);
  const placed = new Map(placeDifferences(all, now, given).map((one) => [differenceKey(one.listed.difference), one]));
  const marks = marksOf([...placed], compared, curve, now);
  const current = marks.find(({ keys }) => of.current !== null && keys.includes(of.current)) ?? null;
  return { placed, marks, curve, current, card: current && cardOf(of, placed, current, now) };
}

/** Along a path pieces stand so near to each other that frames would cover words. */
function lookOf(piece: Piece | null, { info }: JourneyMapDoc): Mark['look'] {
  if (piece?.kind === 'emotion') return info.form === 'path' ? 'path-face' : 'face';
  if (piece?.kind === 'moment') return 'line';
  if (info.form !== 'path') return 'piece';
  return piece?.kind === 'touchpoint' ? 'station' : 'figure';
}

function marksOf(
  placed: readonly (readonly [string, PlacedDifference])[],
  compared: Compared,
  curve: OtherCurve | null,
  now: SceneNow<JourneyMapDoc>,
): readonly Mark[] {
  const { face } = screenMetrics(now.inputs.compact ? 'compact' : 'screen').emotion;
  const counts = new Map<string, Mark>();
  const corners = new Map<string, number>();
  const marks = placed.flatMap(([key, { listed, box, ghostKey }]): Mark[] => {
    const { sign } = listed;
    const mine = pieceHere(listed, compared);
    if (ghostKey === null) {
      return [{ sign, box, look: lookOf(mine, now.inputs.doc), keys: [key], slot: 0, level: null }];
    }
    const there = pieceThere(listed, compared);
    const spot = there?.kind === 'emotion' ? curve?.points.get(there.ref.id) : undefined;
    if (spot && there && !mine) {
      const around = { x: spot.x - face / 2, y: spot.y - face / 2, w: face, h: face };
      return [{ sign, box: around, look: 'ghost-face', keys: [key], slot: 0, level: emotionLevel(there.value ?? 0) }];
    }
    const at = `${sign} ${ghostKey}`;
    const before = counts.get(at);
    const corner = `${Math.round(box.x + box.w)} ${Math.round(box.y + box.h)}`;
    const slot = before?.slot ?? corners.get(corner) ?? 0;
    if (!before) corners.set(corner, slot + 1);
    counts.set(at, { sign, box, look: 'count', keys: [...(before?.keys ?? []), key], slot, level: null });
    return [];
  });
  return [...marks, ...counts.values()];
}

/** The other side's words, where it has some and they are not the same. */
function cardOf(
  { compared, current }: PictureOf,
  placed: DifferencePicture['placed'],
  mark: Mark,
  now: SceneNow<JourneyMapDoc>,
): Card | null {
  const one = placed.get(current ?? '');
  const there = one && pieceThere(one.listed, compared);
  if (!one || !there) return null;
  const { lang } = now.inputs;
  const t = translator(lang);
  const mine = pieceHere(one.listed, compared);
  const words = pieceWords(there, t, lang);
  if (mine && pieceWords(mine, t, lang) === words) return null;
  const side = sideHere(compared) === 'a' ? 'b' : 'a';
  return { mark, letter: side === 'a' ? 'A' : 'B', name: compared[side].name, words, isGhost: !mine };
}
