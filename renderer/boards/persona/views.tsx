import type { PersonaDoc } from '@shared/boards/persona/model';
import { BoardCanvas as Canvas } from '@/editor/BoardCanvas';
import type { BoardViewProps } from '@/session/boardHandle';
import { personaEditing } from './editing';

/** A persona on its wall. */
export const BoardCanvas = (props: BoardViewProps<PersonaDoc>) => <Canvas {...props} plug={personaEditing} />;
