import type { Piece } from '../analysis/comparedPieces';
import type { Difference, StageComparison } from '../analysis/comparison';
import type { Sign } from '../analysis/differenceSigns';
import { formatIndicator } from '../boards/journey-map/format';
import type { LaneKind, Metric } from '../boards/journey-map/model';
import { formatNumber, formatValence } from '../boards/pieces/valence';
import type { Lang, TranslateFn } from '../i18n/translate';

/** The kind of row a piece stands on; null for moments, which stand over the rows. */
export function laneOf({ kind, sort }: Piece): LaneKind | null {
  if (kind === 'moment') return null;
  if (kind === 'note') return sort as LaneKind;
  return kind === 'emotion' ? 'emotion' : kind === 'touchpoint' ? 'touchpoints' : 'indicators';
}

/** What a piece is, in one word. */
export function pieceName(piece: Piece, t: TranslateFn): string {
  const lane = laneOf(piece);
  return lane ? t(`journey.item.${lane}`) : t('opinions.moment');
}

/** The figure of a piece, or nothing. */
function figureOf({ kind, sort, value }: Piece, t: TranslateFn, lang: Lang): string {
  if (kind === 'emotion') return formatValence(value ?? 0, lang);
  if (kind !== 'indicator') return value === null ? '' : `${formatNumber(value, lang)}/5`;
  const metric = sort as Metric;
  return `${t(`journey.metric.${metric}`)} ${value === null ? t('analysis.notMeasured') : formatIndicator(value, metric, lang)}`;
}

/** What a piece says: its figure and its words. */
export function pieceWords(piece: Piece, t: TranslateFn, lang: Lang): string {
  const figure = figureOf(piece, t, lang);
  const text = piece.words.trim() || (figure ? '' : t('opinions.compare.empty'));
  return [figure, text].filter(Boolean).join(piece.kind === 'note' ? ' · ' : ' ');
}

/** What happened to it: `déplacé depuis « Achat »`, `ressenti plus haut de 1,5`. */
export function differenceWords({ from, change }: Difference, sign: Sign, t: TranslateFn, lang: Lang): string {
  if ((sign === 'higher' || sign === 'lower') && change !== null)
    return t(`opinions.compare.${sign}`, { change: formatNumber(Math.abs(change), lang) });
  const said = t(`opinions.compare.sign.${sign}`);
  return from?.title ? `${said} ${t('opinions.compare.from', { stage: from.title })}` : said;
}

/** The title of a stage, of the second side where both have it; numbered where it has none. */
export const stageTitle = (stage: StageComparison | undefined, row: number, t: TranslateFn): string =>
  (stage?.b ?? stage?.a)?.title.trim() || t('journey.stageUntitled', { number: row + 1 });

/** The same difference whenever it is found again. */
export const differenceKey = ({ a, b }: Difference): string =>
  [a, b].map((piece) => (piece ? `${piece.ref.kind}:${piece.ref.id}` : '')).join(' ');
