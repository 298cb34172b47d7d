import type { BootInfo } from '@shared/ipc';

/** The system the app runs on, as the interface knows it. */
export function knownPlatform(): BootInfo['platform'] {
  return process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
}
