import type { TextLang } from '@shared/model/translation';
import type { Step, Wish } from '@shared/presenting/steps';
import { translateWords } from '@shared/translate/translateWords';
import type { MouseEvent } from 'react';
import { IconButton } from '@/ui/IconButton';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './PresentScreen.module.css';
import type { Show } from './show';

interface ControlsProps {
  readonly show: Show;
  readonly count: number;
  readonly hasNotes: boolean;
  readonly hasRoom: boolean;
  /** Language of the texts, null for as written; undefined where nothing is translated. */
  readonly texts: TextLang | null | undefined;
  readonly onStep: (step: Step) => void;
  readonly onWish: (wish: Wish) => void;
  readonly onDone: (event: MouseEvent) => void;
}

/** What keys do, for the mouse. */
export function Controls({ show, count, hasNotes, hasRoom, texts, onStep, onWish, onDone }: ControlsProps) {
  const t = useT();
  const w = translateWords(useLang());
  const stepping = (step: Step) => (event: MouseEvent) => {
    onStep(step);
    onDone(event);
  };
  const wishing = (wish: Wish) => (event: MouseEvent) => {
    onWish(wish);
    onDone(event);
  };
  return (
    <div className={styles.controls} role="toolbar" aria-label={t('present.title')}>
      <IconButton
        icon="arrow-left"
        label={t('present.back')}
        shortcut="Left"
        disabled={show.at === 0}
        onClick={stepping('back')}
      />
      <IconButton
        icon="arrow-right"
        label={t('present.next')}
        shortcut="Right"
        disabled={show.at >= count - 1}
        onClick={stepping('next')}
      />
      <IconButton
        icon="map-trifold"
        label={t('present.map')}
        shortcut="C"
        pressed={show.isMap}
        onClick={wishing('map')}
      />
      <IconButton
        icon="eye-slash"
        label={t('present.black')}
        shortcut="B"
        pressed={show.isBlack}
        onClick={wishing('black')}
      />
      <IconButton icon="moon" label={t('actions.toggleTheme')} shortcut="L" onClick={wishing('theme')} />
      {texts !== undefined && (
        <IconButton
          icon="translate"
          label={w('presented', { lang: w(`lang.${texts ?? 'none'}`) })}
          shortcut="T"
          pressed={texts !== null}
          onClick={wishing('texts')}
        />
      )}
      <IconButton
        icon="note-pencil"
        label={t('present.notes')}
        shortcut="N"
        pressed={hasNotes}
        onClick={wishing('notes')}
      />
      <IconButton icon="monitor" label={t('present.room')} shortcut="R" pressed={hasRoom} onClick={wishing('room')} />
      <IconButton icon="x" label={t('present.end')} shortcut="Escape" onClick={wishing('end')} />
    </div>
  );
}
