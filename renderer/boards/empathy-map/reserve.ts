import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import type { BoardController } from '@/editor/boardController';

/** Shows the notes of a zone that the layout has no place for, at the foot of the sheet; or hides them again. */
export function openReserve(controller: BoardController<EmpathyMapDoc>, zone: string): void {
  const { unfolded } = controller.ui.getState();
  const isOpen = unfolded.includes(zone);
  controller.ui.setState({ unfolded: isOpen ? unfolded.filter((one) => one !== zone) : [...unfolded, zone] });
  controller.show({ kind: 'reserve', id: zone });
}
