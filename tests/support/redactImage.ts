import { PNG } from './workshopBundles';

/** A one-pixel PNG, with a comment that says where it comes from and something after its end; or bare. */
export function tinyPng(comment: string | null): Uint8Array {
  if (comment === null) return PNG;
  const data = Buffer.from(`Comment\0${comment}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The checksum is of no matter: nobody reads the chunk.
  const chunk = Buffer.concat([length, Buffer.from('tEXt', 'latin1'), data, Buffer.alloc(4)]);
  const bytes = Buffer.from(PNG);
  return new Uint8Array(
    Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33), Buffer.from(comment, 'latin1')]),
  );
}
