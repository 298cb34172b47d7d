import type { WorkshopId } from '@shared/base/ids';
import type { CarriedFile } from '@shared/carrier/carry';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import { appStore, workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import { fileNameFor, mayWorkshopLeave, workshopOf } from '@/app/files';
import { packWorkshop } from '@/session/packWorkshop';

const packed = async (bundle: WorkshopBundle): Promise<CarriedFile> => ({
  bytes: await packWorkshop(bundle, {
    appVersion: appStore.getState().boot?.appVersion ?? '',
    savedAt: new Date().toISOString(),
  }),
  name: fileNameFor(workshopOf(bundle)?.info.title ?? ''),
});

/** How large the file of a workshop is now, in bytes; null when it cannot be made. */
export async function insideSize(id: WorkshopId): Promise<number | null> {
  const bundle = await workspace().exportBundle(id);
  return bundle.ok ? (await packed(bundle.value)).bytes.length : null;
}

/** The file of a workshop that leaves inside its posters, once nobody minds what leaves with it; null otherwise, which has been told. */
export async function insideToLeave(id: WorkshopId): Promise<CarriedFile | null> {
  const bundle = await workspace().exportBundle(id);
  if (!bundle.ok) {
    showError(bundle.error);
    return null;
  }
  return (await mayWorkshopLeave(bundle.value, 'poster')) ? packed(bundle.value) : null;
}
