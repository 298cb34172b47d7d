import { linkPieces } from '@shared/boards/journey-map/linkPieces';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { NoteLink } from '@shared/model/note';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { LinkFields } from '@/editor/inspector/LinkFields';
import type { BoardViewProps } from '@/session/boardHandle';
import { useT } from '@/ui/useT';
import { relink } from '../relinking';
import { targetLabel } from '../selectionWords';

interface JourneyLinksProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly target: Target;
  readonly personas: BoardViewProps['personas'];
  readonly onLinks: (links: NoteLink[]) => void;
}

/** What a note, a touchpoint or a feeling rests on, and what rests on it. */
export function JourneyLinks({ controller, doc, target, personas, onLinks }: JourneyLinksProps) {
  const t = useT();
  const own = linkPieces(doc);
  const piece = own.find(({ id }) => id === target.id);
  return (
    piece && (
      <LinkFields
        piece={piece}
        own={own}
        nameOf={(one) => targetLabel(doc, one, t)}
        others={controller.others()}
        personas={personas}
        reveal={(one) => controller.reveal(one)}
        onLinks={onLinks}
        onRelink={(...link) => relink(controller.session, ...link)}
      />
    )
  );
}
