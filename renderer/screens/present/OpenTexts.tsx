import type { TextLang } from '@shared/model/translation';
import { type PresentedDoc, sheetDeck } from '@shared/presenting/sheetDeck';
import { openOnSlide, withOpenSigned } from '@shared/translate/openOnSlide';
import { openTexts } from '@shared/translate/texts';
import { translateWords } from '@shared/translate/translateWords';
import { useMemo } from 'react';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './OpenTexts.module.css';

interface OpenTextsProps {
  /** As it was written. */
  readonly doc: PresentedDoc;
  readonly lang: TextLang;
  readonly at: number;
}

/** For the facilitator alone: what the slide on screen shows as it was written, or in a translation that is no longer right. */
export function OpenTexts({ doc, lang, at }: OpenTextsProps) {
  const t = useT();
  const w = translateWords(useLang());
  const slides = useMemo(
    () => sheetDeck(withOpenSigned(doc, lang), { t, lang, personas: {} }).slides.map(openOnSlide),
    [doc, lang, t],
  );
  const { missing, stale } = useMemo(() => openTexts([doc], lang), [doc, lang]);
  if (missing + stale === 0) return null;
  const open = slides[at] ?? [];
  return (
    <section className={styles.open} aria-label={w('title')}>
      <p>{w('open', { lang: w(`lang.${lang}`), missing, stale })}</p>
      <ul>
        {open.map(({ state, text }) => (
          <li key={text}>
            <Icon name={state === 'missing' ? 'circle' : 'warning'} size={14} />
            <span>{text}</span>
            <small>{w(`state.${state}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
