import type { Box } from '@shared/scene/primitives';
import { countSpots, overlap, quantised, TILE } from './tileGrid';
import { createTileLevel, type FindWork, type LevelPort, type TileJob, type TileLevel } from './tileLevel';

export interface WallDeps {
  /** Makes room for the tiles of a scale, above or below those of other scales. */
  readonly openLevel: (place: 'above' | 'below') => LevelPort;
  readonly find: FindWork;
  /** Where there is anything at all, in scene units; null when there is nothing. */
  readonly extent: () => Box | null;
  /** Clock, ms. */
  readonly now: () => number;
}

export interface WallFrame {
  /** Device pixels per scene unit. */
  readonly scale: number;
  /** Scene box in view. */
  readonly visible: Box;
  /** Device pixel of the scene's origin; whole numbers, so that nothing shimmers in a pan. */
  readonly originX: number;
  readonly originY: number;
}

export interface TileWall {
  /** Shows the view, and paints for about so long; true when something is still to be painted: ask for another frame. */
  readonly draw: (frame: WallFrame, ms: number) => boolean;
  /** These scene boxes look different now; everything, when none are given. */
  readonly invalidate: (boxes?: readonly Box[]) => void;
  /** The zoom rests: from now on tiles of exactly this scale. */
  readonly settle: (scale: number) => void;
  /** What is on show was painted for this scale. */
  readonly isExact: (scale: number) => boolean;
  /** Whether `tend` has something to do. */
  readonly wantsTending: () => boolean;
  /**
   * In idle time: gives back what a long pan has left behind, and prepares the coarse picture of everything that is shown where tiles
   * are missing.
   */
  readonly tend: (ms: number) => void;
  /** Forgets every tile. */
  readonly clear: () => void;
  readonly size: () => number;
}

/** While it moves, a picture is stretched or shrunk by up to this many octaves before one of another scale is made. */
const STRETCH = 0.5;
/** A picture in the making is finished unless the zoom has gone this many octaves in (or out) since. */
const PATIENCE_IN = 1.5;
const PATIENCE_OUT = 0.75;
/** A change of zoom of so many octaves between two frames is a jump, not a movement: the exact picture is wanted now. */
const JUMP = 1.25;
/** For that it may take longer. */
const JUMP_MS = 40;
/** What is begun is finished: a frame takes up to so many times what it may, and owes nothing for it. */
const USUAL = 2;
/** Size of the coarse picture of everything, in device pixels. */
const OVERVIEW_AREA = 900_000;
/** A picture of everything that is no larger than this is kept as the coarse one. */
const KEPT_AREA = 2_000_000;

const octaves = (a: number, b: number): number => Math.abs(Math.log2(a / b));

const isWorthFinishing = (made: number, scale: number): boolean =>
  scale >= made ? octaves(scale, made) <= PATIENCE_IN : octaves(scale, made) <= PATIENCE_OUT;

