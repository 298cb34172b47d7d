import type { Result } from '@shared/base/result';
import { carriedWorkshop, carrierKind } from '@shared/carrier/carried';
import { isPersonaArchive } from '@shared/exchange/personaArchive';
import { readWorkshopFile, type WorkshopBundle, writeWorkshopFile } from '@shared/file/workshopFile';

export { isPersonaArchive };

/** Reads a `.personarium` file: the whole bundle, or why not. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Result<WorkshopBundle>> {
  return readWorkshopFile(bytes, name);
}

/** Whether a picture carries a workshop, sound or not. */
export function carriesWorkshop(bytes: Uint8Array, name: string): boolean {
  const kind = carrierKind(bytes);
  const carried = kind && carriedWorkshop(bytes, kind, name);
  return carried !== null && (carried.ok || carried.error.code === 'file-invalid');
}

/** The bytes of a workshop as a `.personarium` file. */
export async function writeFile(bundle: WorkshopBundle, appVersion: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(writeWorkshopFile(bundle, { appVersion, savedAt: new Date().toISOString() }));
}
