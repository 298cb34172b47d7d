import type { PersonaId } from '@shared/base/ids';
import { lintPersona, lintText } from '@shared/boards/persona/lint';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useStore } from 'zustand/react';
import { Section } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { today } from '../today';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';
import { useNear } from './useNear';

interface FindingsProps extends PersonaPanelProps {
  readonly view: BoardViewProps<PersonaDoc>;
}

/** What the page should be checked for; a line goes to where it is. */
export function Findings({ controller, doc, view }: FindingsProps) {
  const t = useT();
  const lang = useLang();
  const id = controller.session.docId as PersonaId;
  const uses = useStore(
    view.workspace.library,
    ({ personas }) => personas.find((card) => card.id === id)?.uses.length ?? null,
  );
  const near = useNear(view.workspace, id, doc);
  const { [id]: _, ...others } = { ...near, ...view.personas };
  const found = lintPersona(doc, { date: today(), others, uses });
  if (found.length === 0) return null;
  return (
    <Section title={t('personaEditor.lint')}>
      {found.map((finding, at) => {
        const text = lintText(finding, { t, lang });
        const key = `${at} ${text}`;
        // What is about the page as a whole has no place to go to.
        if (finding.target.kind === 'sheet')
          return (
            <p key={key} className={styles.finding}>
              <Icon name="info" size={15} />
              {text}
            </p>
          );
        return (
          <button key={key} type="button" className={styles.finding} onClick={() => controller.reveal(finding.target)}>
            <Icon name="info" size={15} />
            {text}
          </button>
        );
      })}
    </Section>
  );
}
