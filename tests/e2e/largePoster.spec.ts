import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflate } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { pngChunks, pngHeader } from '../support/pngImage';
import { personarium } from './commandLine';

const [WIDTH, HEIGHT] = [14043, 9933];

test('an A0 at 300 dpi is whole: every chunk, every row, ink from top to bottom', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'personarium-large-'));
  try {
    const words = [
      'export',
      '--sample',
      '--board',
      '1',
      '--format',
      'png',
      '--sheet',
      'A0',
      '--dpi',
      '300',
      '--lang',
      'fr',
    ];
    expect(await personarium([...words, '--out', `${folder}/`])).toMatchObject({ code: 0 });
    const [name = ''] = await readdir(folder);
    const chunks = pngChunks(await readFile(join(folder, name)));
    expect(chunks.filter(({ crcIsRight }) => !crcIsRight)).toEqual([]);
    expect(pngHeader(chunks)).toEqual({ width: WIDTH, height: HEIGHT, channels: 3, dpi: 300 });
    expect(chunks.at(-1)?.type).toBe('IEND');
    const rows = await inkOfRows(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
    expect(rows).toHaveLength(HEIGHT);
    // A twentieth of the sheet without a single change of colour would be a band that was not painted.
    const longestGap = Math.max(
      ...rows
        .map((ink) => (ink ? '1' : '0'))
        .join('')
        .split('1')
        .map((gap) => gap.length),
    );
    expect(longestGap).toBeLessThan(HEIGHT / 20);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** For each row, whether it differs from the row above: rows are stored as differences, all zero where nothing changes. */
async function inkOfRows(parts: readonly Buffer[]): Promise<boolean[]> {
  const stride = WIDTH * 3 + 1;
  const rows: boolean[] = [];
  let at = 0;
  let ink = false;
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (let index = 0; index < chunk.length; ) {
        const end = Math.min(chunk.length, index + stride - at);
        const from = at === 0 ? index + 1 : index;
        ink ||= chunk.subarray(from, end).some((byte) => byte !== 0);
        at += end - index;
        index = end;
        if (at === stride) {
          rows.push(ink);
          at = 0;
          ink = false;
        }
      }
      done();
    },
  });
  await pipeline(parts, createInflate(), count);
  expect(at).toBe(0);
  return rows;
}
