import type { BoardId, PersonaId } from '../base/ids';
import { z } from '../base/schema';
import { BOARD_KINDS, type DocType, type Migration } from './document';
import { dateText, idOf, orderKey, recordOf, text } from './fields';
import { noteImage } from './note';
import { translationsSchema, withTranslations } from './translation';

/** The client's sign: a picture and its size in pixels. What it shows is told by the name of the client. */
export const workshopLogo = noteImage.omit({ alt: true });
export type WorkshopLogo = z.infer<typeof workshopLogo>;

const workshopInfo = z.strictObject({
  title: text,
  /** Client or project, shown before the title. */
  client: text,
  place: text,
  date: dateText,
  /** True for the sample workshop: people and figures are invented. */
  sample: z.boolean(),
  /** In the title block of posters and on the cover of the report. */
  logo: workshopLogo.nullable(),
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
  schema: z.literal(3),
  info: workshopInfo,
  boards: recordOf(idOf<BoardId>(), boardRef),
  personas: recordOf(idOf<PersonaId>(), personaRef),
  translations: translationsSchema,
});

/** What schema 3 added to `info`, as it is where nobody wrote it. */
const WITHOUT_LOGO = { logo: null } as const;

/** Schema 3: a workshop may have the client's logo. It is read, not written: two copies that are migrated apart never overwrite each other's. */
const withoutLogo: Migration['up'] = (doc) => ({ ...doc, info: { ...WITHOUT_LOGO, ...(doc.info as object) } });

/** A named set of boards: the unit of a file. */
export type WorkshopDoc = z.infer<typeof workshopSchema>;
export type BoardRef = z.infer<typeof boardRef>;
export type PersonaRef = z.infer<typeof personaRef>;

export const workshopType: DocType<WorkshopDoc> = {
  kind: 'workshop',
  schemaVersion: 3,
  collections: ['boards', 'personas', 'translations'],
  schema: workshopSchema,
  defaults: { info: WITHOUT_LOGO },
  migrations: [withTranslations(2), { to: 3, up: withoutLogo }],
};
