import type { DocId } from '@shared/base/ids';
import { ok, type Result } from '@shared/base/result';
import { withoutDocuments } from '@shared/file/withoutDocuments';
import type { DesktopApi } from '@shared/ipc';
import { nextTurn } from '@/platform/nextTurn';
import { answered } from './core';

/**
 * Takes documents out of every backup on the disk. A backup that holds one of them and is too damaged to be written without it is removed:
 * it could not have been restored either.
 */
export async function scrubBackups(
  desktop: Pick<DesktopApi, 'snapshotList' | 'snapshotRead' | 'snapshotReplace'>,
  ids: ReadonlySet<DocId>,
): Promise<Result<null>> {
  for (const { token } of await desktop.snapshotList(null)) {
    const read = await answered(desktop.snapshotRead(token));
    // It went with the ring meanwhile.
    if (!read.ok) continue;
    const without = withoutDocuments(read.value, ids);
    if (without.ok && without.value === null) continue;
    const bytes = without.ok ? without.value : null;
    const replaced = await answered(desktop.snapshotReplace({ token, bytes: bytes && new Uint8Array(bytes) }));
    if (!replaced.ok) return replaced;
    await nextTurn();
  }
  return ok(null);
}
