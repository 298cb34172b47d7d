import { setLayout } from '@shared/boards/empathy-map/commands/info';
import type { EmpathyMapDoc } from '@shared/boards/empathy-map/model';
import { isInReserve } from '@shared/boards/empathy-map/order';
import { EMPATHY_LAYOUTS, type EmpathyLayout } from '@shared/boards/empathy-map/zones';
import { useId } from 'react';
import type { BoardController } from '@/editor/boardController';
import { partStyles } from '@/editor/inspector/parts';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './empathyPanels.module.css';
import { LayoutPicture } from './LayoutPicture';

interface PickerProps {
  readonly controller: BoardController<EmpathyMapDoc>;
  readonly doc: EmpathyMapDoc;
}

/** The three layouts as little pictures; how many notes the one that is on has a place for. */
export function LayoutPicker({ controller, doc }: PickerProps) {
  const t = useT();
  const name = useId();
  const { layout } = doc.info;
  const notes = Object.values(doc.notes);
  const waiting = notes.filter((note) => isInReserve(doc, note)).length;
  const choose = (next: EmpathyLayout) => {
    controller.editing.finish();
    controller.session.run(setLayout, { layout: next });
    controller.moves.fit();
  };
  return (
    <fieldset className={styles.layouts}>
      <legend className={partStyles.label}>{t('empathy.panel.layout')}</legend>
      <div className={styles.pictures}>
        {EMPATHY_LAYOUTS.map((each) => (
          <label key={each} className={styles.picture}>
            <input type="radio" name={name} value={each} checked={each === layout} onChange={() => choose(each)} />
            <LayoutPicture layout={each} />
            <span>{t(`empathy.layout.${each}`)}</span>
          </label>
        ))}
      </div>
      {notes.length > 0 && (
        <p className={styles.told} role="status">
          <Icon name={waiting === 0 ? 'check-circle' : 'tray'} size={17} />
          <span>
            {waiting === 0
              ? t('empathy.panel.allPlaced', { count: notes.length })
              : t('empathy.panel.somePlaced', { count: notes.length - waiting, waiting })}
          </span>
        </p>
      )}
    </fieldset>
  );
}
