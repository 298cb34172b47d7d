import { ACTIONS, type ActionId } from '@shared/actions';
import type { AnyDoc } from '@shared/model/document';
import type { IconName } from '@shared/scene/icons';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import type { BoardController } from '../boardController';
import { useDoc, useSelection } from '../useController';
import { partStyles } from './parts';

const ARRANGING: ReadonlySet<ActionId> = new Set<ActionId>([
  'alignLeft',
  'alignCenter',
  'alignRight',
  'alignTop',
  'alignMiddle',
  'alignBottom',
  'distributeAcross',
  'distributeDown',
]);

/** Lines up and spreads out what was placed by hand; what cannot be done says why. */
export function ArrangeButtons<Doc extends AnyDoc>({ controller }: { readonly controller: BoardController<Doc> }) {
  const t = useT();
  // Whether a piece follows the flow is part of the board.
  useDoc(controller.session);
  useSelection(controller);
  return (
    <div className={partStyles.section}>
      <span className={partStyles.label} aria-hidden="true">
        {t('editing.inspector.arrange')}
      </span>
      <fieldset className={partStyles.arrange} aria-label={t('editing.inspector.arrange')}>
        {ACTIONS.filter(({ id }) => ARRANGING.has(id)).map(({ id, icon, accelerator }) => {
          const why = controller.reason(id);
          const label = t(`actions.${id}`);
          return (
            <IconButton
              key={id}
              bordered
              icon={icon as IconName}
              label={why ? t('editing.reason.because', { label, why: t(why) }) : label}
              shortcut={accelerator}
              disabled={why !== null}
              onClick={() => void controller.perform(id)}
            />
          );
        })}
      </fieldset>
    </div>
  );
}
