import { LANE_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { cellPlace } from '@shared/boards/journey-map/targets';
import type { Target } from '@shared/scene/primitives';
import { addHere } from '@/editor/addHere';
import type { BoardController } from '@/editor/boardController';
import { ActButton, Panel, partStyles } from '@/editor/inspector/parts';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { laneOf } from '../entities';
import { contentsOf } from '../places';
import { stageTitle, targetLabel } from '../selectionWords';

interface CellPanelProps {
  readonly controller: BoardController<JourneyMapDoc>;
  readonly doc: JourneyMapDoc;
  readonly target: Target;
}

/** A cell: what may be added there, and to its column. */
export function CellPanel({ controller, doc, target }: CellPanelProps) {
  const t = useT();
  const place = cellPlace(target);
  const lane = place && laneOf(doc, place.laneId);
  if (!place || !lane) return null;
  const count = contentsOf(doc, place).length;
  return (
    <Panel title={targetLabel(doc, target, t)}>
      <p className={partStyles.note}>
        {count === 0
          ? t(`journey.prompt.${lane.kind}`)
          : t('editing.inspector.cellCount', { what: t(`journey.count.${lane.kind}`, { count }) })}
      </p>
      <Button variant="primary" icon={LANE_ICONS[lane.kind] ?? 'smiley'} onClick={() => void addHere(controller)}>
        {t('editing.inspector.addHere')}
      </Button>
      <hr className={partStyles.rule} />
      <Button
        variant="ghost"
        size="small"
        icon="path"
        onClick={() => controller.reveal({ kind: 'stage', id: place.stageId })}
      >
        {stageTitle(doc, place.stageId, t)}
      </Button>
      <div className={partStyles.row}>
        <ActButton controller={controller} act="addStep" label={t('editing.inspector.addStep')} icon="columns" />
        <ActButton controller={controller} act="addStage" label={t('editing.inspector.addStage')} icon="path" />
      </div>
    </Panel>
  );
}
