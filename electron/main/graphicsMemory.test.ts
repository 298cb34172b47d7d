import { describe, expect, it } from 'vitest';
import { knowsSoftwareDrawing } from './graphicsMemory';

const NOW = 1_700_000_000_000;
const DAY = 24 * 3_600_000;
const note = (changes: object = {}) => ({ software: true, at: NOW - DAY, chromium: '130.0.1', ...changes });
const knows = (stored: unknown) => knowsSoftwareDrawing(stored, NOW, '130.0.1');

describe('what is remembered of the graphics', () => {
  it('spares an attempt that failed with this engine in the last days', () => {
    expect(knows(note())).toBe(true);
    expect(knows(note({ at: NOW - 6.9 * DAY }))).toBe(true);
  });

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    note({ software: false }),
    note({ software: 'yes' }),
    note({ at: NOW - 7 * DAY }),
    note({ at: NOW + DAY }),
    note({ at: '2023' }),
    note({ at: Number.NaN }),
    note({ chromium: '131.0.0' }),
  ])('lets the engine try with %j', (stored) => {
    expect(knows(stored)).toBe(false);
  });
});
