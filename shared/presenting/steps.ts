/** What a key, a clicker or a button asks of a presentation. */
export type Step = 'next' | 'back' | 'first' | 'last' | { readonly stage: number };

/**
 * The slide that a step leads to, of `count`: 0 is the whole map, n the n-th stage, the last the map again. Past either end it stays; a
 * stage that there is not leads nowhere.
 */
export function slideAfter(at: number, step: Step, count: number): number {
  const last = Math.max(0, count - 1);
  const now = Math.min(Math.max(0, at), last);
  if (step === 'first') return 0;
  if (step === 'last') return last;
  if (step === 'next') return Math.min(now + 1, last);
  if (step === 'back') return Math.max(now - 1, 0);
  return step.stage >= 1 && step.stage < last ? step.stage : now;
}

/** What else can be asked for while presenting. */
export type Wish = 'black' | 'map' | 'notes' | 'theme' | 'room' | 'texts' | 'end';

/** Keys of a presentation: those of slide programs, of clickers (Page Up and Down, F5, B or a full stop) and of pedals. */
const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
};
const WISHES: Readonly<Record<string, Wish>> = {
  b: 'black',
  '.': 'black',
  c: 'map',
  n: 'notes',
  l: 'theme',
  r: 'room',
  t: 'texts',
  Escape: 'end',
};

export interface PresentingKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, Alt or the command key is held: the key means something else. */
  readonly held: boolean;
}

/** What a key means while presenting; null for nothing. Shift with the space bar goes back. */
export function meaningOf({
  key,
  shift,
  held,
}: PresentingKey): { readonly step: Step } | { readonly wish: Wish } | null {
  if (held) return null;
  if (key === ' ' && shift) return { step: 'back' };
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step) return { step };
  if (/^[1-9]$/.test(key)) return { step: { stage: Number(key) } };
  const name = key.length === 1 ? key.toLowerCase() : key;
  const wish = Object.hasOwn(WISHES, name) ? WISHES[name] : undefined;
  return wish ? { wish } : null;
}

/** Time since the presentation began as `m:ss`, or `h:mm:ss` from an hour on; `ms` is never below 0. */
export function elapsedText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
