import type { BoardKind } from '../boardKind';
import { mapWithout } from '../pieces/poster/withoutParts';
import { createEmpathyMap } from './create';
import { layoutEmpathyMap } from './layout/layoutEmpathyMap';
import { empathyPosterStands } from './layout/poster';
import { type EmpathyMapDoc, empathyMapType } from './model';
import { empathyMapOutline } from './outline';
import { PRESET_IDS } from './presets';

/** The empathy map as a kind of board. */
export const empathyMapKind: BoardKind<EmpathyMapDoc> = {
  id: 'empathy-map',
  type: empathyMapType,
  presets: PRESET_IDS,
  create: createEmpathyMap,
  layout: layoutEmpathyMap,
  outline: empathyMapOutline,
  stands: empathyPosterStands,
  without: mapWithout,
};
