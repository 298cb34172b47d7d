import { compareMaps, type MapComparison } from '@shared/analysis/comparison';
import { allListed, isShown, type Listed, type Shown } from '@shared/analysis/differenceSigns';
import type { MapFacts } from '@shared/analysis/mapFacts';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { differenceKey, differenceWords, pieceName, pieceWords } from '@shared/exchange/differenceWords';
import { type Lang, translator } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { OverlayLayer } from '@/canvas/overlayModel';
import { targetKey } from '@/canvas/targetIndex';
import type { BoardLayer } from '@/editor/boardLayer';
import type { SceneNow } from '@/editor/boardScene';
import { preferences } from '@/ui/preferences';
import type { Compared } from './comparedSides';
import type { ComparedWith } from './comparedWith';
import { type DifferencePicture, differencePicture } from './differencePicture';
import { ghostPlaces, ghostTargets, pieceHere, pieceThere } from './differencePlaces';
import { lastOf } from './lastOf';
import { differenceOverlay } from './paintDifferences';

export interface LayerState {
  readonly chosen: ComparedWith;
  readonly shown: Shown;
  readonly Bar: BoardLayer['Bar'];
  /** Key of the difference that is looked at. */
  readonly current: string | null;
}

/** What is found for a map as it is now. */
export interface FoundNow {
  readonly compared: Compared;
  readonly found: MapComparison;
  readonly all: readonly Listed[];
  /** Those that are shown. */
  readonly left: readonly Listed[];
}

/** Differences laid over a journey. */
export interface DifferenceLayer extends BoardLayer {
  readonly state: LayerState;
  readonly foundIn: (doc: JourneyMapDoc) => FoundNow | null;
  readonly picture: (now: SceneNow<JourneyMapDoc>) => DifferencePicture | null;
}

/** The last comparison that was made: stepping from difference to difference makes no other. */
let last: { readonly a: MapFacts; readonly b: MapFacts; readonly found: MapComparison } | null = null;

function compared(a: MapFacts, b: MapFacts): MapComparison {
  if (last?.a !== a || last.b !== b) last = { a, b, found: compareMaps(a, b) };
  return last.found;
}

const NO_OVERLAY: OverlayLayer = { bounds: () => null, paint: () => undefined };

export function differenceLayer(state: LayerState): DifferenceLayer {
  const foundFor = lastOf((sides: Compared | null): FoundNow | null => {
    if (!sides) return null;
    const found = compared(sides.a.facts, sides.b.facts);
    const all = allListed(found);
    return { compared: sides, found, all, left: all.filter((one) => isShown(one, state.shown)) };
  });
  const foundIn = (doc: JourneyMapDoc) => foundFor(state.chosen.source(doc));
  const words = lastOf(wordsFor);
  const picture = lastOf((now: SceneNow<JourneyMapDoc>) => {
    const here = foundIn(now.inputs.doc);
    return here && differencePicture({ ...here, all: here.left, current: state.current }, now);
  });
  const overlay = lastOf((now: SceneNow<JourneyMapDoc>): OverlayLayer => {
    const shown = picture(now);
    return shown ? differenceOverlay(shown, now.inputs.lang) : NO_OVERLAY;
  });
  return {
    state,
    foundIn,
    picture,
    Bar: state.Bar,
    // It is laid over journeys alone.
    overlay: (now) => overlay(now as unknown as SceneNow<JourneyMapDoc>),
    words: (given: AnyDoc) => {
      const doc = given as unknown as JourneyMapDoc;
      return words(doc, foundIn(doc), preferences.getState().lang);
    },
  };
}

/** What the outline says of each thing: what happened to it, and what stands on the other side in its place. */
function wordsFor(doc: JourneyMapDoc, here: FoundNow | null, lang: Lang): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  if (!here) return words;
  const t = translator(lang);
  const placeOf = ghostPlaces(here.found, here.compared);
  const add = (key: string, text: string) => words.set(key, words.has(key) ? `${words.get(key)}. ${text}` : text);
  for (const listed of here.left) {
    const { difference, sign, row } = listed;
    const said = differenceWords(difference, sign, t, lang);
    const mine = pieceHere(listed, here.compared);
    const there = pieceThere(listed, here.compared);
    if (mine) add(targetKey(mine.ref), said);
    else if (there) {
      const [place] = ghostTargets(doc, there, placeOf(there, row));
      if (place) add(targetKey(place), `${pieceName(there, t)}, ${said}, ${pieceWords(there, t, lang)}`);
    }
  }
  return words;
}

/** The difference that comes next after the one looked at, or before it, round and round. */
export function besideCurrent({ left }: FoundNow, current: string | null, by: 1 | -1): Listed | null {
  const at = left.findIndex(({ difference }) => differenceKey(difference) === current);
  const from = at < 0 && by < 0 ? 0 : at;
  return left[(from + by + left.length) % Math.max(1, left.length)] ?? null;
}
