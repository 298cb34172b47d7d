import type { Lang } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import { openTexts, speaks } from '@shared/translate/texts';
import { translateWords } from '@shared/translate/translateWords';
import { useMemo } from 'react';
import { useLang } from '@/ui/preferences';
import { Switch } from '@/ui/Switch';
import styles from './SpokenTexts.module.css';

export interface SpokenTextsProps {
  /** What leaves. */
  readonly docs: readonly AnyDoc[];
  /** Languages that it leaves in. */
  readonly langs: readonly Lang[];
  /** What it leaves as. */
  readonly as: 'posters' | 'files';
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** The choice to let texts speak the language of what leaves, and what is still missing for that. Nothing where nothing is translated. */
export function SpokenTexts({ docs, langs, as, on, onChange }: SpokenTextsProps) {
  const w = translateWords(useLang());
  const told = useMemo(
    () =>
      langs.filter((lang) => docs.some((doc) => speaks(doc, lang))).map((lang) => ({ lang, ...openTexts(docs, lang) })),
    [docs, langs],
  );
  if (told.length === 0) return null;
  return (
    <div>
      <Switch label={w(as)} on={on} onChange={onChange} />
      {on &&
        told.map(
          ({ lang, missing, stale }) =>
            missing + stale > 0 && (
              <p key={lang} className={styles.open}>
                {w('open', { lang: w(`lang.${lang}`), missing, stale })}
              </p>
            ),
        )}
    </div>
  );
}
