import type { MapComparison } from '@shared/analysis/comparison';
import type { Listed } from '@shared/analysis/differenceSigns';
import type { EmotionFact } from '@shared/analysis/mapFacts';
import { screenMetrics } from '@shared/boards/journey-map/layout/screenMetrics';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { lanesInOrder } from '@shared/boards/journey-map/order';
import { themeOf } from '@shared/model/theme';
import type { Box, Primitive } from '@shared/scene/primitives';
import { intersects } from '@/canvas/boxes';
import type { Point } from '@/canvas/camera';
import type { SceneNow } from '@/editor/boardScene';
import { curveOver, heightOf, type OnBand, ownCurves, runsBeside } from './bandCurves';
import type { Compared } from './comparedSides';
import { type MapPlaces, pieceThere, sideHere } from './differencePlaces';

/** The curve of the other side as it would run over this map. */
export interface OtherCurve {
  readonly items: readonly Primitive[];
  /** The band it runs over, and the words and faces there that it runs behind. */
  readonly band: Box;
  readonly taken: readonly Box[];
  /** Upper left corner of its letter. */
  readonly letterAt: Point;
  readonly letter: 'A' | 'B';
  /** Where its points stand, by their id. */
  readonly points: ReadonlyMap<string, Point>;
}

/** What the curve runs behind. */
const ON_BAND: ReadonlySet<string> = new Set(['quote', 'emotion-point']);

/** Boxes of which none touches another one before it: what lies in two of them would count as beside them. */
const apart = (boxes: readonly Box[]): readonly Box[] =>
  boxes.filter((box, at) => !boxes.slice(0, at).some((other) => intersects(box, other)));

/** A letter with the room around it, and how far into the curve it stands at least. */
const ROOM = 22;
const INTO = 20;

/** On the curve, at the first place where it covers no words and no face. */
function letterPlace(runs: readonly (readonly Point[])[], taken: readonly Box[]): Point {
  const all = runs.flat();
  const corner = ({ x, y }: Point): Point => ({ x: x - 9.5, y: y - 9 });
  const isFree = ({ x, y }: Point) => !taken.some((box) => intersects(box, { x: x - 2, y: y - 2, w: ROOM, h: ROOM }));
  const start = all[0] ?? { x: 0, y: 0 };
  return (
    all
      .filter(({ x }) => x >= start.x + INTO)
      .map(corner)
      .find(isFree) ?? corner(start)
  );
}

/** Moments of this map by the moments of the other one that belong to them. */
const partnersOf = (found: MapComparison, compared: Compared): ReadonlyMap<string, string> =>
  sideHere(compared) === 'b' ? found.steps : new Map([...found.steps].map(([a, b]) => [b, a]));

/** Abscissas of the other side's points on this map: in the moment that belongs to theirs, else at their share of their stage. */
function abscissas(
  points: readonly EmotionFact[],
  found: MapComparison,
  compared: Compared,
  { steps, stages }: MapPlaces,
): readonly { readonly point: EmotionFact; readonly x: number }[] {
  const here = sideHere(compared);
  const there = here === 'a' ? 'b' : 'a';
  const partner = partnersOf(found, compared);
  return points.flatMap((point) => {
    const column = steps.get(partner.get(point.stepId) ?? '');
    if (column) return [{ point, x: column.x + point.offset * column.w }];
    const row = found.stages.find((stage) => stage[there]?.id === point.stageId);
    const stage = stages.get(row?.[here]?.id ?? '');
    const own = compared[there].facts.steps.filter(({ stageId }) => stageId === point.stageId);
    const at = own.findIndex(({ id }) => id === point.stepId);
    return stage && at >= 0 ? [{ point, x: stage.x + ((at + point.offset) / own.length) * stage.w }] : [];
  });
}

/** The other side's curve over the band of this map, where it runs beside what this map draws; null where it does nowhere. */
export function otherCurve(
  all: readonly Listed[],
  now: SceneNow<JourneyMapDoc>,
  { found, compared, places }: { found: MapComparison; compared: Compared; places: MapPlaces },
): OtherCurve | null {
  const here = sideHere(compared);
  const there = here === 'a' ? 'b' : 'a';
  if (compared[there].isHere) return null;
  const felt = all.flatMap((listed) => {
    const piece = pieceThere(listed, compared);
    return piece?.kind === 'emotion' ? [piece] : [];
  });
  const first = felt[0];
  const lane = lanesInOrder(now.inputs.doc).find(({ kind, id }) => kind === 'emotion' && places.curves.has(id));
  const band = lane && places.curves.get(lane.id);
  if (!first || !band) return null;
  const { emotions } = compared[there].facts;
  const whose = emotions.find(({ ref }) => ref.id === first.ref.id)?.curve;
  const points = emotions.filter(({ curve }) => curve === whose);
  const onBand: OnBand = { band, places, form: now.inputs.compact ? 'compact' : 'screen' };
  const spots = abscissas(points, found, compared, places)
    .map(({ point, x }) => ({ id: point.ref.id, x, valence: point.valence }))
    .sort((one, other) => one.x - other.x);
  const runs = runsBeside(curveOver(spots, onBand), ownCurves(now.inputs.doc, onBand));
  if (runs.length === 0) return null;
  const taken = apart(
    now.index.list.filter(({ target, box }) => ON_BAND.has(target.kind) && intersects(box, band)).map(({ box }) => box),
  );
  const { color } = themeOf(now.inputs.theme);
  const width = screenMetrics(onBand.form).emotion.curve;
  return {
    items: runs.flatMap((run): Primitive[] => {
      const line = {
        type: 'line',
        points: run.flatMap(({ x, y }) => [x, y]),
        lineJoin: 'round',
        lineCap: 'round',
      } as const;
      return [
        { ...line, stroke: color.paper, strokeWidth: width * 1.7, opacity: 0.8 },
        { ...line, stroke: color.ink2, strokeWidth: width * 0.7, dash: [width * 2.6, width * 1.8] },
      ];
    }),
    band,
    taken,
    letterAt: letterPlace(runs, taken),
    letter: there === 'a' ? 'A' : 'B',
    points: new Map(spots.map(({ id, x, valence }) => [id, { x, y: heightOf(valence, onBand) }])),
  };
}
