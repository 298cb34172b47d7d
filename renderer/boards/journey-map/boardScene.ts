import type { LaneId, PersonaId, StageId } from '@shared/base/ids';
import { layoutJourneyMap } from '@shared/boards/journey-map/layout/layoutJourneyMap';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { type Lang, translator } from '@shared/i18n/translate';
import { type ThemeName, themeOf } from '@shared/model/theme';
import type { WorkshopDoc } from '@shared/model/workshop';
import type { Scene } from '@shared/scene/primitives';
import { boardMeasurer } from '@/canvas/measurer';
import { type TargetIndex, targetIndex } from '@/canvas/targetIndex';

/** Everything a drawn map depends on; compared by identity. */
export interface SceneInputs {
  readonly doc: JourneyMapDoc;
  readonly info: WorkshopDoc['info'];
  readonly personas: Readonly<Record<PersonaId, PersonaDoc>>;
  readonly lang: Lang;
  readonly theme: ThemeName;
  readonly compact: boolean;
  readonly focus: StageId | null;
  readonly unfolded: readonly LaneId[];
}

/** A map as laid out for the screen, with what can be hit on it. */
export interface SceneNow {
  readonly inputs: SceneInputs;
  readonly scene: Scene;
  readonly index: TargetIndex;
}

const same = (a: SceneInputs, b: SceneInputs): boolean =>
  (Object.keys(a) as (keyof SceneInputs)[]).every((key) => a[key] === b[key]);

function laidOut(inputs: SceneInputs): SceneNow {
  const { doc, info, personas, lang, theme, compact, focus, unfolded } = inputs;
  const scene = layoutJourneyMap(doc, {
    measure: boardMeasurer(),
    t: translator(lang),
    lang,
    theme: themeOf(theme),
    personas,
    workshop: { title: info.title, client: info.client, place: info.place },
    view: { form: compact ? 'compact' : 'screen', focus: focus ? { kind: 'stage', id: focus } : null, unfolded },
  });
  return { inputs, scene, index: targetIndex(scene) };
}

/** Lays the map out when asked and only if something it depends on has changed. */
export function createBoardScene(): (inputs: SceneInputs) => SceneNow {
  let last: SceneNow | null = null;
  return (inputs) => {
    if (!last || !same(last.inputs, inputs)) last = laidOut(inputs);
    return last;
  };
}
