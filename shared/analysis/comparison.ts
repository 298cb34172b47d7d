import { folded, type Piece, type PieceKind, piecesOf, plain } from './comparedPieces';
import type { MapFacts, StageFact, StepFact } from './mapFacts';
import { byKey, leftOf, type Pairs, pairByKey, pairByLikeness, pairByPlace, unpaired } from './pairing';

export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly a: Piece | null;
  readonly b: Piece | null;
  /** The stage or the moment of `a` that a moved piece stood at; null for all others. */
  readonly from: StageFact | StepFact | null;
  /** b − a of their values, where both have one and they differ; null elsewhere. */
  readonly change: number | null;
}

export interface StageComparison {
  readonly a: StageFact | null;
  readonly b: StageFact | null;
  readonly isRenamed: boolean;
  readonly differences: readonly Difference[];
  /** Pieces that both say alike; moments are not counted. */
  readonly same: number;
}

export interface MapComparison {
  readonly stages: readonly StageComparison[];
  /** The maps were made apart: nothing of one has the id of anything of the other, so what belongs together was found by words and by place. */
  readonly areStrangers: boolean;
  /** Moments that belong together: ids of `b` by ids of `a`. */
  readonly steps: ReadonlyMap<string, string>;
}

/** The curve of a point, as it is compared: where either map has one curve alone, those two belong together, whoever they are of. */
function curveNames(a: MapFacts, b: MapFacts): (curve: string) => string {
  const isOne = ({ emotions }: MapFacts) => new Set(emotions.map(({ curve }) => curve)).size === 1;
  return isOne(a) && isOne(b) ? () => '' : (curve) => curve;
}

const idsOf = ({ stages, steps, emotions, touchpoints, indicators, notes }: MapFacts): readonly string[] => [
  ...[...stages, ...steps].map(({ id }) => id),
  ...[...emotions, ...touchpoints, ...indicators, ...notes].map(({ ref }) => ref.id),
];

/** True for maps of which nothing has the same id. */
function areApart(a: MapFacts, b: MapFacts): boolean {
  const known = new Set(idsOf(a));
  return !idsOf(b).some((id) => known.has(id));
}

/** Stages by their id, else by their title; of strangers also by titles that are much alike. */
function pairStages(a: MapFacts, b: MapFacts, areStrangers: boolean): Pairs<StageFact> {
  const pairs = unpaired(a.stages, b.stages);
  pairByKey(pairs, ({ id }) => id);
  pairByKey(pairs, ({ title }) => folded(title) || (areStrangers ? '' : null));
  const anywhere = () => '';
  if (areStrangers) pairByLikeness(pairs, ({ title }) => title, anywhere, anywhere);
  return pairs;
}

/** Names of what belongs together: the ids of `a`, null for what has no partner. */
interface Common {
  readonly stage: (side: 'a' | 'b', id: string) => string | null;
  readonly step: (side: 'a' | 'b', id: string | null) => string | null;
}

const commonOf = <T extends { readonly id: string }>(pairs: Pairs<T>) => {
  const a = new Map([...pairs.ofA.keys()].map(({ id }) => [id, id]));
  const b = new Map([...pairs.ofB].map(([one, other]) => [one.id, other.id]));
  return (side: 'a' | 'b', id: string): string | null => (side === 'a' ? a : b).get(id) ?? null;
};

/** Moments by their id, else by their title within their stage; of strangers also by titles much alike, and those left over in order where they are as many. */
function pairSteps(a: MapFacts, b: MapFacts, stage: Common['stage'], areStrangers: boolean): Pairs<StepFact> {
  const pairs = unpaired(a.steps, b.steps);
  pairByKey(pairs, ({ id }) => id);
  const at = (side: 'a' | 'b') => (step: StepFact) => stage(side, step.stageId);
  const titled = (side: 'a' | 'b') => (step: StepFact) => {
    const [where, title] = [stage(side, step.stageId), folded(step.title)];
    return where && title ? `${where}/${title}` : null;
  };
  pairByKey(pairs, titled('a'), titled('b'));
  if (!areStrangers) return pairs;
  pairByLikeness(pairs, ({ title }) => title, at('a'), at('b'));
  pairByPlace(pairs, at('a'), at('b'), Number.POSITIVE_INFINITY);
  return pairs;
}

