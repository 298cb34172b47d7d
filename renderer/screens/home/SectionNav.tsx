import { useApp } from '@/app/appStore';
import { showSection } from '@/app/library/section';
import { Icon } from '@/ui/Icon';
import { useT } from '@/ui/useT';
import styles from './SectionNav.module.css';

const SECTIONS = [
  ['workshops', 'presentation'],
  ['library', 'users-three'],
] as const;

/** Home has two sides: the workshops, and the library of personas. */
export function SectionNav() {
  const t = useT();
  const section = useApp((state) => state.section);
  return (
    <nav className={styles.nav} aria-label={t('library.section.label')}>
      {SECTIONS.map(([id, icon]) => (
        <button
          key={id}
          type="button"
          className={styles.item}
          aria-current={section === id ? 'page' : undefined}
          onClick={() => showSection(id)}
        >
          <Icon name={icon} size={17} />
          {t(`library.section.${id}`)}
        </button>
      ))}
    </nav>
  );
}
