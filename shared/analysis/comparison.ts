import type { FactRef, MapFacts, Placed, StageFact } from './mapFacts';

/** What a difference is about. */
export type PieceKind = 'emotion' | 'indicator' | 'touchpoint' | 'note';

/** Something of one map, in the words and the figures that two maps are compared by. */
export interface Piece {
  readonly ref: FactRef;
  readonly kind: PieceKind;
  /** Kind of row of a note, curve of an emotion, metric of an indicator; empty for touchpoints. */
  readonly sort: string;
  readonly words: string;
  /** Valence or score; severity of pain points; null for what has none. */
  readonly value: number | null;
}

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly a: Piece | null;
  readonly b: Piece | null;
  /** The stage of `a` that a moved piece stood at; null for all others. */
  readonly from: StageFact | null;
  /** b − a of their values, where both have one and they differ; null elsewhere. */
  readonly change: number | null;
}

export interface StageComparison {
  readonly a: StageFact | null;
  readonly b: StageFact | null;
  readonly isRenamed: boolean;
  readonly differences: readonly Difference[];
  /** Pieces that both say alike. */
  readonly same: number;
}

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Pairs things of two lists, one with one: by their id, else by what they are called. What is left over comes alone. */
function paired<T>(
  a: readonly T[],
  b: readonly T[],
  idOf: (one: T) => string,
  nameOf: (one: T) => string,
): readonly { readonly a: T | null; readonly b: T | null }[] {
  const left = new Set(b);
  const match = new Map<T, T>();
  const take = (key: (one: T) => string) => {
    for (const one of a) {
      if (match.has(one) || key(one) === '') continue;
      const other = [...left].find((candidate) => key(candidate) === key(one));
      if (!other) continue;
      match.set(one, other);
      left.delete(other);
    }
  };
  take(idOf);
  take(nameOf);
  return [
    ...a.map((one) => ({ a: one as T | null, b: match.get(one) ?? null })),
    ...[...left].map((one) => ({ a: null, b: one })),
  ];
}

function piecesOf(map: MapFacts, stageId: string): readonly Piece[] {
  const here = (item: Placed) => item.stageId === stageId;
  const severity = new Map(map.pains.map(({ ref, severity: value }) => [ref.id, value]));
  return [
    ...map.emotions
      .filter(here)
      .map(({ ref, curve, words, valence }): Piece => ({ ref, kind: 'emotion', sort: curve, words, value: valence })),
    ...map.touchpoints
      .filter(here)
      .map(({ ref, words }): Piece => ({ ref, kind: 'touchpoint', sort: '', words, value: null })),
    ...map.indicators
      .filter(here)
      .map(({ ref, metric, value }): Piece => ({ ref, kind: 'indicator', sort: metric, words: '', value })),
    ...map.notes.filter(here).map(
      ({ ref, lane, words }): Piece => ({
        ref,
        kind: 'note',
        sort: lane,
        words,
        value: severity.get(ref.id) ?? null,
      }),
    ),
  ];
}

/** The name a piece is found by where ids differ: what it says; what says nothing, by its place among its like. */
function nameIn(pieces: readonly Piece[]): (piece: Piece) => string {
  const like = ({ kind, sort }: Piece) => `${kind}/${sort}`;
  const places = new Map<Piece, number>();
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    const count = counts.get(like(piece)) ?? 0;
    places.set(piece, count);
    counts.set(like(piece), count + 1);
  }
  return (piece) => {
    const words = plain(piece.words);
    const byPlace = piece.kind === 'emotion' || piece.kind === 'indicator' || words === '';
    return byPlace ? `${like(piece)}#${places.get(piece)}` : `${like(piece)}:${words}`;
  };
}

const FIGURE_DUST = 1e-9;

