import type { PersonaId } from '@shared/base/ids';
import { FACT_IDS, standardBlock } from '@shared/boards/persona/blocks';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { entriesOf, shownBlocks } from '@shared/boards/persona/order';
import { useEffect, useState } from 'react';
import { closeDialog, workspace } from '@/app/appStore';
import { Dialog } from '@/ui/Dialog';
import { useT } from '@/ui/useT';
import styles from './dialogs.module.css';

/** A persona to read: what it says, block by block. */
export function PersonaSheet({ personaId }: { readonly personaId: PersonaId }) {
  const t = useT();
  const [doc, setDoc] = useState<PersonaDoc | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void workspace()
      .peek<PersonaDoc>(personaId)
      .then((read) => {
        if (!gone) setDoc(read);
      });
    return () => {
      gone = true;
    };
  }, [personaId]);
  if (doc === undefined) return null;
  const facts = FACT_IDS.flatMap((id) => (doc?.info[id] ? [[t(`persona.fact.${id}`), doc.info[id]] as const] : []));
  const blocks = (doc ? shownBlocks(doc) : []).flatMap((block) => {
    const entries = doc ? entriesOf(doc, block.id) : [];
    const standard = standardBlock(block.id);
    const title = block.title || (standard ? t(`persona.block.${standard}`) : t('persona.blockUntitled'));
    return entries.length > 0 ? [{ id: block.id, title, entries }] : [];
  });
  return (
    <Dialog title={doc?.info.name || t('persona.unnamed')} size="large" reading onClose={closeDialog}>
      {!doc && <p>{t('library.sheet.gone')}</p>}
      {doc?.info.tagline && <p>{doc.info.tagline}</p>}
      {doc?.info.quote && <blockquote className={styles.quote}>{doc.info.quote}</blockquote>}
      {doc && facts.length === 0 && blocks.length === 0 && <p>{t('library.sheet.none')}</p>}
      <dl className={styles.facts}>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {blocks.map(({ id, title, entries }) => (
        <section key={id} className={styles.block}>
          <h3>{title}</h3>
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>{[entry.text, entry.opposite].filter(Boolean).join(' / ')}</li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
