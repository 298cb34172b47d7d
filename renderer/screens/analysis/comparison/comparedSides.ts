import { withOneCurve } from '@shared/analysis/comparison';
import { emotionFacts, journeyFacts } from '@shared/analysis/journeyFacts';
import type { MapFacts } from '@shared/analysis/mapFacts';
import type { BoardId, DocId } from '@shared/base/ids';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { WorkshopBundle } from '@shared/file/workshopFile';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { desktop } from '@/platform/desktop';

/** One side of a comparison. */
export interface ComparedSide {
  readonly name: string;
  readonly facts: MapFacts;
  /** The side that is on screen: what it holds can be shown on the map. */
  readonly isHere: boolean;
}

export interface Compared {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
}

/** The two sides of what was chosen, for the map on screen as it is at that moment; null where that has not got them. */
export type ComparedSource = (doc: JourneyMapDoc) => Compared | null;

/** The facts of a map with the emotions it is about: of a map as it should be, those aimed at. */
function comparedFacts(doc: JourneyMapDoc): MapFacts {
  const facts = journeyFacts(doc);
  const aimed = doc.info.state === 'target' ? emotionFacts(doc, 'target') : [];
  return aimed.length > 0 ? { ...facts, emotions: aimed } : facts;
}

/** Facts by document: a document that did not change has the same ones. */
const known = new WeakMap<JourneyMapDoc, MapFacts>();

export function factsOf(doc: JourneyMapDoc): MapFacts {
  const facts = known.get(doc) ?? comparedFacts(doc);
  known.set(doc, facts);
  return facts;
}

/** The emotions of two personas of one map, and nothing else of it. */
export const onlyCurve = (facts: MapFacts, curve: string): MapFacts => ({
  ...withOneCurve(facts, curve),
  indicators: [],
  touchpoints: [],
  notes: [],
  pains: [],
});

/** Another map of the open workshop, as it is whenever it is asked for. */
export async function otherMap(open: OpenWorkshop, id: BoardId): Promise<(() => JourneyMapDoc) | null> {
  const board = await open.board(id);
  if (!board.ok) return null;
  const { store } = board.value;
  return store.getState().doc.kind === 'journey-map' ? () => store.getState().doc as unknown as JourneyMapDoc : null;
}

async function bundleOf(bytes: Uint8Array, name: string): Promise<WorkshopBundle | null> {
  const { readFile } = await import('@/app/workshopFiles');
  const read = await readFile(bytes, name);
  return read.ok ? read.value : null;
}

/** The same map in a copy of its workshop; null where it is not in it. */
function mapIn(bundle: WorkshopBundle | null, id: string): (() => JourneyMapDoc) | null {
  const doc = bundle?.docs[id as DocId]?.doc;
  return doc?.kind === 'journey-map' ? () => doc as unknown as JourneyMapDoc : null;
}

/** What a map was in a backup of its workshop. */
export async function backedUpMap(token: string, id: string): Promise<(() => JourneyMapDoc) | null> {
  const bytes = await desktop().snapshotRead(token);
  return bytes.ok ? mapIn(await bundleOf(bytes.value, 'backup.personarium'), id) : null;
}

/** What a map is in a file that the user chooses; undefined when none was chosen. */
export async function mapInFile(
  id: string,
): Promise<{ readonly name: string; readonly read: (() => JourneyMapDoc) | null } | undefined> {
  const [file] = await desktop().chooseFilesToOpen();
  if (!file) return undefined;
  if (!file.ok) return { name: '', read: null };
  const { name, bytes } = file.value;
  return { name, read: mapIn(await bundleOf(bytes, name), id) };
}
