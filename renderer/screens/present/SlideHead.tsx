import type { PersonaDoc } from '@shared/boards/persona/model';
import type { TranslateFn } from '@shared/i18n/translate';
import type { ReactNode } from 'react';
import { PortraitDisc } from '@/ui/PortraitDisc';
import { useT } from '@/ui/useT';
import { SlideTimer } from './SlideTimer';
import styles from './Stage.module.css';
import type { ShownSheet, StageProps } from './show';

interface About {
  readonly title: string;
  /** One sentence under it; empty for none. */
  readonly sub: string;
  /** Whom it is about. */
  readonly persona: PersonaDoc | undefined;
}

/** What a sheet is called, what it says in a sentence, whom it is about. */
export function aboutOf({ doc, personas }: ShownSheet, t: TranslateFn): About {
  if (doc.kind === 'persona') {
    const { name, tagline, role } = doc.info;
    return { title: name.trim() || t('persona.unnamed'), sub: tagline || role, persona: doc };
  }
  const untitled = t('board.untitled');
  if (doc.kind === 'empathy-map') {
    const { title, situation, goal, personaId } = doc.info;
    return { title: title || untitled, sub: situation || goal, persona: personaId ? personas[personaId] : undefined };
  }
  const { title, result, personaIds } = doc.info;
  const [first] = personaIds;
  return { title: title || untitled, sub: result, persona: first ? personas[first] : undefined };
}

interface HeadProps extends StageProps {
  /** The title stands large on the slide already: the workshop's is told instead. */
  readonly isWhole?: boolean;
  readonly children?: ReactNode;
}

/** Over every slide: whose, of what, how much time is left. */
export function Head({ sheet, show, isWhole, children }: HeadProps) {
  const t = useT();
  const { title: own, persona } = aboutOf(sheet, t);
  const title = isWhole ? sheet.workshop.title || t('board.untitled') : own;
  const name = persona?.info.name;
  return (
    <header className={styles.head}>
      {persona && (
        <span className={styles.face}>
          <PortraitDisc portrait={persona.info.portrait} size={46} />
        </span>
      )}
      <span>{name && name !== title ? t('present.with', { title, name }) : title}</span>
      <span className={styles.space} />
      {children}
      <SlideTimer state={show.timer} />
    </header>
  );
}
