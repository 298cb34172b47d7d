import { ok, type Result } from '@shared/base/result';
import { docType } from '@shared/boards/docTypes';
import type { CarriedFile } from '@shared/carrier/carry';
import { createYDoc, encodeState } from '@shared/document/yDocument';
import { sha256 } from '@shared/file/sha256';
import type { StoredDoc } from '@shared/file/storedState';
import { ownBytes, writeWorkshopFile } from '@shared/file/workshopFile';
import type { OpenedFile } from '@shared/ipc';
import type { AnyDoc } from '@shared/model/document';
import type { SampleWorkshop } from '@shared/sample/sampleWorkshop';

const EXTENSION = '.personarium';

/** The file that a command names, as it is; of a poster that carries one, that one. Fails as `readWorkshopFile` does. */
export function insideOf({ bytes, name }: OpenedFile): Result<CarriedFile> {
  const own = ownBytes(bytes, name);
  return own.ok ? ok({ bytes: own.value, name: name.replace(/(\.\w+)?$/, EXTENSION) }) : own;
}

/** The file of the sample. Made of the same documents at the same moment (ISO 8601) it is the same, byte for byte. */
export function sampleInside(sample: SampleWorkshop, savedAt: string, appVersion: string): CarriedFile {
  const all: Readonly<Record<string, AnyDoc>> = { ...sample.docs, [sample.id]: sample.workshop };
  const docs = Object.entries(all).map(([id, doc]): readonly [string, StoredDoc] => {
    // The history begins with one author, who is told by what is written: two samples that differ never share one.
    const author = Number.parseInt(sha256(new TextEncoder().encode(JSON.stringify(doc))).slice(0, 8), 16);
    return [id, { doc, state: encodeState(createYDoc(docType(doc.kind), doc, author)) }];
  });
  const bundle = { workshopId: sample.id, docs: Object.fromEntries(docs), assets: {} };
  return {
    bytes: writeWorkshopFile(bundle, { appVersion, savedAt }),
    name: `${sample.workshop.info.title}${EXTENSION}`,
  };
}
