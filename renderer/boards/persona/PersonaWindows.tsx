import type { PersonaDoc } from '@shared/boards/persona/model';
import { useStore } from 'zustand/react';
import type { BoardController } from '@/editor/boardController';
import { onDemand } from '@/ui/onDemand';
import { personaUi } from './personaUi';

const PortraitDialog = onDemand(async () => (await import('./portrait/PortraitDialog')).PortraitDialog);
const PhotoDialog = onDemand(async () => (await import('./portrait/PhotoDialog')).PhotoDialog);

interface WindowsProps {
  readonly controller: BoardController<PersonaDoc>;
  readonly projecting: boolean;
}

/** What stands over the page of a persona: its portrait maker, its photo. */
export function PersonaWindows({ controller, projecting }: WindowsProps) {
  const window = useStore(personaUi(controller.session), (state) => state.window);
  if (projecting) return null;
  switch (window) {
    case 'portrait':
      return <PortraitDialog controller={controller} />;
    case 'photo':
      return <PhotoDialog controller={controller} />;
    default:
      return null;
  }
}
