import { TEXT_LANGS, type TextLang, translateTexts } from '@shared/model/translation';
import { linesSaidAlike, type SheetLine } from '@shared/translate/rows';
import { speaks, type TranslationState, translationId } from '@shared/translate/texts';
import { translateWords } from '@shared/translate/translateWords';
import { useMemo, useRef, useState } from 'react';
import { appStore, closeDialog, useApp } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import type { Session } from '@/session/session';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { showToast } from '@/ui/notices';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import { TranslationLine } from './TranslationLine';
import styles from './TranslationsDialog.module.css';
import { readTranslations, saveTranslations } from './translationFiles';
import { lineKey, linesOf, type TextSheet, useSheets } from './useSheets';

type Shown = 'all' | TranslationState;
const SHOWN: readonly Shown[] = ['all', 'missing', 'stale', 'fresh'];
/** Fields at once; more on demand. */
const PAGE = 150;

/** Every text of the workshop beside its translation: what is missing or stale, written line after line, or by a table for translators. */
export function TranslationsDialog() {
  const open = useApp((state) => state.open);
  return open && <Sheets open={open} />;
}

function Sheets({ open }: { readonly open: OpenWorkshop }) {
  const sheets = useSheets(open);
  const w = translateWords(useLang());
  if (sheets) return <Translations sheets={sheets} />;
  return (
    <Dialog title={w('title')} size="large" onClose={closeDialog}>
      <p role="status">{w('reading')}</p>
    </Dialog>
  );
}

/** A language in which there is something already, else the one that the interface does not speak. */
function firstLang(sheets: readonly TextSheet[], uiLang: TextLang): TextLang {
  const has = (lang: TextLang) => sheets.some(({ session }) => speaks(session.store.getState().doc, lang));
  return TEXT_LANGS.find(has) ?? (uiLang === 'fr' ? 'en' : 'fr');
}

function Translations({ sheets }: { readonly sheets: readonly TextSheet[] }) {
  const t = useT();
  const uiLang = useLang();
  const w = translateWords(uiLang);
  const [lang, setLang] = useState<TextLang>(() => firstLang(sheets, uiLang));
  const [sheet, setSheet] = useState<string>(() => appStore.getState().boardId ?? 'all');
  const [shown, setShown] = useState<Shown>('all');
  const [most, setMost] = useState(PAGE);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const all = linesOf(sheets, lang);
  const ofSheet = sheet === 'all' ? all : all.filter((line) => line.sheet === sheet);
  const count = (state: Shown) =>
    state === 'all' ? ofSheet.length : ofSheet.filter((line) => line.state === state).length;
  // What is shown stays while it is written in: a line that is done does not go from under the hands.
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen anew only by what the person chooses.
  const keys = useMemo(
    () => new Set(ofSheet.filter((line) => shown === 'all' || line.state === shown).map(lineKey)),
    [lang, sheet, shown],
  );
  const lines = ofSheet.filter((line) => keys.has(lineKey(line)));
  const write = (line: SheetLine, text: string) => {
    const { where, entityId, field, source } = line;
    const place = { where, entityId, field, lang };
    const texts = [{ ...place, source, text, id: translationId(place) }];
    const ids = new Set(linesSaidAlike(all, line).map((one) => one.sheet));
    for (const { id, session } of sheets)
      if (ids.has(id)) (session as unknown as Session<never>).run(translateTexts as never, { texts });
  };
  const next = (at: number) => list.current?.querySelectorAll('textarea')[at + 1]?.focus();
  const importCsv = async () => {
    const taken = await readTranslations(sheets, all, lang);
    if (taken !== null)
      setSaid(taken < 0 ? w('otherTable', { lang: w(`lang.${lang}`) }) : w('taken', { count: taken }));
  };
  const exportCsv = async () => {
    const leaving = sheet === 'all' ? sheets : sheets.filter(({ id }) => id === sheet);
    const name = await saveTranslations(leaving, ofSheet, lang, uiLang);
    if (!name) return;
    const text = t('library.exchange.written', { name });
    // A question about personal data takes the place of this dialog.
    if (appStore.getState().dialog?.kind === 'translations') setSaid(text);
    else showToast({ icon: 'check', text });
  };
  return (
    <Dialog
      title={w('title')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <span className={styles.said} role="status">
            {said}
          </span>
          <Button icon="upload-simple" onClick={() => void importCsv()}>
            {w('import')}
          </Button>
          <Button icon="download-simple" onClick={() => void exportCsv()}>
            {w('export')}
          </Button>
          <Button variant="primary" onClick={closeDialog}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{w('intro')}</p>
      <div className={styles.choices}>
        <Select
          label={w('sheet')}
          quiet
          value={sheet}
          onChange={setSheet}
          options={[
            { value: 'all', label: w('allSheets') },
            ...sheets.map(({ id, title }) => ({ value: id, label: title || t('board.untitled') })),
          ]}
        />
        <Segmented
          label={w('into')}
          value={lang}
          onChange={setLang}
          options={TEXT_LANGS.map((value) => ({ value, label: w(`lang.${value}`) }))}
        />
        <Segmented
          label={w('show')}
          className={styles.shown}
          value={shown}
          onChange={setShown}
          options={SHOWN.map((value) => ({ value, label: w(`shown.${value}`, { number: count(value) }) }))}
        />
      </div>
      <ul className={styles.list} ref={list} aria-label={w('title')}>
        {lines.length === 0 && <li className={styles.none}>{w('nothing')}</li>}
        {lines.slice(0, most).map((line, at) => (
          <TranslationLine
            key={`${lang} ${lineKey(line)}`}
            line={line}
            onWrite={(text) => write(line, text)}
            onNext={() => next(at)}
          />
        ))}
      </ul>
      {lines.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>{w('more', { count: lines.length - most })}</Button>
      )}
    </Dialog>
  );
}
