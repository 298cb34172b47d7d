import type { DocId } from '@shared/base/ids';
import type { SheetSize } from '@shared/scene/sheet';
import type { SheetId } from '@/session/sheetRef';
import { Checkbox } from '@/ui/Checkbox';
import { classNames } from '@/ui/classNames';
import { IconButton } from '@/ui/IconButton';
import { useT } from '@/ui/useT';
import { sheetLabel } from './paperText';
import { pointsToSee, refuses } from './pointsToSee';
import styles from './Queue.module.css';
import { ScenePainting } from './ScenePainting';
import type { LaidOutPoster } from './usePosters';
import type { QueuedBoard } from './useSources';

export interface QueueProps {
  /** In the order of export. */
  readonly boards: readonly QueuedBoard[];
  readonly chosen: ReadonlySet<SheetId>;
  readonly shown: SheetId | null;
  readonly posters: ReadonlyMap<DocId, LaidOutPoster>;
  /** The paper that the whole export takes; empty for none yet, null for what takes none. */
  readonly paper: string | null;
  readonly onShow: (id: SheetId) => void;
  readonly onChoose: (id: SheetId, isChosen: boolean) => void;
  readonly onMove: (id: SheetId, by: -1 | 1) => void;
}

const THUMBNAIL = { width: 74, height: 104 };

/** As wide as its place, or as high. */
const thumbnailWidth = ({ widthMm, heightMm }: SheetSize): number =>
  Math.max(8, Math.floor(Math.min(THUMBNAIL.width, (THUMBNAIL.height * widthMm) / heightMm)));

/** The boards of the workshop: which to print, in which order, and how each stands. */
export function Queue(props: QueueProps) {
  const t = useT();
  const { boards, chosen, paper } = props;
  return (
    <section className={styles.queue} aria-labelledby="queue-title">
      <div className={styles.head}>
        <h2 id="queue-title">{t('exporting.queue.title')}</h2>
        <span>{t('exporting.queue.count', { chosen: chosen.size, total: boards.length })}</span>
      </div>
      {boards.length === 0 && <p className={styles.empty}>{t('exporting.queue.empty')}</p>}
      <ol className={styles.list}>
        {boards.map((board, index) => (
          <QueueItem key={board.ref.id} board={board} index={index} {...props} />
        ))}
      </ol>
      {paper !== null && (
        <p className={styles.paper}>
          <b>{t('exporting.queue.paper')}</b>
          <br />
          {paper || t('exporting.queue.noPaper')}
        </p>
      )}
    </section>
  );
}

interface ItemProps extends QueueProps {
  readonly board: QueuedBoard;
  readonly index: number;
}

function QueueItem({ board, index, boards, chosen, shown, posters, onShow, onChoose, onMove }: ItemProps) {
  const t = useT();
  const { id } = board.ref;
  const title = board.ref.title || t('exporting.untitled');
  const poster = posters.get(id);
  const isChosen = chosen.has(id);
  const isShown = shown === id;
  return (
    <li className={classNames(styles.item, isShown && styles.shown, !isChosen && styles.left)}>
      <Checkbox
        className={styles.tick}
        label={t('exporting.queue.include', { title })}
        checked={isChosen}
        disabled={board.source === 'missing'}
        onChange={(checked) => onChoose(id, checked)}
      />
      <button
        type="button"
        className={styles.open}
        aria-current={isShown ? 'true' : undefined}
        onClick={() => onShow(id)}
      >
        <span className={styles.thumb}>
          {poster && (
            <ScenePainting
              scene={poster.laidOut.scenes[0]}
              sheet={poster.laidOut.sheet}
              width={thumbnailWidth(poster.laidOut.sheet)}
              sketch
            />
          )}
        </span>
        <span className={styles.words}>
          <b>{title}</b>
          {poster && <span>{sheetLabel(poster.laidOut.sheet, t)}</span>}
          {board.whole && board.source !== board.whole && <span>{t('exporting.settings.choice.partial')}</span>}
          <StateText board={board} poster={poster} isChosen={isChosen} />
        </span>
      </button>
      {isShown && boards.length > 1 && (
        <span className={styles.moves}>
          <IconButton
            icon="arrow-up"
            iconSize={14}
            label={t('exporting.queue.moveUp', { title })}
            disabled={index === 0}
            onClick={() => onMove(id, -1)}
          />
          <IconButton
            icon="arrow-down"
            iconSize={14}
            label={t('exporting.queue.moveDown', { title })}
            disabled={index === boards.length - 1}
            onClick={() => onMove(id, 1)}
          />
        </span>
      )}
    </li>
  );
}

interface StateProps {
  readonly board: QueuedBoard;
  readonly poster: LaidOutPoster | undefined;
  readonly isChosen: boolean;
}

function StateText({ board, poster, isChosen }: StateProps) {
  const t = useT();
  if (board.source === 'missing') return <span className={styles.warn}>{t('exporting.queue.missing')}</span>;
  if (!isChosen) return <span>{t('exporting.queue.left')}</span>;
  if (!poster) return <span>{t('exporting.queue.loading')}</span>;
  if (refuses(poster)) return <span className={styles.warn}>{t('exporting.queue.tooSmall')}</span>;
  const count = pointsToSee(poster);
  if (count > 0) return <span className={styles.warn}>{t('exporting.queue.toSee', { count })}</span>;
  return <span className={styles.ready}>{t('exporting.queue.ready')}</span>;
}
