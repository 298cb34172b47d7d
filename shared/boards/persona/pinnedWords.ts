import type { BlockId } from '../../base/ids';
import { entity } from '../../model/entity';
import type { PinnedFact } from '../../table/pinnedFact';
import type { Words } from '../../table/words';
import type { PinnedFigure } from './commands/figures';
import type { PersonaDoc } from './model';
import { entriesOf } from './order';

/** What a fact of the band says of a figure. Years of age are written as people type them: `36`. */
export const factText = ({ unit, value, headline }: PinnedFact): string =>
  unit === 'years' && Number.isInteger(value) ? String(value) : headline;

/** Bars of channels can only be compared when they are counted out of the same number of people. */
const isCountedLike = (doc: PersonaDoc, block: BlockId, { n }: PinnedFact): boolean =>
  entriesOf(doc, block).every(({ value, sample }) => value === null || sample === n);

/** What a new entry of a block says of a figure: in blocks of figures its number and what it counts, elsewhere a sentence. */
export function figureEntry(doc: PersonaDoc, block: BlockId, fact: PinnedFact, { t }: Words): PinnedFigure['says'] {
  const { statistic, value, unit, label, column, n, hits, text } = fact;
  const kind = entity(doc.blocks, block)?.kind;
  const isShare = statistic === 'share';
  const isDate = statistic === 'from' || statistic === 'to';
  if (kind === 'channels' && isShare && isCountedLike(doc, block, fact))
    return { text: label || column, value: hits, sample: n };
  if (kind === 'number' && !isDate)
    return {
      text: isShare ? label || column : t('tables.condition', { column, value: t(`tables.statistic.${statistic}`) }),
      value,
      unit: unit === 'years' ? t('tables.column.years') : unit,
    };
  return { text };
}
