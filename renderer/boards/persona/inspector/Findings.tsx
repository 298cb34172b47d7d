import type { PersonaId } from '@shared/base/ids';
import { lintPersona, lintText, NEAR, similarity } from '@shared/boards/persona/lint';
import type { PersonaDoc } from '@shared/boards/persona/model';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { Section } from '@/editor/inspector/parts';
import type { BoardViewProps } from '@/session/boardHandle';
import type { Workspace } from '@/session/workspaceApi';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { today } from '../today';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';

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

/** So many of the library are read at most, latest edits first: an old twin beyond them is found when it is edited itself. */
const MOST_READ = 400;
const AT_ONCE = 12;
/** Personas that are nearly near are kept too: the next word typed may make them so. */
const NEARLY = NEAR * 0.75;

type People = Readonly<Record<PersonaId, PersonaDoc>>;
const NOBODY: People = {};

/** The personas of the library that resemble this one, looked for when nothing else is to be done. */
function useNear(workspace: Workspace, id: PersonaId, doc: PersonaDoc): People {
  const [near, setNear] = useState<People>(NOBODY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once per page, not at every letter.
  useEffect(() => {
    let isHere = true;
    const idle = requestIdleCallback(
      async () => {
        const cards = workspace.library
          .getState()
          .personas.filter((card) => card.id !== id && !card.archived)
          .slice(0, MOST_READ);
        const found: Record<PersonaId, PersonaDoc> = {};
        for (let from = 0; from < cards.length && isHere; from += AT_ONCE) {
          const some = cards.slice(from, from + AT_ONCE);
          const docs = await Promise.all(some.map((card) => workspace.peek<PersonaDoc>(card.id)));
          docs.forEach((other, at) => {
            const card = some[at];
            if (other && card && similarity(doc, other) >= NEARLY) found[card.id] = other;
          });
        }
        if (isHere && Object.keys(found).length > 0) setNear(found);
      },
      { timeout: 3000 },
    );
    return () => {
      isHere = false;
      cancelIdleCallback(idle);
    };
  }, [workspace, id]);
  return near;
}
