import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { stagesInOrder } from '@shared/boards/empathy-map/order';
import { zonePlace, zoneTarget } from '@shared/boards/empathy-map/targets';
import { type PlacedTarget, targetKey } from '@/canvas/targetIndex';
import type { SceneNow } from '@/editor/boardScene';
import { noteAt, zoneOf, zonesOf } from './entities';
import { notesAt } from './places';
import { isSelectable } from './targetRules';

type Now = SceneNow<EmpathyMapDoc>;

const known = new WeakMap<Now, readonly PlacedTarget[]>();

/** A zone is a stop of its own: its panel tells its questions, and one can add to it. */
function isStop(now: Now, placed: PlacedTarget): boolean {
  const { target } = placed;
  if (!isSelectable(target)) return false;
  const { doc } = now.inputs;
  const zone = zonePlace(target, doc.info.layout);
  // A filled cell of the layout by stage is one among many: its notes stand for it.
  return !zone || doc.info.layout !== 'stages' || notesAt(doc, zone).length === 0;
}

/** Number of what a target belongs to: what stands over the zones, each zone, what stands under them. */
function groupNumbers(doc: EmpathyMapDoc): (target: PlacedTarget['target']) => number {
  const zones = new Map(zonesOf(doc).map((zone, at) => [targetKey(zoneTarget(zone)), at + 1]));
  const stages = new Set(stagesInOrder(doc).map(({ id }) => id as string));
  return (target) => {
    const zone = zoneOf(doc, target);
    const number = zone && zones.get(targetKey(zoneTarget(zone)));
    if (number) return number;
    if (target.kind === 'goal' || target.kind === 'situation') {
      return zones.get(`zone:${target.kind === 'goal' ? 'need' : 'who'}`) ?? 0;
    }
    if (stages.has(target.id)) return 0;
    return target.kind === 'title' ? 0 : noteAt(doc, target) || target.kind === 'reserve' ? 1_000_000 : 999_999;
  };
}

/** Everything the keyboard walks through, zone by zone; each thing once. */
export function stopsOf(now: Now): readonly PlacedTarget[] {
  const ready = known.get(now);
  if (ready) return ready;
  const groupOf = groupNumbers(now.inputs.doc);
  const within = ({ target }: PlacedTarget) => (target.kind === 'zone' ? 0 : 1);
  const stops = now.index.list
    .filter((placed) => isStop(now, placed) && now.index.get(placed.key) === placed)
    .map((placed) => ({ placed, group: groupOf(placed.target) }))
    .sort((a, b) => a.group - b.group || within(a.placed) - within(b.placed) || a.placed.order - b.placed.order)
    .map(({ placed }) => placed);
  known.set(now, stops);
  return stops;
}
