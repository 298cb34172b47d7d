import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { Target } from '@shared/scene/primitives';
import type { BoardController } from '@/editor/boardController';
import { partStyles } from '@/editor/inspector/parts';
import { noteTargets } from '@/editor/noteActions';
import { useDoc } from '@/editor/useController';
import { Button } from '@/ui/Button';
import { Switch } from '@/ui/Switch';
import { useT } from '@/ui/useT';
import { findingOfPair, markContradiction, pairIn } from '../contradictions';
import { noteAt } from '../entities';
import { canPlace, setPlaced } from '../placing';

interface ManyNotesProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly selection: readonly Target[];
}

/** What several notes of a map can become: opportunities, a contradiction; and whether they stand where a hand put them. */
export function ManyNotes({ controller, selection }: ManyNotesProps) {
  const t = useT();
  const doc = useDoc(controller.session);
  const pair = pairIn(doc, selection);
  const notes = noteTargets(controller);
  const placed = notes.length > 0 && notes.every((target) => noteAt(doc, target)?.place);
  return (
    <>
      {notes.length > 0 && canPlace(doc) && (
        <Switch
          label={t('empathy.placing.byHandMany')}
          on={placed}
          onChange={(on) => setPlaced(controller, notes, on)}
        />
      )}
      <div className={partStyles.section}>
        {pair && (
          <Button variant="primary" icon="not-equals" onClick={() => void markContradiction(controller)}>
            {t(findingOfPair(doc, pair) ? 'empathy.finding.show' : 'empathy.finding.mark')}
          </Button>
        )}
        {notes.length > 0 && (
          <>
            <Button icon="lightbulb" onClick={() => void controller.perform('addOpportunity')}>
              {t('empathy.carry.toOpportunities')}
            </Button>
            <Button icon="warning" onClick={() => void controller.perform('addPainPoint')}>
              {t('empathy.carry.toPainPoints')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
