import { LANGUAGES, type Lang } from '@shared/i18n/lang';
import type { AnyDoc } from '@shared/model/document';
import { translateWords } from '@shared/translate/translateWords';
import { useMemo } from 'react';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { SpokenTexts } from './SpokenTexts';
import styles from './SpokenTexts.module.css';

export interface FileLanguageProps {
  /** What the file is made of. */
  readonly docs: readonly AnyDoc[];
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
  /** Texts speak it too, where they are translated. */
  readonly isSpoken: boolean;
  readonly onSpoken: (isSpoken: boolean) => void;
}

const NAMES: Readonly<Record<Lang, string>> = { fr: 'Français', en: 'English' };

/** Which language a file to be read speaks, and whether its texts do. */
export function FileLanguage({ docs, lang, onLang, isSpoken, onSpoken }: FileLanguageProps) {
  const w = translateWords(useLang());
  const langs = useMemo(() => [lang], [lang]);
  return (
    <div className={styles.file}>
      <Segmented
        label={w('fileLang')}
        value={lang}
        onChange={onLang}
        options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
      />
      <SpokenTexts docs={docs} langs={langs} as="files" on={isSpoken} onChange={onSpoken} />
    </div>
  );
}
