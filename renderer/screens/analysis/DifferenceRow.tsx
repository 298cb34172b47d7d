import type { Difference, Piece } from '@shared/analysis/comparison';
import { formatIndicator } from '@shared/boards/journey-map/format';
import { LANE_ICONS } from '@shared/boards/journey-map/layout/laneIcons';
import type { LaneKind, Metric } from '@shared/boards/journey-map/model';
import { drawFace } from '@shared/boards/pieces/faces';
import { emotionLevel, formatNumber, formatValence } from '@shared/boards/pieces/valence';
import { themeOf } from '@shared/model/theme';
import type { IconName } from '@shared/scene/icons';
import type { Primitive } from '@shared/scene/primitives';
import { Icon } from '@/ui/Icon';
import { useLang, useThemeName } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import styles from './ComparisonScreen.module.css';
import type { Compared } from './comparedSides';
import { showOnMap } from './showOnMap';

const SIGNS: Readonly<Record<Difference['kind'], IconName>> = {
  added: 'plus-circle',
  removed: 'minus-circle',
  changed: 'pencil-simple',
  moved: 'arrow-right',
};

interface RowProps {
  readonly difference: Difference;
  readonly compared: Compared;
  /** Its stage on either side, where it has one. */
  readonly stages: readonly [string | undefined, string | undefined];
}

/** One difference: what it is about, what A says, what B says. */
export function DifferenceRow({ difference, compared, stages }: RowProps) {
  const t = useT();
  const lang = useLang();
  const { kind, a, b, change, from } = difference;
  const piece = b ?? a;
  if (!piece) return null;
  const lane = laneOf(piece);
  const name = t(`journey.item.${lane}`);
  const said = piece.words.trim() || (piece.value === null ? t('opinions.compare.empty') : '');
  // What is on the map on screen is shown there; else its stage is.
  const ours = (compared.b.isHere && b?.ref) ||
    (compared.a.isHere && a?.ref) || { kind: 'stage', id: (compared.a.isHere ? stages[0] : stages[1]) ?? '' };
  return (
    <tr data-difference={kind}>
      <th scope="row">
        <button type="button" disabled={ours.id === ''} onClick={() => void showOnMap([ours])}>
          <Icon name={LANE_ICONS[lane] ?? 'smiley'} size={18} />
          <span>
            <b>{name}</b>
            <small>
              <Icon name={SIGNS[kind]} size={14} />
              {t(`opinions.compare.${kind}`)}
              {from && ` ${t('opinions.compare.from', { stage: from.title })}`}
            </small>
            {piece.kind === 'emotion' && change !== null && (
              <small>
                <Icon name={change > 0 ? 'arrow-up' : 'arrow-down'} size={14} />
                {t(change > 0 ? 'opinions.compare.higher' : 'opinions.compare.lower', {
                  change: formatNumber(Math.abs(change), lang),
                })}
              </small>
            )}
            <span className="visually-hidden">{t('analysis.showFact', { fact: said || name })}</span>
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

const laneOf = ({ kind, sort }: Piece): LaneKind =>
  kind === 'note'
    ? (sort as LaneKind)
    : kind === 'emotion'
      ? 'emotion'
      : kind === 'touchpoint'
        ? 'touchpoints'
        : 'indicators';

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
  const { kind, sort, value, words } = piece;
  const face: Primitive[] = [];
  if (kind === 'emotion')
    drawFace(face, emotionLevel(value ?? 0), { x: 12, y: 12, size: 23 }, theme, theme.color.paper);
  const figure =
    kind === 'emotion'
      ? formatValence(value ?? 0, lang)
      : kind === 'indicator'
        ? `${t(`journey.metric.${sort as Metric}`)} ${value === null ? t('analysis.notMeasured') : formatIndicator(value, sort as Metric, lang)}`
        : value === null
          ? ''
          : `${formatNumber(value, lang)}/5`;
  const text = words.trim() || (figure ? '' : t('opinions.compare.empty'));
  const shown = [figure, text].filter(Boolean).join(kind === 'note' ? ' · ' : ' ');
  return (
    <span className={styles.said}>
      {face.length > 0 && <SceneSvg width={24} height={24} items={face} />}
      {isGone ? <del>{shown}</del> : isNew ? <ins>{shown}</ins> : <span>{shown}</span>}
    </span>
  );
}
