/**
 * A display where there is none. Electron cannot print without one (its headless mode is not part of its builds), so a
 * virtual one is started for as long as it is needed.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StepFailure } from './steps.mjs';

const START_LIMIT_MS = 20_000;

/** Whether a window can be shown to the person at this machine. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Calls `work(env)` with the environment variables of a display: the present one, or a virtual one. */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  return withVirtualDisplay(work);
}

/** Calls `work(env)` with the environment variables of a new virtual display, and ends the display after it. */
export async function withVirtualDisplay(work) {
  return withVirtualDisplays(1, ([display]) => work(display ?? {}));
}

/**
 * Calls `work(envs)` with the environment variables of so many new virtual displays, and ends them after it. Windows on one display share
 * its clipboard, its pointer and its focus; windows on two have nothing in common. Empty where the system shows windows by itself.
 */
export async function withVirtualDisplays(count, work) {
  if (process.platform !== 'linux') return work([]);
  const folder = mkdtempSync(join(tmpdir(), 'personarium-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityFile(), { mode: 0o600 });
  const servers = [];
  const end = () => {
    for (const server of servers) server.kill();
  };
  process.once('exit', end);
  try {
    const displays = [];
    for (let made = 0; made < count; made += 1) {
      const server = spawn(
        'Xvfb',
        ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-dpi', '96', '-nolisten', 'tcp', '-auth', authority],
        { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
      );
      servers.push(server);
      const number = await displayNumber(server);
      displays.push({ DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: '' });
    }
    return await work(displays);
  } finally {
    process.off('exit', end);
    end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One key for any display: only this user's programs can use it. */
function authorityFile() {
  const field = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const anyAddress = Buffer.from([0xff, 0xff]);
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  return Buffer.concat([
    anyAddress,
    field(Buffer.alloc(0)),
    field(Buffer.alloc(0)),
    field(name),
    field(randomBytes(16)),
  ]);
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = (reason) =>
      reject(new StepFailure(`the virtual display did not start: ${reason}`, 'install xvfb, then start again'));
    const timer = setTimeout(() => fail('no answer'), START_LIMIT_MS);
    server.on('error', (error) => fail(error.message));
    server.on('exit', (code) => fail(`it ended with code ${code}`));
    server.stdio[3].once('data', (data) => {
      clearTimeout(timer);
      resolve(Number(String(data).trim()));
    });
  });
}
