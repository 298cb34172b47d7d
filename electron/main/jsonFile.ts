import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, log } from './log';

const LARGEST = 1_000_000;

/** What a small JSON file of ours holds; undefined when it is missing, damaged or not small. */
export function readJsonFile(path: string): unknown {
  try {
    return statSync(path).size > LARGEST ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a small JSON file of ours so that it is either the old or the new one; a failure is logged and otherwise harmless. */
export function writeJsonFile(path: string, value: unknown): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(temporary, path);
  } catch (error) {
    log('settings-not-written', errorCode(error));
  }
}