function compareStage(a: readonly Piece[], b: readonly Piece[]): Pick<StageComparison, 'differences' | 'same'> {
  const [nameA, nameB] = [nameIn(a), nameIn(b)];
  const inA = new Set(a);
  const pairs = paired(
    a,
    b,
    ({ ref }) => `${ref.kind}/${ref.id}`,
    (piece) => (inA.has(piece) ? nameA(piece) : nameB(piece)),
  );
  const differences: Difference[] = [];
  let same = 0;
  for (const pair of pairs) {
    if (!pair.a || !pair.b) {
      differences.push({ kind: pair.a ? 'removed' : 'added', ...pair, from: null, change: null });
      continue;
    }
    const [was, is] = [pair.a.value, pair.b.value];
    const isFigure = was !== is && !(was !== null && is !== null && Math.abs(is - was) < FIGURE_DUST);
    if (!isFigure && plain(pair.a.words) === plain(pair.b.words)) same += 1;
    else
      differences.push({
        kind: 'changed',
        ...pair,
        from: null,
        change: isFigure && was !== null && is !== null ? is - was : null,
      });
  }
  return { differences, same };
}

/**
 * What two maps say otherwise, stage by stage in the order of `a`, then those only `b` has: as it is and as it should be, two versions, two personas. Stages and pieces
 * are the same where they have the same id (a copy keeps its ids), else where they are called the same; curves and indicators without words, by their place.
 */
export function compareMaps(a: MapFacts, b: MapFacts): readonly StageComparison[] {
  const stages = paired<StageFact>(
    a.stages,
    b.stages,
    ({ id }) => id,
    ({ title }) => plain(title),
  ).map((pair) => ({
    ...pair,
    isRenamed: pair.a !== null && pair.b !== null && plain(pair.a.title) !== plain(pair.b.title),
    ...compareStage(pair.a ? piecesOf(a, pair.a.id) : [], pair.b ? piecesOf(b, pair.b.id) : []),
  }));
  return withMoves(stages);
}

/** What is gone from one stage and new at another is one thing that moved: by its id, else by its words. It is listed where it stands now. */
function withMoves(stages: readonly StageComparison[]): readonly StageComparison[] {
  const gone = stages.flatMap(({ a: stage, differences }) =>
    differences.flatMap(({ kind, a }) => (kind === 'removed' && a && stage ? [{ a, stage }] : [])),
  );
  const here = stages.flatMap(({ differences }) =>
    differences.flatMap(({ kind, b }) => (kind === 'added' && b ? [b] : [])),
  );
  const moves = new Map<Piece, { readonly a: Piece; readonly stage: StageFact }>();
  for (const { a, b } of paired<{ readonly piece: Piece; readonly stage: StageFact | null }>(
    gone.map(({ a: piece, stage }) => ({ piece, stage })),
    here.map((piece) => ({ piece, stage: null })),
    ({ piece }) => `${piece.ref.kind}/${piece.ref.id}`,
    // What says nothing is nothing that could be found again.
    ({ piece }) => (piece.words.trim() ? `${piece.kind}/${piece.sort}:${plain(piece.words)}` : ''),
  ))
    if (a?.stage && b) moves.set(b.piece, { a: a.piece, stage: a.stage });
  const left = new Set([...moves.values()].map(({ a }) => a));
  return stages.map((stage) => ({
    ...stage,
    differences: stage.differences.flatMap((one): readonly Difference[] => {
      if (one.kind === 'removed' && one.a && left.has(one.a)) return [];
      const move = one.kind === 'added' && one.b ? moves.get(one.b) : undefined;
      if (!move || !one.b) return [one];
      const [was, is] = [move.a.value, one.b.value];
      const change = was !== null && is !== null && Math.abs(is - was) >= FIGURE_DUST ? is - was : null;
      return [{ kind: 'moved', a: move.a, b: one.b, from: move.stage, change }];
    }),
  }));
}

/** A map with the emotions of one curve only: two personas of one map are compared so. Their curve is left out of the pairing, so that their points meet. */
export const withOneCurve = (map: MapFacts, curve: string): MapFacts => ({
  ...map,
  emotions: map.emotions.filter((point) => point.curve === curve).map((point) => ({ ...point, curve: '' })),
});
