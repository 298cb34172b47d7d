import type { AppError } from '../base/appError';
import type { AssetHash } from '../base/ids';
import { fail, ok, type Result } from '../base/result';
import { sha256 } from './sha256';

/** First bytes of the image formats a workshop may hold; anything else is `bin`. */
const SIGNATURES: readonly (readonly [ext: string, at: number, bytes: readonly number[]])[] = [
  ['png', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', 0, [0xff, 0xd8, 0xff]],
  ['gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['webp', 8, [0x57, 0x45, 0x42, 0x50]],
];

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

const extensionOf = (bytes: Uint8Array): string | undefined =>
  SIGNATURES.find(([, at, signature]) => signature.every((byte, index) => bytes[at + index] === byte))?.[0];

/** Media type of a picture, told by its bytes; null for what is none that a workshop may hold. */
export const assetType = (bytes: Uint8Array): string | null => TYPES[extensionOf(bytes) ?? ''] ?? null;

/** Name of an asset in the archive: its hash, and an extension told by its bytes, never by its origin. */
export function assetName(hash: AssetHash, bytes: Uint8Array): string {
  return `assets/${hash}.${extensionOf(bytes) ?? 'bin'}`;
}

/** The hash an archive name stands for, or null when it is not an asset. */
export const assetHash = (name: string): AssetHash | null =>
  (/^assets\/([0-9a-f]{64})\./.exec(name)?.[1] as AssetHash | undefined) ?? null;

/** The bytes, once they are what their name says. */
export function checkAsset(hash: AssetHash, bytes: Uint8Array, file: string): Result<Uint8Array> {
  const error: AppError = { code: 'file-invalid', name: file, where: `assets/${hash.slice(0, 8)}`, reason: 'checksum' };
  return sha256(bytes) === hash ? ok(bytes) : fail(error);
}