const like = ({ kind, sort }: Piece): string => `${kind}/${sort}`;
/** Found by where they stand, not by what they say: a felt point, a figure. */
const isByPlace = ({ kind }: Piece): boolean => kind === 'emotion' || kind === 'indicator';
const isMoment = ({ kind }: Piece): boolean => kind === 'moment';

type KeyOnSide = (side: 'a' | 'b') => (piece: Piece) => string | null;

/**
 * Which pieces are the same: by their id wherever they stand, else by their words in their moment, in their stage, at another stage; felt points and figures by their moment. Of
 * strangers what is left over is paired by common words within stage and row, then where one of each is left in the same place.
 */
function pairPieces(a: MapFacts, b: MapFacts, common: Common, areStrangers: boolean): Pairs<Piece> {
  const curveOf = curveNames(a, b);
  const pairs = unpaired(piecesOf(a, curveOf), piecesOf(b, curveOf));
  const both = (key: KeyOnSide) => [key('a'), key('b')] as const;
  // Moments were paired before.
  pairByKey(pairs, ...both((side) => (piece) => (isMoment(piece) ? common.step(side, piece.stepId) : null)));
  pairByKey(pairs, (piece) => (isMoment(piece) ? null : `${piece.ref.kind}/${piece.ref.id}`));
  const inStage: KeyOnSide = (side) => (piece) => {
    const stage = common.stage(side, piece.stageId);
    return stage === null || isMoment(piece) ? null : `${stage}/${like(piece)}`;
  };
  const inMoment: KeyOnSide = (side) => (piece) => {
    const [stage, step] = [inStage(side)(piece), common.step(side, piece.stepId)];
    return stage === null || (step === null && piece.stepId !== null) ? null : `${stage}/${step ?? ''}`;
  };
  const said =
    (where: KeyOnSide): KeyOnSide =>
    (side) =>
    (piece) => {
      const key = where(side)(piece);
      return key === null ? null : isByPlace(piece) ? key : `${key}:${folded(piece.words)}`;
    };
  const ofWords =
    (where: KeyOnSide): KeyOnSide =>
    (side) =>
    (piece) =>
      isByPlace(piece) ? null : where(side)(piece);
  pairByKey(pairs, ...both(said(inMoment)));
  pairByKey(pairs, ...both(ofWords(said(inStage))));
  // What says nothing is nothing that could be found again elsewhere.
  pairByKey(pairs, (piece) =>
    isByPlace(piece) || isMoment(piece) || folded(piece.words) === '' ? null : `${like(piece)}:${folded(piece.words)}`,
  );
  if (!areStrangers) return pairs;
  pairByLikeness(pairs, ({ words }) => words, ...both(ofWords(inStage)));
  pairByPlace(pairs, ...both(inMoment));
  pairByPlace(pairs, ...both(ofWords(inStage)));
  pairByKey(pairs, ...both((side) => (piece) => (isByPlace(piece) ? inStage(side)(piece) : null)));
  return pairs;
}

/** In this order the pieces of a stage are told. */
const ROWS: readonly PieceKind[] = ['moment', 'emotion', 'touchpoint', 'indicator', 'note'];

const FIGURE_DUST = 1e-9;

/** Where a pair moved from: another stage, or another moment of its stage; null where it stayed. Moments that have no partner are no other place. */
function movedFrom(a: Piece, b: Piece, map: MapFacts, common: Common): StageFact | StepFact | null {
  if (common.stage('a', a.stageId) !== common.stage('b', b.stageId) || common.stage('a', a.stageId) === null)
    return map.stages.find(({ id }) => id === a.stageId) ?? null;
  // Figures and felt points of their own, found by what they measure, have not gone from one moment to another.
  if (isByPlace(a) && a.ref.id !== b.ref.id) return null;
  const [was, is] = [common.step('a', a.stepId), common.step('b', b.stepId)];
  if (was === null || is === null || was === is) return null;
  return map.steps.find(({ id }) => id === a.stepId) ?? null;
}

/** What two pieces that belong together say otherwise; null where they say the same in the same place. */
function difference(a: Piece, b: Piece, from: StageFact | StepFact | null): Difference | null {
  const [was, is] = [a.value, b.value];
  const isFigure = was !== is && !(was !== null && is !== null && Math.abs(is - was) < FIGURE_DUST);
  const change = isFigure && was !== null && is !== null ? is - was : null;
  if (from) return { kind: 'moved', a, b, from, change };
  const isSaid = a.words !== b.words && plain(a.words) !== plain(b.words);
  return isFigure || isSaid ? { kind: 'changed', a, b, from: null, change } : null;
}

