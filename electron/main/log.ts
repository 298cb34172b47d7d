import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LARGEST = 512_000;
let file: string | null = null;

/** Chooses the log file and puts a full one aside; before this, and where it cannot be written, nothing is kept. */
export function openLog(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(path, `${path}.old`);
    file = path;
  } catch {
    file = null;
  }
}

/** Notes something that happened. Never pass what users wrote, file names or paths: codes and counts only. */
export function log(what: string, detail = ''): void {
  if (file === null) return;
  try {
    appendFileSync(file, `${new Date().toISOString()} ${what}${detail && ` ${detail}`}\n`);
  } catch {
    // A full disk must not turn a note about a problem into another problem.
  }
}

/** What may be logged of something thrown: the system's code, or the kind of error. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
