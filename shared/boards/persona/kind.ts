import type { BoardKind } from '../boardKind';
import { createPersona } from './create';
import { layoutPersona } from './layout/layoutPersona';
import { personaPosterStands } from './layout/poster';
import { personaWithout } from './layout/withoutProofs';
import { type PersonaDoc, personaType } from './model';
import { personaOutline } from './outline';
import { PRESET_IDS } from './templates';

/** The persona as a kind of sheet: linked from workshops, drawn and printed like a board. */
export const personaKind: BoardKind<PersonaDoc> = {
  id: 'persona',
  type: personaType,
  presets: PRESET_IDS,
  create: createPersona,
  layout: layoutPersona,
  outline: personaOutline,
  stands: personaPosterStands,
  without: personaWithout,
};
