import { expect, it } from 'vitest';
import { withOwnNodeNames } from './pdfNodes';

const print = (first: number) => {
  const name = (at: number) => `(node${String(first + at).padStart(8, '0')})`;
  return Buffer.from(
    `1 0 obj\n<</ID ${name(2)}>>\nendobj\n2 0 obj\n<</Names [${name(0)} 3 0 R ${name(2)} 1 0 R ${name(7)} 4 0 R]\n/Limits [${name(0)} ${name(7)}]>>\nendobj\n(\xe9)`,
    'latin1',
  );
};

it('gives the same bytes to the first print and to the thousandth', () => {
  const first = withOwnNodeNames(print(1)).toString('latin1');
  expect(withOwnNodeNames(print(99_998)).toString('latin1')).toBe(first);
  expect(first).toContain('/Names [(node00000001) 3 0 R (node00000002) 1 0 R (node00000003) 4 0 R]');
  expect(first).toContain('/ID (node00000002)');
  expect(first).toHaveLength(print(1).length);
});
