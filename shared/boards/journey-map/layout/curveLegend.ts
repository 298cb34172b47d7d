import type { Primitive } from '../../../scene/primitives';
import { monotoneCurve } from '../../pieces/emotionCurve';
import { stable } from '../../pieces/layoutMemo';
import type { LegendItem } from '../../pieces/legend';
import { rect } from '../../pieces/shapes';
import type { JourneyMapDoc, Lane } from '../model';
import { lanesInOrder } from '../order';
import { shownPoints } from '../shown';
import { personaName } from '../spokenLabels';
import { curveGroups } from './emotionPlan';
import type { MapFrame } from './frame';
import { curveStrokes, intensityStrokes } from './personaCurves';

interface ShownCurve {
  readonly at: number;
  readonly state: 'current' | 'target';
}

/** The curves that the rows of emotion show, each once. */
function curvesOn(doc: JourneyMapDoc, lanes: readonly Lane[]): readonly ShownCurve[] {
  const found = new Map<string, ShownCurve>();
  for (const lane of lanes)
    for (const { at, state } of curveGroups(doc, shownPoints(doc, lane))) found.set(`${at}/${state}`, { at, state });
  return [...found.values()].sort((a, b) => a.at - b.at || a.state.localeCompare(b.state));
}

/** What a legend needs to know of the curves of a map. */
export interface CurveFacts {
  readonly curves: readonly (ShownCurve & { readonly name: string })[];
  /** A row shows the intensity. */
  readonly intensity: boolean;
}

/** The same facts while no curve comes or goes. */
export function curveFacts(frame: MapFrame): CurveFacts {
  const { emotionPoints, steps, stages, lanes, info } = frame.doc;
  const seen = [emotionPoints, steps, stages, lanes, info.personaIds, frame.personas];
  return stable(frame.memo, 'curveFacts', seen, () => {
    const shown = lanesInOrder(frame.doc).filter(({ kind, hidden }) => kind === 'emotion' && !hidden);
    const curves = curvesOn(frame.doc, shown);
    const alone = curves.every(({ at }) => at === curves[0]?.at);
    return {
      curves: curves.map((curve) => ({ ...curve, name: nameOf(curve, alone, frame) })),
      intensity: shown.some(({ intensity }) => intensity),
    };
  });
}

/** Whose a curve is, and whether it is aimed at. */
function nameOf({ at, state }: ShownCurve, alone: boolean, frame: MapFrame): string {
  if (alone) return frame.t(state === 'target' ? 'journey.emotion.aimed' : 'journey.emotion.felt');
  const id = frame.doc.info.personaIds[at] ?? null;
  const name = id === null ? frame.t('journey.persona.other') : personaName(frame.doc, id, frame);
  return state === 'target' ? frame.t('journey.emotion.targetOf', { name }) : name;
}

/** A line for each curve where there is more than one, and for the intensity where a row shows it. */
export function curveItems(
  { curves, intensity }: CurveFacts,
  frame: Pick<MapFrame, 't' | 'theme' | 'palette' | 'm'>,
  base: Pick<LegendItem, 'style' | 'ink'>,
): readonly LegendItem[] {
  const { mark } = frame.m.legend;
  const width = mark * 2.6;
  // On the ground that the curves have: on white paper they would have other inks than on the band.
  const line =
    (draw: (x: number, middle: number) => readonly Primitive[]): LegendItem['mark'] =>
    (out, x, middle) => {
      const { ground } = frame.palette.band;
      if (ground) out.push(rect({ x, y: middle - mark / 2, w: width, h: mark }, ground));
      out.push(...draw(x, middle));
    };
  const ends = (x: number, middle: number) => ({
    curve: monotoneCurve([
      { x, y: 0 },
      { x: x + width, y: 0 },
    ]),
    place: { y: middle, bounds: { x, y: middle - mark / 2, w: width, h: mark }, band: frame.palette.band },
  });
  const stroke = frame.m.emotion.curve * (frame.m.legend.mark / 20);
  const items =
    curves.length < 2
      ? []
      : curves.map(
          (look): LegendItem => ({
            ...base,
            markWidth: width,
            text: look.name,
            mark: line((x, middle) => {
              const { curve, place } = ends(x, middle);
              return curveStrokes(curve, look, stroke, place, frame);
            }),
          }),
        );
  if (!intensity) return items;
  const dots = line((x, middle) => {
    const { curve, place } = ends(x, middle);
    return intensityStrokes(curve, 0, stroke, place, frame);
  });
  return [...items, { ...base, markWidth: width, text: frame.t('journey.emotion.intensity'), mark: dots }];
}
