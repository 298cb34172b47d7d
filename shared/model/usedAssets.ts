import type { AssetHash } from '../base/ids';

/** The pictures that documents show, each once: they are named by a hash of 64 hexadecimal digits, wherever a document uses them. */
export const usedAssets = (docs: unknown): ReadonlySet<AssetHash> =>
  new Set((JSON.stringify(docs).match(/(?<=")[0-9a-f]{64}(?=")/g) ?? []) as AssetHash[]);
