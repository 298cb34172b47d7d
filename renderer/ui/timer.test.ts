import { describe, expect, it } from 'vitest';
import { clockText, leftAt, readClock, reset, toggled, withDuration } from './timer';

describe('timer', () => {
  it('counts down while it runs and stands still when paused', () => {
    const started = toggled(withDuration(60_000), 1000);
    expect(leftAt(started, 11_000)).toBe(50_000);
    const paused = toggled(started, 11_000);
    expect(leftAt(paused, 99_000)).toBe(50_000);
    expect(leftAt(toggled(paused, 100_000), 110_000)).toBe(40_000);
  });

  it('ends at zero and begins anew', () => {
    const started = toggled(withDuration(5000), 0);
    expect(leftAt(started, 9000)).toBe(0);
    const stopped = toggled(started, 9000);
    expect(stopped.left).toBe(0);
    expect(leftAt(toggled(stopped, 10_000), 11_000)).toBe(4000);
    expect(reset(started)).toEqual({ duration: 5000, left: 5000, runningSince: null });
  });

  it('writes and reads times', () => {
    expect(clockText(12 * 60_000 + 40_000)).toBe('12:40');
    expect(clockText(59_001)).toBe('01:00');
    expect(clockText(65 * 60_000)).toBe('1:05:00');
    expect(readClock('12')).toBe(720_000);
    expect(readClock('12,5')).toBe(750_000);
    expect(readClock(' 12:40 ')).toBe(760_000);
    expect(readClock('1:05:00')).toBe(3_900_000);
    for (const bad of ['', '0', 'dix', '-3', '1:2:3:4', '9999']) expect(readClock(bad)).toBeNull();
  });
});
