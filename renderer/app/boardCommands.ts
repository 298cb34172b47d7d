import { setLayout } from '@shared/boards/empathy-map/commands/info';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { EMPATHY_LAYOUTS } from '@shared/boards/empathy-map/zones';
import { hideLane } from '@shared/boards/journey-map/commands/lanes';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { lanesInOrder } from '@shared/boards/journey-map/order';
import type { TranslateFn } from '@shared/i18n/translate';
import type { AnyDoc, BoardKindId } from '@shared/model/document';
import type { IconName } from '@shared/scene/icons';
import type { Session } from '@/session/session';

/** Something the palette can do on a board that is no action of every board. */
export interface BoardCommand {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly run: () => void;
}

function journeyCommands(session: Session<JourneyMapDoc>, t: TranslateFn): readonly BoardCommand[] {
  return lanesInOrder(session.store.getState().doc).map(({ id, kind, title, hidden }) => ({
    id: `lane ${id}`,
    icon: hidden ? 'eye' : 'eye-slash',
    label: t(hidden ? 'common.palette.showLane' : 'common.palette.hideLane', {
      title: title || t(`journey.lane.${kind}`),
    }),
    run: () => session.run(hideLane, { id, hidden: !hidden }),
  }));
}

function empathyCommands(session: Session<EmpathyMapDoc>, t: TranslateFn): readonly BoardCommand[] {
  return EMPATHY_LAYOUTS.map((layout) => ({
    id: `layout ${layout}`,
    icon: 'columns',
    label: t('empathy.palette.layout', { layout: t(`empathy.layout.${layout}`) }),
    run: () => session.run(setLayout, { layout }),
  }));
}

const COMMANDS: Readonly<Record<BoardKindId, (session: never, t: TranslateFn) => readonly BoardCommand[]>> = {
  'journey-map': journeyCommands,
  'empathy-map': empathyCommands,
};

/** What the board itself offers to the palette. */
export function boardCommands(session: Session<AnyDoc>, t: TranslateFn): readonly BoardCommand[] {
  const { kind } = session.store.getState().doc;
  const commands = COMMANDS[kind as BoardKindId] as
    | ((session: Session<AnyDoc>, t: TranslateFn) => readonly BoardCommand[])
    | undefined;
  return commands?.(session, t) ?? [];
}
