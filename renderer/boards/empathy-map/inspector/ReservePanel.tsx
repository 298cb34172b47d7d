import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { reserveOf } from '@shared/boards/empathy-map/order';
import type { ZoneId } from '@shared/boards/empathy-map/zones';
import type { BoardController } from '@/editor/boardController';
import { Panel, partStyles } from '@/editor/inspector/parts';
import { useUi } from '@/editor/useController';
import { Button } from '@/ui/Button';
import { useT } from '@/ui/useT';
import { openReserve } from '../reserve';
import { targetLabel } from '../words';

interface ReservePanelProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
  readonly zone: string;
}

/** Notes that the layout has no place for: shown at the foot of the sheet to be dragged where they belong. */
export function ReservePanel({ controller, doc, zone }: ReservePanelProps) {
  const t = useT();
  const isOpen = useUi(controller, (ui) => ui.unfolded.includes(zone));
  const notes = reserveOf(doc).get(zone as ZoneId) ?? [];
  return (
    <Panel title={targetLabel(doc, { kind: 'reserve', id: zone }, t)}>
      <p className={partStyles.note}>{t('empathy.reserve.explain', { count: notes.length })}</p>
      <Button icon={isOpen ? 'caret-down' : 'tray'} onClick={() => openReserve(controller, zone)}>
        {t(isOpen ? 'empathy.reserve.close' : 'empathy.reserve.open')}
      </Button>
    </Panel>
  );
}
