/** What a list needs to know of a version. */
export interface VersionStamp {
  readonly id: string;
  /** Counts up from 1 for each persona, in the order they were made. */
  readonly number: number;
  /** Epoch ms. */
  readonly at: number;
  /** Empty for one that was kept by itself. */
  readonly name: string;
}

/** One line of the list of versions: a version, or several that are folded into one line until somebody opens it. */
export type VersionLine<Version extends VersionStamp> =
  | {
      readonly kind: 'version';
      readonly version: Version;
      /** The version of the next line below: what a line says has changed is what differs from it. Null for the oldest. */
      readonly before: Version | null;
      /** Opened folds that it stands in. */
      readonly depth: number;
    }
  | {
      readonly kind: 'fold';
      /** Names the fold for as long as the list does not change within it. */
      readonly id: string;
      readonly count: number;
      readonly oldest: Version;
      readonly newest: Version;
      readonly isOpen: boolean;
      readonly depth: number;
    };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to this age (ms), one version that has no name is shown per slot of this width (ms); 0 shows all. */
const AGES: readonly { readonly until: number; readonly slot: number }[] = [
  { until: HOUR, slot: 0 },
  { until: DAY, slot: 15 * MINUTE },
  { until: 30 * DAY, slot: DAY },
  { until: 365 * DAY, slot: 7 * DAY },
  { until: Number.POSITIVE_INFINITY, slot: 30 * DAY },
];

/** An opened fold shows all it holds up to so many; of more, one per slot of the widest of these that parts it. */
const ALL = 60;
const SLOTS = [30 * DAY, 7 * DAY, DAY, HOUR, 15 * MINUTE];

/** Fewer are shown: a fold of them would take as much room. */
const LEAST_FOLDED = 3;

/** Slots lie on the calendar, not on the age: a version does not change its slot while it grows older within one band. */
const slotAt = (at: number, slot: number): string => (slot === 0 ? `${at}` : `${slot} ${Math.floor(at / slot)}`);

const slotOfAge = (at: number, now: number): string => {
  const age = Math.max(0, now - at);
  return slotAt(at, AGES.find(({ until }) => age < until)?.slot ?? 0);
};

interface Ports<Version> {
  /** Folds that somebody opened, by their ids. */
  readonly isOpen: (fold: string) => boolean;
  /** Versions that are shown even where they are folded: those that are being compared. */
  readonly isChosen: (version: Version) => boolean;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * The list of versions, latest first: every one of the last hour, then the last of each quarter of an hour for a day, of each day for a month, of
 * each week for a year, of each thirty days; what lies between is folded. Named ones, the first and the latest are never folded. A fold
 * of many, opened, has folds within. `versions` is oldest first.
 */
export function versionLines<Version extends VersionStamp>(
  versions: readonly Version[],
  ports: Ports<Version>,
): readonly VersionLine<Version>[] {
  const shown = lastOfSlots(versions, ({ at }) => slotOfAge(at, ports.now));
  const ends = [versions[0], versions.at(-1)];
  const lines = linesOf(versions, (one) => one.name !== '' || shown.has(one) || ends.includes(one), ports, 0);
  let before: Version | null = null;
  const told: VersionLine<Version>[] = [];
  for (const line of lines.toReversed()) {
    told.push(line.kind === 'version' ? { ...line, before } : line);
    if (line.kind === 'version') before = line.version;
  }
  return told.reverse();
}

/** The last version of each slot, of those without a name. */
function lastOfSlots<Version extends VersionStamp>(
  versions: readonly Version[],
  slotOf: (version: Version) => string,
): ReadonlySet<Version> {
  const last = new Map<string, Version>();
  for (const version of versions) if (version.name === '') last.set(slotOf(version), version);
  return new Set(last.values());
}

function linesOf<Version extends VersionStamp>(
  versions: readonly Version[],
  isShown: (version: Version) => boolean,
  ports: Ports<Version>,
  depth: number,
): VersionLine<Version>[] {
  const lines: VersionLine<Version>[] = [];
  let run: Version[] = [];
  const endRun = () => {
    lines.push(...runLines(run.reverse(), ports, depth));
    run = [];
  };
  for (const version of versions.toReversed()) {
    if (isShown(version)) {
      endRun();
      lines.push({ kind: 'version', version, before: null, depth });
    } else run.push(version);
  }
  endRun();
  return lines;
}

/** What stands for versions that are not shown: themselves where they are few, else their fold with what it shows. `run` is oldest first. */
function runLines<Version extends VersionStamp>(
  run: readonly Version[],
  ports: Ports<Version>,
  depth: number,
): readonly VersionLine<Version>[] {
  const [oldest, newest] = [run[0], run.at(-1)];
  if (!oldest || !newest) return [];
  if (run.length < LEAST_FOLDED) return linesOf(run, () => true, ports, depth);
  const isOpen = ports.isOpen(newest.id);
  const fold = { kind: 'fold', id: newest.id, count: run.length, oldest, newest, isOpen, depth } as const;
  if (isOpen) return [fold, ...linesOf(run, shownWithin(run), ports, depth + 1)];
  return [fold, ...linesOf(run.filter(ports.isChosen), () => true, ports, depth + 1)];
}

function shownWithin<Version extends VersionStamp>(run: readonly Version[]): (version: Version) => boolean {
  if (run.length <= ALL) return () => true;
  const parted = SLOTS.map((slot) => lastOfSlots(run, ({ at }) => slotAt(at, slot))).find(({ size }) => size > 1);
  return parted ? (version) => parted.has(version) : () => true;
}
