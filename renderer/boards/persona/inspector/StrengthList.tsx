import { entriesOf, shownBlocks } from '@shared/boards/persona/order';
import { blockStrength, personaStrength } from '@shared/boards/persona/strength';
import { blockTitle } from '@shared/boards/persona/words';
import { Section } from '@/editor/inspector/parts';
import { useT } from '@/ui/useT';
import type { PersonaPanelProps } from './panelProps';
import styles from './personaPanels.module.css';
import { Squares } from './Squares';

interface StrengthListProps extends PersonaPanelProps {
  readonly current: string | null;
}

/** How strong each block stands, in squares, and the page as a whole; a line goes to its block. */
export function StrengthList({ controller, doc, current }: StrengthListProps) {
  const t = useT();
  const whole = personaStrength(doc);
  return (
    <Section title={t('personaEditor.strength.title')}>
      <div className={styles.strengths}>
        <span className={styles.whole}>
          <span>{t('personaEditor.strength.whole')}</span>
          <Squares strength={whole} />
        </span>
        {shownBlocks(doc)
          .filter(({ id }) => entriesOf(doc, id).length > 0)
          .map((block) => (
            <button
              key={block.id}
              type="button"
              aria-current={block.id === current ? 'true' : undefined}
              onClick={() => controller.reveal({ kind: 'block', id: block.id })}
            >
              <span>{blockTitle(block, { t })}</span>
              <Squares strength={blockStrength(doc, block.id)} />
            </button>
          ))}
      </div>
    </Section>
  );
}
