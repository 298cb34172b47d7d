import type { EvidenceKind } from '../../model/evidence';
import type { NoteColor } from '../../model/note';
import type { IconName } from '../../scene/icons';

/**
 * What a note is about. Finer than any one layout draws, so that a note keeps its zone when the layout changes: the canvas shows
 * `think` and `feel` as one area with `pain` and `gain` beside it, the quadrants show `feel`, `pain` and `gain` as one.
 * The zones of the canvas are those of Dave Gray's Empathy Map Canvas (XPLANE, 2017); every word of ours is our own.
 */
export const ZONES = ['who', 'need', 'see', 'say', 'do', 'hear', 'think', 'feel', 'pain', 'gain'] as const;
export type ZoneId = (typeof ZONES)[number];

/** `canvas`: the head with nine areas. `quadrants`: says, thinks, does, feels. `stages`: one column per stage of a journey. */
export const EMPATHY_LAYOUTS = ['canvas', 'quadrants', 'stages'] as const;
export type EmpathyLayout = (typeof EMPATHY_LAYOUTS)[number];

/** A place that a layout draws for one or several zones. Its id is that of its first zone, but for `think-feel`. */
export type AreaId = ZoneId | 'think-feel';

export interface Area {
  readonly id: AreaId;
  /** Zones whose notes stand here; a note that is new here gets the first one. */
  readonly zones: readonly [ZoneId, ...ZoneId[]];
}

const area = (id: AreaId, ...zones: [ZoneId, ...ZoneId[]]): Area => ({ id, zones });

/** Areas of each layout, in the order they are worked through: the goal first, then what is observed, then inside the head. */
export const AREAS: Readonly<Record<EmpathyLayout, readonly Area[]>> = {
  canvas: [
    area('who', 'who'),
    area('need', 'need'),
    area('see', 'see'),
    area('say', 'say'),
    area('do', 'do'),
    area('hear', 'hear'),
    area('think-feel', 'think', 'feel'),
    area('pain', 'pain'),
    area('gain', 'gain'),
  ],
  quadrants: [area('say', 'say'), area('think', 'think'), area('do', 'do'), area('feel', 'feel', 'pain', 'gain')],
  stages: [area('feel', 'feel', 'pain', 'gain'), area('think', 'think'), area('say', 'say'), area('do', 'do')],
};

const byZone = new Map(
  EMPATHY_LAYOUTS.map((layout) => [
    layout,
    new Map(AREAS[layout].flatMap((each) => each.zones.map((zone) => [zone, each] as const))),
  ]),
);

/** The area of a layout where notes of a zone stand; null when they wait in its reserve. */
export const areaOf = (layout: EmpathyLayout, zone: ZoneId): Area | null => byZone.get(layout)?.get(zone) ?? null;

/** An area of a layout by its id. */
export const areaById = (layout: EmpathyLayout, id: string): Area | null =>
  AREAS[layout].find((each) => each.id === id) ?? null;

/** Zone of a note that comes to an area: its own where it stands here too, else the area's first. */
export const zoneIn = ({ zones }: Area, zone: ZoneId): ZoneId => (zones.includes(zone) ? zone : zones[0]);

/** Zones that some layout draws together have one order, so that no layout ever mixes equal keys. */
export type OrderGroup = 'inner' | ZoneId;
const INNER: ReadonlySet<ZoneId> = new Set(['think', 'feel', 'pain', 'gain']);
export const orderGroup = (zone: ZoneId): OrderGroup => (INNER.has(zone) ? 'inner' : zone);

/** Paper of a zone's notes: chalk frames, sky is observed, daffodil is said, lilac is guessed, coral hurts, mint is gained. */
export const ZONE_COLORS: Readonly<Record<ZoneId, NoteColor>> = {
  who: 'craie',
  need: 'craie',
  see: 'ciel',
  say: 'jonquille',
  do: 'ciel',
  hear: 'jonquille',
  think: 'lilas',
  feel: 'lilas',
  pain: 'corail',
  gain: 'menthe',
};

/** Proof that a new note of a zone most likely has: words are verbatims, deeds are seen, what is in a head is supposed. */
export const ZONE_EVIDENCE: Readonly<Record<ZoneId, EvidenceKind | null>> = {
  who: null,
  need: null,
  see: 'observation',
  say: 'verbatim',
  do: 'observation',
  hear: 'verbatim',
  think: 'hypothesis',
  feel: 'hypothesis',
  pain: 'hypothesis',
  gain: 'hypothesis',
};

/** Icon beside the title of an area. */
export const AREA_ICONS: Readonly<Record<AreaId, IconName>> = {
  who: 'user-focus',
  need: 'target',
  see: 'eye',
  say: 'chat-text',
  do: 'footprints',
  hear: 'ear',
  think: 'brain',
  feel: 'heart',
  'think-feel': 'brain',
  pain: 'bandaids',
  gain: 'sparkle',
};

/** The area after another one (before it with `step` -1), round and round: what Tab goes to. */
export function nextArea(layout: EmpathyLayout, from: AreaId | null, step: 1 | -1 = 1): Area {
  const all = AREAS[layout];
  const at = all.findIndex((each) => each.id === from);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  return all[next] ?? area('who', 'who');
}
