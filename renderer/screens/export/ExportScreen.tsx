import type { PersonaId } from '@shared/base/ids';
import type { PosterSetup } from '@shared/poster/posterSetup';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { appStore, openDialog, useApp } from '@/app/appStore';
import { leaveExport } from '@/app/navigate';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { mayLeave } from '@/app/personalData';
import { setupFor } from '@/export/exportBoard';
import { SLIDE_SETUP, slidesTitle } from '@/export/exportSlides';
import { type PosterFormat, posterName, slidesName } from '@/export/posterName';
import { type PosterSource, sourceIn } from '@/export/posterScene';
import type { SheetId } from '@/session/sheetRef';
import { Button } from '@/ui/Button';
import { PageBar, PageCrumb, PageRail } from '@/ui/Page';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { SpokenTexts } from '../translate/SpokenTexts';
import { Checks } from './Checks';
import styles from './ExportScreen.module.css';
import { changeSettings, useSettings } from './exportSettings';
import { insideToLeave } from './insideFile';
import { Preview } from './Preview';
import { paperNeeded, paperOf } from './paperText';
import { refuses } from './pointsToSee';
import { Queue } from './Queue';
import { RunBand } from './RunBand';
import { SettingsPanel } from './SettingsPanel';
import { useExportRun } from './useExportRun';
import { usePosters } from './usePosters';
import { usePreparedPdf } from './usePreparedPdf';
import { useQueueOrder } from './useQueueOrder';
import { useChosenSources, useSources } from './useSources';

/** The poster workshop: what to print, on which paper, and the true poster before it is made. */
export function ExportScreen() {
  const open = useApp((state) => state.open);
  const boardId = useApp((state) => state.boardId);
  return open && <Frame key={open.id} open={open} initialBoardId={boardId} />;
}

/** Slides have a size of their own. */
const setupOf = (setup: PosterSetup, format: PosterFormat): PosterSetup =>
  format === 'pptx' ? SLIDE_SETUP : setupFor(setup, format);

interface FrameProps {
  readonly open: OpenWorkshop;
  readonly initialBoardId: SheetId | null;
}

