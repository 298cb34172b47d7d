import type { PersonaId } from '@shared/base/ids';
import { useId, useState } from 'react';
import { resolveDecisions } from '@/app/library/exchange';
import type { IncomingPersona, PersonaDecision } from '@/session/incoming';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import { type ChangeLine, changeLines } from './changeLines';
import styles from './IncomingDialog.module.css';

const DECISIONS: readonly PersonaDecision[] = ['merge', 'both', 'replace', 'mine'];

/** Personas of a file that say something else than the library's: the differences field by field, and what becomes of each. */
export function IncomingDialog({ incoming }: { readonly incoming: readonly IncomingPersona[] }) {
  const t = useT();
  const [decisions, setDecisions] = useState<ReadonlyMap<PersonaId, PersonaDecision>>(new Map());
  const missing = incoming.length - decisions.size;
  const decide = (ids: readonly PersonaId[], decision: PersonaDecision) =>
    setDecisions(new Map([...decisions, ...ids.map((id) => [id, decision] as const)]));
  return (
    <Dialog
      alert
      size="large"
      title={t('library.compare.title', { count: incoming.length })}
      onClose={() => resolveDecisions(null)}
      footer={
        <>
          <span className={styles.missing} role="status">
            {missing > 0 && t('library.compare.missing', { count: missing })}
          </span>
          <Button onClick={() => resolveDecisions(null)}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            icon="check"
            disabled={missing > 0}
            onClick={() => missing === 0 && resolveDecisions(decisions)}
          >
            {t('library.compare.go')}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{t('library.compare.intro')}</p>
      {incoming.length > 1 && (
        <Choice
          legend={t('library.compare.all')}
          value={oneFor(incoming, decisions)}
          onChoose={(decision) =>
            decide(
              incoming.map(({ id }) => id),
              decision,
            )
          }
        />
      )}
      <ul className={styles.list}>
        {incoming.map((persona) => (
          <li key={persona.id} className={styles.persona}>
            <Differences persona={persona} isOpen={incoming.length === 1} />
            <Choice
              legend={t('library.compare.choice', { name: persona.doc.info.name.trim() || t('persona.unnamed') })}
              value={decisions.get(persona.id) ?? null}
              onChoose={(decision) => decide([persona.id], decision)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The decision that all have in common. */
function oneFor(
  incoming: readonly IncomingPersona[],
  decisions: ReadonlyMap<PersonaId, PersonaDecision>,
): PersonaDecision | null {
  const all = new Set(incoming.map(({ id }) => decisions.get(id) ?? null));
  return all.size === 1 ? ([...all][0] ?? null) : null;
}

interface ChoiceProps {
  readonly legend: string;
  readonly value: PersonaDecision | null;
  readonly onChoose: (decision: PersonaDecision) => void;
}

function Choice({ legend, value, onChoose }: ChoiceProps) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {DECISIONS.map((decision) => (
        <label key={decision} title={t(`library.compare.${decision}Text`)}>
          <input type="radio" name={name} checked={value === decision} onChange={() => onChoose(decision)} />
          {t(`library.compare.${decision}`)}
        </label>
      ))}
      <p>{value && t(`library.compare.${value}Text`)}</p>
    </fieldset>
  );
}

function Differences({ persona, isOpen }: { readonly persona: IncomingPersona; readonly isOpen: boolean }) {
  const t = useT();
  const lang = useLang();
  const [open, setOpen] = useState(isOpen);
  const changes = persona.comparison?.changes ?? [];
  const lines = open ? changes.map((change) => changeLines(change, persona, { t, lang })) : [];
  return (
    <>
      <button type="button" className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'caret-down' : 'caret-right'} size={14} />
        <b>{persona.here?.info.name.trim() || persona.doc.info.name.trim() || t('persona.unnamed')}</b>
        <span>{t('library.compare.differences', { count: changes.length })}</span>
      </button>
      {open && (
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('library.compare.here')}</th>
              <th scope="col">{t('library.compare.file')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.label}</th>
                <Side lines={line.before} kind="before" />
                <Side lines={line.after} kind="after" />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Side({ lines, kind }: { readonly lines: ChangeLine['before']; readonly kind: 'before' | 'after' }) {
  const t = useT();
  return (
    <td>
      {lines.length === 0 ? (
        <em>{t('library.compare.blank')}</em>
      ) : (
        lines.map(({ id, text, differs, isSaid }) => (
          <p key={id} className={isSaid ? styles.said : undefined}>
            {!differs ? text : kind === 'before' ? <del>{text}</del> : <ins>{text}</ins>}
          </p>
        ))
      )}
    </td>
  );
}
