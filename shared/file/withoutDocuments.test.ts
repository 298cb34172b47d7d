import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { smallJourney } from '../../tests/support/journeyCommands';
import { BOARD, bundleOf, FACTS, PERSONA, PNG, WORKSHOP } from '../../tests/support/workshopBundles';
import type { AssetHash, DocId } from '../base/ids';
import { sha256 } from './sha256';
import { withoutDocuments } from './withoutDocuments';
import { readWorkshopFile, type WorkshopBundle, writeWorkshopFile } from './workshopFile';

const bundle = bundleOf(smallJourney());
const hash = sha256(PNG) as AssetHash;
const file = writeWorkshopFile(bundle, FACTS);

/** The bundle with the picture as the persona's photograph, and on a note of the board too when `shared`. */
function withPhoto(shared: boolean): WorkshopBundle {
  const docs = structuredClone(bundle.docs) as Record<DocId, { doc: never; state: Uint8Array }>;
  const photo = { asset: hash, width: 1, height: 1, alt: '' };
  Object.assign((docs[PERSONA] as unknown as { doc: { info: object } }).doc.info, { photo });
  if (shared) {
    const { notes } = (docs[BOARD] as unknown as { doc: { notes: Record<string, object> } }).doc;
    Object.assign(Object.values(notes)[0] ?? {}, { image: photo });
  }
  return { ...bundle, docs } as unknown as WorkshopBundle;
}

function without(bytes: Uint8Array): Uint8Array {
  const done = withoutDocuments(bytes, new Set([PERSONA]));
  if (!done.ok || !done.value) throw new Error('nothing was taken out');
  return done.value;
}

describe('a file without some of its documents', () => {
  it('opens as before, without the persona, its words and its reference', () => {
    const read = readWorkshopFile(without(file), 'x');
    if (!read.ok) throw new Error(read.error.code);
    expect(Object.keys(read.value.docs).sort()).toEqual([BOARD, WORKSHOP].sort());
    expect(read.value.docs[BOARD]).toEqual(bundle.docs[BOARD]);
    expect(read.value.docs[WORKSHOP]?.doc).toMatchObject({ personas: {} });
    const all = Object.values(unzipSync(without(file))).map((bytes) => strFromU8(bytes, true));
    expect(all.some((text) => text.includes('Marchand') || text.includes('courir sans y penser'))).toBe(false);
  });

  it('drops images that nothing else uses, and keeps those that a board shows', () => {
    const names = (shared: boolean) => Object.keys(unzipSync(without(writeWorkshopFile(withPhoto(shared), FACTS))));
    expect(names(false).some((name) => name.startsWith('assets/'))).toBe(false);
    expect(names(true).some((name) => name.startsWith('assets/'))).toBe(true);
  });

  it('is left alone where there is none of them, and refused where damage hides what it holds', () => {
    expect(withoutDocuments(file, new Set(['other' as DocId]))).toEqual({ ok: true, value: null });
    const cut = file.slice(0, file.length - 40);
    expect(withoutDocuments(cut, new Set([PERSONA])).ok).toBe(false);
    expect(withoutDocuments(cut, new Set(['other' as DocId]))).toEqual({ ok: true, value: null });
  });
});
