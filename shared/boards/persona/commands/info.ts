import { defineCommand } from '../../../document/command';
import { asDate, asFlag, asOneOf, asText, type Cleaners, setFields } from '../../../model/cleanFields';
import { asImage, asTags, type NoteImage } from '../../../model/note';
import { FACT_IDS } from '../blocks';
import { PERSONA_KINDS, type PersonaDoc, type PersonaInfo, type Portrait, portraitSchema } from '../model';

type TextName = 'name' | 'tagline' | 'quote' | 'facts' | (typeof FACT_IDS)[number];

/** Single texts of a persona: name, tagline, quote, the facts of the band, the short facts for other boards. */
export type PersonaFields = Pick<PersonaInfo, TextName>;

const FIELDS: Cleaners<PersonaFields> = {
  name: asText,
  tagline: asText,
  quote: asText,
  facts: asText,
  ...(Object.fromEntries(FACT_IDS.map((id) => [id, asText])) as Cleaners<PersonaFields>),
};

/** Sets name, tagline, quote, short facts and facts of the band. */
export const setPersonaFields = defineCommand<PersonaDoc, { readonly fields: Partial<PersonaFields> }>(
  'persona.setFields',
  (draft, { fields }) => setFields<PersonaFields>(draft.info, fields, FIELDS),
);

/** How the library files a persona. */
export type PersonaMeta = Pick<PersonaInfo, 'kind' | 'tags' | 'archived' | 'favourite' | 'lastReviewed' | 'owner'>;

const META: Cleaners<PersonaMeta> = {
  kind: asOneOf(PERSONA_KINDS),
  tags: asTags,
  archived: asFlag,
  favourite: asFlag,
  lastReviewed: asDate,
  owner: asText,
};

/** Sets kind, tags, archived, favourite, day of the last review and owner. */
export const setMeta = defineCommand<PersonaDoc, { readonly fields: Partial<PersonaMeta> }>(
  'persona.setMeta',
  (draft, { fields }) => setFields<PersonaMeta>(draft.info, fields, META),
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

/** Puts a photograph in place of the drawn portrait, or takes it away; the drawn one stays stored behind it. */
export const setPhoto = defineCommand<PersonaDoc, { readonly photo: NoteImage | null }>(
  'persona.setPhoto',
  (draft, { photo }) => setFields<Pick<PersonaInfo, 'photo'>>(draft.info, { photo }, { photo: asImage }),
);
