import type { BlockId } from '@shared/base/ids';
import { type ClaimRef, toVerify } from '@shared/boards/persona/strength';
import { claimText } from '@shared/boards/persona/words';
import type { Target } from '@shared/scene/primitives';
import { quoteMarks, typographic } from '@shared/text/typography';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { addSource } from '../evidenceItems';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';

interface ToVerifyProps extends PersonaPanelProps {
  readonly target: Target | null;
  /** Block of what is chosen: its claims come first. */
  readonly block: BlockId | null;
}

/** So many claims stand there at once, and the rest when they are asked for. */
const AT_ONCE = 4;

const targetOf = ({ kind, id }: ClaimRef): Target => ({ kind, id });

/** The claims without a source, the chosen one or those of the chosen block first: each leads to where it stands, the first one to its proof. */
export function ToVerify({ controller, doc, target, block }: ToVerifyProps) {
  const t = useT();
  const lang = useLang();
  const [isWhole, setWhole] = useState(false);
  const open = toVerify(doc).filter(({ text }) => text.trim() !== '');
  const claim =
    open.find(({ kind, id }) => target?.kind === kind && target.id === id) ??
    open.find((each) => each.kind === 'entry' && each.block === block) ??
    open[0];
  if (!claim) return null;
  const marks = quoteMarks(lang);
  const said = (each: ClaimRef): string => typographic(claimText(doc, each, { t }), lang);
  const others = open.filter((each) => each !== claim);
  const isFolded = !isWhole && open.length > AT_ONCE + 1;
  return (
    <section className={styles.verify} aria-label={t('personaEditor.verify.title')}>
      <h2>{t('personaEditor.verify.title')}</h2>
      <button type="button" className={styles.said} onClick={() => controller.reveal(targetOf(claim))}>
        {t('persona.strength.noSource', { text: `${marks.open}${said(claim)}${marks.close}` })}
      </button>
      <Button
        onClick={() => {
          controller.reveal(targetOf(claim));
          controller.reveal({ kind: 'evidence', id: addSource(controller) });
        }}
      >
        {t('personaEditor.verify.add')}
      </Button>
      {others.length > 0 && (
        <>
          <h3 id="also-open">{t('personaEditor.verify.others')}</h3>
          <ul aria-labelledby="also-open">
            {others.slice(0, isFolded ? AT_ONCE - 1 : undefined).map((each) => (
              <li key={`${each.kind} ${each.id}`}>
                <button type="button" className={styles.said} onClick={() => controller.reveal(targetOf(each))}>
                  {said(each)}
                </button>
              </li>
            ))}
          </ul>
          {open.length > AT_ONCE + 1 && (
            <button type="button" className={styles.fold} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? t('personaEditor.verify.fewer') : t('personaEditor.verify.all', { count: open.length })}
            </button>
          )}
        </>
      )}
    </section>
  );
}