/** Differences row by row, in the order in which rows first come. */
function byRow(all: readonly Difference[]): readonly Difference[] {
  const rowOf = ({ a, b }: Difference) => like((b ?? a) as Piece);
  const rank = new Map(ROWS.map((row, at) => [row, at]));
  const kindOf = (row: string) => rank.get(row.slice(0, row.indexOf('/')) as PieceKind) ?? ROWS.length;
  return [...byKey(all, rowOf)].sort(([one], [other]) => kindOf(one) - kindOf(other)).flatMap(([, group]) => group);
}

/** Stages in the order of `a`; those only `b` has, each behind the one it follows there. */
function stageOrder(a: MapFacts, b: MapFacts, pairs: Pairs<StageFact>) {
  const rows: { readonly a: StageFact | null; readonly b: StageFact | null }[] = a.stages.map((stage) => ({
    a: stage,
    b: pairs.ofA.get(stage) ?? null,
  }));
  for (const [at, stage] of b.stages.entries()) {
    if (pairs.ofB.has(stage)) continue;
    const before = rows.findIndex((row) => row.b !== null && row.b === b.stages[at - 1]);
    const isFirst = at === 0 && pairs.ofB.size > 0;
    rows.splice(before >= 0 ? before + 1 : isFirst ? 0 : rows.length, 0, { a: null, b: stage });
  }
  return rows;
}

/**
 * What two maps say otherwise, stage by stage: as it is and as it should be, two versions, two personas. Stages, moments and pieces are the same where they have the same id (a
 * copy keeps its ids), else where they are called the same. Of maps that were made apart (no id in common) also what is worded much alike, and what stands alone in the same place
 * of both, is told as one thing that changed. `compareMaps(b, a)` finds the same pairs: what is added there is removed here.
 */
export function compareMaps(a: MapFacts, b: MapFacts): MapComparison {
  const areStrangers = areApart(a, b);
  const stages = pairStages(a, b, areStrangers);
  const stage = commonOf(stages);
  const steps = pairSteps(a, b, stage, areStrangers);
  const stepIn = commonOf(steps);
  const common: Common = { stage, step: (side, id) => (id === null ? null : stepIn(side, id)) };
  const pairs = pairPieces(a, b, common, areStrangers);
  const left = leftOf(pairs);
  const isHere = (id: string | undefined) => (piece: Piece) => piece.stageId === id;
  const compared = stageOrder(a, b, stages).map((row): StageComparison => {
    const met = pairs.b.filter(isHere(row.b?.id)).flatMap((is) => {
      const was = pairs.ofB.get(is);
      return was ? [{ was, is, found: difference(was, is, movedFrom(was, is, a, common)) }] : [];
    });
    // Of a stage that only one map has, and of moments that have no title of their own, what stands in them tells enough.
    const isTold = (piece: Piece) =>
      !isMoment(piece) || (row.a !== null && row.b !== null && piece.words.trim() !== '');
    const gone = left.a.filter(isHere(row.a?.id)).filter(isTold);
    const come = left.b.filter(isHere(row.b?.id)).filter(isTold);
    const alone = { from: null, change: null };
    return {
      ...row,
      isRenamed: row.a !== null && row.b !== null && plain(row.a.title) !== plain(row.b.title),
      differences: byRow([
        ...met.flatMap(({ found }) => found ?? []),
        ...gone.map((piece): Difference => ({ kind: 'removed', a: piece, b: null, ...alone })),
        ...come.map((piece): Difference => ({ kind: 'added', a: null, b: piece, ...alone })),
      ]),
      same: met.filter(({ is, found }) => found === null && !isMoment(is)).length,
    };
  });
  return {
    stages: compared,
    areStrangers,
    steps: new Map([...steps.ofA].map(([one, other]) => [one.id, other.id])),
  };
}

/** A map with the emotions of one curve only: two personas of one map are compared so. Their curve is left out of the pairing, so that their points meet. */
export const withOneCurve = (map: MapFacts, curve: string): MapFacts => ({
  ...map,
  emotions: map.emotions.filter((point) => point.curve === curve).map((point) => ({ ...point, curve: '' })),
});
