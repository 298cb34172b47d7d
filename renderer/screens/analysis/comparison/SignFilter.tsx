import { type Listed, type Shown, SIGNS, type Sign, signCounts } from '@shared/analysis/differenceSigns';
import { useT } from '@/ui/useT';
import styles from './SignFilter.module.css';
import { SignPicture } from './signs';

interface FilterProps {
  readonly all: readonly Listed[];
  readonly shown: Shown;
  readonly onChange: (shown: Shown) => void;
}

/** The legend of the signs, with how many there are of each; pressed ones are shown. */
export function SignFilter({ all, shown, onChange }: FilterProps) {
  const t = useT();
  const counts = signCounts(all, shown);
  const here = new Set(all.map(({ sign }) => sign));
  const toggle = (sign: Sign) => {
    const hidden = new Set(shown.hidden);
    if (!hidden.delete(sign)) hidden.add(sign);
    onChange({ ...shown, hidden });
  };
  return (
    <fieldset className={styles.signs}>
      <legend className="visually-hidden">{t('opinions.compare.shown')}</legend>
      {SIGNS.filter((sign) => here.has(sign)).map((sign) => (
        <button key={sign} type="button" aria-pressed={!shown.hidden.has(sign)} onClick={() => toggle(sign)}>
          <SignPicture sign={sign} size={15} />
          <span>{t(`opinions.compare.sign.${sign}`)}</span>
          <b>{counts[sign]}</b>
        </button>
      ))}
    </fieldset>
  );
}
