import type { Piece } from '@shared/analysis/comparedPieces';
import type { Listed } from '@shared/analysis/differenceSigns';
import { LANE_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import { drawFace } from '@shared/boards/pieces/faces';
import { emotionLevel } from '@shared/boards/pieces/valence';
import { differenceWords, laneOf, pieceName, pieceWords } from '@shared/exchange/differenceWords';
import { themeOf } from '@shared/model/theme';
import type { Primitive } from '@shared/scene/primitives';
import { Icon } from '@/ui/Icon';
import { useLang, useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import styles from './ComparisonScreen.module.css';
import { SignPicture } from './signs';

interface RowProps {
  readonly listed: Listed;
  readonly onShow: () => void;
}

/** One difference: what it is about, what A says, what B says. Its button shows it on the map. */
export function DifferenceRow({ listed, onShow }: RowProps) {
  const t = useT();
  const lang = useLang();
  const { difference, sign } = listed;
  const { kind, a, b } = difference;
  const piece = b ?? a;
  if (!piece) return null;
  const lane = laneOf(piece);
  return (
    <tr data-difference={kind} data-sign={sign}>
      <th scope="row">
        <button type="button" onClick={onShow} data-tip={t('opinions.compare.onMap')} data-tip-side="bottom">
          <Icon name={(lane ? LANE_ICONS[lane] : 'columns') ?? 'smiley'} size={18} />
          <span>
            <b>{pieceName(piece, t)}</b>
            <small>
              <SignPicture sign={sign} size={15} />
              {differenceWords(difference, sign, t, lang)}
            </small>
            <span className="visually-hidden">{t('analysis.showFact', { fact: pieceWords(piece, t, lang) })}</span>
          </span>
        </button>
      </th>
      <td>
        <Side piece={a} isGone={kind !== 'moved'} />
      </td>
      <td>
        <Side piece={b} isNew={kind !== 'moved'} />
      </td>
    </tr>
  );
}

interface SideProps {
  readonly piece: Piece | null;
  readonly isGone?: boolean;
  readonly isNew?: boolean;
}

function Side({ piece, isGone, isNew }: SideProps) {
  const t = useT();
  const lang = useLang();
  const theme = themeOf(useThemeName());
  if (!piece) return <span className={styles.nothing}>–</span>;
  const face: Primitive[] = [];
  if (piece.kind === 'emotion')
    drawFace(face, emotionLevel(piece.value ?? 0), { x: 12, y: 12, size: 23 }, theme, theme.color.paper);
  const shown = pieceWords(piece, t, lang);
  return (
    <span className={styles.said}>
      {face.length > 0 && <SceneSvg width={24} height={24} items={face} />}
      {isGone ? <del>{shown}</del> : isNew ? <ins>{shown}</ins> : <span>{shown}</span>}
    </span>
  );
}
