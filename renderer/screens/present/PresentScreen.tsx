import { translator } from '@shared/i18n/translate';
import type { AnyDoc } from '@shared/model/document';
import type { TextLang } from '@shared/model/translation';
import { boardTitles } from '@shared/model/workshopCommands';
import { canBePresented, type PresentedDoc, sheetDeck } from '@shared/presenting/sheetDeck';
import { meaningOf, type Step, slideAfter, type Wish } from '@shared/presenting/steps';
import { nextLang, spokenLangs } from '@shared/translate/openOnSlide';
import { inLanguage } from '@shared/translate/texts';
import { translateWords } from '@shared/translate/translateWords';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { appStore, useApp, workspace } from '@/app/appStore';
import { focusBoard } from '@/app/focusBoard';
import { leavePage } from '@/app/navigate';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { setTheme } from '@/app/setPreferences';
import { isTextField } from '@/app/shortcuts';
import { desktop } from '@/platform/desktop';
import type { Session } from '@/session/session';
import { closeToast, notices, showToast } from '@/ui/notices';
import { preferences, useLang, useThemeName } from '@/ui/preferences';
import { timer } from '@/ui/timer';
import { currentT, useT } from '@/ui/useT';
import { Controls } from './Controls';
import { FacilitatorView } from './FacilitatorView';
import styles from './PresentScreen.module.css';
import { Stage } from './Stage';
import type { Show, ShownSheet } from './show';
import { slideName } from './slideName';
import { useRoom } from './useRoom';

/** The sheet on screen, presented part by part: a journey by its stages, a persona by its blocks, an empathy map by its zones. */
export function PresentScreen() {
  const open = useApp((state) => state.open);
  const id = useApp((state) => state.boardId);
  const session = id && open?.boardNow(id);
  if (!open || !session || !canBePresented(session.store.getState().doc)) return null;
  return <Presentation key={id} open={open} session={session as unknown as Session<PresentedDoc>} />;
}

/** What keys do, in a sentence or two. */
function hintText(hasTexts: boolean): string {
  const { lang } = preferences.getState();
  return [currentT()('present.hint'), hasTexts && translateWords(lang)('presentedKey')].filter(Boolean).join(' ');
}

/** The word on the keys has been read once a key is pressed. */
function closeHint(): void {
  if (notices.getState().toast?.text.startsWith(currentT()('present.hint'))) closeToast();
}

/** Dark and full screen for as long as it is presented; afterwards everything is as before. */
function useProjector(hasTexts: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it begins.
  useEffect(() => {
    const { theme } = preferences.getState();
    setTheme('projectorDark', false);
    void desktop().lendFullScreen(true);
    showToast({ text: hintText(hasTexts), icon: 'presentation-chart' });
    return () => {
      closeHint();
      setTheme(theme, false);
      void desktop().lendFullScreen(false);
    };
  }, []);
}

/** The presented sheet as it is now, in a language or as it was written (null): edits show at once. */
function useSheet(open: OpenWorkshop, session: Session<PresentedDoc>, lang: TextLang | null): ShownSheet {
  const doc = useStore(session.store, (state) => state.doc);
  const personas = useStore(open.personas);
  const workshop = useStore(open.session.store, (state) => state.doc);
  return useMemo(() => {
    const read = <Doc extends AnyDoc>(one: Doc): Doc => (lang ? inLanguage(one, lang) : one);
    const own = read(workshop);
    const { title, client, place } = own.info;
    const people = Object.entries(personas).map(([id, persona]) => [id, read(persona)]);
    return {
      doc: read(doc),
      personas: Object.fromEntries(people) as typeof personas,
      boards: boardTitles(own),
      workshop: { title, client, place },
    };
  }, [doc, personas, workshop, lang]);
}

/** Language of the texts that a room was shown last; the next presentation of this sitting begins with it. */
let lastTexts: TextLang | null = null;

interface PresentationProps {
  readonly open: OpenWorkshop;
  readonly session: Session<PresentedDoc>;
}

