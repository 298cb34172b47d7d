import type { Preflight } from '@shared/scene/preflight';
import type { ReactNode } from 'react';
import { decimalText } from '@/export/decimalText';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './Checks.module.css';
import { changeSettings } from './exportSettings';

/** What went well first, then one warning per cause with the gesture that mends it. It never keeps anybody from exporting. */
export function Checks({ check }: { readonly check: Preflight | null }) {
  const t = useT();
  return (
    <section className={styles.checks} aria-labelledby="checks-title">
      <h2 id="checks-title">{t('exporting.check.title')}</h2>
      {check ? <Findings check={check} /> : <p className={styles.nothing}>{t('exporting.check.nothing')}</p>}
    </section>
  );
}

function Findings({ check }: { readonly check: Preflight }) {
  const t = useT();
  const lang = useLang();
  const pt = decimalText(check.smallestPt, lang);
  const metres = decimalText(check.readingMetres, lang);
  const { betterSheet } = check;
  return (
    <>
      <ul className={styles.good}>
        {!check.isTooSmall && <Good>{t('exporting.check.text', { pt, metres })}</Good>}
        {check.outside.length === 0 && <Good>{t('exporting.check.fits')}</Good>}
        {check.uncovered.length === 0 && <Good>{t('exporting.check.fonts')}</Good>}
      </ul>
      <ul className={styles.bad}>
        {check.isTooSmall && (
          <Bad
            text={t('exporting.check.tooSmall', {
              pt,
              metres,
              least: decimalText(check.leastPt, lang),
              sheet: check.sheet,
            })}
          >
            {betterSheet && (
              <Button size="small" onClick={() => changeSettings({ sheet: betterSheet })}>
                {t('exporting.check.takeSheet', { name: betterSheet })}
              </Button>
            )}
          </Bad>
        )}
        {check.outside.length > 0 && <Bad text={t('exporting.check.outside', { texts: check.outside.join(' · ') })} />}
        {check.uncovered.length > 0 && (
          <Bad text={t('exporting.check.uncovered', { characters: check.uncovered.join(' ') })} />
        )}
      </ul>
    </>
  );
}

function Good({ children }: { readonly children: ReactNode }) {
  return (
    <li>
      <Icon name="check-circle" size={17} />
      <span>{children}</span>
    </li>
  );
}

function Bad({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <li>
      <p>
        <Icon name="warning" size={18} />
        <span>{text}</span>
      </p>
      {children}
    </li>
  );
}
