import type { PresetId } from '@shared/boards/journey-map/presets';
import { BOARD_KINDS } from '@shared/model/document';
import { useState } from 'react';
import { openDialog } from '@/app/appStore';
import { leafText } from '@/app/dateText';
import { showWorkshop } from '@/app/navigate';
import { openSample } from '@/app/workshops';
import { boardFace } from '@/boards/registry';
import type { WorkshopCard } from '@/session/library';
import { Button } from '@/ui/Button';
import { classNames } from '@/ui/classNames';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { EmpathyThumb } from './EmpathyThumb';
import styles from './HomePresets.module.css';
import { PresetThumb, SampleThumb } from './PresetThumb';

const FEW = 5;

/** Right column: start from a preset, or go back to a recent workshop. */
export function HomePresets({ workshops }: { readonly workshops: readonly WorkshopCard[] }) {
  const t = useT();
  return (
    <>
      <h2 className={styles.title}>{t('home.presets.title')}</h2>
      <ul className={styles.presets}>
        {BOARD_KINDS.flatMap((kind) =>
          boardFace(kind).starts.map(({ preset, name }) => (
            <li key={`${kind}/${preset}`}>
              <button
                type="button"
                className={styles.preset}
                aria-label={t('home.presets.start', { name: t(name) })}
                onClick={() => openDialog({ kind: 'new-workshop', preset: `${kind}/${preset}` })}
              >
                {kind === 'empathy-map' ? (
                  <EmpathyThumb preset={preset} />
                ) : (
                  <PresetThumb preset={preset as PresetId} />
                )}
                <span>{t(name)}</span>
              </button>
            </li>
          )),
        )}
        <li>
          <button type="button" className={styles.preset} onClick={() => void openSample()}>
            <SampleThumb />
            <span>{t('actions.openSample')}</span>
          </button>
        </li>
      </ul>
      <RecentWorkshops title={t('home.recent.title')} workshops={workshops} />
    </>
  );
}

interface RecentProps {
  readonly title: string;
  readonly workshops: readonly WorkshopCard[];
}

/** The workshops edited last, as leaves of a calendar; the rest on demand. */
export function RecentWorkshops({ title, workshops }: RecentProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? workshops : workshops.slice(0, FEW);
  return (
    <section className={styles.recent}>
      <h2 className={styles.title}>{title}</h2>
      <ul>
        {shown.map((card, at) => (
          <RecentLine key={card.id} card={card} latest={at === 0} />
        ))}
      </ul>
      {!all && workshops.length > FEW && (
        <button type="button" className={styles.all} onClick={() => setAll(true)}>
          {t('home.recent.all', { count: workshops.length })}
        </button>
      )}
    </section>
  );
}

function RecentLine({ card, latest }: { readonly card: WorkshopCard; readonly latest: boolean }) {
  const t = useT();
  const lang = useLang();
  const { day, month } = leafText(card.updatedAt, lang);
  const title = card.title || t('home.card.untitled');
  const content = t('home.recent.content', {
    boards: t('home.card.boards', { count: card.boardCount }),
    notes: t('home.recent.notes', { count: card.noteCount }),
  });
  return (
    <li className={classNames(styles.line, latest && styles.latest)}>
      <div className={styles.leaf}>
        <b>{day}</b>
        {month}
      </div>
      <div>
        <button
          type="button"
          className={styles.name}
          aria-label={t('home.card.open', { title })}
          onClick={() => void showWorkshop(card.id)}
        >
          {title}
        </button>
        <p>{content}</p>
        {latest && (
          <Button
            variant="primary"
            size="small"
            icon="play-fill"
            iconSize={13}
            className={styles.resume}
            onClick={() => void showWorkshop(card.id)}
          >
            {t('home.recent.resume')}
          </Button>
        )}
      </div>
    </li>
  );
}
