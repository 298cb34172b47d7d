import type { JourneyMapDoc, Note } from '@shared/boards/journey-map/model';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { BarRating } from '@/editor/EditBar';
import { useDoc } from '@/editor/useController';
import { useT } from '@/ui/useT';
import { laneOf, noteOf } from './entities';
import { setNote } from './notes';

type Rating = 'severity' | 'impact' | 'effort';

/** Which ratings a row's notes carry. */
function ratingsOf(doc: JourneyMapDoc, note: Note): readonly Rating[] {
  const kind = laneOf(doc, note.laneId)?.kind;
  if (kind === 'pain-points') return ['severity'];
  return kind === 'opportunities' ? ['impact', 'effort'] : [];
}

interface BarRatingsProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly target: Target;
}

/** How grave a pain point is, how much an opportunity would bring and cost. */
export function BarRatings({ controller, target }: BarRatingsProps) {
  const t = useT();
  const { session } = controller;
  const doc = useDoc(session);
  const note = noteOf(doc, target.id);
  return (
    note &&
    ratingsOf(doc, note).map((rating) => (
      <BarRating
        key={rating}
        label={t(`editing.bar.${rating}`)}
        value={note[rating]}
        onChange={(value) => setNote(session, note.id, { [rating]: value })}
      />
    ))
  );
}
