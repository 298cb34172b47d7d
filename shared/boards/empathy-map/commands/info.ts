import { type BoardId, isId, type PersonaId } from '../../../base/ids';
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
import type { EmpathyMapDoc } from '../model';
import { EMPATHY_LAYOUTS, type EmpathyLayout } from '../zones';

type Info = EmpathyMapDoc['info'];
export type InfoFields = Omit<Info, 'layout'>;

const asIdOrNull =
  <T extends string>(): Clean<T | null> =>
  (value) =>
    value === null ? null : isId(value) ? (value as unknown as T) : undefined;

const CLEANERS: Cleaners<Info> = {
  title: asText,
  personaId: asIdOrNull<PersonaId>(),
  goal: asText,
  situation: asText,
  sources: asText,
  date: asDate,
  version: asNumber(0, 9999, 1),
  participants: asText,
  designedBy: asText,
  journeyId: asIdOrNull<BoardId>(),
  showPrompts: asFlag,
};

/** Sets title, persona, goal, situation, sources, date, version, participants, author, linked journey and prompts. */
export const setInfo = defineCommand<EmpathyMapDoc, { readonly fields: Partial<InfoFields> }>(
  'empathy.setInfo',
  (draft, { fields }) => setFields<Info>(draft.info, fields, CLEANERS),
);

/** Changes the layout; no note changes its zone or its stage. */
export const setLayout = defineCommand<EmpathyMapDoc, { readonly layout: EmpathyLayout }>(
  'empathy.setLayout',
  (draft, { layout }) => setFields<Info>(draft.info, { layout }, { layout: asOneOf(EMPATHY_LAYOUTS) }),
);
