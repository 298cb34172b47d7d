import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './launch';

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const LIMIT_MS = 120_000;

/** Runs `personarium` with these words, as a terminal would, and waits for its end. */
export function personarium(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const script = join(projectRoot, 'scripts', 'personarium.mjs');
  const all = { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, ...words],
      { cwd: projectRoot, env: all, timeout: LIMIT_MS, maxBuffer: 1 << 26 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
}
