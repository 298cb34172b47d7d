import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecent } from './recent';

describe('what is remembered of late', () => {
  it('is never wrong, never more than twice the limit, and has what was used last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 30 })), { maxLength: 200 }),
        (most, uses) => {
          const recent = createRecent<number>(most);
          const last = new Map<string, number>();
          for (const [at, [writes, number]] of uses.entries()) {
            const key = String(number);
            if (writes) recent.set(key, at);
            const found = recent.get(key);
            if (writes) last.set(key, at);
            if (found !== undefined) expect(found).toBe(last.get(key));
            expect(recent.size()).toBeLessThanOrEqual(2 * most);
          }
          const lately: string[] = [];
          for (const [, number] of [...uses].reverse()) {
            const key = String(number);
            if (!lately.includes(key) && last.has(key)) lately.push(key);
          }
          const known = lately.slice(0, most).filter((key) => recent.get(key) !== undefined);
          // What was asked for without being known does not count as used.
          if (uses.every(([writes]) => writes)) expect(known).toEqual(lately.slice(0, most));
        },
      ),
    );
  });
});
