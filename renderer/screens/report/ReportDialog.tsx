import { LANGUAGES, type Lang } from '@shared/i18n/lang';
import { REPORT_THEMES, type ReportTheme } from '@shared/poster/posterSetup';
import { filledParts } from '@shared/report/buildReport';
import { REPORT_PARTS, type ReportPart } from '@shared/report/model';
import { REPORT_SHEET_NAMES, type ReportSheet } from '@shared/report/pages/pageType';
import { reportWords } from '@shared/report/reportWords';
import { useEffect, useId, useMemo, useState } from 'react';
import { appStore, closeDialog, useApp } from '@/app/appStore';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { DATA_FORMATS, type DataFormat } from '@/report/dataFiles';
import { REPORT_FORMATS, type ReportFormat } from '@/report/makeReport';
import { today } from '@/report/today';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { classNames } from '@/ui/classNames';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { useT } from '@/ui/useT';
import dialogs from '../library/dialogs.module.css';
import { SpokenTexts } from '../translate/SpokenTexts';
import styles from './ReportDialog.module.css';
import { mayReportLeave, type ReportTexts, readReportTexts, saveData, saveReport } from './saveReport';

type Format = ReportFormat | DataFormat;

const FORMATS: readonly Format[] = [...REPORT_FORMATS, ...DATA_FORMATS];
/** Tables have neither pages nor parts. */
const isData = (format: Format): format is DataFormat => DATA_FORMATS.some((each) => each === format);

const LANG_NAMES: Readonly<Record<Lang, string>> = { fr: 'Français', en: 'English' };
/** In one language, or in each. */
const SPOKEN: Readonly<Record<Lang | 'both', readonly [Lang, ...Lang[]]>> = {
  fr: ['fr'],
  en: ['en'],
  both: ['fr', 'en'],
};

/** What a report of the workshop on screen is made of, in which language, on which sheet, as which file. */
export function ReportDialog() {
  const open = useApp((state) => state.open);
  return open && <ReportForm open={open} />;
}

function useTexts(open: OpenWorkshop): ReportTexts | null {
  const [texts, setTexts] = useState<ReportTexts | null>(null);
  useEffect(() => {
    let isHere = true;
    void readReportTexts(open).then((read) => isHere && setTexts(read));
    return () => {
      isHere = false;
    };
  }, [open]);
  return texts;
}

function ReportForm({ open }: { readonly open: OpenWorkshop }) {
  const t = useT();
  const uiLang = useLang();
  const r = reportWords(uiLang);
  const name = useId();
  const texts = useTexts(open);
  const source = texts?.source;
  const [format, setFormat] = useState<Format>('pdf');
  const [lang, setLang] = useState<Lang | 'both'>(uiLang);
  const [isSpoken, setSpoken] = useState(true);
  const [sheet, setSheet] = useState<ReportSheet>('A4');
  const [theme, setTheme] = useState<ReportTheme>('standard');
  const [left, setLeft] = useState<ReadonlySet<ReportPart>>(new Set());
  const [isMaking, setMaking] = useState(false);
  const filled = useMemo(
    () => new Set(source ? filledParts(source, { lang: uiLang, today: today() }) : []),
    [source, uiLang],
  );
  const parts = REPORT_PARTS.filter((part) => filled.has(part) && !left.has(part));
  const isNothing = parts.length === 0 && !isData(format);
  const toggle = (part: ReportPart, isOn: boolean) => {
    const next = new Set(left);
    if (isOn) next.delete(part);
    else next.add(part);
    setLeft(next);
  };
  const save = async () => {
    if (!texts) return;
    if (!(await mayReportLeave(texts.source))) return;
    const onMaking = () => setMaking(true);
    const spoken = { langs: SPOKEN[lang], sourceIn: (one: Lang) => (isSpoken ? texts.readIn(one) : texts.source) };
    if (isData(format)) await saveData(spoken, format, onMaking);
    else await saveReport(spoken, { format, sheet, theme, parts, today: today() }, onMaking);
    setMaking(false);
    // What came meanwhile stays: a question about personal data, or nothing.
    if (appStore.getState().dialog?.kind === 'report') closeDialog();
  };
  return (
    <Dialog
      title={r('title')}
      onClose={closeDialog}
      footer={
        <>
          <span className={styles.making} role="status">
            {isMaking ? r('dialog.making') : ''}
          </span>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="download-simple"
            disabled={!source || isNothing || isMaking}
            tip={source && isNothing ? r('dialog.none') : undefined}
            onClick={() => void save()}
          >
            {r(isData(format) ? 'dialog.goData' : 'dialog.go')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <fieldset className={classNames(dialogs.options, styles.formats)}>
          <legend className="visually-hidden">{r('dialog.format')}</legend>
          {FORMATS.map((id) => (
            <label key={id} className={dialogs.option}>
              <input type="radio" name={name} checked={format === id} onChange={() => setFormat(id)} />
              <span>
                <b>{r(`dialog.${id}`)}</b>
                <span>{r(`dialog.${id}Text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className={styles.side}>
          <Segmented
            label={r('dialog.language')}
            value={lang}
            onChange={setLang}
            options={[
              ...LANGUAGES.map((value) => ({ value, label: LANG_NAMES[value] })),
              { value: 'both' as const, label: r('dialog.both') },
            ]}
          />
          {format !== 'md' && !isData(format) && (
            <>
              <Segmented
                label={r('dialog.sheet')}
                value={sheet}
                onChange={setSheet}
                options={REPORT_SHEET_NAMES.map((value) => ({ value, label: value }))}
              />
              <Segmented
                className={styles.theme}
                label={r('dialog.theme')}
                value={theme}
                onChange={setTheme}
                options={REPORT_THEMES.map((value) => ({ value, label: t(`exporting.settings.themes.${value}`) }))}
              />
            </>
          )}
          {texts && (
            <SpokenTexts docs={texts.docs} langs={SPOKEN[lang]} as="files" on={isSpoken} onChange={setSpoken} />
          )}
        </div>
        {!isData(format) && (
          <fieldset className={styles.parts}>
            <legend>{r('dialog.parts')}</legend>
            {REPORT_PARTS.map((part) => (
              <div key={part} className={styles.part}>
                <Checkbox
                  label={r(`part.${part}`)}
                  checked={filled.has(part) && !left.has(part)}
                  disabled={!filled.has(part)}
                  onChange={(isOn) => toggle(part, isOn)}
                />
                {source && !filled.has(part) && <span className={styles.empty}>{r('dialog.empty')}</span>}
              </div>
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
