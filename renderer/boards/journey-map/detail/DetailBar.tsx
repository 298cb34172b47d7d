import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import type { BoardController } from '@/editor/boardController';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './DetailBar.module.css';
import { type DetailedStage, showDetailed } from './detailMaps';

interface BarProps {
  readonly controller: BoardController<JourneyMapDoc>;
  /** At least one; the first is the way back. */
  readonly stages: readonly DetailedStage[];
}

/** `Parcours actuel / Étape 3, Comparer`: the stages that the map on screen tells in detail, each one press away. */
export function DetailBar({ controller, stages }: BarProps) {
  const t = useT();
  return (
    <nav className={styles.bar} aria-label={t('editing.detail.strip')} data-testid="detail-bar">
      <span className={styles.label}>{t('editing.detail.strip')}</span>
      {stages.map((stage, at) => {
        const number = t('editing.select.stage', { number: stage.number });
        const name = stage.stageTitle
          ? t('editing.select.stageTitled', { stage: number, title: stage.stageTitle })
          : number;
        return (
          <button
            key={`${stage.board} ${stage.stageId}`}
            type="button"
            className={styles.way}
            data-tip={t('actions.backToMap')}
            {...(at === 0 ? { 'data-tip-keys': 'U' } : {})}
            onClick={() => showDetailed(controller.others(), stage)}
          >
            {at === 0 && <Icon name="arrow-bend-up-left" size={16} />}
            <span>{stage.boardTitle || t('board.untitled')}</span>
            <span aria-hidden="true">/</span>
            <b>{name}</b>
          </button>
        );
      })}
    </nav>
  );
}
