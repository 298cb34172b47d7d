import type { BoardId, PersonaId } from '../base/ids';
import { z } from '../base/schema';
import { BOARD_KINDS, type DocType } from './document';
import { dateText, idOf, orderKey, recordOf, text } from './fields';
import { translationsSchema, withTranslations } from './translation';

const workshopInfo = z.strictObject({
  title: text,
  /** Client or project, shown before the title. */
  client: text,
  place: text,
  date: dateText,
  /** True for the sample workshop: people and figures are invented. */
  sample: z.boolean(),
});

const boardRef = z.strictObject({
  id: idOf<BoardId>(),
  kind: z.enum(BOARD_KINDS),
  /** Title on the tab. */
  title: text,
  order: orderKey,
});

const personaRef = z.strictObject({ id: idOf<PersonaId>(), order: orderKey });

const workshopSchema = z.strictObject({
  kind: z.literal('workshop'),
  schema: z.literal(2),
  info: workshopInfo,
  boards: recordOf(idOf<BoardId>(), boardRef),
  personas: recordOf(idOf<PersonaId>(), personaRef),
  translations: translationsSchema,
});

/** A named set of boards: the unit of a file. */
export type WorkshopDoc = z.infer<typeof workshopSchema>;
export type BoardRef = z.infer<typeof boardRef>;
export type PersonaRef = z.infer<typeof personaRef>;

export const workshopType: DocType<WorkshopDoc> = {
  kind: 'workshop',
  schemaVersion: 2,
  collections: ['boards', 'personas', 'translations'],
  schema: workshopSchema,
  migrations: [withTranslations(2)],
};
