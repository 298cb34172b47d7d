import type { Result } from '@shared/base/result';
import { isPersonaArchive } from '@shared/exchange/personaArchive';
import { readWorkshopFile, type WorkshopBundle, writeWorkshopFile } from '@shared/file/workshopFile';

export { isPersonaArchive };

/** Reads a `.personarium` file: the whole bundle, or why not. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Result<WorkshopBundle>> {
  return readWorkshopFile(bytes, name);
}

/** The bytes of a workshop as a `.personarium` file. */
export async function writeFile(bundle: WorkshopBundle, appVersion: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(writeWorkshopFile(bundle, { appVersion, savedAt: new Date().toISOString() }));
}
