import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { smallJourney } from '../../tests/support/journeyCommands';
import { bundleOf, FACTS } from '../../tests/support/workshopBundles';
import { z } from '../base/schema';
import { fileSchema } from './fileSchema';
import { writeWorkshopFile } from './workshopFile';

const published: unknown = JSON.parse(
  readFileSync(new URL('../../docs/workshop.schema.json', import.meta.url), 'utf8'),
);

describe('docs/workshop.schema.json', () => {
  it('is what the app validates with (`npm run schema` makes it anew)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(fileSchema())));
  });

  it('accepts what the app writes and refuses a stray field', () => {
    const schema = z.fromJSONSchema(published as never);
    const text = strFromU8(unzipSync(writeWorkshopFile(bundleOf(smallJourney()), FACTS))['workshop.json']!);
    expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(schema.safeParse({ ...JSON.parse(text), stray: 1 }).success).toBe(false);
    expect(schema.safeParse(JSON.parse(text.replace('"valence": -1.3', '"valence": 3'))).success).toBe(false);
  });
});
