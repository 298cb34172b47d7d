import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import type { BoardController } from '@/editor/boardController';
import { onDemand } from '@/ui/onDemand';
import { type DetailedStage, detailedHere } from './detailMaps';

interface StripProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly projecting: boolean;
}

const Bar = onDemand(async () => (await import('./DetailBar')).DetailBar);

/**
 * Over a map that tells a stage of another one in detail: which one, and the way back. The other maps are read once nothing else is
 * to be done, for the first picture does not wait for it.
 */
export function DetailStrip({ controller, projecting }: StripProps) {
  const others = controller.others();
  const version = useStore(others.version);
  const [stages, setStages] = useState<readonly DetailedStage[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that other boards may have changed.
  useEffect(() => {
    if (!others.list().some(({ kind }) => kind === 'journey-map')) {
      setStages([]);
      return;
    }
    let isWanted = true;
    const waiting = requestIdleCallback(() => void detailedHere(others).then((found) => isWanted && setStages(found)));
    return () => {
      isWanted = false;
      cancelIdleCallback(waiting);
    };
  }, [others, version]);
  return stages.length > 0 && !projecting ? <Bar controller={controller} stages={stages} /> : null;
}
