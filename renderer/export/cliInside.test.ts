import type { NewId } from '@shared/base/ids';
import { carryWorkshop } from '@shared/carrier/carry';
import { readWorkshopFile } from '@shared/file/workshopFile';
import { sampleWorkshop } from '@shared/sample/sampleWorkshop';
import { describe, expect, it } from 'vitest';
import { insideOf, sampleInside } from './cliInside';

const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>\n');
const SAVED_AT = '2026-11-22T00:00:00.000Z';

function sample(lang: 'fr' | 'en') {
  let count = 0;
  const newId = (() => `sample-${++count}`) as NewId;
  return sampleWorkshop({ lang, newId, date: '2026-11-22' });
}

describe('the file inside the posters of a command', () => {
  it('is the sample, whole, and the same at every run', () => {
    const made = sample('fr');
    const inside = sampleInside(made, SAVED_AT, '0.1.0');
    expect(inside.name).toBe(`${made.workshop.info.title}.personarium`);
    expect(sampleInside(sample('fr'), SAVED_AT, '0.1.0').bytes).toEqual(inside.bytes);
    const read = readWorkshopFile(inside.bytes, inside.name);
    expect(read.ok && Object.keys(read.value.docs).sort()).toEqual([made.id, ...Object.keys(made.docs)].sort());
    expect(read.ok && read.value.docs[made.id]?.doc).toEqual(made.workshop);
  });

  it('is the file that is named, or the one in the poster that is named', () => {
    const { bytes } = sampleInside(sample('en'), SAVED_AT, '0.1.0');
    expect(insideOf({ bytes, name: 'shoes.personarium' })).toEqual({
      ok: true,
      value: { bytes, name: 'shoes.personarium' },
    });
    const poster = carryWorkshop(SVG, 'svg', { bytes, name: 'a.personarium' });
    expect(insideOf({ bytes: poster.ok ? poster.value : SVG, name: 'Journey A1 en.svg' })).toEqual({
      ok: true,
      value: { bytes, name: 'Journey A1 en.personarium' },
    });
    expect(insideOf({ bytes: SVG, name: 'a.svg' })).toMatchObject({ error: { code: 'no-workshop-inside' } });
  });
});
