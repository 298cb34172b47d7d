import { isId, type PersonaId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import { asDate, asNumber, asOneOf, asText, type Clean, type Cleaners, setFields } from '../../../model/cleanFields';
import { JOURNEY_STATES, type JourneyMapDoc } from '../model';

type Info = JourneyMapDoc['info'];

/** Most personas of one map. */
const MAX_PERSONAS = 8;

const asPersonas: Clean<PersonaId[]> = (value) =>
  Array.isArray(value) ? [...new Set(value.filter(isId) as PersonaId[])].slice(0, MAX_PERSONAS) : undefined;

const CLEANERS: Cleaners<Info> = {
  title: asText,
  state: asOneOf(JOURNEY_STATES),
  result: asText,
  sources: asText,
  date: asDate,
  version: asNumber(0, 9999, 1),
  personaIds: asPersonas,
};

/** Sets title, state, result sentence, sources, date, version and personas of the map. */
export const setInfo = defineCommand<JourneyMapDoc, { readonly fields: Partial<Info> }>(
  'journey.setInfo',
  (draft, { fields }) => {
    setFields<Info>(draft.info, fields, CLEANERS);
  },
);
