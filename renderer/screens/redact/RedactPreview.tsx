import { redactWords } from '@shared/redact/redactWords';
import type { LookAgain, RedactChange, RedactReport } from '@shared/redact/report';
import { CHANGE_KINDS, placeText } from '@shared/redact/reportText';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { useLang } from '@/ui/preferences';
import { Segmented } from '@/ui/Segmented';
import { excerpts } from './excerpt';
import styles from './RedactDialog.module.css';

/** Longer lists are read in the report. */
const MOST_SHOWN = 120;

interface RedactPreviewProps {
  readonly report: RedactReport;
  /** Adds a word to those that are replaced. */
  readonly onReplace: (word: string) => void;
}

/** What the copy has otherwise, and what was left and deserves a look, as the choices stand. */
export function RedactPreview({ report, onReplace }: RedactPreviewProps) {
  const lang = useLang();
  const w = redactWords(lang);
  const [page, setPage] = useState<'changes' | 'again'>('changes');
  const { changes, lookAgain, counts } = report;
  const all = page === 'changes' ? changes : lookAgain;
  const hidden = all.length - MOST_SHOWN;
  return (
    <section className={styles.preview} aria-label={w('dialog.preview')}>
      <Segmented
        label={w('dialog.preview')}
        value={page}
        onChange={setPage}
        options={[
          { value: 'changes', label: w('dialog.changes', { count: changes.length }) },
          { value: 'again', label: w('dialog.again', { count: lookAgain.length }) },
        ]}
      />
      {page === 'changes' && (
        <ul className={styles.counts}>
          {CHANGE_KINDS.filter((kind) => counts[kind]).map((kind) => (
            <li key={kind}>{w('report.count', { option: w(`option.${kind}`), count: counts[kind] ?? 0 })}</li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by keys. */}
      <ul className={styles.list} tabIndex={0} aria-label={w(page === 'changes' ? 'report.title' : 'report.again')}>
        {all.length === 0 && <li>{w(page === 'changes' ? 'dialog.noChange' : 'dialog.noAgain')}</li>}
        {page === 'changes'
          ? changes
              .slice(0, MOST_SHOWN)
              .map((change) => (
                <ChangeLine key={`${change.sheet} ${change.where} ${change.id} ${change.field}`} change={change} />
              ))
          : lookAgain
              .slice(0, MOST_SHOWN)
              .map((one) => (
                <AgainLine key={`${one.reason} ${one.sheet} ${one.id} ${one.text}`} one={one} onReplace={onReplace} />
              ))}
        {hidden > 0 && <li>{w('dialog.more', { count: hidden })}</li>}
      </ul>
    </section>
  );
}

function ChangeLine({ change }: { readonly change: RedactChange }) {
  const lang = useLang();
  const w = redactWords(lang);
  const { from, to } = excerpts(change.from, change.to);
  const isPicture = ['image', 'photo', 'portrait', 'logo'].includes(change.field);
  return (
    <li>
      <span className={styles.place}>{placeText(change, lang)}</span>
      <span className={styles.texts}>
        <del>{from || (isPicture ? w('picture') : w('empty'))}</del>
        <span aria-hidden="true"> → </span>
        <ins>{to || w('empty')}</ins>
      </span>
    </li>
  );
}

function AgainLine({ one, onReplace }: { readonly one: LookAgain; readonly onReplace: (word: string) => void }) {
  const lang = useLang();
  const w = redactWords(lang);
  const isWord = one.reason === 'name' || one.reason === 'lowercase';
  return (
    <li className={styles.again}>
      <span>
        <b className="selectable">{one.text || w('picture')}</b>
        <span className={styles.place}>{w(`again.${one.reason}`)}</span>
        <span className={styles.place}>
          {placeText(one, lang)}
          {one.count > 1 && `, ${w('againTimes', { count: one.count })}`}
        </span>
      </span>
      {isWord && (
        <Button size="small" aria-label={w('dialog.replaceIt', { word: one.text })} onClick={() => onReplace(one.text)}>
          {w('dialog.replace')}
        </Button>
      )}
    </li>
  );
}
