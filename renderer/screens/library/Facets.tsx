import { memo, useState } from 'react';
import { Icon } from '@/ui/Icon';
import { formatNumber } from '@/ui/numberText';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './Facets.module.css';
import { FACETS, type Facet } from './facetCodes';
import { type Choices, type FacetCount, type Found, isChosen, toggled } from './filters';
import { valueName } from './names';
import { Squares } from './Squares';
import { useAfterPaint } from './useAfterPaint';
import { choose, libraryView } from './view';

/** Values shown before more are asked for, and how many each asking brings: there may be thousands. */
const FEW = 5;
const MORE = 100;
/** Between a name and its squares, which go below it where there is no room. */
const EN_SPACE = '\u2002';
const SQUARES: Readonly<Record<string, 1 | 2 | 3 | null>> = { solid: 3, partly: 2, hypotheses: 1, none: null };

interface FacetsProps {
  readonly found: Found;
  readonly choices: Choices;
  /** What was searched for, when something is. */
  readonly answered: string;
}

/** Everything the library can be narrowed by, each value with how many it would leave. */
export const Facets = memo(function Facets({ found, choices, answered }: FacetsProps) {
  // The cards are looked at: their picture comes first.
  const shown = useAfterPaint(found, answered)?.counts;
  if (!shown) return null;
  return FACETS.filter((facet) => shown[facet].length > 0).map((facet) => (
    <FacetGroup key={facet} facet={facet} values={shown[facet]} choices={choices} />
  ));
});

interface GroupProps {
  readonly facet: Facet;
  readonly values: readonly FacetCount[];
  readonly choices: Choices;
}

const FacetGroup = memo(function FacetGroup({ facet, values, choices }: GroupProps) {
  const t = useT();
  const [most, setMost] = useState(FEW);
  const shown = values.filter(({ value }, at) => at < most || isChosen(choices, facet, value));
  const rest = values.length - shown.length;
  return (
    <fieldset className={styles.group}>
      <legend>{t(`library.facet.${facet}`)}</legend>
      {shown.map(({ value, count }) => (
        <FacetLine key={value} facet={facet} value={value} count={count} chosen={isChosen(choices, facet, value)} />
      ))}
      {(rest > 0 || most > FEW) && values.length > FEW && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={most > FEW}
          onClick={() => setMost(rest > 0 ? most + MORE : FEW)}
        >
          {rest > 0 ? t('library.facet.more', { count: rest }) : t('library.facet.less')}
        </button>
      )}
    </fieldset>
  );
});

interface LineProps {
  readonly facet: Facet;
  readonly value: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** One value; a key press in the search changes the numbers of few. */
const FacetLine = memo(function FacetLine({ facet, value, count, chosen }: LineProps) {
  const t = useT();
  const lang = useLang();
  return (
    <label className={styles.line}>
      <input
        type="checkbox"
        checked={chosen}
        onChange={() => choose(toggled(libraryView.getState().choices, facet, value))}
      />
      <span className={styles.box}>{chosen && <Icon name="check" size={11} />}</span>
      <span className={styles.name}>
        {valueName(facet, value, t)}
        {facet === 'strength' && (
          <>
            {EN_SPACE}
            <Squares count={SQUARES[value] ?? null} silent />
          </>
        )}
      </span>
      <span className={styles.count}>{formatNumber(count, lang)}</span>
    </label>
  );
});
