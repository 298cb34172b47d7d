import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docType } from '../boards/docTypes';
import { loadYDoc, snapshotOf } from '../document/yDocument';
import { readWorkshopFile } from './workshopFile';

/** One folder per released version of the format: files that must open for ever, beside the documents they hold. */
const FOLDER = new URL('../../tests/fixtures/', import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.personarium'),
);

describe('files of released versions', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s opens with the same content', (name) => {
    const read = readWorkshopFile(new Uint8Array(readFileSync(new URL(name, FOLDER))), name);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace(/\.personarium$/, '.docs.json'), FOLDER), 'utf8'),
    );
    const docs = Object.fromEntries(Object.entries(read.value.docs).map(([id, { doc }]) => [id, doc]));
    expect(docs).toEqual(expected);
    for (const { doc, state } of Object.values(read.value.docs))
      expect(snapshotOf(loadYDoc([state]), docType(doc.kind))).toEqual(doc);
    expect(Object.keys(read.value.assets)).toHaveLength(1);
  });
});
