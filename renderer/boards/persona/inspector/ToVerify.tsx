import type { BlockId } from '@shared/base/ids';
import { toVerify } from '@shared/boards/persona/strength';
import { quoteMarks, typographic } from '@shared/text/typography';
import { Button } from '@/ui/Button';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { addSource } from '../evidenceItems';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';

/** The first claim without a source, of the chosen block before the rest of the page, and the way to prove it. */
export function ToVerify({ controller, doc, block }: PersonaPanelProps & { readonly block: BlockId | null }) {
  const t = useT();
  const lang = useLang();
  const open = toVerify(doc).filter(({ text }) => text.trim() !== '');
  const claim = open.find((each) => each.kind === 'entry' && each.block === block) ?? open[0];
  if (!claim) return null;
  const marks = quoteMarks(lang);
  const said = `${marks.open}${typographic(claim.text, lang)}${marks.close}`;
  const target = { kind: claim.kind, id: claim.id };
  return (
    <section className={styles.verify} aria-label={t('personaEditor.verify.title')}>
      <h2>{t('personaEditor.verify.title')}</h2>
      <button type="button" className={styles.said} onClick={() => controller.reveal(target)}>
        {t('persona.strength.noSource', { text: said })}
      </button>
      {open.length > 1 && <p>{t('personaEditor.verify.others', { count: open.length - 1 })}</p>}
      <Button
        onClick={() => {
          controller.reveal(target);
          controller.reveal({ kind: 'evidence', id: addSource(controller) });
        }}
      >
        {t('personaEditor.verify.add')}
      </Button>
    </section>
  );
}