/** Bitmaps of a scene in squares that move and stretch with the camera, so that a frame costs the same for ten notes and ten thousand. */
export function createTileWall(deps: WallDeps): TileWall {
  /** What is looked at. */
  let front: TileLevel | null = null;
  /** What will be looked at once it is complete. */
  let next: TileLevel | null = null;
  /** A coarse picture of everything, under the front where that has gaps. */
  let overview: TileLevel | null = null;
  /** Made in this frame: the browser has not seen its tiles yet. */
  let newest: TileLevel | null = null;
  let settled: number | null = null;
  let lastScale: number | null = null;
  let lastSeen: Box | null = null;
  /** Painted beyond what the frames of a zoom may, in ms: the next ones paint less. */
  let debt = 0;

  const open = (scale: number, place: 'above' | 'below') => createTileLevel(scale, deps.openLevel(place), deps.find);
  const levels = () => [...new Set([front, next, overview])].filter((level) => level !== null);

  const wantedScale = (scale: number): number => {
    if (settled === scale || !front) return scale;
    if (next && next !== front && settled === null && isWorthFinishing(next.scale, scale)) return next.scale;
    return octaves(scale, front.scale) <= STRETCH ? front.scale : quantised(scale);
  };

  const isNew = (level: TileLevel): boolean => level === newest;

  const levelFor = (scale: number): TileLevel => {
    const known = levels().find((level) => level.scale === scale);
    if (known) return known;
    newest = open(scale, 'above');
    return newest;
  };

  /** Works on `level` from now on; one in the making that nobody will see is given back. */
  const turnTo = (level: TileLevel): TileLevel => {
    if (next && next !== level && next !== front && next !== overview) next.port.remove();
    next = level;
    return level;
  };

  const isWhole = (level: TileLevel, most: number): boolean => {
    const extent = deps.extent();
    if (!extent) return false;
    return extent.w * extent.h * level.scale ** 2 <= most && level.covers(extent);
  };

  /** `level` takes the place of the front; what was there may serve as the coarse picture. */
  const bringForward = (level: TileLevel): void => {
    const last = front;
    front = level;
    next = level;
    if (overview === level) overview = null;
    if (!last || last === level || last === overview) return;
    if (last.scale < level.scale && isWhole(last, KEPT_AREA)) {
      overview?.port.remove();
      overview = last;
    } else last.port.remove();
  };

  const show = (level: TileLevel, frame: WallFrame): void =>
    level.port.show(frame.originX, frame.originY, frame.scale / level.scale);

  const draw = (frame: WallFrame, ms: number): boolean => {
    const extent = deps.extent();
    const seen = extent && overlap(extent, frame.visible);
    const isJump = lastScale !== null && octaves(frame.scale, lastScale) > JUMP;
    if (!front || isJump) settled = frame.scale;
    else if (settled !== frame.scale) settled = null;
    lastScale = frame.scale;
    newest = null;
    const wanted = turnTo(levelFor(wantedScale(frame.scale)));
    const nothingYet = !seen || !levels().some((level) => level.touches(seen));
    const limit = nothingYet ? Number.POSITIVE_INFINITY : Math.max(ms, isJump ? JUMP_MS : 0);
    const isPainted = !seen || paintFor(wanted, seen, limit);
    // First seen at another size than its own, a picture would be kept at that size by the browser: it waits for a frame.
    const isDone = isPainted && (!front || !isNew(wanted) || wanted.scale === frame.scale);
    if (isDone) bringForward(wanted);
    const shown = front ?? wanted;
    show(shown, frame);
    showOverview(shown, seen, frame);
    if (seen && isDone) tidy(shown, seen);
    return !isDone;
  };

  /**
   * While the zoom moves over what is there already, what a tile takes too long is taken from the next frames: one of thousands of
   * notes takes several times what a frame may. True when all was painted.
   */
  const paintFor = (level: TileLevel, seen: Box, ms: number): boolean => {
    const jobs = level.jobs(seen);
    const isPatient = settled === null && (front?.covers(seen) || overview?.covers(seen)) === true;
    if (!isPatient) debt = 0;
    const start = deps.now();
    // One job at least is done where time is not owed.
    const isPaused = isPatient && debt >= ms;
    const isPainted = jobs.length === 0 || (!isPaused && work(jobs, ms - debt));
    debt = isPatient ? Math.max(0, debt + deps.now() - start - USUAL * ms) : 0;
    return isPainted;
  };

  /** While somebody pans, twice what a view takes is kept: they may come back. */
  const tidy = (level: TileLevel, seen: Box): void => {
    lastSeen = seen;
    if (level.size() > 2 * countSpots(seen, level.scale) + SPARE && !isWhole(level, KEPT_AREA))
      level.trim(ring(seen, level.scale));
  };

  /** Whether the front has tiles far from what was seen last, and is not the picture of everything. */
  const hasLeftBehind = (): boolean =>
    front !== null &&
    lastSeen !== null &&
    settled === front.scale &&
    front.size() > countSpots(ring(lastSeen, front.scale), front.scale) &&
    !isWhole(front, KEPT_AREA);

  const showOverview = (shown: TileLevel, seen: Box | null, frame: WallFrame): void => {
    if (!overview || overview === shown) return;
    if (seen && !shown.covers(seen)) show(overview, frame);
    else overview.port.hide();
  };

  /** Does jobs until the time is up; at least one. True when all were done. */
  const work = (jobs: readonly TileJob[], ms: number): boolean => {
    const start = deps.now();
    for (const [at, job] of jobs.entries()) {
      if (at > 0 && deps.now() - start >= ms) return false;
      job.run();
    }
    return true;
  };

  const overviewScale = (extent: Box): number => quantised(Math.sqrt(OVERVIEW_AREA / (extent.w * extent.h)));

  const wantsTending = (): boolean => hasLeftBehind() || wantsOverview();

  /** The coarse picture is of use once the front does not show everything. */
  const wantsOverview = (): boolean => {
    const extent = deps.extent();
    if (!front || !extent || settled !== front.scale) return false;
    if (front.scale <= overviewScale(extent) || isWhole(front, KEPT_AREA)) return false;
    return !overview || overview.jobs(extent).length > 0;
  };

  const tend = (ms: number): void => {
    if (front && lastSeen && hasLeftBehind()) front.trim(ring(lastSeen, front.scale));
    const extent = deps.extent();
    if (!extent || !wantsOverview()) return;
    if (!overview) {
      overview = open(overviewScale(extent), 'below');
      overview.port.hide();
    }
    work(overview.jobs(extent), ms);
  };

  return {
    draw,
    invalidate: (boxes) => {
      const extent = deps.extent();
      for (const level of levels()) {
        level.invalidate(boxes);
        // Nothing is painted beyond the scene: what stood there before it shrank must go.
        if (extent) level.trim(extent);
      }
    },
    settle: (scale) => {
      settled = scale;
    },
    isExact: (scale) => front?.scale === scale,
    wantsTending,
    tend,
    clear: () => {
      for (const level of levels()) level.port.remove();
      front = null;
      next = null;
      overview = null;
      settled = null;
      lastScale = null;
      lastSeen = null;
    },
    size: () => levels().reduce((sum, level) => sum + level.size(), 0),
  };
}

/** Tiles kept around the view are within one tile of it. */
const SPARE = 12;
const ring = (box: Box, scale: number): Box => {
  const side = TILE / scale;
  return { x: box.x - side, y: box.y - side, w: box.w + 2 * side, h: box.h + 2 * side };
};
