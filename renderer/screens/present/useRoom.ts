import type { Show, ShownJourney } from './show';

export interface Room {
  readonly isOpen: boolean;
  readonly toggle: () => Promise<void>;
}

export function useRoom(
  _journey: ShownJourney,
  _show: Show,
  _press: (key: string, shift: boolean, held: boolean) => boolean,
): Room {
  return { isOpen: false, toggle: async () => undefined };
}
