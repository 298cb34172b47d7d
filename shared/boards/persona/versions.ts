/** What thinning needs to know of a kept version. */
export interface VersionStamp {
  readonly id: string;
  /** Counts up from 1 for each persona, in the order they were made. */
  readonly number: number;
  /** Epoch ms. */
  readonly at: number;
  /** Empty for one that was kept by itself. */
  readonly name: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to this age (ms), one automatic version is kept per slot of this width (ms); 0 keeps all. */
const AGES: readonly { readonly until: number; readonly slot: number }[] = [
  { until: HOUR, slot: 0 },
  { until: DAY, slot: 15 * MINUTE },
  { until: 30 * DAY, slot: DAY },
  { until: 365 * DAY, slot: 7 * DAY },
  { until: Number.POSITIVE_INFINITY, slot: 30 * DAY },
];

const slotOf = (at: number, now: number): string => {
  const age = Math.max(0, now - at);
  const { slot } = AGES.find(({ until }) => age < until) ?? { slot: 0 };
  // Slots lie on the calendar, not on the age: a version does not change its slot while it grows older within one band.
  return slot === 0 ? `${at}` : `${slot} ${Math.floor(at / slot)}`;
};

/**
 * Which versions are given up: of those kept by themselves, the last of each quarter of an hour stays for a day, the last of each day
 * for a month, of each week for a year, of each thirty days for ever; those of the last hour all stay. Named ones, the first and the
 * latest are never given up. `now` is epoch ms. Returns ids.
 */
export function staleVersions(versions: readonly VersionStamp[], now: number): readonly string[] {
  const ordered = [...versions].sort((a, b) => a.number - b.number);
  const lastOfSlot = new Map<string, string>();
  for (const { id, at, name } of ordered) if (name === '') lastOfSlot.set(slotOf(at, now), id);
  const kept = new Set([...lastOfSlot.values(), ordered[0]?.id, ordered.at(-1)?.id]);
  return ordered.filter(({ id, name }) => name === '' && !kept.has(id)).map(({ id }) => id);
}
