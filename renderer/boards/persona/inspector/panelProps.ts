import type { PersonaDoc } from '@shared/boards/persona/model';
import type { BoardController } from '@/editor/boardController';

export interface PersonaPanelProps {
  readonly controller: BoardController<PersonaDoc>;
  readonly doc: PersonaDoc;
}
