import type { BoardKind } from '../boardKind';
import { mapWithout } from '../pieces/poster/withoutParts';
import { createJourneyMap } from './create';
import { preparePath } from './layout/latePath';
import { layoutJourneyMap } from './layout/layoutJourneyMap';
import { posterIsLegible, posterStands } from './layout/poster/layoutPoster';
import { stageParts } from './layout/poster/posterFit';
import { type JourneyMapDoc, journeyMapType } from './model';
import { journeyMapOutline } from './outline';
import { PRESET_IDS } from './presets';

/** The customer journey as a kind of board. */
export const journeyMapKind: BoardKind<JourneyMapDoc> = {
  id: 'journey-map',
  type: journeyMapType,
  presets: PRESET_IDS,
  create: createJourneyMap,
  prepare: preparePath,
  layout: layoutJourneyMap,
  outline: journeyMapOutline,
  stands: posterStands,
  isLegible: posterIsLegible,
  without: mapWithout,
  parts: stageParts,
};
