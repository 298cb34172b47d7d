import { createStore } from 'zustand/vanilla';

/** A countdown that survives going from board to board. Times in ms. */
export interface TimerState {
  readonly duration: number;
  /** What was left when it was last started or paused. */
  readonly left: number;
  /** When it was started; null while it stands still. */
  readonly runningSince: number | null;
}

const MINUTE = 60_000;
export const LAST_MS = MINUTE;
export const MAX_MINUTES = 600;

export const timer = createStore<TimerState>(() => ({ duration: 15 * MINUTE, left: 15 * MINUTE, runningSince: null }));

/** What is left at a moment, never below 0. */
export const leftAt = (state: TimerState, now: number): number =>
  state.runningSince === null ? state.left : Math.max(0, state.left - (now - state.runningSince));

/** Starts, or stands still; started again once over, it begins anew. */
export function toggled(state: TimerState, now: number): TimerState {
  if (state.runningSince !== null) return { ...state, left: leftAt(state, now), runningSince: null };
  return { ...state, left: state.left > 0 ? state.left : state.duration, runningSince: now };
}

export const reset = (state: TimerState): TimerState => ({ ...state, left: state.duration, runningSince: null });

export const withDuration = (duration: number): TimerState => ({ duration, left: duration, runningSince: null });

/** `12:40`, or `1:05:00` from an hour on; counts the second it is in, so that it starts on the full time. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

/** Reads `12`, `12,5`, `12:40` or `1:05:00` as ms; null when it is none or out of range. */
export function readClock(text: string): number | null {
  const parts = text.trim().replace(',', '.').split(':');
  if (parts.length > 3 || parts.some((part) => !/^\d+(\.\d+)?$/.test(part.trim()))) return null;
  const numbers = parts.map(Number);
  const [hours, minutes, seconds] =
    numbers.length === 3 ? numbers : numbers.length === 2 ? [0, numbers[0], numbers[1]] : [0, numbers[0], 0];
  const ms = Math.round(((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE + (seconds ?? 0) * 1000);
  return ms >= 1000 && ms <= MAX_MINUTES * MINUTE ? ms : null;
}
