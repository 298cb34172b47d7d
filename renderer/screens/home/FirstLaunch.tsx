import { portraitScene } from '@shared/boards/persona/portrait';
import { PORTRAITS } from '@shared/boards/persona/portraits';
import { useEffect, useState } from 'react';
import { openDialog } from '@/app/appStore';
import { chooseAndOpenFiles } from '@/app/files';
import { showSection } from '@/app/library/section';
import { setLanguage } from '@/app/setPreferences';
import { openSample, type SampleSize, sampleSize } from '@/app/workshops';
import { Button } from '@/ui/Button';
import { Logo } from '@/ui/Logo';
import { useLang } from '@/ui/preferences';
import { SceneSvg } from '@/ui/SceneSvg';
import { useT } from '@/ui/useT';
import styles from './FirstLaunch.module.css';

const PICTURE = { x: 0, y: 0, w: 150, h: 168 };
const LANGUAGES = [
  ['fr', 'Français'],
  ['en', 'English'],
] as const;

/** Nothing is here yet: the sample first, then four ways to begin. */
export function FirstLaunch() {
  const t = useT();
  const lang = useLang();
  return (
    <section className={styles.first}>
      <div className={styles.left}>
        <Logo size={52} />
        <b>{t('common.appName')}</b>
        <p>{t('home.first.local')}</p>
        <p>{t('home.first.sampleReady')}</p>
        <div className={styles.languages}>
          {LANGUAGES.map(([id, name]) => (
            <button key={id} type="button" lang={id} aria-pressed={lang === id} onClick={() => setLanguage(id)}>
              {name}
            </button>
          ))}
        </div>
      </div>
      <div className={styles.right}>
        <h2>{t('home.first.title')}</h2>
        <div className={styles.sample}>
          <SceneSvg
            width={PICTURE.w}
            height={PICTURE.h}
            items={portraitScene(PORTRAITS.pony, PICTURE, { view: { x: 10, y: 34, w: 180, h: 200 } })}
          />
          <div className={styles.sampleText}>
            <h3>{t('home.first.sampleTitle')}</h3>
            <SampleText />
            <Button variant="primary" icon="play-fill" iconSize={13} onClick={() => void openSample()}>
              {t('home.first.openSample')}
            </Button>
          </div>
        </div>
        <div className={styles.ways}>
          <Button icon="path" onClick={() => openDialog({ kind: 'new-workshop', preset: 'blank' })}>
            {t('home.first.journey')}
          </Button>
          <Button
            icon="presentation"
            shortcut="CmdOrCtrl+N"
            onClick={() => openDialog({ kind: 'new-workshop', preset: 'full' })}
          >
            {t('home.first.workshop')}
          </Button>
          <Button icon="folder-open" shortcut="CmdOrCtrl+O" onClick={() => void chooseAndOpenFiles()}>
            {t('home.first.file')}
          </Button>
          <Button icon="users-three" onClick={() => showSection('library')}>
            {t('home.first.library')}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** What the sample holds, counted in the sample itself; its code comes after the screen is painted. */
function SampleText() {
  const t = useT();
  const [size, setSize] = useState<SampleSize | null>(null);
  useEffect(() => {
    let gone = false;
    void sampleSize().then((counted) => {
      if (!gone) setSize(counted);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (!size) return <p>{t('home.first.sampleInvented')}</p>;
  return (
    <p>
      {t('home.first.sampleText', {
        personas: t('home.first.personas', { count: size.personas }),
        empathyMaps: t('home.first.empathyMaps', { count: size.empathyMaps }),
        journeys: t('home.first.journeys', { count: size.journeys }),
      })}{' '}
      {t('home.first.sampleInvented')}
    </p>
  );
}
