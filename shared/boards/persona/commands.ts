import { defineCommand } from '../../document/command';
import { asText, type Cleaners, setFields } from '../../model/cleanFields';
import { type PersonaDoc, type Portrait, portraitSchema } from './model';

export type PersonaFields = Omit<PersonaDoc['info'], 'portrait'>;

const CLEANERS: Cleaners<PersonaFields> = {
  name: asText,
  age: asText,
  role: asText,
  place: asText,
  facts: asText,
  quote: asText,
};

/** Sets name, age, role, place, facts and quote. */
export const setPersonaFields = defineCommand<PersonaDoc, { readonly fields: Partial<PersonaFields> }>(
  'persona.setFields',
  (draft, { fields }) => setFields<PersonaFields>(draft.info, fields, CLEANERS),
);

/** Sets the portrait, or removes it; what is not a portrait changes nothing. */
export const setPortrait = defineCommand<PersonaDoc, { readonly portrait: Portrait | null }>(
  'persona.setPortrait',
  (draft, { portrait }) => {
    const parsed = portraitSchema.nullable().safeParse(portrait);
    if (parsed.success && JSON.stringify(parsed.data) !== JSON.stringify(draft.info.portrait))
      draft.info.portrait = parsed.data;
  },
);
