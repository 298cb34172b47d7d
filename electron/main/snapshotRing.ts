/** One backup file of a workshop. */
export interface SnapshotFile {
  readonly name: string;
  /** Counts up per workshop: the order of backups, whatever the clock said. */
  readonly number: number;
  /** Epoch ms. */
  readonly savedAt: number;
  readonly size: number;
}

const NEWEST = 10;
const DAYS = 21;
const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z--(\d{1,9})(?:--[^/]*)?\.personarium$/;

/** `2026-05-04T14-32-07-120Z--12--changer-de-chaussures.personarium`: sorts by time, and a person sees what it is. */
export function nameSnapshot(number: number, savedAt: number, title: string): string {
  const time = new Date(savedAt).toISOString().replace(/[:.]/g, '-');
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return `${time}--${number}${words && `--${words}`}.personarium`;
}

/** Null for files that are not ours. */
export function parseSnapshotName(name: string): Pick<SnapshotFile, 'number' | 'savedAt'> | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, day, hours, minutes, seconds, ms, number] = match;
  const savedAt = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  return Number.isNaN(savedAt) ? null : { number: Number(number), savedAt };
}

/**
 * Which backups the ring lets go: all but the newest ten, the last one of each of the newest 21 days that have any, and the last rich one
 * (at least half the size of the largest), so that backups of an emptied workshop never push the full ones out. Days are counted among
 * the backups themselves: a clock that jumps ahead drops nothing early.
 */
export function snapshotsToDrop(files: readonly SnapshotFile[]): SnapshotFile[] {
  const newestFirst = [...files].sort((a, b) => b.number - a.number);
  const keep = new Set(newestFirst.slice(0, NEWEST));
  for (const file of lastOfDays(newestFirst).slice(0, DAYS)) keep.add(file);
  const largest = Math.max(...files.map((file) => file.size));
  const rich = newestFirst.find((file) => file.size * 2 >= largest);
  if (rich) keep.add(rich);
  return files.filter((file) => !keep.has(file));
}

function lastOfDays(newestFirst: readonly SnapshotFile[]): SnapshotFile[] {
  const days = new Map<string, SnapshotFile>();
  for (const file of newestFirst) {
    const day = new Date(file.savedAt).toISOString().slice(0, 10);
    if (!days.has(day)) days.set(day, file);
  }
  return [...days.values()];
}