function Frame({ open, initialBoardId }: FrameProps) {
  const t = useT();
  const settings = useSettings();
  const uiLang = useLang();
  const langs = useMemo(() => settings.langs ?? [uiLang], [settings.langs, uiLang]);
  const queue = useQueueOrder(useChosenSources(useSources(open, settings.translated)), initialBoardId);
  const [shownLang, setShownLang] = useState(uiLang);
  const lang = langs.includes(shownLang) ? shownLang : (langs[0] ?? uiLang);
  const { format, dpi, outlines } = settings;
  const setup = useMemo(() => setupOf(settings.setup, format), [settings.setup, format]);
  const posters = usePosters(queue.boards, queue.shown, setup, lang);
  const { run, start, cancel, dismiss } = useExportRun();
  const isFromPersona = initialBoardId !== null && open.persona(initialBoardId as PersonaId) !== null;
  const back = t(isFromPersona ? 'exporting.backPersona' : 'exporting.back');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const sources = useMemo(
    () =>
      queue.boards
        .filter(({ ref }) => queue.chosen.has(ref.id))
        .map(({ source }) => source)
        .filter((source): source is PosterSource => source !== null && source !== 'missing'),
    [queue.boards, queue.chosen],
  );
  const docs = useMemo(() => sources.map(({ doc }) => doc), [sources]);
  const refused = sources.filter(({ boardId }) => {
    const known = posters.get(boardId);
    return known !== undefined && refuses(known);
  });
  // In another language it may well be written: the export itself tells.
  const written = langs.length === 1 ? sources.filter((source) => !refused.includes(source)) : sources;
  const count = sources.length * langs.length - refused.length;
  const shownBoard = queue.boards.find(({ ref }) => ref.id === queue.shown);
  const poster = queue.shown === null ? null : (posters.get(queue.shown) ?? null);
  const isRunning = run.status === 'running';
  const leaving = written.flatMap(({ boardId }) => posters.get(boardId) ?? []);
  const isSlides = format === 'pptx';
  const paper = count === 0 ? '' : paperNeeded(leaving, setup, langs.length, { t, lang: uiLang });
  const suggestedName = (): string => {
    const [first = uiLang] = langs;
    const read = written.map((source) => sourceIn(source, first));
    if (isSlides) return slidesName(slidesTitle(read), first);
    const laidOut = leaving[0]?.laidOut;
    const title = read[0]?.title ?? '';
    const sheet = laidOut?.sheet ?? paperOf(setup);
    return posterName({ title, sheet, lang: first, format, dpi, tiling: laidOut?.tiling ?? null });
  };
  const exportNow = async () => {
    const documents = written.map(({ boardId, kind, title: name, doc }) => ({ id: boardId, kind, title: name, doc }));
    const left = refused.filter((source) => !written.includes(source)).map(({ title: name }) => name);
    const name = suggestedName();
    const order = { sources: written, refused: left, langs, setup, format, dpi, outlines, suggestedName: name };
    if (!settings.inside || isSlides || open.alone) {
      if (await mayLeave(documents, 'poster', null)) start({ ...order, inside: null });
      return;
    }
    const inside = await insideToLeave(open.id);
    if (inside) start({ ...order, inside });
  };
  usePreparedPdf(poster && !refuses(poster) ? poster : null, settings.format === 'pdf' && !isRunning);
  // On the window: once a message was closed by its button, nothing on the screen has the focus.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || appStore.getState().dialog) return;
      if (isRunning) cancel();
      else leaveExport();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isRunning, cancel]);

  return (
    <div className={styles.frame}>
      <PageRail label={back} back={back} onBack={leaveExport} />
      <PageBar>
        <WorkshopTitle open={open} />
        <h1 ref={title} tabIndex={-1}>
          {t('exporting.title')}
        </h1>
        <span className={styles.space} />
        <Button icon="arrow-left" iconSize={17} onClick={leaveExport}>
          {back}
        </Button>
        {!open.alone && (
          <Button icon="file-text" iconSize={17} onClick={() => openDialog({ kind: 'report' })}>
            {t('actions.exportReport')}
          </Button>
        )}
        <Button
          variant="primary"
          icon="export"
          iconSize={17}
          disabled={count === 0 || run.status === 'running'}
          tip={count > 0 ? undefined : t(refused.length > 0 ? 'exporting.run.tooSmall' : 'exporting.run.nothing')}
          onClick={() => void exportNow()}
        >
          {isSlides ? t('exporting.run.slidesButton') : t('exporting.run.button', { count })}
        </Button>
      </PageBar>
      <Queue
        boards={queue.boards}
        chosen={queue.chosen}
        shown={queue.shown}
        posters={posters}
        paper={isSlides ? null : paper}
        onShow={queue.show}
        onChoose={queue.choose}
        onMove={queue.move}
      />
      <main className={styles.middle}>
        <Preview
          title={shownBoard ? shownBoard.ref.title || t('exporting.untitled') : ''}
          poster={poster}
          langs={langs}
          lang={lang}
          onLang={setShownLang}
        />
        <RunBand run={run} format={settings.format} onCancel={cancel} onClose={dismiss} />
      </main>
      <div className={styles.side}>
        <SettingsPanel
          settings={settings}
          sheet={poster?.laidOut.sheet ?? null}
          langs={langs}
          workshop={open.alone ? null : open}
          whole={shownBoard?.whole ?? null}
        >
          <SpokenTexts
            docs={docs}
            langs={langs}
            as="posters"
            on={settings.translated}
            onChange={(translated) => changeSettings({ translated })}
          />
        </SettingsPanel>
        <Checks poster={poster} hasFonts={format !== 'svg' || !outlines} />
      </div>
    </div>
  );
}

function WorkshopTitle({ open }: { readonly open: OpenWorkshop }) {
  const t = useT();
  const title = useStore(open.session.store, (state) => state.doc.info.title);
  const place = open.alone ? t('board.alone.crumb') : title || t('home.card.untitled');
  return <PageCrumb>{place}</PageCrumb>;
}
