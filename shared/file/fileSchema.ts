import type { DocId, WorkshopId } from '../base/ids';
import { z } from '../base/schema';
import { DOC_KINDS, docType } from '../boards/docTypes';
import { idOf } from '../model/fields';
import { FILE_FORMAT, FILE_VERSION } from './envelope';

const shortText = z.string().max(64);

/** `workshop.json` of the current version, whole: what this app writes. */
const workshopFileSchema = z.strictObject({
  format: z.literal(FILE_FORMAT).describe('Always "personarium".'),
  version: z.literal(FILE_VERSION).describe('Version of the container.'),
  app: shortText.describe('Version of the app that wrote the file.'),
  savedAt: shortText.describe('When it was written, ISO 8601.'),
  workshopId: idOf<WorkshopId>().describe('Id of the document of kind "workshop".'),
  docs: z
    .record(idOf<DocId>() as unknown as z.ZodString, z.union(DOC_KINDS.map((kind) => docType(kind).schema)))
    .describe('Every document by its id: the workshop, its boards, its personas.'),
});

/** The JSON Schema (draft 2020-12) of `workshop.json`, as published in `docs/workshop.schema.json`. */
export function fileSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(workshopFileSchema, { target: 'draft-2020-12' });
  return {
    ...schema,
    title: 'Personarium workshop',
    description: 'workshop.json inside a .personarium file; see file-format.md.',
  };
}