function Presentation({ open, session }: PresentationProps) {
  const t = useT();
  const lang = useLang();
  const theme = useThemeName();
  const countdown = useStore(timer);
  const written = useStore(session.store, (state) => state.doc);
  const spoken = useMemo(() => spokenLangs(written), [written]);
  const [wantedTexts, setTexts] = useState(lastTexts);
  const texts = wantedTexts && spoken.includes(wantedTexts) ? wantedTexts : null;
  const sheet = useSheet(open, session, texts);
  const { doc, personas } = sheet;
  const shown = texts ?? lang;
  const deck = useMemo(() => sheetDeck(doc, { t: translator(shown), lang: shown, personas }), [doc, personas, shown]);
  const [wanted, setWanted] = useState(0);
  const [isBlack, setBlack] = useState(false);
  const [isMap, setMap] = useState(false);
  const [hasNotes, setNotes] = useState(false);
  const [since] = useState(Date.now);
  const frame = useRef<HTMLElement>(null);
  useProjector(spoken.length > 0);
  useEffect(() => frame.current?.focus(), []);

  const count = deck.slides.length;
  const at = Math.min(wanted, count - 1);
  const show: Show = { at, isBlack, isMap, lang: shown, theme, timer: countdown };
  const go = useCallback(
    (step: Step) => {
      closeHint();
      // A key that goes on brings the picture back, too.
      setBlack(false);
      setWanted((now) => slideAfter(now, step, count));
    },
    [count],
  );
  const wish = useRef<(wish: Wish) => void>(() => undefined);
  const press = useCallback(
    (key: string, shift: boolean, held: boolean): boolean => {
      const meaning = meaningOf({ key, shift, held });
      if (!meaning) return false;
      if ('step' in meaning) go(meaning.step);
      else wish.current(meaning.wish);
      return true;
    },
    [go],
  );
  const room = useRoom(sheet, show, press);
  wish.current = (asked) => {
    if (asked === 'black') setBlack(!isBlack);
    if (asked === 'map') setMap(!isMap);
    if (asked === 'notes') setNotes(!hasNotes);
    if (asked === 'theme') setTheme(theme === 'light' ? 'projectorDark' : 'light', false);
    if (asked === 'texts') {
      lastTexts = nextLang(texts, spoken);
      setTexts(lastTexts);
    }
    if (asked === 'room') {
      if (!room.isOpen) setNotes(true);
      void room.toggle();
    }
    if (asked === 'end') {
      leavePage();
      void focusBoard();
    }
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || appStore.getState().dialog) return;
      if (isTextField(event.target)) {
        if (event.key !== 'Escape') return;
        frame.current?.focus();
        event.preventDefault();
        return;
      }
      const isOnButton = (event.target as Element | null)?.closest('button') !== null;
      if (isOnButton && (event.key === ' ' || event.key === 'Enter')) return;
      if (press(event.key, event.shiftKey, event.ctrlKey || event.altKey || event.metaKey)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [press]);

  // A button that the mouse pressed gives the keys back to the slides; one that keys reached keeps them.
  const done = (event: MouseEvent) => {
    if (event.detail > 0) frame.current?.focus();
  };
  const controls = (
    <Controls
      show={show}
      count={count}
      hasNotes={hasNotes}
      hasRoom={room.isOpen}
      texts={spoken.length > 0 ? texts : undefined}
      onStep={go}
      onWish={(asked) => wish.current(asked)}
      onDone={done}
    />
  );
  return (
    <main ref={frame} className={styles.frame} tabIndex={-1} aria-label={t('present.title')} data-testid="present">
      <h1 className="visually-hidden">{t('present.title')}</h1>
      <p className="visually-hidden" role="status">
        {isBlack ? t('present.black') : slideName(deck, at, t)}
        {texts && `, ${translateWords(lang)(`lang.${texts}`)}`}
      </p>
      {hasNotes ? (
        <FacilitatorView
          deck={deck}
          sheet={sheet}
          show={show}
          session={session}
          texts={texts}
          since={since}
          readAsset={workspace().readAsset}
          controls={controls}
        />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a click anywhere goes on, as a clicker does; keys do the same. */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above. */}
          <div className={styles.slide} onClick={() => go('next')}>
            <Stage sheet={sheet} show={show} readAsset={workspace().readAsset} />
          </div>
          <div className={styles.floating}>{controls}</div>
        </>
      )}
    </main>
  );
}
