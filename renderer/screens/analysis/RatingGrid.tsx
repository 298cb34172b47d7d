import { disagreement } from '@shared/analysis/disagreement';
import type { Opinions, ParticipantFact } from '@shared/analysis/opinions';
import type { ParticipantId, PersonaId } from '@shared/base/ids';
import { addParticipant, deleteParticipant, renameParticipant } from '@shared/boards/journey-map/commands/participants';
import type { JourneyMapDoc } from '@shared/boards/journey-map/model';
import { formatValence } from '@shared/boards/pieces/valence';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { newId } from '@/app/newId';
import type { Session } from '@/session/session';
import { Button } from '@/ui/Button';
import { IconButton } from '@/ui/IconButton';
import { showToast } from '@/ui/notices';
import { useLang } from '@/ui/preferences';
import { useT } from '@/ui/useT';
import styles from './opinions.module.css';
import { RatingCell } from './RatingCell';
import { momentName, participantName, rate, stageSpans } from './ratingEdits';

interface GridProps {
  readonly session: Session<JourneyMapDoc>;
  readonly view: Opinions;
  readonly personaId: PersonaId | null;
}

/** Ratings typed in: one row per participant, one column per moment. */
export function RatingGrid({ session, view, personaId }: GridProps) {
  const t = useT();
  const lang = useLang();
  const { participants, moments } = view;
  const names = moments.map(momentName);
  const table = useRef<HTMLTableElement>(null);
  const remove = (one: ParticipantFact, at: number) => {
    const name = participantName(one, at, t);
    session.run(deleteParticipant, { id: one.id });
    showToast({
      icon: 'trash',
      text: t('opinions.removed', { name }),
      action: { label: t('common.undo'), shortcut: 'CmdOrCtrl+Z', run: () => session.undo() },
    });
    // The row is gone with its button: the keyboard goes on at the names.
    document.getElementById('add-participants')?.focus();
  };
  return (
    <section className={styles.sheet} aria-label={t('opinions.entry')}>
      <div className={styles.gridHead}>
        <h2>{t('opinions.count', { count: participants.length })}</h2>
        <p id="grid-hint">{t('opinions.gridHint')}</p>
      </div>
      <table
        ref={table}
        className={styles.grid}
        onKeyDown={(event) => walk(event, table.current)}
        style={{ minWidth: 210 + moments.length * 74 }}
      >
        <thead>
          <tr>
            <td />
            {stageSpans(view).map(({ id, title, span }) => (
              <th key={id} scope="colgroup" colSpan={span} className={styles.gridStage}>
                {title}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">{t('opinions.participant')}</th>
            {moments.map(({ id }, at) => (
              <th key={id} scope="col">
                {names[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {participants.map((one, row) => {
            const name = participantName(one, row, t);
            return (
              <tr key={one.id}>
                <th scope="row">
                  <span className={styles.who}>
                    <NameField
                      name={one.name}
                      label={t('opinions.name', { n: row + 1 })}
                      placeholder={t('opinions.unnamed', { n: row + 1 })}
                      onChange={(changed) => session.run(renameParticipant, { id: one.id, name: changed })}
                    />
                    <IconButton
                      icon="trash"
                      iconSize={15}
                      label={t('opinions.remove', { name })}
                      onClick={() => remove(one, row)}
                    />
                  </span>
                </th>
                {moments.map((moment, at) => (
                  <td key={moment.id}>
                    <RatingCell
                      label={t('opinions.cell', { name, moment: names[at] ?? '' })}
                      at={`${row} ${at}`}
                      value={moment.ratings.get(one.id) ?? null}
                      onChange={(valence) => rate(session, one.id, personaId, new Map([[moment.id, valence]]))}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        {participants.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row">{t('opinions.median')}</th>
              {moments.map(({ id, ratings }) => {
                const of = disagreement([...ratings.values()]);
                return <td key={id}>{of ? formatValence(of.median, lang) : ''}</td>;
              })}
            </tr>
          </tfoot>
        )}
      </table>
      <AddParticipants session={session} />
    </section>
  );
}

/** Arrows and Enter go from cell to cell; inside a text, left and right go through its letters first. */
function walk(event: KeyboardEvent, table: HTMLTableElement | null) {
  const field = event.target as HTMLInputElement;
  const place = field.dataset?.cell?.split(' ').map(Number);
  if (!place || event.altKey || event.ctrlKey || event.metaKey) return;
  const [row = 0, column = 0] = place;
  const isAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const isAt = (edge: number) => isAll || (field.selectionStart === edge && field.selectionEnd === edge);
  const [down, right] =
    event.key === 'Enter'
      ? [event.shiftKey ? -1 : 1, 0]
      : event.key === 'ArrowDown'
        ? [1, 0]
        : event.key === 'ArrowUp'
          ? [-1, 0]
          : event.key === 'ArrowLeft' && isAt(0)
            ? [0, -1]
            : event.key === 'ArrowRight' && isAt(field.value.length)
              ? [0, 1]
              : [0, 0];
  if (down === 0 && right === 0) return;
  event.preventDefault();
  const next = table?.querySelector<HTMLInputElement>(`[data-cell="${row + down} ${column + right}"]`);
  if (next) next.focus();
  else if (event.key === 'Enter') field.blur();
}

interface NameProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onChange: (name: string) => void;
}

function NameField({ name, label, placeholder, onChange }: NameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== name) onChange(typed.trim());
    setTyped(null);
  };
  return (
    <input
      className={styles.name}
      aria-label={label}
      placeholder={placeholder}
      value={typed ?? name}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape' && typed !== null) setTyped(null);
        else return;
        event.preventDefault();
      }}
    />
  );
}

/** Names typed or pasted, one or many at once. */
export function AddParticipants({
  session,
  onAdded,
}: {
  readonly session: Session<JourneyMapDoc>;
  readonly onAdded?: (ids: readonly ParticipantId[]) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isFirst = Object.keys(session.store.getState().doc.participants).length === 0;
  // Nothing else can be done on an empty grid.
  useEffect(() => {
    if (isFirst) field.current?.focus();
  }, [isFirst]);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const names = typed
      .split(/[,;\n\t]/)
      .map((name) => name.trim())
      .filter(Boolean);
    const options = { mergeKey: `participants ${newId()}` };
    const ids = (names.length > 0 ? names : ['']).map((name) => {
      const id = newId<ParticipantId>();
      session.run(addParticipant, { id, name }, options);
      return id;
    });
    setTyped('');
    onAdded?.(ids);
    field.current?.focus();
  };
  return (
    <form className={styles.add} onSubmit={add}>
      <label htmlFor="add-participants">{t('opinions.add')}</label>
      <input
        ref={field}
        id="add-participants"
        value={typed}
        placeholder={t('opinions.addHint')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === '') return;
          event.preventDefault();
          setTyped('');
        }}
      />
      <Button type="submit" icon="user-plus">
        {t('opinions.addGo')}
      </Button>
    </form>
  );
}
