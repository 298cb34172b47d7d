import type { Lang } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import { openTexts, speaks } from '@shared/translate/texts';
import { translateWords } from '@shared/translate/translateWords';
import { useMemo } from 'react';
import type { SheetId } from '@/session/sheetRef';
import { useLang } from '@/ui/preferences';
import { Switch } from '@/ui/Switch';
import { changeSettings } from './exportSettings';
import styles from './SettingsPanel.module.css';
import type { QueuedBoard } from './useSources';

export interface TranslatedTextsProps {
  readonly boards: readonly QueuedBoard[];
  readonly chosen: ReadonlySet<SheetId>;
  readonly langs: readonly Lang[];
  readonly on: boolean;
}

/** The choice to let the texts of chosen boards speak the poster's language, and what is still missing for that. Nothing where nothing is translated. */
export function TranslatedTexts({ boards, chosen, langs, on }: TranslatedTextsProps) {
  const uiLang = useLang();
  const w = translateWords(uiLang);
  const docs = useMemo(
    () =>
      boards.flatMap(({ ref, source }): readonly AnyDoc[] =>
        chosen.has(ref.id) && source !== null && source !== 'missing' ? [source.doc] : [],
      ),
    [boards, chosen],
  );
  const spoken = langs.filter((lang) => docs.some((doc) => speaks(doc, lang)));
  if (spoken.length === 0) return null;
  const open = spoken.map((lang) => ({ lang, ...openTexts(docs, lang) })).filter((one) => one.missing + one.stale > 0);
  return (
    <div>
      <Switch label={w('posters')} on={on} onChange={(translated) => changeSettings({ translated })} />
      {on &&
        open.map(({ lang, missing, stale }) => (
          <p key={lang} className={styles.hint}>
            {w('open', { lang: w(`lang.${lang}`), missing, stale })}
          </p>
        ))}
    </div>
  );
}
