import type { ActionId } from '@shared/actions';
import type { MessageKey } from '@shared/i18n/translate';
import type { IconName } from '@shared/scene/icons';
import { useEffect, useState } from 'react';
import { useApp } from '@/app/appStore';
import { momentText } from '@/app/dateText';
import { performAction } from '@/app/performAction';
import { setLanguage, setTheme } from '@/app/setPreferences';
import { desktop } from '@/platform/desktop';
import type { WorkshopCard } from '@/session/library';
import { Icon } from '@/ui/Icon';
import { Kbd } from '@/ui/Kbd';
import { Logo } from '@/ui/Logo';
import { formatNumber } from '@/ui/numberText';
import { useLang, useThemeName } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './HomeSide.module.css';
import { SectionNav } from './SectionNav';

interface HelpLine {
  readonly id: ActionId;
  readonly label: MessageKey;
  readonly icon: IconName;
  readonly keys?: string;
}

const HELP: readonly HelpLine[] = [
  { id: 'palette', label: 'home.side.palette', icon: 'command', keys: 'CmdOrCtrl+K' },
  { id: 'glossary', label: 'actions.glossary', icon: 'question', keys: 'F1' },
  { id: 'shortcuts', label: 'home.side.shortcuts', icon: 'keyboard', keys: 'CmdOrCtrl+/' },
  { id: 'about', label: 'home.side.about', icon: 'info' },
];

/** The blue column: the mark, what is stored here, language and theme, help, and where everything stays. */
export function HomeSide({ workshops }: { readonly workshops: readonly WorkshopCard[] }) {
  const t = useT();
  const lang = useLang();
  const theme = useThemeName();
  return (
    <aside className={styles.side} aria-label={t('home.landmark.side')}>
      <div className={styles.mark}>
        <Logo size={48} />
        {t('common.appName')}
      </div>
      <SectionNav />
      <Stored workshops={workshops} />
      <fieldset className={styles.group}>
        <legend>{t('home.side.language')}</legend>
        <Choice label="Français" lang="fr" on={lang === 'fr'} onChoose={() => setLanguage('fr')} />
        <Choice label="English" lang="en" on={lang === 'en'} onChoose={() => setLanguage('en')} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('home.side.theme')}</legend>
        <Choice label={t('home.side.light')} icon="sun" on={theme === 'light'} onChoose={() => setTheme('light')} />
        <Choice
          label={t('home.side.dark')}
          icon="moon"
          on={theme !== 'light'}
          onChoose={() => setTheme('projectorDark')}
        />
      </fieldset>
      <nav className={styles.group} aria-label={t('home.side.help')}>
        <h2>{t('home.side.help')}</h2>
        {HELP.map(({ id, label, icon, keys }) => (
          <button key={id} type="button" className={styles.line} onClick={() => performAction(id)}>
            <Icon name={icon} size={16} />
            <span>{t(label)}</span>
            {keys && <Kbd plain keys={keys} />}
          </button>
        ))}
      </nav>
      <LocalNote />
    </aside>
  );
}

function Stored({ workshops }: { readonly workshops: readonly WorkshopCard[] }) {
  const t = useT();
  const lang = useLang();
  const sum = (count: (card: WorkshopCard) => number) => workshops.reduce((total, card) => total + count(card), 0);
  const counts = [
    ['workshops', workshops.length],
    ['boards', sum((card) => card.boardCount)],
    ['personas', sum((card) => card.personaCount)],
    ['notes', sum((card) => card.noteCount)],
  ] as const;
  return (
    <section className={styles.group}>
      <h2>{t('home.side.stored')}</h2>
      <dl>
        {counts.map(([name, count]) => (
          <div key={name} className={styles.count}>
            <dt>{t(`home.side.${name}`, { count })}</dt>
            <dd>{formatNumber(count, lang)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChoose: () => void;
  readonly icon?: IconName;
  readonly lang?: string;
}

function Choice({ label, on, onChoose, icon, lang }: ChoiceProps) {
  return (
    <button type="button" className={styles.line} aria-pressed={on} lang={lang} onClick={onChoose}>
      <span className={styles.box}>{on && <Icon name="check" size={11} />}</span>
      <span>{label}</span>
      {icon && <Icon name={icon} size={16} />}
    </button>
  );
}

/** Where everything stays, and when it was last backed up. */
export function LocalNote() {
  const t = useT();
  const lang = useLang();
  const ready = useApp((state) => state.workspace !== null);
  const [savedAt, setSavedAt] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    if (!ready) return;
    let gone = false;
    void desktop()
      .snapshotList(null)
      .then((list) => {
        if (!gone) setSavedAt(list.length > 0 ? Math.max(...list.map((snapshot) => snapshot.savedAt)) : null);
      });
    return () => {
      gone = true;
    };
  }, [ready]);
  const backup =
    savedAt === undefined
      ? ''
      : savedAt === null
        ? t('home.side.noBackup')
        : t('home.side.lastBackup', { when: momentText(savedAt, Date.now(), lang, t) });
  return (
    <div className={styles.local}>
      <Icon name="hard-drive" size={19} />
      <div>
        <p>
          {t('home.side.local')} {backup}
        </p>
        {savedAt && (
          <button type="button" className={styles.link} onClick={() => void desktop().openBackupsFolder()}>
            {t('home.side.openBackups')}
          </button>
        )}
      </div>
    </div>
  );
}
