import type { WorkshopBundle } from '@shared/file/workshopFile';
import {
  REDACT_OPTION_NAMES,
  REDACT_OPTIONS,
  type RedactChoices,
  type RedactOption,
  type RedactOptions,
  SAFEST,
  type WordPair,
} from '@shared/redact/choices';
import { redactDocs } from '@shared/redact/redactDocs';
import { redactWords } from '@shared/redact/redactWords';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { closeDialog, useApp, workspace } from '@/app/appStore';
import { showError } from '@/app/errors';
import { newId } from '@/app/newId';
import type { OpenWorkshop } from '@/app/openWorkshop';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useLang } from '@/ui/preferences';
import { Select } from '@/ui/Select';
import { useT } from '@/ui/useT';
import styles from './RedactDialog.module.css';
import { RedactPreview } from './RedactPreview';
import { saveRedacted, saveRedactReport } from './saveRedacted';
import { WordPairs } from './WordPairs';

/** What was chosen last, until the app ends: a second copy is most often made like the first. */
let last: { readonly options: RedactOptions; readonly words: readonly WordPair[] } = { options: SAFEST, words: [] };

/** Makes a copy of the workshop on screen that may leave: what becomes of each kind of content, what that changes, and the file. */
export function RedactDialog() {
  const open = useApp((state) => state.open);
  return open && <RedactForm open={open} />;
}

function useBundle(open: OpenWorkshop): WorkshopBundle | null {
  const [bundle, setBundle] = useState<WorkshopBundle | null>(null);
  useEffect(() => {
    let isHere = true;
    void workspace()
      .exportBundle(open.id)
      .then((read) => {
        if (!isHere) return;
        if (read.ok) setBundle(read.value);
        else showError(read.error);
      });
    return () => {
      isHere = false;
    };
  }, [open]);
  return bundle;
}

function RedactForm({ open }: { readonly open: OpenWorkshop }) {
  const t = useT();
  const lang = useLang();
  const w = redactWords(lang);
  const bundle = useBundle(open);
  const [options, setOptions] = useState(last.options);
  const [words, setWords] = useState(last.words);
  const [seed] = useState<string>(() => newId());
  const [saved, setSaved] = useState('');
  const choices = useMemo(
    (): RedactChoices => ({ ...options, words: words.filter(({ from }) => from.trim() !== ''), lang, seed }),
    [options, words, lang, seed],
  );
  const shown = useDeferredValue(choices);
  const report = useMemo(() => {
    if (!bundle) return null;
    const docs = Object.fromEntries(Object.entries(bundle.docs).map(([id, { doc }]) => [id, doc]));
    return redactDocs(docs, bundle.workshopId, shown).report;
  }, [bundle, shown]);
  const choose = (option: RedactOption, value: string) => {
    const next = { ...options, [option]: value } as RedactOptions;
    last = { ...last, options: next };
    setOptions(next);
  };
  const setPairs = (next: readonly WordPair[]) => {
    last = { ...last, words: next };
    setWords(next);
  };
  const tell = (name: string | null) => name && setSaved(t('common.save.copySaved', { name }));
  const isReady = bundle !== null && report !== null;
  return (
    <Dialog
      title={w('dialog.title')}
      size="large"
      onClose={closeDialog}
      footer={
        <>
          <span className={styles.saved} role="status">
            {saved}
          </span>
          <Button onClick={closeDialog}>{t(saved ? 'common.close' : 'common.cancel')}</Button>
          <Button
            icon="file-text"
            disabled={!isReady}
            onClick={() => report && void saveRedactReport(report, lang).then(tell)}
          >
            {w('dialog.saveReport')}
          </Button>
          <Button
            variant="primary"
            icon="shield-check"
            disabled={!isReady}
            onClick={() => bundle && void saveRedacted(bundle, choices).then(tell)}
          >
            {w('dialog.save')}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{w('dialog.intro')}</p>
      <div className={styles.columns}>
        <div className={styles.choices}>
          <fieldset className={styles.options}>
            <legend className="visually-hidden">{w('dialog.choices')}</legend>
            {REDACT_OPTION_NAMES.map((option) => (
              <Select
                key={option}
                label={w(`option.${option}`)}
                quiet
                value={options[option]}
                onChange={(value: string) => choose(option, value)}
                options={REDACT_OPTIONS[option].map((value) => ({
                  value: value as string,
                  label: w(`choice.${option}.${value}` as 'choice.names.keep'),
                }))}
              />
            ))}
          </fieldset>
          <WordPairs words={words} onChange={setPairs} />
        </div>
        {report ? (
          <RedactPreview report={report} onReplace={(from) => setPairs([...words, { from, to: '' }])} />
        ) : (
          <p className={styles.reading} role="status">
            {w('dialog.reading')}
          </p>
        )}
      </div>
      <p className={styles.limits}>{w('dialog.limits')}</p>
    </Dialog>
  );
}
