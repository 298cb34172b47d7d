import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Calls `work(folder)` with a new, empty profile folder, and removes it after that. */
export async function withProfile(work) {
  const folder = mkdtempSync(join(tmpdir(), 'personarium-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
