import { isId, type PersonaId, type StepId } from '../../../base/ids';
import { defineCommand } from '../../../document/command';
import {
  asDate,
  asFlag,
  asNumber,
  asOneOf,
  asText,
  type Clean,
  type Cleaners,
  setFields,
} from '../../../model/cleanFields';
import { entity } from '../../../model/entity';
import { MAP_FORMS, MEDIUM_VIEWS, SCOPES } from '../enums';
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
  scope: asOneOf(SCOPES),
  purchaseLine: asFlag,
  medium: asOneOf(MEDIUM_VIEWS),
  form: asOneOf(MAP_FORMS),
  emotionWords: (value) => (Array.isArray(value) ? value.slice(0, 5).map((word) => asText(word) ?? '') : undefined),
};

/** Sets title, state, result sentence, sources, date, version, personas, scope and views of the map. */
export const setInfo = defineCommand<JourneyMapDoc, { readonly fields: Partial<Info> }>(
  'journey.setInfo',
  (draft, { fields }) => {
    setFields<Info>(draft.info, fields, {
      ...CLEANERS,
      // A moment that is not on the map is nobody's first contact.
      firstContactStepId: (id) =>
        id === null || (isId(id) && entity(draft.steps, id)) ? (id as StepId | null) : undefined,
    });
  },
);
